target_sources(suowen_core PRIVATE
    cli/run.cpp
)
