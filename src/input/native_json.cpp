// SPDX-License-Identifier: Apache-2.0
#include "input/native_json.h"

#include <fmt/format.h>

#include <utility>

#include <cstring>

#include "input/blank.h"
#include "input/excerpt.h"
#include "input/place.h"
#include "input/speaker.h"
#include "input/time_parser.h"

// Hands the error of the fast parser up to whoever holds the text.
#define SUOWEN_TRY(expression)                                     \
    do {                                                           \
        if (const simdjson::error_code try_error = (expression)) { \
            return try_error;                                      \
        }                                                          \
    } while (false)

namespace suowen::input {
namespace {

using simdjson::error_code;
using simdjson::ondemand::json_type;
using simdjson::ondemand::value;

std::string_view token_of(value from) {
    std::string_view token = from.raw_json_token();
    while (!token.empty() && is_blank(token.back())) {
        token.remove_suffix(1);
    }
    return token;
}

// Calls `visit(key, value)` for each field, until one returns an error.
template <class Visit>
error_code for_each_field(simdjson::ondemand::object object, Visit&& visit) {
    for (auto result : object) {
        simdjson::ondemand::field field;
        std::string_view key;
        SUOWEN_TRY(std::move(result).get(field));
        SUOWEN_TRY(field.unescaped_key().get(key));
        SUOWEN_TRY(visit(key, field.value()));
    }
    return simdjson::SUCCESS;
}

// Most strings have no escapes; copying them is much faster than having them unescaped.
error_code read_string(value from, std::string_view& text) {
    const std::string_view token = token_of(from);
    if (token.size() >= 2 && token.front() == '"' && token.back() == '"' &&
        std::memchr(token.data(), '\\', token.size()) == nullptr) {
        text = token.substr(1, token.size() - 2);
        simdjson::ondemand::raw_json_string consumed;
        return from.get_raw_json_string().get(consumed);
    }
    return from.get_string().get(text);
}

// A string, or a number as it is written; empty for anything else.
error_code read_text_or_number(value from, std::string_view& text) {
    json_type type{};
    SUOWEN_TRY(from.type().get(type));
    if (type == json_type::string) {
        return read_string(from, text);
    }
    text = type == json_type::number ? token_of(from) : std::string_view();
    return simdjson::SUCCESS;
}

}  // namespace

Diagnostic NativeConversationParser::error_at(const char* place, std::string message) {
    place_.advance_to(place);
    return diagnostic_at(DiagnosticLevel::error,
                         {path_, place_.line(), place_.column_of(place), place_.offset_of(place)},
                         std::move(message));
}

error_code NativeConversationParser::parse(simdjson::ondemand::object object,
                                           const char* object_begin,
                                           ParsedConversation& parsed) {
    place_.advance_to(object_begin);
    parsed_ = &parsed;
    turns_.clear();
    labels_.clear();
    skipped_turns_ = 0;
    Conversation conversation;
    conversation.source = {path_, place_.line(), 0, place_.offset_of(object_begin)};
    Diagnostic no_conversation = error_at(object_begin, "not a conversation: no \"turns\"");
    bool has_turns = false;
    const auto read_field = [&](std::string_view key, value content) -> error_code {
        std::string_view text;
        if (key == "id") {
            SUOWEN_TRY(read_text_or_number(content, text));
            conversation.id = conversation.arena.store(text);
        } else if (key == "channel") {
            SUOWEN_TRY(read_text_or_number(content, text));
            conversation.channel = conversation.arena.store(text);
        } else if (key == "cut_off") {
            json_type type{};
            SUOWEN_TRY(content.type().get(type));
            if (type == json_type::boolean) {
                SUOWEN_TRY(content.get_bool().get(conversation.is_cut_off));
            }
        } else if (key == "turns") {
            has_turns = true;
            SUOWEN_TRY(parse_turns(content, conversation.arena));
        }
        return simdjson::SUCCESS;
    };
    SUOWEN_TRY(for_each_field(object, read_field));
    if (!has_turns) {
        parsed.diagnostics.push_back(std::move(no_conversation));
        ++parsed.skipped_records;
        return simdjson::SUCCESS;
    }
    report_skipped_turns();
    if (conversation.id.empty()) {
        conversation.id = conversation.arena.store(fmt::format("#{}", conversation.source.line));
    }
    conversation.turns.assign(turns_.begin(), turns_.end());
    conversation.labels = std::exchange(labels_, {});
    parsed.conversation = std::move(conversation);
    return simdjson::SUCCESS;
}

error_code NativeConversationParser::parse_turns(value list, TextArena& arena) {
    turns_.clear();
    labels_.clear();
    turn_index_ = 0;
    json_type type{};
    SUOWEN_TRY(list.type().get(type));
    if (type != json_type::array) {
        skip_turn(token_of(list).data(), "is no list");
        return simdjson::SUCCESS;
    }
    simdjson::ondemand::array array;
    SUOWEN_TRY(list.get_array().get(array));
    for (auto result : array) {
        value element;
        SUOWEN_TRY(std::move(result).get(element));
        SUOWEN_TRY(parse_element(element, arena));
        ++turn_index_;
    }
    return simdjson::SUCCESS;
}

error_code NativeConversationParser::parse_element(value element, TextArena& arena) {
    const char* const begin = token_of(element).data();
    json_type type{};
    SUOWEN_TRY(element.type().get(type));
    if (type != json_type::object) {
        skip_turn(begin, "is no object");
        return simdjson::SUCCESS;
    }
    simdjson::ondemand::object object;
    SUOWEN_TRY(element.get_object().get(object));
    return parse_turn(object, begin, arena);
}

error_code NativeConversationParser::parse_turn(simdjson::ondemand::object object,
                                                const char* begin,
                                                TextArena& arena) {
    place_.advance_to(begin);
    TurnDraft draft;
    draft.begin = begin;
    draft.turn.line = place_.line();
    draft.turn.offset_bytes = place_.offset_of(begin);
    SUOWEN_TRY(for_each_field(object, [&](std::string_view key, value content) {
        return parse_turn_field(key, content, draft, arena);
    }));
    if (!draft.has_role) {
        skip_turn(begin, "has no role");
    } else if (!draft.role) {
        skip_turn(begin, fmt::format("has the unknown role \"{}\"", draft.role_word));
    } else if (!draft.has_text) {
        skip_turn(begin, "has no text");
    } else {
        Turn& turn = draft.turn;
        turn.role = *draft.role;
        turn.kind = turn.text.empty() || kind_of(turn.text) == TurnKind::attachment
                        ? TurnKind::attachment
                        : turn.kind;
        if (draft.label) {
            draft.label->turn = static_cast<std::uint32_t>(turns_.size());
            labels_.push_back(std::move(*draft.label));
        }
        turns_.push_back(turn);
    }
    return simdjson::SUCCESS;
}

error_code NativeConversationParser::parse_label(value content,
                                                 TurnDraft& draft,
                                                 TextArena& arena) {
    json_type type{};
    SUOWEN_TRY(content.type().get(type));
    if (type != json_type::object) {
        return simdjson::SUCCESS;
    }
    draft.label.emplace();
    simdjson::ondemand::object object;
    SUOWEN_TRY(content.get_object().get(object));
    return for_each_field(object, [&](std::string_view key, value field) -> error_code {
        std::string_view text;
        SUOWEN_TRY(field.type().get(type));
        if (key == "verdict") {
            SUOWEN_TRY(read_text_or_number(field, text));
            draft.label->verdict = arena.store(text);
        } else if (key == "risks" && type == json_type::array) {
            simdjson::ondemand::array risks;
            SUOWEN_TRY(field.get_array().get(risks));
            for (auto element : risks) {
                value risk;
                SUOWEN_TRY(std::move(element).get(risk));
                SUOWEN_TRY(read_text_or_number(risk, text));
                draft.label->risks.push_back(arena.store(text));
            }
        }
        return simdjson::SUCCESS;
    });
}

error_code NativeConversationParser::parse_turn_field(std::string_view key,
                                                      value content,
                                                      TurnDraft& draft,
                                                      TextArena& arena) {
    std::string_view text;
    if (key == "text") {
        json_type type{};
        SUOWEN_TRY(content.type().get(type));
        draft.has_text =
            type == json_type::string || type == json_type::number || type == json_type::null;
        SUOWEN_TRY(read_text_or_number(content, text));
        draft.turn.text = arena.store(text);
    } else if (key == "role") {
        SUOWEN_TRY(read_text_or_number(content, text));
        draft.has_role = true;
        draft.role = role_from_word(text);
        if (!draft.role) {
            draft.role_word = excerpt(text);
        }
    } else if (key == "name") {
        SUOWEN_TRY(read_text_or_number(content, text));
        draft.turn.name = arena.store(text);
    } else if (key == "time") {
        SUOWEN_TRY(parse_time_field(content, draft.begin, draft.turn.time));
    } else if (key == "kind") {
        SUOWEN_TRY(read_text_or_number(content, text));
        draft.turn.kind = text == "attachment" ? TurnKind::attachment : TurnKind::text;
    } else if (key == "label") {
        SUOWEN_TRY(parse_label(content, draft, arena));
    }
    return simdjson::SUCCESS;
}

error_code NativeConversationParser::parse_time_field(value content,
                                                      const char* turn_begin,
                                                      TurnTime& time) {
    std::string_view text;
    SUOWEN_TRY(read_text_or_number(content, text));
    const std::optional<TurnTime> parsed = parse_time(text);
    if (!parsed && !text.empty() && !std::exchange(noted_time_, true)) {
        Diagnostic note = error_at(
            turn_begin, fmt::format("unreadable time \"{}\"; waits are not known", excerpt(text)));
        note.level = DiagnosticLevel::note;
        note.help = "write times as ISO 8601, like 2026-03-01T10:00:00+08:00";
        parsed_->diagnostics.push_back(std::move(note));
    }
    time = options_.completed(parsed.value_or(TurnTime{}));
    return simdjson::SUCCESS;
}

void NativeConversationParser::skip_turn(const char* turn_begin, std::string_view reason) {
    if (skipped_turns_++ == 0) {
        first_skipped_ =
            error_at(turn_begin, fmt::format("turns[{}] {}, skipped", turn_index_, reason));
    }
}

void NativeConversationParser::report_skipped_turns() {
    if (skipped_turns_ == 0) {
        return;
    }
    parsed_->skipped_records += skipped_turns_;
    if (skipped_turns_ > 1) {
        first_skipped_.message += fmt::format("; and {} more turns", skipped_turns_ - 1);
    }
    first_skipped_.help = "a turn needs a role (customer, agent, bot or system) and a text";
    parsed_->diagnostics.push_back(std::move(first_skipped_));
}

}  // namespace suowen::input
