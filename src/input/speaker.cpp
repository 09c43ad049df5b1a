// SPDX-License-Identifier: Apache-2.0
#include "input/speaker.h"

#include <algorithm>
#include <array>
#include <string>

#include "input/letter_case.h"

namespace suowen::input {
namespace {

struct RoleWord {
    std::string_view word;
    Role role;
};

// Whole values of a role field, in lower case.
constexpr std::array kRoleValues = std::to_array<RoleWord>({
    {"customer", Role::customer},
    {"user", Role::customer},
    {"client", Role::customer},
    {"visitor", Role::customer},
    {"buyer", Role::customer},
    {"guest", Role::customer},
    {"consumer", Role::customer},
    {"end_user", Role::customer},
    {"enduser", Role::customer},
    {"caller", Role::customer},
    {"human", Role::customer},
    {"客户", Role::customer},
    {"用户", Role::customer},
    {"顾客", Role::customer},
    {"买家", Role::customer},
    {"访客", Role::customer},
    {"会员", Role::customer},
    {"消费者", Role::customer},
    {"来访者", Role::customer},
    {"游客", Role::customer},
    {"agent", Role::agent},
    {"staff", Role::agent},
    {"support", Role::agent},
    {"seller", Role::agent},
    {"service", Role::agent},
    {"operator", Role::agent},
    {"admin", Role::agent},
    {"advisor", Role::agent},
    {"representative", Role::agent},
    {"supervisor", Role::agent},
    {"客服", Role::agent},
    {"人工", Role::agent},
    {"人工客服", Role::agent},
    {"坐席", Role::agent},
    {"座席", Role::agent},
    {"顾问", Role::agent},
    {"专员", Role::agent},
    {"商家", Role::agent},
    {"卖家", Role::agent},
    {"店家", Role::agent},
    {"员工", Role::agent},
    {"经理", Role::agent},
    {"主管", Role::agent},
    {"bot", Role::bot},
    {"robot", Role::bot},
    {"chatbot", Role::bot},
    {"assistant", Role::bot},
    {"automated_agent", Role::bot},
    {"ai", Role::bot},
    {"gpt", Role::bot},
    {"机器人", Role::bot},
    {"智能客服", Role::bot},
    {"机器人客服", Role::bot},
    {"智能助手", Role::bot},
    {"自动回复", Role::bot},
    {"system", Role::system},
    {"notice", Role::system},
    {"系统", Role::system},
    {"系统消息", Role::system},
    {"系统通知", Role::system},
    {"系统提示", Role::system},
    {"通知", Role::system},
});

// Parts of names, strongest first: 智能客服 is a bot, 客户经理 serves.
constexpr std::array kNameWords = std::to_array<RoleWord>({
    {"机器人", Role::bot},      {"智能", Role::bot},          {"助手", Role::bot},
    {"自动回复", Role::bot},    {"bot", Role::bot},           {"chatbot", Role::bot},
    {"robot", Role::bot},       {"客服", Role::agent},        {"顾问", Role::agent},
    {"专员", Role::agent},      {"坐席", Role::agent},        {"座席", Role::agent},
    {"经理", Role::agent},      {"主管", Role::agent},        {"店长", Role::agent},
    {"店主", Role::agent},      {"店员", Role::agent},        {"店小二", Role::agent},
    {"卖家", Role::agent},      {"商家", Role::agent},        {"旗舰店", Role::agent},
    {"专卖店", Role::agent},    {"官方", Role::agent},        {"售后", Role::agent},
    {"售前", Role::agent},      {"导购", Role::agent},        {"工号", Role::agent},
    {"工程师", Role::agent},    {"管家", Role::agent},        {"服务", Role::agent},
    {"agent", Role::agent},     {"support", Role::agent},     {"service", Role::agent},
    {"staff", Role::agent},     {"seller", Role::agent},      {"operator", Role::agent},
    {"advisor", Role::agent},   {"helpdesk", Role::agent},    {"representative", Role::agent},
    {"系统", Role::system},     {"system", Role::system},     {"客户", Role::customer},
    {"顾客", Role::customer},   {"用户", Role::customer},     {"买家", Role::customer},
    {"访客", Role::customer},   {"会员", Role::customer},     {"消费者", Role::customer},
    {"游客", Role::customer},   {"customer", Role::customer}, {"user", Role::customer},
    {"client", Role::customer}, {"buyer", Role::customer},    {"visitor", Role::customer},
    {"guest", Role::customer},
});

constexpr auto kStandIns = std::to_array<std::string_view>({
    "图片",     "语音",     "视频",     "文件",     "表情",  "动画表情", "动态表情",   "照片",
    "语音消息", "视频消息", "图片消息", "文件消息", "链接",  "位置",     "名片",       "视频号",
    "语音通话", "红包",     "红包封面", "gif表情",  "image", "photo",    "picture",    "voice",
    "audio",    "video",    "file",     "sticker",  "emoji", "gif",      "attachment", "location",
});

constexpr std::size_t kLongestWord = 64;

std::string lowered_word(std::string_view text) {
    return lower_case(text.substr(0, kLongestWord));
}

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

// An English word counts only as a whole: there is no bot in Abbott.
bool has_word(std::string_view name, std::string_view word) {
    if (!is_letter(word.front())) {
        return name.find(word) != std::string_view::npos;
    }
    for (std::size_t at = name.find(word); at != std::string_view::npos;
         at = name.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !is_letter(name[at - 1])) &&
            (end == name.size() || !is_letter(name[end]))) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::optional<Role> role_from_word(std::string_view word) {
    for (const RoleWord& known : kRoleValues) {
        if (known.word == word) {
            return known.role;
        }
    }
    const std::string lowered = lowered_word(word);
    const auto found = std::find_if(kRoleValues.begin(),
                                    kRoleValues.end(),
                                    [&](const RoleWord& known) { return known.word == lowered; });
    return found == kRoleValues.end() ? std::nullopt : std::optional(found->role);
}

std::optional<Role> role_from_name(std::string_view name) {
    const std::string lowered = lowered_word(name);
    for (const RoleWord& known : kNameWords) {
        if (has_word(lowered, known.word)) {
            return known.role;
        }
    }
    return std::nullopt;
}

namespace {

// By what the log and the user say of one speaker, without a look at the others.
std::optional<Role> stated_role(const UnassignedTurn& turn, const RolePolicy& policy) {
    if (turn.role == Role::system || turn.role == Role::bot) {
        return turn.role;
    }
    if (policy.is_staff(turn.turn.name, turn.account)) {
        return turn.name_role == Role::bot ? Role::bot : Role::agent;
    }
    if (turn.role) {
        return turn.role;
    }
    if (!policy.agents.empty()) {
        return Role::customer;
    }
    if (policy.self && turn.is_self) {
        const Role other = *policy.self == Role::agent ? Role::customer : Role::agent;
        return *turn.is_self ? *policy.self : other;
    }
    return std::nullopt;
}

std::optional<Role> guessed_role(const UnassignedTurn& turn) {
    if (turn.name_role) {
        return turn.name_role;
    }
    if (turn.is_self) {
        return *turn.is_self ? Role::agent : Role::customer;
    }
    return std::nullopt;
}

std::size_t count_speakers(const std::vector<UnassignedTurn>& turns) {
    constexpr std::size_t kMany = 3;
    std::vector<std::string_view> names;
    for (const UnassignedTurn& turn : turns) {
        if (names.size() < kMany && turn.role != Role::system &&
            std::find(names.begin(), names.end(), turn.turn.name) == names.end()) {
            names.push_back(turn.turn.name);
        }
    }
    return names.size();
}

}  // namespace

AssignedTurns assign_roles(std::vector<UnassignedTurn> turns, const RolePolicy& policy) {
    AssignedTurns assigned;
    bool is_guess = false;
    bool is_known = false;  // Of anybody.
    std::vector<std::optional<Role>> roles;
    for (const UnassignedTurn& turn : turns) {
        std::optional<Role> role = stated_role(turn, policy);
        if (!role) {
            role = guessed_role(turn);
            is_guess = is_guess || !turn.name_role;
        }
        is_known = is_known || stated_role(turn, policy) || turn.name_role;
        roles.push_back(role);
    }
    const auto has = [&](auto... wanted) {
        return std::any_of(roles.begin(), roles.end(), [&](const std::optional<Role>& role) {
            return ((role == wanted) || ...);
        });
    };
    const bool has_customer = has(Role::customer);
    const bool has_reply = has(Role::agent, Role::bot);
    assigned.basis = is_guess && !is_known ? RoleBasis::guessed : RoleBasis::stated;
    const bool is_open = has(std::optional<Role>());
    if (is_open && !has_customer && !has_reply && count_speakers(turns) != 2) {
        assigned.basis = RoleBasis::none;
    }
    std::optional<std::string_view> first_unknown;
    assigned.turns.reserve(turns.size());
    for (std::size_t i = 0; i < turns.size(); ++i) {
        Turn turn = turns[i].turn;
        if (roles[i]) {
            turn.role = *roles[i];
        } else if (has_customer || has_reply) {
            turn.role = has_customer ? Role::agent : Role::customer;
        } else {
            first_unknown = first_unknown.value_or(turn.name);
            turn.role = turn.name == *first_unknown ? Role::customer : Role::agent;
        }
        assigned.turns.push_back(turn);
    }
    return assigned;
}

TurnKind kind_of(std::string_view text) {
    // As WhatsApp has it, in the languages of its users.
    constexpr auto kLeftOut = std::to_array<std::string_view>({"图片已略去",
                                                               "视频已略去",
                                                               "音频已略去",
                                                               "文件已略去",
                                                               "贴图已略去",
                                                               "动图已略去",
                                                               "<媒体文件已忽略>",
                                                               "<省略多媒体文件>",
                                                               "image omitted",
                                                               "video omitted",
                                                               "audio omitted",
                                                               "document omitted",
                                                               "sticker omitted",
                                                               "GIF omitted",
                                                               "Contact card omitted",
                                                               "<Media omitted>",
                                                               "imagen omitida",
                                                               "video omitido",
                                                               "Video omitido",
                                                               "audio omitido",
                                                               "documento omitido",
                                                               "sticker omitido",
                                                               "GIF omitido",
                                                               "<Multimedia omitido>",
                                                               "Bild weggelassen",
                                                               "Video weggelassen",
                                                               "Audio weggelassen",
                                                               "Dokument weggelassen",
                                                               "Sticker weggelassen",
                                                               "GIF weggelassen",
                                                               "<Medien ausgeschlossen>",
                                                               "<Medien weggelassen>",
                                                               "imagem ocultada",
                                                               "vídeo omitido",
                                                               "áudio ocultado",
                                                               "figurinha omitida",
                                                               "<Mídia oculta>",
                                                               "<Arquivo de mídia oculto>",
                                                               "image absente",
                                                               "vidéo absente",
                                                               "audio omis",
                                                               "document manquant",
                                                               "sticker omis",
                                                               "GIF retiré",
                                                               "<Médias omis>"});
    if (std::find(kLeftOut.begin(), kLeftOut.end(), text) != kLeftOut.end()) {
        return TurnKind::attachment;
    }
    constexpr std::size_t kLongestStandIn = 32;
    if (text.size() > kLongestStandIn || text.size() < 3) {
        return TurnKind::text;
    }
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"[", "]"},
                                      {"<", ">"},
                                      {"【", "】"},
                                      {"（", "）"}}) {
        if (!text.starts_with(open) || !text.ends_with(close) ||
            text.size() <= open.size() + close.size()) {
            continue;
        }
        const std::string inside =
            lowered_word(text.substr(open.size(), text.size() - open.size() - close.size()));
        if (std::find(kStandIns.begin(), kStandIns.end(), inside) != kStandIns.end()) {
            return TurnKind::attachment;
        }
    }
    return TurnKind::text;
}

}  // namespace suowen::input
