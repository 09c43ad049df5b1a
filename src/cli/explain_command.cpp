// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/analyzer.h"
#include "cli/commands.h"
#include "cli/diagnostics.h"
#include "cli/environment.h"
#include "report/json_objects.h"
#include "report/labels.h"
#include "report/text_page.h"
#include "report/words.h"
#include "text/display_width.h"

namespace suowen::cli {
namespace {

using report::Label;
using report::label;
using report::title_of;

Conversation conversation_of(const Settings& settings) {
    Conversation conversation;
    conversation.id = conversation.arena.store("explain");
    conversation.source.path = "-";
    for (const std::string& question : settings.questions) {
        Turn turn;
        turn.role = Role::customer;
        turn.text = conversation.arena.store(question);
        conversation.turns.push_back(turn);
    }
    Turn reply;
    reply.role = Role::agent;
    reply.text = conversation.arena.store(settings.reply);
    conversation.turns.push_back(reply);
    return conversation;
}

// Writes one reply for people.
class Explanation {
public:
    Explanation(const Settings& settings, const Streams& io)
        : language_(language_of(settings)),
          redaction_(redaction_of(settings)),
          words_(redaction_),
          page_(io.out, wants_color(settings.color, io.out_is_terminal), io.columns) {}

    void write(const ConversationAudit& audit, const rules::RuleSet& rules) {
        for (const ReplyAudit& reply : audit.replies) {
            words_.read(audit.conversation, reply);
            write_relevance(reply.relevance);
            for (const Finding& finding : reply.findings) {
                write_finding(finding, audit.conversation, rules);
            }
        }
    }

private:
    void entry(Label name, std::string_view text) {
        constexpr std::size_t kLabelColumns = 12;
        page_.entry(label(name, language_), kLabelColumns, text);
    }

    void words(Label name, const std::vector<std::string>& list) {
        if (list.empty()) {
            return;
        }
        std::vector<std::string> shown;
        for (const std::string& word : list) {
            shown.push_back(safe(words_.shown(word)));
        }
        entry(name, fmt::format("{}", fmt::join(shown, label(Label::list_separator, language_))));
    }

    static std::string safe(std::string_view text) {
        return report::without_marks(text::printable(text));
    }

    void write_relevance(const Relevance& relevance) {
        const std::string score = relevance.score ? fmt::format(" {:.2f}", *relevance.score) : "";
        const Evidence& evidence = relevance.evidence;
        entry(Label::relevance, fmt::format("{}{}", title_of(relevance.verdict, language_), score));
        words(Label::same_words, evidence.matched);
        words(Label::missing, evidence.missing);
        if (evidence.expects != AnswerKind::none) {
            entry(Label::expects, title_of(evidence.expects, language_));
        }
        words(Label::gives, evidence.gives);
        if (!evidence.generalities.empty()) {
            entry(Label::generalities,
                  fmt::format(
                      "{}",
                      fmt::join(evidence.generalities, label(Label::list_separator, language_))));
        }
        if (!evidence.cues.empty()) {
            entry(Label::signs, report::titles_of(evidence.cues, language_));
        }
    }

    void write_finding(const Finding& finding,
                       const Conversation& conversation,
                       const rules::RuleSet& rules) {
        constexpr std::size_t kMostBytes = 200;
        const RuleInfo& rule = rules.infos[finding.rule];
        page_.blank();
        page_.heading(fmt::format("{}  {}", safe(rule.id), safe(in(rule.title, language_))),
                      title_of(rule.severity, language_));
        const std::string_view text = conversation.turns[finding.turn].text;
        entry(Label::agent, safe(report::shown(text, finding.span, redaction_, kMostBytes)));
        for (const std::string& id : finding.statutes) {
            if (const auto statute = rules.statutes.find(id); statute != rules.statutes.end()) {
                entry(Label::basis, safe(report::citation(statute->second, language_)));
            }
        }
        if (!rule.to_check.empty()) {
            entry(Label::to_check, report::titles_of(rule.to_check, language_));
        }
        if (!in(rule.advice, language_).empty()) {
            entry(Label::advice, safe(in(rule.advice, language_)));
        }
    }

    Language language_;
    report::Redaction redaction_;
    report::WordMask words_;
    report::TextPage page_;
};

void write_json(const ConversationAudit& audit,
                const rules::RuleSet& rules,
                const Settings& settings,
                std::ostream& out) {
    report::JsonObjects objects(redaction_of(settings));
    static_cast<void>(
        objects.run({SUOWEN_VERSION, rules.source, rules.sha256, rules.infos, rules.statutes, {}}));
    for (const ReplyAudit& reply : audit.replies) {
        out << objects.reply(audit.conversation, reply) << '\n';
    }
}

}  // namespace

ExitCode explain(const Settings& settings, const Streams& io) {
    const DiagnosticPrinter printer(settings, io);
    if (settings.questions.empty() || settings.reply.empty()) {
        printer.error(settings.questions.empty() ? "--question is missing" : "--reply is missing",
                      "suowen explain --question TEXT --reply TEXT");
        return ExitCode::usage;
    }
    const auto rules = load_rules(settings, printer);
    if (!rules) {
        return ExitCode::usage;
    }
    const ConversationAudit audit = analysis::Analyzer(*rules).analyze(conversation_of(settings));
    if (settings.format == "json") {
        write_json(audit, *rules, settings, io.out);
    } else {
        Explanation(settings, io).write(audit, *rules);
    }
    io.out.flush();
    return io.out ? ExitCode::clean : ExitCode::unread;
}

}  // namespace suowen::cli
