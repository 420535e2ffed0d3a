# Turns JSON files into one source file, so that the library needs no data directory at run time.
# houvast_embed(<output.cpp> <files...>): defines houvast::detail::embedded_file(name).

set(HOUVAST_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/embed_script.cmake")

function(houvast_embed output)
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}" "-DFILES=${ARGN}" -P "${HOUVAST_EMBED_SCRIPT}"
    DEPENDS ${ARGN} "${HOUVAST_EMBED_SCRIPT}"
    COMMENT "Embedding the instrument catalogue"
    VERBATIM)
endfunction()
