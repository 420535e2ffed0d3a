# What every target of houvast's own code is built with. Never set globally: a parent project keeps its flags.

function(houvast_configure_target target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON
                                             CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    # Without contraction the same source gives the same bits whatever the instruction set.
    target_compile_options(${target} PRIVATE -ffp-contract=off)
    if(PROJECT_IS_TOP_LEVEL)
      target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion
                                               -Wnon-virtual-dtor -Wold-style-cast)
      if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        # A false alarm of g++ 12 on "text" + std::string (its bug 105651).
        target_compile_options(${target} PRIVATE -Wno-restrict)
      endif()
      if(HOUVAST_WARNINGS_AS_ERRORS)
        target_compile_options(${target} PRIVATE -Werror)
      endif()
    endif()
  endif()
  if(HOUVAST_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${HOUVAST_SANITIZE} -fno-omit-frame-pointer
                                             -fno-sanitize-recover=all)
    target_link_options(${target} PUBLIC -fsanitize=${HOUVAST_SANITIZE})
  endif()
endfunction()

# Kernels that exist once per instruction set say so in their file name; they are chosen at run time.
function(houvast_instruction_sets)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64" AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    set(anywhere "")
    if(WIN32 AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
      # Stacks of Windows are aligned to 16 bytes, and g++ stores wider vectors there as if they were aligned to their
      # size (its bug 54412): the assembler then writes moves that need no alignment.
      set(anywhere "-Wa,-muse-unaligned-vector-move")
    endif()
    foreach(source IN LISTS ARGN)
      if(source MATCHES "_avx2\\.cpp$")
        set_source_files_properties(${source} PROPERTIES COMPILE_OPTIONS "-mavx2;-mpopcnt;-mbmi;-mbmi2;${anywhere}")
      elseif(source MATCHES "_avx512\\.cpp$")
        set_source_files_properties(
          ${source} PROPERTIES COMPILE_OPTIONS
                               "-mavx512f;-mavx512vl;-mavx512bw;-mavx512dq;-mpopcnt;-mprefer-vector-width=512;${anywhere}")
      endif()
    endforeach()
  endif()
endfunction()

# A target that costs more to compile than to run: lightly optimised whatever the build type, but for the sources named.
function(houvast_quick_build target)
  if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang" AND CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(${target} PRIVATE -O1)
    if(ARGN)
      set_property(SOURCE ${ARGN} APPEND PROPERTY COMPILE_OPTIONS "-O3")
    endif()
  endif()
endfunction()

# With CMAKE_UNITY_BUILD (pip, scripts/demo, scripts/test and the presets of the sanitizers and clang, whose builds take half
# the time by it or less) the files of a room are compiled together, eight at a time. So what stands in an unnamed namespace
# needs a name that is its own within the room. The other presets compile each file alone.
function(houvast_unity target)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    cmake_path(GET source PARENT_PATH folder)
    cmake_path(GET folder FILENAME room)
    math(EXPR count_${room} "${count_${room}}+1")
    math(EXPR batch "(${count_${room}}-1)/8")
    set_property(SOURCE "${source}" PROPERTY UNITY_GROUP "${room}_${batch}")
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
endfunction()
