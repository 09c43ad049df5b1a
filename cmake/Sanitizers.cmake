# One variable, set before any target: "address,undefined" or "thread".
set(SUOWEN_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize takes them")
if(SUOWEN_SANITIZE)
    add_compile_options(-fsanitize=${SUOWEN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    # GCC 12 warns falsely of these in std::string and Catch2 once it instruments them.
    add_compile_options(-Wno-maybe-uninitialized -Wno-restrict)
    add_link_options(-fsanitize=${SUOWEN_SANITIZE})
endif()
