// SPDX-License-Identifier: Apache-2.0
#include "input/csv_columns.h"

#include <algorithm>
#include <array>
#include <span>

#include "input/letter_case.h"

namespace suowen::input {
namespace {

using Aliases = std::span<const std::string_view>;

// In lower case, without spaces, `_` and `-`; the best alias first. `talker` is the sender in some
// exports and the other side in others, so it comes last in both lists.
constexpr auto kConversation = std::to_array<std::string_view>(
    {"conversationid", "会话id",    "会话编号", "会话号",    "对话id",   "对话编号",
     "conversation",   "会话",      "对话",     "sessionid", "session",  "chatid",
     "ticketid",       "ticket",    "caseid",   "工单号",    "工单编号", "工单id",
     "talkerid",       "roomname",  "room",     "聊天名称",  "dialogid", "dialogueid",
     "threadid",       "contactid", "talker"});
constexpr auto kRole = std::to_array<std::string_view>(
    {"role",       "角色",       "身份",        "发送方",          "发送方角色",
     "发送者角色", "发送人角色", "发送者类型",  "发送人类型",      "发送人身份",
     "发言角色",   "说话人角色", "消息来源",    "sendertype",      "senderrole",
     "authortype", "authorrole", "speakerrole", "participantrole", "actortype",
     "usertype"});
constexpr auto kName = std::to_array<std::string_view>(
    {"name",    "sendername", "发送人",      "发送者",   "发件人",   "发言人",
     "说话人",  "昵称",       "姓名",        "用户名",   "用户昵称", "名称",
     "speaker", "author",     "displayname", "nickname", "username", "agentname",
     "from",    "sender",     "客服姓名",    "客服",     "talker"});
constexpr auto kTime = std::to_array<std::string_view>({"time",
                                                        "时间",
                                                        "发送时间",
                                                        "消息时间",
                                                        "创建时间",
                                                        "日期时间",
                                                        "会话时间",
                                                        "timestamp",
                                                        "datetime",
                                                        "sentat",
                                                        "createdat",
                                                        "created",
                                                        "createtime",
                                                        "sendtime",
                                                        "msgtime",
                                                        "messagetime",
                                                        "strtime",
                                                        "date",
                                                        "日期"});
constexpr auto kText = std::to_array<std::string_view>({"text",
                                                        "消息内容",
                                                        "内容",
                                                        "消息",
                                                        "文本",
                                                        "正文",
                                                        "对话内容",
                                                        "聊天内容",
                                                        "发言内容",
                                                        "message",
                                                        "content",
                                                        "msg",
                                                        "body",
                                                        "strcontent",
                                                        "messagetext",
                                                        "messagecontent",
                                                        "comment",
                                                        "utterance",
                                                        "transcript"});
constexpr auto kKind = std::to_array<std::string_view>(
    {"消息类型", "类型", "messagetype", "msgtype", "typename", "kind", "type"});
constexpr auto kIsSelf =
    std::to_array<std::string_view>({"issender", "issend", "isself", "authorisnotclient"});
constexpr auto kIsRecalled = std::to_array<std::string_view>(
    {"是否撤回", "已撤回", "撤回", "recalled", "isrecalled", "isrecall", "revoked", "isrevoked"});
constexpr auto kAccount = std::to_array<std::string_view>({"sender", "wxid", "senderid", "fromid"});
constexpr auto kId = std::to_array<std::string_view>({"id"});
constexpr auto kChannel = std::to_array<std::string_view>({"channel", "渠道", "来源渠道", "平台"});

std::string folded(std::string_view title) {
    std::string name;
    for (const char c : title) {
        if (c == ' ' || c == '_' || c == '-' || c == '\t' || c == '\r') {
            continue;
        }
        name.push_back(lower(c));
    }
    return name;
}

}  // namespace

CsvColumns find_columns(const std::vector<std::string_view>& header) {
    std::vector<std::string> names;
    for (const std::string_view title : header) {
        names.push_back(folded(title));
    }
    std::vector<bool> is_taken(names.size());
    const auto find = [&](Aliases aliases) -> std::optional<std::size_t> {
        for (const std::string_view alias : aliases) {
            const auto found = std::find(names.begin(), names.end(), alias);
            const auto at = static_cast<std::size_t>(found - names.begin());
            if (found != names.end() && !is_taken[at]) {
                is_taken[at] = true;
                return at;
            }
        }
        return std::nullopt;
    };
    CsvColumns columns;
    columns.count = names.size();
    columns.text = find(kText);
    columns.role = find(kRole);
    columns.name = find(kName);
    columns.time = find(kTime);
    columns.kind = find(kKind);
    columns.channel = find(kChannel);
    columns.conversation = find(kConversation);
    columns.is_self = find(kIsSelf);
    columns.is_recalled = find(kIsRecalled);
    columns.account = find(kAccount);
    // Only chatlog names the other side like this; elsewhere the talker may be the sender.
    const auto has = [&](std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (has("talkername") && has("talker") && columns.account) {
        columns.peer = static_cast<std::size_t>(std::find(names.begin(), names.end(), "talker") -
                                                names.begin());
    }
    columns.id = columns.conversation ? std::nullopt : find(kId);
    return columns;
}

const FieldMap* fitting_map(const std::vector<std::string_view>& header,
                            const std::vector<FieldMap>& maps) {
    const auto found = std::find_if(maps.begin(), maps.end(), [&](const FieldMap& map) {
        return mapped_columns(header, map).is_transcript();
    });
    return found == maps.end() ? nullptr : &*found;
}

CsvColumns mapped_columns(const std::vector<std::string_view>& header, const FieldMap& map) {
    CsvColumns columns;
    columns.count = header.size();
    const auto find = [&](const std::string& title) -> std::optional<std::size_t> {
        const auto found = std::find_if(header.begin(), header.end(), [&](std::string_view each) {
            return !title.empty() && folded(each) == folded(title);
        });
        return found == header.end()
                   ? std::nullopt
                   : std::optional(static_cast<std::size_t>(found - header.begin()));
    };
    columns.text = find(map.text);
    columns.name = find(map.sender);
    columns.time = find(map.time);
    columns.role = find(map.role);
    columns.is_self = find(map.self);
    columns.conversation = find(map.conversation);
    return columns;
}

}  // namespace suowen::input
