target_sources(unit_tests PRIVATE
    input/conversation_stream_test.cpp
    input/time_parser_test.cpp
)
