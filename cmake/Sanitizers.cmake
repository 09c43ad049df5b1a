# One variable, set before any target: "address,undefined" or "thread".
set(SUOWEN_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize takes them")
if(SUOWEN_SANITIZE)
    add_compile_options(-fsanitize=${SUOWEN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${SUOWEN_SANITIZE})
endif()
