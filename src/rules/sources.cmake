target_sources(suowen_core PRIVATE
    rules/document.cpp
)
