target_sources(suowen_core PRIVATE
    base/digest.cpp
)
