// SPDX-License-Identifier: Apache-2.0
#include "report/native_json.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdlib>
#include <string_view>

#include "base/json_writing.h"

namespace suowen::report {
namespace {

using suowen::write;  // Beside those below.

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

// `clock` to the second, with milliseconds where there are any.
std::string clock_text(Milliseconds clock) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(clock);
    const auto rest = (clock - seconds).count();
    const std::int64_t total = seconds.count();
    std::string text = fmt::format("{:02}:{:02}:{:02}", total / 3600, total / 60 % 60, total % 60);
    return rest == 0 ? text : text + fmt::format(".{:03}", rest);
}

// As much of a time as is known; empty for none.
std::string time_text(const TurnTime& time) {
    if (time.at) {
        const auto local = time.at->instant + time.at->offset;
        const auto day = std::chrono::floor<std::chrono::days>(local);
        const std::int64_t offset = time.at->offset.count();
        return fmt::format("{}T{}{}{:02}:{:02}",
                           iso_day(std::chrono::year_month_day(day)),
                           clock_text(local - day),
                           offset < 0 ? '-' : '+',
                           std::abs(offset) / 60,
                           std::abs(offset) % 60);
    }
    if (time.day) {
        return iso_day(*time.day) + (time.clock ? "T" + clock_text(*time.clock) : std::string());
    }
    return {};
}

void write_turn(Json& out, const Turn& turn) {
    out.StartObject();
    write(out, "role", name_of(turn.role));
    if (!turn.name.empty()) {
        write(out, "name", turn.name);
    }
    if (const std::string time = time_text(turn.time); !time.empty()) {
        write(out, "time", time);
    }
    write(out, "text", turn.text);
    if (turn.kind == TurnKind::attachment) {
        write(out, "kind", "attachment");
    }
    out.EndObject();
}

void write(Json& out, const Conversation& conversation, Origin origin) {
    out.StartObject();
    write(out, "id", conversation.id);
    if (!conversation.channel.empty()) {
        write(out, "channel", conversation.channel);
    }
    if (origin == Origin::named) {
        write(out, "source", conversation.source.path);
        write(out, "line");
        out.Uint64(conversation.source.line);
    }
    if (conversation.is_cut_off) {
        write(out, "cut_off");
        out.Bool(true);
    }
    write(out, "turns");
    out.StartArray();
    for (const Turn& turn : conversation.turns) {
        write_turn(out, turn);
    }
    out.EndArray();
    out.EndObject();
}

}  // namespace

std::string native_json(const Conversation& conversation, Origin origin) {
    rapidjson::StringBuffer buffer;
    Json out(buffer);
    write(out, conversation, origin);
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace suowen::report
