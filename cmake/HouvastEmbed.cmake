# Turns JSON files into one source file, so that the library needs no data directory at run time.
# houvast_embed(<output.cpp> FOLDER <folder> HEADER <header> FUNCTION <name> FILES <files...>): defines
# houvast::detail::<name>(), the files with their names relative to the folder.

set(HOUVAST_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/embed_script.cmake")

function(houvast_embed output)
  cmake_parse_arguments(PARSE_ARGV 1 embed "" "FOLDER;HEADER;FUNCTION" "FILES")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}" "-DFOLDER=${embed_FOLDER}" "-DHEADER=${embed_HEADER}"
            "-DFUNCTION=${embed_FUNCTION}" "-DFILES=${embed_FILES}" -P "${HOUVAST_EMBED_SCRIPT}"
    DEPENDS ${embed_FILES} "${HOUVAST_EMBED_SCRIPT}"
    COMMENT "Embedding ${embed_FOLDER}"
    VERBATIM)
endfunction()
