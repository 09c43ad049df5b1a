// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "model/verdict_counts.h"
#include "report/advice.h"
#include "report/formats.h"
#include "report/highlights.h"
#include "report/labels.h"
#include "report/scorecards.h"
#include "report/text_page.h"
#include "report/totals.h"
#include "report/unread.h"
#include "report/words.h"
#include "text/display_width.h"

namespace suowen::report {
namespace {

constexpr std::size_t kMostFindings = 20;
constexpr std::size_t kMostReplies = 10;
constexpr std::size_t kMostRows = 10;  // Of agents, teams and statutes.
constexpr std::size_t kMostDiagnostics = 10;
constexpr std::size_t kNameColumns = 24;

Style style_of(Severity severity) {
    switch (severity) {
        case Severity::critical:
            return Style::strong_red;
        case Severity::high:
            return Style::red;
        case Severity::medium:
            return Style::yellow;
        case Severity::low:
            return Style::cyan;
        case Severity::info:
            break;
    }
    return Style::dim;
}

Style style_of(Verdict verdict) {
    if (is_bad(verdict)) {
        return Style::red;
    }
    return verdict == Verdict::partial ? Style::yellow : Style::plain;
}

// Foreign text on one line.
std::string safe(std::string_view text) {
    return without_marks(text::printable(text));
}

// The upper bound in seconds of the bucket that the given tenths of all response times reach into;
// empty for the last, open one.
std::optional<std::uint64_t> bound_of(const ResponseTimes& times, std::uint64_t tenths) {
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < ResponseTimes::kBoundsSeconds.size(); ++i) {
        seen += times.buckets.at(i);
        if (seen * 10 >= times.count * tenths) {
            return ResponseTimes::kBoundsSeconds.at(i);
        }
    }
    return std::nullopt;
}

// Half an answer is not off the point, and yet worth a look.
bool is_clean(const Summary& summary) {
    const VerdictCounts& verdicts = summary.by_verdict;
    return judged_replies(verdicts) == count_of(verdicts, Verdict::answered) &&
           summary.unanswered + summary.findings == 0;
}

class TextReporter : public Reporter {
public:
    TextReporter(std::ostream& out, const ReportOptions& options)
        : page_(out, options.use_color, options.width),
          out_(out),
          options_(options),
          highlights_(options.redaction, kMostFindings, kMostReplies),
          advice_(options.redaction) {}

    void begin(const RunInfo& run) override { run_ = run; }

    void conversation(const ConversationAudit& audit) override {
        highlights_.add(audit, run_.rules);
        advice_.add(audit, run_.rules);
    }

    void diagnostic(const Diagnostic& diagnostic) override { unread_.add(diagnostic); }

    void end(const Summary& summary) override {
        write_head();
        if (is_clean(summary)) {
            write_clean(summary);
        } else {
            write_overview(summary);
            write_risks(summary);
            write_scorecards(summary);
            write_statutes(summary);
            write_findings(summary);
            write_replies(summary);
            write_advice(summary);
        }
        write_skipped(summary);
        out_.flush();
    }

private:
    [[nodiscard]] Language language() const { return options_.language; }

    [[nodiscard]] std::string word(Label name) const {
        return std::string(label(name, language()));
    }

    [[nodiscard]] std::string count(std::uint64_t number, Noun noun) const {
        return counted(number, noun, language());
    }

    // "Label: text"
    [[nodiscard]] std::string named(Label name, std::string_view text) const {
        return word(name) + word(Label::colon) + std::string(text);
    }

    [[nodiscard]] std::string cited(const std::string& id) const {
        const auto found = run_.statutes.find(id);
        return safe(found == run_.statutes.end() ? id : citation(found->second, language()));
    }

    // In English also what the article says, since its text is in Chinese.
    [[nodiscard]] std::string explained(const std::string& id) const {
        const auto found = run_.statutes.find(id);
        const bool has_gist = language() == Language::en && found != run_.statutes.end() &&
                              !found->second.gist_en.empty();
        return cited(id) + (has_gist ? ": " + safe(found->second.gist_en) : std::string());
    }

    void write_head() {
        page_.raw(
            page_.paint(Style::bold, "suowen " + run_.version) + "  " +
            page_.paint(Style::dim,
                        safe(run_.rules_source) + " " + count(run_.rules.size(), Noun::rule)));
    }

