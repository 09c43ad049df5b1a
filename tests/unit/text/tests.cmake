target_sources(unit_tests PRIVATE
    text/alternatives_test.cpp
    text/display_width_test.cpp
    text/normalizer_test.cpp
    text/pattern_set_test.cpp
    text/personal_data_test.cpp
    text/whole_words_test.cpp
)
