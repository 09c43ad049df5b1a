target_sources(suowen_core PRIVATE
    report/formats.cpp
    report/json.cpp
    report/json_objects.cpp
    report/ndjson.cpp
    report/words.cpp
)
