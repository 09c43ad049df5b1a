target_sources(suowen_core PRIVATE
    input/byte_source.cpp
    input/conversation_stream.cpp
    input/encoding_guess.cpp
    input/format_table.cpp
    input/json_fault.cpp
    input/jsonl_reader.cpp
    input/line_reader.cpp
    input/native_json.cpp
    input/path_walk.cpp
    input/speaker.cpp
    input/text_decoder.cpp
    input/time_parser.cpp
)
