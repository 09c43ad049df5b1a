// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sstream>
#include <string>
#include <string_view>

#include "model/audit.h"
#include "report/formats.h"
#include "report/reporter.h"

namespace suowen::report {

// One law, three rules: RTK-003 (high), FRD-001 (critical), UNT-001 (low).
inline RunInfo sample_run() {
    RunInfo run;
    run.version = "1.2.3";
    run.rules_source = "builtin";
    run.rules_sha256 = "00ff";
    run.started = "2026-03-01T02:00:00Z";
    Statute law;
    law.id = "CRPL-20";
    law.law = {"中华人民共和国消费者权益保护法", "Consumer Rights Protection Law of the PRC"};
    law.article = "第二十条";
    law.gist_en = "A trader must give a truthful and clear answer.";
    law.text = "经营者应当作出真实、明确的答复。";
    law.consequence = {Consequence::civil, Consequence::administrative};
    run.statutes.emplace(law.id, law);
    const auto add = [&](std::string id, Bilingual title, std::string category, Severity severity) {
        RuleInfo rule;
        rule.id = std::move(id);
        rule.title = std::move(title);
        rule.category = std::move(category);
        rule.severity = severity;
        rule.statutes = {"CRPL-20"};
        rule.consequence = {Consequence::civil, Consequence::administrative};
        rule.to_check = {OpenFact::terms};
        rule.advice = {"按国家三包规定作答。", "Answer with the statutory warranty."};
        run.rules.push_back(std::move(rule));
    };
    add("RTK-003", {"回避质保询问", "Warranty question dodged"}, "right_to_know", Severity::high);
    add("FRD-001", {"虚假承诺", "False promise"}, "fraud", Severity::critical);
    add("UNT-001", {"处理不及时", "Slow handling"}, "untimely", Severity::low);
    return run;
}

inline Conversation sample_conversation(std::string_view id = "a1") {
    Conversation conversation;
    conversation.id = conversation.arena.store(id);
    conversation.source.path = "logs/a.jsonl";
    conversation.source.line = 7;
    return conversation;
}

inline void say(Conversation& conversation, Role role, std::string_view text) {
    Turn turn;
    turn.role = role;
    turn.name = role == Role::customer ? "王**" : "客服03";
    turn.text = conversation.arena.store(text);
    turn.line = conversation.source.line + conversation.turns.size();
    conversation.turns.push_back(turn);
}

inline Finding hit(const Conversation& conversation,
                   std::uint32_t rule,
                   std::uint32_t turn,
                   std::string_view words) {
    Finding finding;
    finding.rule = rule;
    finding.turn = turn;
    const std::size_t begin = conversation.turns.at(turn).text.find(words);
    finding.span = {begin, begin + words.size()};
    finding.statutes = {"CRPL-20"};
    finding.fingerprint = "0123456789abcdef0123456789abcdef";
    return finding;
}

// A warranty question that is met with an offer, and a finding on it.
inline ConversationAudit dodged_warranty(std::string_view id = "a1", std::uint32_t rule = 0) {
    ConversationAudit audit;
    audit.conversation = sample_conversation(id);
    say(audit.conversation, Role::customer, "这款热水器保修几年？我电话13812345678");
    say(audit.conversation, Role::agent, "现在下单立减50元，加我微信13987654321哦");
    ReplyAudit reply;
    reply.exchange.reply = 1;
    reply.exchange.question = {0};
    reply.exchange.response = Milliseconds{40'000};
    reply.relevance.verdict = Verdict::off_topic;
    reply.relevance.score = 0.0625;
    reply.relevance.evidence.missing = {"保修", "13812345678"};
    reply.relevance.evidence.related = {{"保修", "维修"}};
    reply.relevance.evidence.expects = AnswerKind::duration;
    reply.relevance.evidence.cues = {Cue::promotion};
    reply.findings.push_back(hit(audit.conversation, rule, 1, "立减50元，加我微信13987654321"));
    audit.replies.push_back(std::move(reply));
    return audit;
}

inline ConversationAudit answered_warranty(std::string_view id = "b1") {
    ConversationAudit audit;
    audit.conversation = sample_conversation(id);
    say(audit.conversation, Role::customer, "保修几年？");
    say(audit.conversation, Role::bot, "整机保修三年");
    ReplyAudit reply;
    reply.exchange.reply = 1;
    reply.exchange.question = {0};
    reply.relevance.verdict = Verdict::answered;
    reply.relevance.score = 1.0;
    reply.relevance.evidence.matched = {"保修"};
    reply.relevance.evidence.expects = AnswerKind::duration;
    reply.relevance.evidence.gives = {"三年"};
    audit.replies.push_back(std::move(reply));
    return audit;
}

inline ConversationAudit without_reply(bool is_open) {
    ConversationAudit audit;
    audit.conversation = sample_conversation("c1");
    say(audit.conversation, Role::customer, "什么时候退款？");
    PendingAudit question;
    question.pending.question = {0};
    question.pending.is_open = is_open;
    question.findings.push_back(hit(audit.conversation, 2, 0, "退款"));
    audit.pending.push_back(std::move(question));
    return audit;
}

// What a format writes on a run of these conversations. Each diagnostic is of a record that was
// skipped.
inline std::string report_on(const std::vector<const ConversationAudit*>& audits,
                             const char* format,
                             const ReportOptions& options = {},
                             const Diagnostics& diagnostics = {}) {
    const RunInfo run = sample_run();
    std::ostringstream out;
    const auto reporter = find_report_format(format)->make(out, options);
    reporter->begin(run);
    for (const Diagnostic& diagnostic : diagnostics) {
        reporter->diagnostic(diagnostic);
    }
    Summary summary;
    for (const ConversationAudit* audit : audits) {
        reporter->conversation(*audit);
        add_to(summary, *audit, run.rules);
    }
    summary.skipped_records = diagnostics.size();
    reporter->end(summary);
    return out.str();
}

// What it writes on the conversation alone, without the beginning and the end of the report.
inline std::string part_on(const ConversationAudit& audit,
                           const char* format,
                           Redaction redaction = Redaction::mask) {
    std::ostringstream out;
    ReportOptions options;
    options.redaction = redaction;
    const auto reporter = find_report_format(format)->make(out, options);
    reporter->begin(sample_run());
    const std::size_t head = out.str().size();
    reporter->conversation(audit);
    return out.str().substr(head);
}

}  // namespace suowen::report
