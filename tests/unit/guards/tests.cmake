target_sources(unit_tests PRIVATE
    guards/tree_test.cpp
)
