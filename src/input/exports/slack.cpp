// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_set>

#include "input/archive.h"
#include "input/exports/exports.h"
#include "input/html_text.h"
#include "input/json_export.h"
#include "input/time_parser.h"

namespace suowen::input {
namespace {

struct Sent {
    std::string thread;  // The `ts` of the message that began it; empty outside of threads.
    std::string ts;
    std::string user;
    std::string text;
    std::uint64_t line = 0;
    std::uint64_t offset_bytes = 0;
};

// The part of a path between the last two slashes: a folder is a channel.
std::string channel_of(const std::string& path) {
    const std::size_t end = path.rfind('/');
    if (end == std::string::npos) {
        return {};
    }
    const std::size_t begin = path.find_last_of("/!", end - 1);
    return path.substr(begin == std::string::npos ? 0 : begin + 1,
                       end - (begin == std::string::npos ? 0 : begin + 1));
}

void remember(simdjson::dom::element user, AccountNames& names) {
    const std::string_view real = text_at(user, "real_name");
    names[id_at(user, "id")] = real.empty() ? text_at(user, "name") : real;
}

AccountNames read_users(std::string_view json) {
    AccountNames names;
    simdjson::dom::parser parser;
    simdjson::dom::array users;
    if (parser.parse(json.data(), json.size(), true).get(users) == simdjson::SUCCESS) {
        for (const simdjson::dom::element user : users) {
            remember(user, names);
        }
    }
    return names;
}

// users.json lies beside the folders of the channels, in an archive often behind them.
const AccountNames& names_for(const std::string& path, const ReadOptions& options) {
    constexpr std::size_t kLargest = std::size_t{16} << 20U;
    const std::string folder = path.substr(0, std::min(path.rfind('/'), path.size()));
    const std::string users = folder.substr(0, folder.find_last_of("/!") + 1) + "users.json";
    const auto known = options.names.find(users);
    if (known != options.names.end()) {
        return known->second;
    }
    const std::optional<std::string> json = read_file_at(users, kLargest, options.password);
    return options.names[users] = json ? read_users(*json) : AccountNames();
}

std::string_view name_in(const AccountNames& names, std::string_view account) {
    const auto known = names.find(account);
    return known == names.end() ? account : std::string_view(known->second);
}

// <@U1> and <https://example.com|a page> as they are shown.
std::string shown(std::string_view text, const AccountNames& names) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = std::min(text.find('<', at), text.size());
        const std::size_t close = text.find('>', open);
        out += text.substr(at, open - at);
        if (close == std::string_view::npos) {
            out += text.substr(open);
            break;
        }
        std::string_view inside = text.substr(open + 1, close - open - 1);
        const std::size_t bar = inside.find('|');
        if (inside.starts_with('@')) {
            out += "@";
            out += name_in(names, inside.substr(1, bar - 1));
        } else {
            out += bar == std::string_view::npos ? inside : inside.substr(bar + 1);
        }
        at = close + 1;
    }
    return out;
}

// A thread is a conversation; so is what is said in the channel outside of threads.
void put(const std::vector<Sent>& day,
         const std::string& channel,
         const AccountNames& names,
         MessageShelf& shelf) {
    std::unordered_set<std::string_view> threads;
    for (const Sent& sent : day) {
        threads.insert(sent.thread);
    }
    shelf.set_channel(channel);
    for (const Sent& sent : day) {
        const std::string& thread = threads.contains(sent.ts) ? sent.ts : sent.thread;
        ConversationBuilder::Message message;
        message.name = name_in(names, sent.user);
        message.account = sent.user;
        message.id = sent.ts;
        message.text = sent.text;
        message.time = parse_time(sent.ts).value_or(TurnTime{});
        message.line = sent.line;
        message.offset_bytes = sent.offset_bytes;
        shelf.add(thread.empty() ? channel : channel + "/" + thread, message);
    }
}

ExportHandler start(const std::string& path, const ReadOptions& options) {
    const AccountNames& names = names_for(path, options);
    return [day = std::vector<Sent>(), channel = channel_of(path), &names](
               const ExportedValue& item, MessageShelf& shelf) mutable {
        constexpr std::size_t kMostMessages = 5000;
        if (item.path != 0) {
            return put(day, channel, names, shelf);
        }
        if (text_at(item.value, "type") != "message" ||
            (!text_at(item.value, "subtype").empty() &&
             text_at(item.value, "subtype") != "bot_message")) {
            return shelf.leave_out("event");
        }
        if (day.size() == kMostMessages) {
            put(day, channel, names, shelf);
            day.clear();
        }
        const std::string user = id_at(item.value, "user");
        day.push_back({id_at(item.value, "thread_ts"),
                       id_at(item.value, "ts"),
                       user.empty() ? id_at(item.value, "bot_id") : user,
                       without_entities(shown(text_at(item.value, "text"), names)),
                       item.line,
                       item.offset_bytes});
    };
}

Confidence detect(std::string_view head) {
    return is_list(head) && has_keys(head, {"type", "ts", "text"}) ? 96 : 0;
}

std::unique_ptr<TranscriptReader> open(LineReader& lines, const ReadOptions& options) {
    return open_json_export(lines, options, {false, {"/*"}, start});
}

// The first id is one as Slack gives them to users, channels and the like: U1, C024BE91L.
bool has_slack_id(std::string_view head) {
    constexpr std::string_view kKey = "\"id\"";
    std::string_view id = head.substr(std::min(head.find(kKey), head.size()));
    id.remove_prefix(std::min(id.find_first_not_of(" \t\r\n:", kKey.size()), id.size()));
    if (id.size() < 3 || id.front() != '"' || std::string_view("UWCGD").find(id[1]) == id.npos) {
        return false;
    }
    const std::size_t end = id.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 1);
    return end == id.npos || id[end] == '"';
}

// Who is who, and which channels there are; no messages.
Confidence detect_list(std::string_view head) {
    return is_list(head) && has_slack_id(head) && !has_keys(head, {"text"}) &&
                   (has_keys(head, {"name"}) || has_keys(head, {"members"}))
               ? 60
               : 0;
}

std::unique_ptr<TranscriptReader> open_list(LineReader& lines, const ReadOptions& options) {
    // Out of an archive in a pipe names can be had only here, as they come by.
    const auto start_list = [](const std::string& path, const ReadOptions& read) {
        AccountNames* const names = path.ends_with("users.json") ? &read.names[path] : nullptr;
        return [names](const ExportedValue& item, MessageShelf&) {
            if (names != nullptr && item.path == 0) {
                remember(item.value, *names);
            }
        };
    };
    return open_json_export(lines, options, {false, {"/*"}, start_list});
}

}  // namespace

TranscriptFormat slack_format() {
    return {"slack",
            "a day of a channel in a Slack export",
            detect,
            open,
            Content::messages,
            Ids::of_desk};
}

TranscriptFormat slack_list_format() {
    return {"slack-list",
            "users.json or channels.json of a Slack export; holds no messages",
            detect_list,
            open_list,
            Content::lists};
}

}  // namespace suowen::input
