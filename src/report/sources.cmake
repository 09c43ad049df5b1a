target_sources(suowen_core PRIVATE
    report/formats.cpp
    report/highlights.cpp
    report/json.cpp
    report/json_objects.cpp
    report/labels.cpp
    report/ndjson.cpp
    report/text.cpp
    report/text_page.cpp
    report/words.cpp
)
