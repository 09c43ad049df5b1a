// SPDX-License-Identifier: Apache-2.0
#include "cli/rule_json.h"

#include <chrono>
#include <optional>
#include <string_view>

#include "cli/json_writer.h"
#include "model/timestamp.h"

namespace suowen::cli {
namespace {

using cli::write;  // Beside the ones below.

void write(JsonWriter& out, std::string_view key, const Bilingual& text) {
    write(out, key);
    out.StartObject();
    write(out, "zh", text.zh);
    write(out, "en", text.en);
    out.EndObject();
}

template <class Item, class NameOf>
void write_list(JsonWriter& out,
                std::string_view key,
                const std::vector<Item>& items,
                NameOf name) {
    write(out, key);
    out.StartArray();
    for (const Item& item : items) {
        write(out, name(item));
    }
    out.EndArray();
}

std::string_view itself(const std::string& text) {
    return text;
}

void write_day(JsonWriter& out,
               std::string_view key,
               const std::optional<std::chrono::year_month_day>& day) {
    write(out, key);
    if (day) {
        write(out, iso_day(*day));
    } else {
        out.Null();
    }
}

void write(JsonWriter& out, const RuleInfo& rule) {
    out.StartObject();
    write(out, "id", rule.id);
    write(out, "title", rule.title);
    write(out, "category", rule.category);
    write(out, "severity", name_of(rule.severity));
    write_list(out, "statutes", rule.statutes, itself);
    write_list(out, "consequence", rule.consequence, [](Consequence c) { return name_of(c); });
    write_list(out, "to_check", rule.to_check, [](OpenFact fact) { return name_of(fact); });
    write(out, "advice", rule.advice);
    out.EndObject();
}

void write(JsonWriter& out, const Statute& statute) {
    out.StartObject();
    write(out, "id", statute.id);
    write(out, "law", statute.law);
    write(out, "article", statute.article);
    write_day(out, "in_force_from", statute.in_force_from);
    write_day(out, "in_force_until", statute.in_force_until);
    write(out, "text", statute.text);
    write(out, "gist", statute.gist_en);
    write_list(out, "consequence", statute.consequence, [](Consequence c) { return name_of(c); });
    write_list(out, "replaces", statute.replaces, itself);
    out.EndObject();
}

}  // namespace

std::string rules_as_json(const std::vector<const RuleInfo*>& rules) {
    rapidjson::StringBuffer buffer;
    JsonWriter out(buffer);
    out.StartArray();
    for (const RuleInfo* rule : rules) {
        write(out, *rule);
    }
    out.EndArray();
    return {buffer.GetString(), buffer.GetSize()};
}

std::string statutes_as_json(const std::map<std::string, Statute, std::less<>>& statutes) {
    rapidjson::StringBuffer buffer;
    JsonWriter out(buffer);
    out.StartArray();
    for (const auto& [id, statute] : statutes) {
        write(out, statute);
    }
    out.EndArray();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace suowen::cli
