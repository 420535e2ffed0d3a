# Header-only private dependencies: the system's when present, else those that pip brought as build requirements.
# They are used inside src/ only and never reach a consumer, so plain include directories are enough.

find_package(Threads REQUIRED)

function(houvast_find_headers variable header python_package)
  if(NOT ${variable})
    find_path(${variable} ${header})
  endif()
  if(NOT ${variable})
    find_package(Python COMPONENTS Interpreter QUIET)
    if(Python_FOUND)
      execute_process(
        COMMAND "${Python_EXECUTABLE}" -c
                "import importlib.util as u, os; s = u.find_spec('${python_package}'); print(os.path.join(os.path.dirname(s.origin), 'include') if s else '')"
        OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
      if(found AND EXISTS "${found}/${header}")
        set(${variable} "${found}" CACHE PATH "Directory that holds ${header}" FORCE)
      endif()
    endif()
  endif()
  if(NOT ${variable})
    message(FATAL_ERROR "${header} not found. Install the system package, or 'pip install' the build requirements of "
                        "pyproject.toml, or set -D${variable}=<directory>.")
  endif()
endfunction()

houvast_find_headers(HOUVAST_BOOST_INCLUDE_DIR boost/version.hpp boost_headers)
houvast_find_headers(HOUVAST_JSON_INCLUDE_DIR nlohmann/json.hpp nlohmann_json)
