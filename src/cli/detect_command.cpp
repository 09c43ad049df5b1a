// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <variant>

#include "cli/commands.h"
#include "cli/conversations.h"
#include "cli/environment.h"
#include "cli/json_writer.h"
#include "report/labels.h"
#include "report/text_page.h"
#include "text/display_width.h"

namespace suowen::cli {
namespace {

// What one file holds.
struct Contents {
    input::ReadFile file;
    std::uint64_t conversations = 0;
    std::map<Role, std::uint64_t> turns;
    std::uint64_t timed = 0;  // Turns whose instant is known.
    std::optional<std::chrono::year_month_day> first;
    std::optional<std::chrono::year_month_day> last;
    Diagnostics remarks;
};

using ContentsByPath = std::map<std::string, Contents, std::less<>>;

void add(Contents& contents, const Turn& turn) {
    ++contents.turns[turn.role];
    contents.timed += turn.time.at ? 1 : 0;
    if (turn.time.day) {
        contents.first = std::min(contents.first.value_or(*turn.time.day), *turn.time.day);
        contents.last = std::max(contents.last.value_or(*turn.time.day), *turn.time.day);
    }
}

// A conversation that goes on in another file is one in each.
void add(ContentsByPath& contents, const Conversation& conversation) {
    std::set<std::string_view> paths = {conversation.source.path};
    for (const Turn& turn : conversation.turns) {
        const std::string_view path = path_of(conversation, turn);
        paths.insert(path);
        add(contents[std::string(path)], turn);
    }
    for (const std::string_view path : paths) {
        ++contents[std::string(path)].conversations;
    }
}

std::string day_text(std::optional<std::chrono::year_month_day> day) {
    return day ? iso_day(*day) : std::string("-");
}

std::uint64_t count(const Contents& contents, Role role) {
    const auto found = contents.turns.find(role);
    return found == contents.turns.end() ? 0 : found->second;
}

void write_json(const std::vector<Contents>& all, std::ostream& out) {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    const auto number = [&](std::string_view key, std::uint64_t value) {
        write(json, key);
        json.Uint64(value);
    };
    json.StartArray();
    for (const Contents& each : all) {
        json.StartObject();
        write(json, "path", each.file.path);
        write(json, "format", each.file.format);
        number("confidence", static_cast<std::uint64_t>(each.file.confidence));
        write(json, "encoding", each.file.encoding);
        number("conversations", each.conversations);
        number("customer_turns", count(each, Role::customer));
        number("agent_turns", count(each, Role::agent));
        number("bot_turns", count(each, Role::bot));
        number("system_turns", count(each, Role::system));
        number("timed_turns", each.timed);
        write(json, "first_day", each.first ? day_text(each.first) : "");
        write(json, "last_day", each.last ? day_text(each.last) : "");
        number("skipped_records", each.file.skipped_records);
        write(json, "remarks");
        json.StartArray();
        for (const Diagnostic& remark : each.remarks) {
            write(json, remark.message);
        }
        json.EndArray();
        json.EndObject();
    }
    json.EndArray();
    out << std::string_view(buffer.GetString(), buffer.GetSize()) << '\n';
}

std::string days_of(const Contents& contents) {
    return contents.first == contents.last
               ? day_text(contents.first)
               : day_text(contents.first) + " – " + day_text(contents.last);
}

// A file's path, and its facts below: paths are as long as they like.
void print(const std::vector<Contents>& all, Language language, report::TextPage page) {
    const auto word = [language](const char* zh, const char* en) {
        return language == Language::zh ? zh : en;
    };
    for (const Contents& each : all) {
        page.line(text::printable(each.file.path), report::Style::bold);
        page.line(fmt::format("  {} {} %  {}  {}",
                              each.file.format,
                              each.file.confidence,
                              each.file.encoding,
                              counted(each.conversations, report::Noun::conversation, language)));
        std::string turns;
        for (const auto& [role, title] : {std::pair(Role::customer, word("客户", "customer")),
                                          std::pair(Role::agent, word("客服", "agent")),
                                          std::pair(Role::bot, word("机器人", "bot")),
                                          std::pair(Role::system, word("系统", "system"))}) {
            turns += fmt::format("  {} {}", title, count(each, role));
        }
        turns += fmt::format("  {} {}", word("有时间", "timed"), each.timed);
        if (each.first) {
            turns += "  " + days_of(each);
        }
        if (each.file.skipped_records > 0) {
            turns +=
                "  " + counted(each.file.skipped_records, report::Noun::skipped_record, language);
        }
        page.line(turns);
    }
}

}  // namespace

ExitCode detect(const Settings& settings, const Streams& io) {
    const DiagnosticPrinter printer(settings, io);
    input::ConversationStream input(input_options(settings, io));
    ContentsByPath contents;
    bool is_all_read = true;
    while (std::optional<input::StreamItem> item = input.next()) {
        if (auto* diagnostic = std::get_if<Diagnostic>(&*item)) {
            is_all_read = is_all_read && diagnostic->level != DiagnosticLevel::error;
            printer.print(*diagnostic);
            contents[diagnostic->location.path].remarks.push_back(std::move(*diagnostic));
        } else {
            add(contents, std::get<Conversation>(*item));
        }
    }
    std::vector<Contents> all;
    for (input::ReadFile& file : input.take_read_files()) {
        Contents found = std::move(contents[file.path]);
        found.file = std::move(file);
        all.push_back(std::move(found));
    }
    if (settings.format == "json") {
        write_json(all, io.out);
    } else if (!all.empty()) {
        print(all,
              language_of(settings),
              {io.out, wants_color(settings.color, io.out_is_terminal), io.columns});
    }
    return is_all_read ? ExitCode::clean : ExitCode::unread;
}

}  // namespace suowen::cli
