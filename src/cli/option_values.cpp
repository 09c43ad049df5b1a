// SPDX-License-Identifier: Apache-2.0
#include "cli/option_values.h"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "base/each_part.h"
#include "base/text_file.h"
#include "rules/field_reader.h"

namespace suowen::cli {
namespace {

constexpr std::string_view kConfigName = ".suowen.yaml";
constexpr std::string_view kMap = "map";

std::string variable_of(std::string_view option) {
    std::string name = "SUOWEN_";
    for (const char c : option) {
        name += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return name;
}

std::vector<std::string_view> config_keys() {
    std::vector<std::string_view> keys;
    for (const OptionInfo& option : options()) {
        if (option.origins == Origins::everywhere) {
            keys.push_back(option.name);
        }
    }
    return keys;
}

const OptionInfo* find_config_key(std::string_view key) {
    for (const OptionInfo& option : options()) {
        if (option.origins == Origins::everywhere && option.name == key) {
            return &option;
        }
    }
    return nullptr;
}

// Reads one configuration file.
class ConfigReader {
public:
    explicit ConfigReader(const TextFile& file)
        : file_(file), reader_(file_.name, file_.text, problems_) {}

    Expected<OptionValues, Diagnostics> read() {
        Result<rules::Node> document = rules::parse_document(file_.text, file_.name);
        if (!document) {
            return unexpected(Diagnostics{std::move(document.error())});
        }
        if (!reader_.expect_map(*document, "the configuration")) {
            return unexpected(std::move(problems_));
        }
        const std::vector<std::string_view> keys = config_keys();
        reader_.check_keys(*document, keys);
        for (std::size_t i = 0; i < document->keys.size(); ++i) {
            if (const OptionInfo* option = find_config_key(document->keys[i].text)) {
                add(*option, document->items[i]);
            }
        }
        if (!problems_.empty()) {
            return unexpected(std::move(problems_));
        }
        return std::move(values_);
    }

private:
    void add(const OptionInfo& option, const rules::Node& node) {
        if (option.name == kMap && node.kind == rules::Node::Kind::map) {
            return add_maps(option, node);
        }
        const auto items = option.is_repeatable ? reader_.one_or_more(node, option.name)
                                                : std::vector<const rules::Node*>{&node};
        for (const rules::Node* item : items) {
            if (!item->is_scalar()) {
                reader_.error(
                    *item, fmt::format("\"{}\" takes one value", option.name), values_of(option));
                continue;
            }
            const SourceLocation place = reader_.location(*item);
            values_[std::string(option.name)].push_back(
                {text_of(option, *item), std::string(option.name), place, reader_.excerpt(place)});
        }
    }

    // Maps by name: each is for the files that have its fields.
    void add_maps(const OptionInfo& option, const rules::Node& maps) {
        for (std::size_t i = 0; i < maps.keys.size(); ++i) {
            const SourceLocation place = reader_.location(maps.items[i]);
            values_[std::string(kMap)].push_back(
                {fmt::format("{}:{}", maps.keys[i].text, maps.items[i].text),
                 std::string(option.name),
                 place,
                 reader_.excerpt(place)});
        }
    }

    // A path is relative to the folder of the file that holds it.
    std::string text_of(const OptionInfo& option, const rules::Node& node) const {
        if (!option.is_path() || node.text.empty()) {
            return node.text;
        }
        return (std::filesystem::path(file_.name).parent_path() / node.text).string();
    }

    const TextFile& file_;
    Diagnostics problems_;
    rules::FieldReader reader_;
    OptionValues values_;
};

Diagnostic bad_value(const OptionInfo& option, const OptionValue& value) {
    Diagnostic problem;
    problem.location = value.location;
    problem.message = fmt::format("\"{}\" is no value for {}", value.text, value.spelled);
    problem.help = rules::suggestion(value.text, option.words);
    if (problem.help.empty()) {
        problem.help = values_of(option);
    }
    problem.excerpt = value.excerpt;
    return problem;
}

// What is wrong with the value, if anything.
std::optional<Diagnostic> apply(const OptionInfo& option,
                                const OptionValue& value,
                                Settings& settings) {
    std::string text = value.text;
    if (option.kind == ValueKind::contents) {
        Result<TextFile> file = read_text_file(value.text, rules::kMaxDocumentBytes);
        if (!file) {
            return std::move(file.error());
        }
        text = std::move(file->text);
    }
    return option.apply(settings, text) ? std::nullopt : std::optional(bad_value(option, value));
}

}  // namespace

std::vector<std::string> unknown_variables() {
    constexpr std::string_view kPrefix = "SUOWEN_";
    std::vector<std::string> unknown;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view variable(*entry);
        const std::string name(variable.substr(0, variable.find('=')));
        const bool is_known =
            std::any_of(options().begin(), options().end(), [&](const OptionInfo& option) {
                return option.origins != Origins::command_line && variable_of(option.name) == name;
            });
        if (name.compare(0, kPrefix.size(), kPrefix) == 0 && !is_known) {
            unknown.push_back(name);
        }
    }
    std::sort(unknown.begin(), unknown.end());
    return unknown;
}

OptionValues values_from_environment() {
    OptionValues values;
    for (const OptionInfo& option : options()) {
        const std::string variable = variable_of(option.name);
        const char* text = std::getenv(variable.c_str());
        if (option.origins == Origins::command_line || text == nullptr || *text == '\0') {
            continue;
        }
        const auto add = [&](std::string_view part) {
            values[std::string(option.name)].push_back({std::string(part), variable, {}, {}});
        };
        if (option.is_repeatable) {
            each_part(text, ':', add);
        } else {
            add(text);
        }
    }
    return values;
}

Expected<OptionValues, Diagnostics> values_from_file(const std::string& path) {
    Result<TextFile> file = read_text_file(path, rules::kMaxDocumentBytes);
    if (!file) {
        return unexpected(Diagnostics{std::move(file.error())});
    }
    return ConfigReader(*file).read();
}

std::string find_config_file() {
    std::error_code problem;
    std::filesystem::path folder = std::filesystem::current_path(problem);
    while (!problem && !folder.empty()) {
        const std::filesystem::path candidate = folder / kConfigName;
        if (std::filesystem::is_regular_file(candidate, problem)) {
            return candidate.string();
        }
        problem.clear();
        if (folder == folder.parent_path()) {
            break;
        }
        folder = folder.parent_path();
    }
    return {};
}

void resolve_map_name(OptionValues& values, const OptionValues& file) {
    const auto chosen = values.find(kMap);
    const auto named = file.find(kMap);
    if (chosen == values.end() || named == file.end()) {
        return;
    }
    for (OptionValue& value : chosen->second) {
        for (const OptionValue& map : named->second) {
            const std::optional<input::FieldMap> fields = input::field_map_from(map.text);
            if (fields && !fields->name.empty() && fields->name == value.text) {
                value.text = map.text.substr(map.text.find(':') + 1);
                break;
            }
        }
    }
}

void add_missing(OptionValues& values, OptionValues more) {
    values.merge(more);
}

Diagnostics apply(const OptionValues& values, Command command, Settings& settings) {
    Diagnostics problems;
    for (const OptionInfo& option : options()) {
        const auto found = values.find(option.name);
        if (found == values.end() || !option.belongs_to(command)) {
            continue;
        }
        for (const OptionValue& value : found->second) {
            const bool is_from_elsewhere = value.spelled.rfind("--", 0) != 0;
            if (is_from_elsewhere && option.origins == Origins::command_line) {
                continue;
            }
            if (std::optional<Diagnostic> problem = apply(option, value, settings)) {
                problems.push_back(std::move(*problem));
            } else {
                settings.given.push_back({std::string(option.name), value.text});
            }
        }
    }
    return problems;
}

}  // namespace suowen::cli
