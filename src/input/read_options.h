// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "input/role_policy.h"
#include "model/timestamp.h"

namespace suowen::input {

// Which field of a table or of JSON holds what. In JSON they are pointers: `messages` to the list
// of messages ("/data/*", with `*` for each element), the others into a message.
struct FieldMap {
    // In the configuration; empty for one that was asked for, and whose absence is told.
    std::string name;
    std::string messages;
    std::string time;
    std::string sender;
    std::string text;
    std::string conversation;
    std::string role;
    std::string self;  // A flag: sent by whoever exported the log.
};

// "time=发送时间,sender=昵称,text=内容", after a name and a colon if it has one; empty when it is
// not of that form, names no text, or nothing that tells the speaker.
[[nodiscard]] std::optional<FieldMap> field_map_from(std::string_view written);

// "+08:00", "UTC+8" or a name of the time zone database ("Asia/Shanghai"; its standard time).
[[nodiscard]] std::optional<std::chrono::minutes> zone_from(const std::string& written);

using AccountNames = std::map<std::string, std::string, std::less<>>;

// What a reader has to know beside the transcript itself.
struct ReadOptions {
    RolePolicy roles;
    // What times mean that state no zone, and no year. Without them such times stay unknown.
    std::optional<std::chrono::minutes> zone;
    std::optional<std::chrono::year> year;
    std::vector<FieldMap> maps;  // The first that fits a file is used.
    std::string password;        // Of encrypted archives.
    // Of files that lie beside transcripts and list the names of accounts (users.json of Slack), by
    // the path of the file. Filled as they are needed.
    mutable std::map<std::string, AccountNames, std::less<>> names;

    // The time with what these options add to it.
    [[nodiscard]] TurnTime completed(TurnTime time) const;
};

}  // namespace suowen::input
