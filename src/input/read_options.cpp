// SPDX-License-Identifier: Apache-2.0
#include "input/read_options.h"

#include <unicode/timezone.h>

#include <algorithm>
#include <array>
#include <memory>

#include "input/blank.h"
#include "input/time_parser.h"

namespace suowen::input {

namespace {

std::string* field_of(FieldMap& map, std::string_view name) {
    struct Field {
        std::string_view name;
        std::string FieldMap::*member;
    };

    constexpr auto kFields = std::to_array<Field>({{"messages", &FieldMap::messages},
                                                   {"time", &FieldMap::time},
                                                   {"sender", &FieldMap::sender},
                                                   {"text", &FieldMap::text},
                                                   {"conversation", &FieldMap::conversation},
                                                   {"role", &FieldMap::role},
                                                   {"self", &FieldMap::self}});
    for (const Field& field : kFields) {
        if (field.name == name) {
            return &(map.*field.member);
        }
    }
    return nullptr;
}

}  // namespace

std::optional<FieldMap> field_map_from(std::string_view written) {
    FieldMap map;
    const std::size_t colon = written.find(':');
    if (colon < written.find('=')) {
        map.name = trimmed(written.substr(0, colon));
        written.remove_prefix(colon + 1);
    }
    while (!written.empty()) {
        const std::size_t end = std::min(written.find(','), written.size());
        const std::string_view part = written.substr(0, end);
        written.remove_prefix(std::min(end + 1, written.size()));
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos || equals + 1 == part.size()) {
            return std::nullopt;
        }
        std::string* const field = field_of(map, trimmed(part.substr(0, equals)));
        if (field == nullptr) {
            return std::nullopt;
        }
        *field = trimmed(part.substr(equals + 1));
    }
    const bool tells_speaker = !map.sender.empty() || !map.role.empty() || !map.self.empty();
    return !map.text.empty() && tells_speaker ? std::optional(map) : std::nullopt;
}

std::optional<std::chrono::minutes> zone_from(const std::string& written) {
    // The parser of times reads offsets; any time will do in front of one.
    if (const auto parsed = parse_time_prefix("2000-01-01T00:00:00" + written);
        parsed && parsed->time.at && parsed->size == 19 + written.size()) {
        return parsed->time.at->offset;
    }
    const std::unique_ptr<icu::TimeZone> zone(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(written)));
    if (zone == nullptr || *zone == icu::TimeZone::getUnknown()) {
        return std::nullopt;
    }
    return std::chrono::duration_cast<std::chrono::minutes>(
        std::chrono::milliseconds(zone->getRawOffset()));
}

TurnTime ReadOptions::completed(TurnTime time) const {
    if (time.at) {
        if (zone && time.at->offset == std::chrono::minutes(0)) {
            // An epoch number has no zone of its own; the day is that of the place.
            time.at->offset = *zone;
            time.day = std::chrono::year_month_day(local_day(*time.at));
        }
        return time;
    }
    if (!time.day && time.month_day && year) {
        const std::chrono::year_month_day day = *year / *time.month_day;
        time.day = day.ok() ? std::optional(day) : std::nullopt;
    }
    if (time.day && time.clock && zone) {
        const std::chrono::sys_time<Milliseconds> local =
            std::chrono::sys_days(*time.day) + *time.clock;
        time.at = Timestamp{local - *zone, *zone};
    }
    return time;
}

}  // namespace suowen::input
