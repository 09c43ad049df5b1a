// SPDX-License-Identifier: Apache-2.0
#include "report/native_json.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string_view>

#include "base/json_writing.h"

namespace suowen::report {
namespace {

using suowen::write;  // Beside those below.

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void write_turn(Json& out, const Turn& turn) {
    out.StartObject();
    write(out, "role", name_of(turn.role));
    if (!turn.name.empty()) {
        write(out, "name", turn.name);
    }
    if (const std::string time = iso_time(turn.time); !time.empty()) {
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
