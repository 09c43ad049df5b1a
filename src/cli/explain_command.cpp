// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "analysis/analyzer.h"
#include "analysis/odds.h"
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
          page_(io.out, wants_color(settings.color, io.out_is_terminal), io.columns),
          label_columns_(report::widest({Label::customer,
                                         Label::agent,
                                         Label::verdict,
                                         Label::relevance,
                                         Label::expects,
                                         Label::gives,
                                         Label::shared,
                                         Label::missing,
                                         Label::related,
                                         Label::generalities,
                                         Label::signs,
                                         Label::likely,
                                         Label::words,
                                         Label::basis,
                                         Label::to_check,
                                         Label::advice},
                                        language_)) {}

    void write(const ConversationAudit& audit, const rules::RuleSet& rules) {
        for (const ReplyAudit& reply : audit.replies) {
            report::WordMask mask(audit.conversation, redaction_);
            mask.read(reply);
            write_said(audit.conversation, reply.exchange);
            page_.blank();
            write_relevance(reply.relevance, mask);
            for (const Finding& finding : reply.findings) {
                write_finding(finding, audit.conversation, rules);
            }
        }
    }

private:
    // Nothing where there is no text.
    void entry(Label name, std::string_view text) {
        if (!text.empty()) {
            page_.entry(label(name, language_), label_columns_, text);
        }
    }

    void said(const Turn& turn) {
        entry(turn.role == Role::customer ? Label::customer : Label::agent,
              safe(report::shown(turn.text, redaction_)));
    }

    void write_said(const Conversation& conversation, const Exchange& exchange) {
        for (const std::uint32_t turn : exchange.question) {
            said(conversation.turns.at(turn));
        }
        said(conversation.turns.at(exchange.reply));
    }

    template <class Items>
    [[nodiscard]] std::string listed(const Items& items) const {
        return fmt::format("{}", fmt::join(items, label(Label::list_separator, language_)));
    }

    [[nodiscard]] std::string quoted(const std::vector<std::string>& list,
                                     report::WordMask& mask) const {
        std::vector<std::string> shown;
        for (const std::string& word : list) {
            shown.push_back(safe(mask.shown(word)));
        }
        return listed(shown);
    }

    static std::string safe(std::string_view text) {
        return report::without_marks(text::printable(text));
    }

    void write_relevance(const Relevance& relevance, report::WordMask& mask) {
        const Evidence& evidence = relevance.evidence;
        entry(Label::verdict, title_of(relevance.verdict, language_));
        if (relevance.score) {
            entry(Label::relevance, fmt::format("{:.2f}", *relevance.score));
        }
        if (evidence.expects != AnswerKind::none) {
            entry(Label::expects, title_of(evidence.expects, language_));
            entry(Label::gives,
                  evidence.gives.empty() ? std::string(label(Label::nothing, language_))
                                         : quoted(evidence.gives, mask));
        }
        entry(Label::shared, quoted(evidence.matched, mask));
        entry(Label::missing, quoted(evidence.missing, mask));
        entry(Label::related, listed(report::related_pairs(evidence)));
        entry(Label::generalities, listed(evidence.generalities));
        entry(Label::signs, report::titles_of(evidence.cues, language_));
        if (evidence.odds) {
            entry(Label::likely, listed(likely_verdicts(*evidence.odds)));
        }
    }

    // In percent, likeliest first, as far as they come to one.
    [[nodiscard]] std::vector<std::string> likely_verdicts(const VerdictOdds& odds) const {
        std::vector<std::pair<long, Verdict>> likely;
        const analysis::VerdictChances chances = analysis::chances_of(odds);
        for (std::size_t i = 0; i < chances.size(); ++i) {
            likely.emplace_back(report::percent_of(chances.at(i)), static_cast<Verdict>(i));
        }
        std::stable_sort(likely.begin(), likely.end(), [](const auto& a, const auto& b) {
            return a.first > b.first;
        });
        std::vector<std::string> shown;
        for (const auto& [percent, verdict] : likely) {
            if (percent > 0) {
                shown.push_back(fmt::format("{} {}%", title_of(verdict, language_), percent));
            }
        }
        return shown;
    }

    void write_finding(const Finding& finding,
                       const Conversation& conversation,
                       const rules::RuleSet& rules) {
        constexpr std::size_t kMostBytes = 200;
        const RuleInfo& rule = rules.infos[finding.rule];
        page_.heading(fmt::format("{}  {}", safe(rule.id), safe(in(rule.title, language_))),
                      title_of(rule.severity, language_));
        const Turn& turn = conversation.turns[finding.turn];
        entry(Label::words, safe(report::shown(turn.text, finding.span, redaction_, kMostBytes)));
        std::string laws;  // One below the other.
        for (const std::string& id : finding.statutes) {
            if (const auto statute = rules.statutes.find(id); statute != rules.statutes.end()) {
                laws += laws.empty() ? "" : "\n";
                laws += safe(report::citation(statute->second, language_));
            }
        }
        entry(Label::basis, laws);
        entry(Label::to_check, report::titles_of(rule.to_check, language_));
        entry(Label::advice, safe(in(rule.advice, language_)));
    }

    Language language_;
    report::Redaction redaction_;
    report::TextPage page_;
    std::size_t label_columns_;
};

void write_json(const ConversationAudit& audit,
                const rules::RuleSet& rules,
                const Settings& settings,
                std::ostream& out) {
    report::JsonObjects objects(redaction_of(settings));
    static_cast<void>(
        objects.run({SUOWEN_VERSION, rules.source, rules.sha256, rules.infos, rules.statutes, {}}));
    objects.conversation(audit, [&](std::string_view object) { out << object << '\n'; });
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
    ConversationAudit audit = analysis::Analyzer(*rules).analyze(conversation_of(settings));
    audit.pending.clear();  // Who should have said more after the reply is not asked.
    if (settings.format == "json") {
        write_json(audit, *rules, settings, io.out);
    } else {
        Explanation(settings, io).write(audit, *rules);
    }
    return ExitCode::clean;
}

}  // namespace suowen::cli
