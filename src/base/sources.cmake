target_sources(suowen_core PRIVATE
    base/digest.cpp
    base/glob.cpp
    base/json_writing.cpp
    base/text_file.cpp
)