    void write_clean(const Summary& summary) {
        if (summary.conversations == 0) {
            page_.raw(word(Label::nothing_to_audit));
            return;
        }
        page_.raw(page_.paint(Style::green, "✓ " + word(Label::nothing_found)) +
                  word(Label::colon) + count(summary.conversations, Noun::conversation) +
                  word(Label::comma) + count(summary.replies, Noun::reply));
    }

    void write_overview(const Summary& summary) {
        const VerdictCounts& verdicts = summary.by_verdict;
        const Score score = score_of(verdicts);
        const std::string comma = word(Label::comma);
        page_.heading(word(Label::overview));
        page_.line(count(summary.conversations, Noun::conversation) + comma +
                   count(summary.replies, Noun::reply) + comma + word(Label::of_which) +
                   count(score.judged, Noun::asked_reply));
        page_.line(count(score.bad, Noun::reply) + word(Label::gap) + word(Label::off_the_point) +
                   " (" + percentage(score.bad, score.judged) + ")" + comma +
                   count(summary.unanswered, Noun::question) + word(Label::gap) +
                   word(Label::nobody_answered) + comma + count(summary.findings, Noun::finding));
        if (const std::string states = states_line(summary, language()); !states.empty()) {
            page_.line(states);
        }
        page_.blank();
        page_.table({{"", Align::left}, {"", Align::right}, {"", Align::right}},
                    verdict_rows(summary));
        write_response_times(summary.response_times);
    }

    [[nodiscard]] std::vector<std::vector<Cell>> verdict_rows(const Summary& summary) const {
        std::vector<std::vector<Cell>> rows;
        const std::uint64_t asked = judged_replies(summary.by_verdict);
        for (const Verdict verdict :
             {Verdict::off_topic, Verdict::deflected, Verdict::partial, Verdict::answered}) {
            const std::uint64_t number = count_of(summary.by_verdict, verdict);
            const Style style = number == 0 ? Style::dim : style_of(verdict);
            rows.push_back({{std::string(title_of(verdict, language())), style},
                            {grouped(number)},
                            {percentage(number, asked)}});
        }
        const auto add = [&](std::string title, std::uint64_t number) {
            if (number > 0) {
                rows.push_back({{std::move(title)}, {grouped(number)}, {""}});
            }
        };
        add(word(Label::nobody_answered), summary.unanswered);
        add(word(Label::still_open), summary.open);
        for (const Verdict verdict :
             {Verdict::clarifying, Verdict::no_question, Verdict::unjudged}) {
            add(std::string(title_of(verdict, language())), count_of(summary.by_verdict, verdict));
        }
        return rows;
    }

    void write_response_times(const ResponseTimes& times) {
        if (times.count == 0) {
            return;
        }
        const auto share = [&](Label part, std::uint64_t tenths) {
            const std::optional<std::uint64_t> bound = bound_of(times, tenths);
            return word(part) + word(Label::gap) +
                   word(bound ? Label::within : Label::longer_than) + " " +
                   duration_words(bound.value_or(ResponseTimes::kBoundsSeconds.back()), language());
        };
        page_.blank();
        page_.line(
            named(Label::responded,
                  share(Label::half, 5) + word(Label::comma) + share(Label::nine_of_ten, 9)));
    }

    void write_risks(const Summary& summary) {
        if (summary.findings == 0) {
            return;
        }
        page_.heading(word(Label::risks), count(summary.findings, Noun::finding));
        write_risk_table(summary);
        std::array<std::uint64_t, 3> consequences{};
        for (const RuleInfo& rule : run_.rules) {
            const auto found = summary.by_rule.find(rule.id);
            for (const Consequence consequence : rule.consequence) {
                consequences.at(static_cast<std::size_t>(consequence)) +=
                    found == summary.by_rule.end() ? 0 : found->second;
            }
        }
        std::string parts;
        for (std::size_t i = 0; i < consequences.size(); ++i) {
            if (consequences.at(i) > 0) {
                parts += parts.empty() ? "" : word(Label::list_separator);
                parts += title_of(static_cast<Consequence>(i), language());
                parts += " " + grouped(consequences.at(i));
            }
        }
        if (!parts.empty()) {
            page_.blank();
            page_.line(named(Label::consequences, parts));
            page_.line(word(Label::consequence_note), Style::dim);
        }
        if (summary.findings_hidden > 0) {
            page_.line(
                count(summary.findings_hidden, Noun::finding) + " " + word(Label::hidden_findings),
                Style::dim);
        }
    }

