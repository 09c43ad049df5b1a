add_library(suowen_warnings INTERFACE)
target_compile_options(suowen_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor)
# GCC 12 warns of std::string's own operator+ and assign (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(suowen_warnings INTERFACE -Wno-restrict)
endif()
option(SUOWEN_WERROR "Treat warnings as errors" OFF)
if(SUOWEN_WERROR)
    target_compile_options(suowen_warnings INTERFACE -Werror)
endif()
