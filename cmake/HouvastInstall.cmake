# Install tree and package, so that find_package(houvast) works from a prefix, from the build tree and from the wheel.
include(CMakePackageConfigHelpers)

set(houvast_cmake_dir "${CMAKE_INSTALL_LIBDIR}/cmake/houvast")
install(TARGETS houvast EXPORT houvastTargets COMPONENT development
        ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
        RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
        FILE_SET interop DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT houvastTargets NAMESPACE houvast:: DESTINATION "${houvast_cmake_dir}" COMPONENT development)
export(EXPORT houvastTargets NAMESPACE houvast:: FILE "${PROJECT_BINARY_DIR}/houvastTargets.cmake")

configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/houvastConfig.cmake.in"
                              "${PROJECT_BINARY_DIR}/houvastConfig.cmake" INSTALL_DESTINATION "${houvast_cmake_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/houvastConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/houvastConfig.cmake" "${PROJECT_BINARY_DIR}/houvastConfigVersion.cmake"
        DESTINATION "${houvast_cmake_dir}" COMPONENT development)

# The same for pkg-config, found from where the file itself stands, so that the tree can be moved.
set(houvast_pc_dir "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
  set(houvast_pc_prefix "${CMAKE_INSTALL_PREFIX}")
else()
  file(RELATIVE_PATH houvast_pc_prefix "/prefix/${houvast_pc_dir}" "/prefix")
  string(REGEX REPLACE "/$" "" houvast_pc_prefix "\${pcfiledir}/${houvast_pc_prefix}")
endif()
foreach(folder IN ITEMS LIBDIR INCLUDEDIR)
  set(houvast_pc_${folder} "\${prefix}")
  cmake_path(APPEND houvast_pc_${folder} "${CMAKE_INSTALL_${folder}}")  # an absolute one takes its place
endforeach()
get_target_property(houvast_type houvast TYPE)
if(houvast_type STREQUAL "SHARED_LIBRARY")
  set(houvast_pc_cflags " -DHOUVAST_SHARED")
  set(houvast_pc_private "")
else()
  set(houvast_pc_cflags "")
  set(houvast_pc_private " ${CMAKE_THREAD_LIBS_INIT}")
endif()
configure_file("${PROJECT_SOURCE_DIR}/cmake/houvast.pc.in" "${PROJECT_BINARY_DIR}/houvast.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/houvast.pc" DESTINATION "${houvast_pc_dir}" COMPONENT development)

install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/houvast" COMPONENT development)