    using SeverityCounts = std::array<std::uint64_t, kSeverityCount>;

    using RiskMatrix = std::map<std::string, SeverityCounts, CategoryOrder>;

    // Counts by category and severity follow from those by rule.
    [[nodiscard]] RiskMatrix risk_matrix(const Summary& summary) const {
        RiskMatrix matrix;
        for (const RuleInfo& rule : run_.rules) {
            const auto found = summary.by_rule.find(rule.id);
            if (found != summary.by_rule.end() && found->second > 0) {
                matrix[rule.category].at(static_cast<std::size_t>(rule.severity)) += found->second;
            }
        }
        return matrix;
    }

    void write_risk_table(const Summary& summary) {
        std::vector<Column> columns = {{word(Label::category), Align::left}};
        std::vector<std::size_t> severities;  // Those that occur, worst first.
        for (std::size_t i = kSeverityCount; i-- > 0;) {
            if (summary.by_severity.at(i) > 0) {
                severities.push_back(i);
                columns.push_back(
                    {std::string(title_of(static_cast<Severity>(i), language())), Align::right});
            }
        }
        columns.push_back({word(Label::total), Align::right});
        std::vector<std::vector<Cell>> rows;
        for (const auto& [category, counts] : risk_matrix(summary)) {
            std::vector<Cell> row = {{safe(title_of_category(category, language()))}};
            std::uint64_t total = 0;
            for (const std::size_t severity : severities) {
                const std::uint64_t number = counts.at(severity);
                total += number;
                row.push_back(
                    number == 0 ? Cell{"-", Style::dim}
                                : Cell{grouped(number), style_of(static_cast<Severity>(severity))});
            }
            row.push_back({grouped(total), Style::bold});
            rows.push_back(std::move(row));
        }
        page_.table(columns, rows);
    }

    void write_scorecards(const Summary& summary) {
        write_cards(Label::agents, Label::agent, Noun::agent, agent_cards(summary));
        write_cards(Label::teams, Label::team, Noun::team, team_cards(summary, options_.teams));
    }

    void write_cards(Label title, Label column, Noun noun, const Scorecards& cards) {
        if (cards.empty()) {
            return;
        }
        const auto order = ranked(cards);
        const std::size_t listed = std::min(order.size(), kMostRows);
        std::vector<std::vector<Cell>> rows;
        for (std::size_t i = 0; i < listed; ++i) {
            const Score& score = order[i]->second.total;
            rows.push_back(
                {{speaker(order[i]->first, Role::agent)},
                 {grouped(score.judged)},
                 {grouped(score.bad), score.bad == 0 ? Style::dim : Style::plain},
                 {percentage(score.bad, score.judged), Style::bold},
                 {grouped(score.findings), score.findings == 0 ? Style::dim : Style::plain}});
        }
        page_.heading(word(title));
        page_.table({{word(column), Align::left},
                     {word(Label::replies), Align::right},
                     {word(Label::off_the_point), Align::right},
                     {word(Label::share), Align::right},
                     {word(Label::findings), Align::right}},
                    rows);
        write_rest(order.size() - listed, noun);
        if (const std::string note = order_note(cards, language()); !note.empty()) {
            page_.line(note, Style::dim);
        }
    }

    void write_statutes(const Summary& summary) {
        if (summary.by_statute.empty()) {
            return;
        }
        std::vector<std::pair<std::string, std::uint64_t>> statutes(summary.by_statute.begin(),
                                                                    summary.by_statute.end());
        std::stable_sort(statutes.begin(), statutes.end(), [](const auto& a, const auto& b) {
            return a.second > b.second;
        });
        const std::size_t listed = std::min(statutes.size(), kMostRows);
        std::vector<std::vector<Cell>> rows;
        for (std::size_t i = 0; i < listed; ++i) {
            const auto found = run_.statutes.find(statutes[i].first);
            rows.push_back(
                {{grouped(statutes[i].second)},
                 {found == run_.statutes.end() ? std::string("-")
                                               : titles_of(found->second.consequence, language())},
                 {cited(statutes[i].first)}});
        }
        page_.heading(word(Label::statutes));
        page_.table({{word(Label::findings), Align::right},
                     {word(Label::may_lead_to), Align::left},
                     {word(Label::statute), Align::left}},
                    rows);
        write_rest(statutes.size() - listed, Noun::statute);
    }

