target_sources(suowen_core PRIVATE
    base/descriptor_buffer.cpp
    base/digest.cpp
    base/file_identity.cpp
    base/glob.cpp
    base/json_writing.cpp
    base/text_file.cpp
)
