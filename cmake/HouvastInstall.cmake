# Install tree and package, so that find_package(houvast) works from a prefix, from the build tree and from the wheel.
include(CMakePackageConfigHelpers)

set(houvast_cmake_dir "${CMAKE_INSTALL_LIBDIR}/cmake/houvast")
install(TARGETS houvast EXPORT houvastTargets COMPONENT development
        ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
        FILE_SET interop DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT houvastTargets NAMESPACE houvast:: DESTINATION "${houvast_cmake_dir}" COMPONENT development)
export(EXPORT houvastTargets NAMESPACE houvast:: FILE "${PROJECT_BINARY_DIR}/houvastTargets.cmake")

configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/houvastConfig.cmake.in"
                              "${PROJECT_BINARY_DIR}/houvastConfig.cmake" INSTALL_DESTINATION "${houvast_cmake_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/houvastConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/houvastConfig.cmake" "${PROJECT_BINARY_DIR}/houvastConfigVersion.cmake"
        DESTINATION "${houvast_cmake_dir}" COMPONENT development)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/houvast" COMPONENT development)