    void write_rest(std::size_t number, Noun noun) {
        if (number > 0) {
            page_.line(and_more(number, noun, language()), Style::dim);
        }
    }

    [[nodiscard]] std::string speaker(std::string_view name, Role role) const {
        if (name.empty()) {
            return word(role == Role::bot ? Label::bot : Label::unnamed);
        }
        return text::truncated(safe(shown(name, options_.redaction)), kNameColumns);
    }

    // How many there are, with those that are said again in the same words.
    template <class Items>
    [[nodiscard]] static std::uint64_t covered_by(const Items& items) {
        std::uint64_t covered = items.size();
        for (const auto& item : items) {
            covered += item.repeats;
        }
        return covered;
    }

    // "20 / 87, all of them with --format ndjson"; `covered` counts what is said again in the same
    // words.
    [[nodiscard]] std::string shown_of_total(std::size_t listed,
                                             std::uint64_t covered,
                                             std::uint64_t total) const {
        return covered >= total ? std::string()
                                : grouped(listed) + " / " + grouped(total) + word(Label::comma) +
                                      word(Label::more_in_ndjson);
    }

    [[nodiscard]] std::size_t label_columns() const {
        return widest({Label::waited,
                       Label::customer,
                       Label::agent,
                       Label::bot,
                       Label::basis,
                       Label::may_lead_to,
                       Label::to_check,
                       Label::advice,
                       Label::expects,
                       Label::gives,
                       Label::missing,
                       Label::generalities,
                       Label::reaction,
                       Label::signs},
                      language());
    }

    void entry(Label name, std::string_view text) {
        if (!text.empty()) {
            page_.entry(label(name, language()), label_columns(), text);
        }
    }

    void write_place(const Place& place) {
        std::string text = safe(place.path);
        if (place.line > 0) {
            text += ":" + std::to_string(place.line);
        }
        std::string line = page_.paint(Style::cyan, "--> ") + text;
        if (!place.conversation.empty()) {
            line += "  " + page_.paint(Style::dim,
                                       word(Label::conversation) + " " + safe(place.conversation));
        }
        if (is_reply(place.role)) {
            line += "  " + page_.paint(Style::dim, speaker(place.speaker, place.role));
        }
        if (!place.time.empty()) {
            line += "  " + page_.paint(Style::dim, place.time);
        }
        page_.raw("  " + line);
    }

    void write_findings(const Summary& summary) {
        const std::vector<WorstFinding>& worst = highlights_.findings();
        if (worst.empty()) {
            return;
        }
        page_.heading(word(Label::worst_findings),
                      shown_of_total(worst.size(), covered_by(worst), summary.findings));
        for (const WorstFinding& finding : worst) {
            page_.blank();
            write_finding(finding);
        }
    }

    void write_finding(const WorstFinding& finding) {
        const RuleInfo& rule = run_.rules.at(finding.rule);
        page_.raw(page_.paint(style_of(rule.severity), title_of(rule.severity, language())) + "  " +
                  page_.paint(Style::bold, safe(rule.id)) + "  " +
                  safe(in(rule.title, language())));
        write_place(finding.place);
        if (finding.waited) {
            entry(Label::waited, wait_words(*finding.waited, language()));
        }
        const bool is_reply_words = is_reply(finding.place.role);
        entry(Label::customer, safe(finding.question));
        const std::string words = safe(finding.words.before) + std::string(kMarkBegin) +
                                  safe(finding.words.match) + std::string(kMarkEnd) +
                                  safe(finding.words.after);
        const bool is_empty = finding.words.match.empty() && finding.words.before.empty();
        entry(is_reply_words ? reply_label(finding.place.role) : Label::customer,
              is_empty ? word(Label::attachment) : words);
        if (!is_reply_words) {
            entry(Label::agent,
                  finding.reply.empty() ? word(Label::no_reply) : safe(finding.reply));
        }
        std::string laws;
        for (const std::string& id : finding.statutes) {
            laws += (laws.empty() ? "" : "\n") + explained(id);
        }
        entry(Label::basis, laws);
        entry(Label::may_lead_to, titles_of(rule.consequence, language()));
        entry(Label::to_check, titles_of(rule.to_check, language()));
        entry(Label::advice, safe(in(rule.advice, language())));
        write_repeats(finding.repeats);
    }

