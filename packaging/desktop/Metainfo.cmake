# Writes the AppStream metadata to `output`. Its pictures lie in the sources, and AppStream takes them from the web
# only: without an address (MASCLET_WEB) there are none in it.
function(masclet_metainfo web output)
    set(MASCLET_WEB ${web})
    set(MASCLET_SCREENSHOTS "")
    if(web)
        file(READ ${CMAKE_SOURCE_DIR}/packaging/desktop/screenshots.xml.in screenshots)
        string(CONFIGURE "${screenshots}" MASCLET_SCREENSHOTS @ONLY)
    endif()
    configure_file(${CMAKE_SOURCE_DIR}/packaging/desktop/org.masclet.backup.metainfo.xml.in ${output} @ONLY)
endfunction()
