add_library(suowen_warnings INTERFACE)
target_compile_options(suowen_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor)
option(SUOWEN_WERROR "Treat warnings as errors" OFF)
if(SUOWEN_WERROR)
    target_compile_options(suowen_warnings INTERFACE -Werror)
endif()