    void write_repeats(std::uint64_t repeats) {
        if (repeats > 0) {
            page_.line(
                word(Label::and_more) + " " + grouped(repeats) + " " + word(Label::same_words),
                Style::dim);
        }
    }

    [[nodiscard]] static Label reply_label(Role role) {
        return role == Role::bot ? Label::bot : Label::agent;
    }

    void write_advice(const Summary& summary) {
        const std::vector<Measure> measures = advice_.measures(run_, summary, language());
        if (measures.empty()) {
            return;
        }
        page_.heading(word(Label::what_to_do));
        for (const Measure& measure : measures) {
            page_.line(measure.title, Style::bold);
            for (const std::string& reason : measure.because) {
                page_.entry("-", 1, safe(reason));
            }
            page_.blank();
        }
    }

    void write_replies(const Summary& summary) {
        const std::vector<WorstReply>& worst = highlights_.replies();
        if (worst.empty()) {
            return;
        }
        page_.heading(
            word(Label::worst_replies),
            shown_of_total(worst.size(), covered_by(worst), bad_replies(summary.by_verdict)));
        page_.line(word(Label::relevance_note), Style::dim);
        for (const WorstReply& reply : worst) {
            page_.blank();
            write_reply(reply);
        }
    }

    void write_reply(const WorstReply& reply) {
        std::string measures = fmt::format("{} {:.2f}", word(Label::relevance), reply.score);
        if (reply.certainty) {
            measures = fmt::format(
                "{} {}%  {}", word(Label::certainty), percent_of(*reply.certainty), measures);
        }
        page_.raw(page_.paint(style_of(reply.verdict), title_of(reply.verdict, language())) + "  " +
                  page_.paint(Style::dim, measures));
        write_place(reply.place);
        entry(Label::customer, safe(reply.question));
        entry(reply_label(reply.place.role),
              reply.reply.empty() ? word(Label::attachment) : safe(reply.reply));
        const Evidence& evidence = reply.evidence;
        if (evidence.expects != AnswerKind::none) {
            entry(Label::expects, title_of(evidence.expects, language()));
            entry(Label::gives,
                  evidence.gives.empty() ? word(Label::nothing) : joined(evidence.gives));
        }
        entry(Label::missing, joined(evidence.missing));
        entry(Label::generalities, joined(evidence.generalities));
        entry(Label::reaction, title_of(evidence.reaction, language()));
        entry(Label::signs, titles_of(evidence.cues, language()));
        write_repeats(reply.repeats);
    }

    template <class Words>
    [[nodiscard]] std::string joined(const Words& words) const {
        std::string out;
        for (const auto& item : words) {
            out += (out.empty() ? "" : word(Label::list_separator)) + safe(item);
        }
        return out;
    }

    void write_skipped(const Summary& summary) {
        const std::string counts = skipped_counts(summary, language());
        if (counts.empty() && unread_.first().empty()) {
            return;
        }
        page_.heading(word(Label::skipped), counts);
        if (unread_.first().empty()) {
            page_.line(word(Label::passed_over));
        }
        for (const Diagnostic& item : unread_.first()) {
            write_diagnostic(item);
        }
        write_rest(unread_.rest(), Noun::diagnostic);
    }

    void write_diagnostic(const Diagnostic& item) {
        std::string place = safe(shown(item.location.path, options_.redaction));
        if (item.location.line > 0) {
            place += ":" + std::to_string(item.location.line);
        }
        page_.line((place.empty() ? "" : place + ": ") +
                   safe(shown(item.message, options_.redaction)));
    }

    TextPage page_;
    std::ostream& out_;
    ReportOptions options_;
    RunInfo run_;
    Highlights highlights_;
    Advice advice_;
    Unread unread_{kMostDiagnostics};
};

}  // namespace

std::unique_ptr<Reporter> make_text_reporter(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<TextReporter>(out, options);
}

}  // namespace suowen::report
