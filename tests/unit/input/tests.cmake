target_sources(unit_tests PRIVATE
    input/archive_test.cpp
    input/conversation_stream_test.cpp
    input/csv_reader_test.cpp
    input/exports_test.cpp
    input/field_map_test.cpp
    input/html_text_test.cpp
    input/json_reader_test.cpp
    input/json_splitter_test.cpp
    input/jsonl_reader_test.cpp
    input/line_reader_test.cpp
    input/path_walk_test.cpp
    input/speaker_test.cpp
    input/text_decoder_test.cpp
    input/text_reader_test.cpp
    input/time_parser_test.cpp
    input/traps_test.cpp
)
