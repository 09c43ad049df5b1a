// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <optional>
#include <utility>

#include "analysis/agreement.h"
#include "analysis/analyzer.h"
#include "cli/commands.h"
#include "cli/conversations.h"
#include "cli/diagnostics.h"
#include "cli/environment.h"
#include "cli/json_writer.h"
#include "report/text_page.h"
#include "text/display_width.h"
#include "text/personal_data.h"

namespace suowen::cli {
namespace {

using analysis::Agreement;
using analysis::CalibrationBin;
using analysis::Disagreement;
using analysis::Hits;
using report::Align;
using report::Cell;
using Rows = std::vector<std::vector<Cell>>;

std::vector<Verdict> all_verdicts() {
    std::vector<Verdict> all;
    for (std::size_t i = 0; i < kVerdictCount; ++i) {
        all.push_back(static_cast<Verdict>(i));
    }
    return all;
}

std::string in_hundreds(double value) {
    return fmt::format("{:.3f}", value);
}

std::vector<Cell> row_of(std::string_view name, const Hits& hits) {
    return {{text::printable(name)},
            {in_hundreds(hits.precision())},
            {in_hundreds(hits.recall())},
            {in_hundreds(hits.f1())},
            {std::to_string(hits.labelled)},
            {std::to_string(hits.found)}};
}

const std::vector<report::Column>& hits_columns() {
    static const std::vector<report::Column> kColumns = {{"class"},
                                                         {"precision", Align::right},
                                                         {"recall", Align::right},
                                                         {"F1", Align::right},
                                                         {"labelled", Align::right},
                                                         {"found", Align::right}};
    return kColumns;
}

void print_verdicts(const Agreement& agreement, report::TextPage& page) {
    page.heading("Verdicts");
    page.line(fmt::format(
        "accuracy {:.3f}  kappa {:.3f}{}",
        agreement.accuracy(),
        agreement.kappa(),
        agreement.auc() ? fmt::format("  ROC AUC of relevance {:.3f}", *agreement.auc()) : ""));
    page.blank();
    Rows rows;
    for (const Verdict verdict : all_verdicts()) {
        if (const Hits hits = agreement.of(verdict); hits.labelled + hits.found > 0) {
            rows.push_back(row_of(name_of(verdict), hits));
        }
    }
    rows.push_back(row_of("deflected, off_topic", agreement.bad()));
    page.table(hits_columns(), rows);
}

// Labelled down, found across.
void print_confusion(const Agreement& agreement, report::TextPage& page) {
    page.heading("Confusion", "labelled down, found across");
    std::vector<report::Column> columns{{""}};
    Rows rows;
    for (const Verdict found : all_verdicts()) {
        if (agreement.of(found).found > 0) {
            columns.push_back({std::string(name_of(found)), Align::right});
        }
    }
    for (const Verdict labelled : all_verdicts()) {
        if (agreement.of(labelled).labelled == 0) {
            continue;
        }
        std::vector<Cell>& row = rows.emplace_back();
        row.push_back({std::string(name_of(labelled))});
        for (const Verdict found : all_verdicts()) {
            if (agreement.of(found).found > 0) {
                row.push_back({std::to_string(agreement.count(labelled, found))});
            }
        }
    }
    page.table(columns, rows);
}

void print_risks(const Agreement& agreement, report::TextPage& page) {
    page.heading("Risks");
    Rows rows;
    for (const auto& [category, hits] : agreement.risks()) {
        rows.push_back(row_of(category, hits));
    }
    rows.push_back(row_of("all", agreement.all_risks()));
    page.table(hits_columns(), rows);
    page.line(fmt::format("{} of {} replies labelled without risk have a finding",
                          agreement.clean_with_finding(),
                          agreement.clean_replies()));
}

void print_calibration(const Agreement& agreement, report::TextPage& page) {
    page.heading("Calibration", "of the replies with that relevance, how many are relevant");
    Rows rows;
    for (std::size_t i = 0; i < agreement.calibration().size(); ++i) {
        const CalibrationBin& bin = agreement.calibration()[i];
        if (bin.replies == 0) {
            continue;
        }
        const auto replies = static_cast<double>(bin.replies);
        rows.push_back({{fmt::format("0.{} to {}", i, i == 9 ? "1.0" : fmt::format("0.{}", i + 1))},
                        {in_hundreds(bin.sum / replies)},
                        {in_hundreds(static_cast<double>(bin.relevant) / replies)},
                        {std::to_string(bin.replies)}});
    }
    page.table({{"relevance"},
                {"mean", Align::right},
                {"relevant", Align::right},
                {"replies", Align::right}},
               rows);
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) {
        all += all.empty() ? "" : ", ";
        all += word;
    }
    return all;
}

std::string shown(const std::string& words, const Settings& settings) {
    return text::printable(settings.no_redact ? words : text::masked(words));
}

void print_worst(const Agreement& agreement, const Settings& settings, report::TextPage& page) {
    constexpr std::size_t kLabelColumns = 11;
    page.heading("Worst disagreements");
    for (const Disagreement& each : agreement.worst(settings.worst)) {
        page.blank();
        page.line(
            fmt::format("{}  {} turn {}: labelled {}, found {}{}",
                        text::printable(each.source),
                        text::printable(each.conversation),
                        each.turn,
                        name_of(each.labelled),
                        name_of(each.found),
                        each.relevance ? fmt::format(", relevance {:.2f}", *each.relevance) : ""));
        page.entry("  customer", kLabelColumns, shown(each.question, settings));
        page.entry("  reply", kLabelColumns, shown(each.reply, settings));
        if (!each.evidence.matched.empty()) {
            page.entry("  matched", kLabelColumns, shown(joined(each.evidence.matched), settings));
        }
        if (!each.evidence.missing.empty()) {
            page.entry("  missing", kLabelColumns, shown(joined(each.evidence.missing), settings));
        }
    }
}

void print_text(const Agreement& agreement, const Settings& settings, const Streams& io) {
    report::TextPage page(io.out, wants_color(settings.color, io.out_is_terminal), io.columns);
    page.line(fmt::format("{} labelled replies", agreement.replies()));
    print_verdicts(agreement, page);
    print_confusion(agreement, page);
    print_risks(agreement, page);
    print_calibration(agreement, page);
    if (settings.worst > 0) {
        print_worst(agreement, settings, page);
    }
}

void write_number(JsonWriter& out, std::string_view key, double value) {
    write(out, key);
    out.Double(value);
}

void write_count(JsonWriter& out, std::string_view key, std::uint64_t value) {
    write(out, key);
    out.Uint64(value);
}

void write_hits(JsonWriter& out, std::string_view key, const Hits& hits) {
    write(out, key);
    out.StartObject();
    write_number(out, "precision", hits.precision());
    write_number(out, "recall", hits.recall());
    write_number(out, "f1", hits.f1());
    write_count(out, "labelled", hits.labelled);
    write_count(out, "found", hits.found);
    out.EndObject();
}

void write_confusion(JsonWriter& out, const Agreement& agreement) {
    write(out, "confusion");
    out.StartObject();
    for (const Verdict labelled : all_verdicts()) {
        write(out, name_of(labelled));
        out.StartObject();
        for (const Verdict found : all_verdicts()) {
            write_count(out, name_of(found), agreement.count(labelled, found));
        }
        out.EndObject();
    }
    out.EndObject();
}

void write_calibration(JsonWriter& out, const Agreement& agreement) {
    write(out, "calibration");
    out.StartArray();
    for (const CalibrationBin& bin : agreement.calibration()) {
        out.StartObject();
        write_count(out, "replies", bin.replies);
        write_count(out, "relevant", bin.relevant);
        write_number(out, "mean", bin.replies > 0 ? bin.sum / static_cast<double>(bin.replies) : 0);
        out.EndObject();
    }
    out.EndArray();
}

void write_worst(JsonWriter& out, const Agreement& agreement, const Settings& settings) {
    write(out, "worst");
    out.StartArray();
    for (const Disagreement& each : agreement.worst(settings.worst)) {
        out.StartObject();
        write(out, "source", each.source);
        write(out, "conversation", each.conversation);
        write_count(out, "turn", each.turn);
        write(out, "labelled", name_of(each.labelled));
        write(out, "found", name_of(each.found));
        write(out, "relevance");
        each.relevance ? out.Double(*each.relevance) : out.Null();
        write(out, "question", shown(each.question, settings));
        write(out, "reply", shown(each.reply, settings));
        out.EndObject();
    }
    out.EndArray();
}

void print_json(const Agreement& agreement, const Settings& settings, const Streams& io) {
    rapidjson::StringBuffer buffer;
    JsonWriter out(buffer);
    constexpr int kDigits = 6;
    out.SetMaxDecimalPlaces(kDigits);
    out.StartObject();
    write_count(out, "replies", agreement.replies());
    write_number(out, "accuracy", agreement.accuracy());
    write_number(out, "kappa", agreement.kappa());
    write(out, "auc");
    agreement.auc() ? out.Double(*agreement.auc()) : out.Null();
    write_hits(out, "bad", agreement.bad());
    write(out, "verdicts");
    out.StartObject();
    for (const Verdict verdict : all_verdicts()) {
        write_hits(out, name_of(verdict), agreement.of(verdict));
    }
    out.EndObject();
    write_confusion(out, agreement);
    write_hits(out, "all_risks", agreement.all_risks());
    write(out, "risks");
    out.StartObject();
    for (const auto& [category, hits] : agreement.risks()) {
        write_hits(out, category, hits);
    }
    out.EndObject();
    write_count(out, "clean_replies", agreement.clean_replies());
    write_count(out, "clean_with_finding", agreement.clean_with_finding());
    write_calibration(out, agreement);
    write_worst(out, agreement, settings);
    out.EndObject();
    io.out << buffer.GetString() << '\n';
}

// Says which of the figures that were asked for are not reached.
bool is_reached(const Agreement& agreement,
                const Settings& settings,
                const DiagnosticPrinter& printer) {
    bool all = true;
    const auto compare = [&](std::string_view what, std::optional<double> least, double value) {
        if (least && value < *least) {
            printer.error(fmt::format("{} is {:.3f}, below {:.3f}", what, value, *least));
            all = false;
        }
    };
    compare("accuracy", settings.min_accuracy, agreement.accuracy());
    compare("F1 of replies that answer nothing", settings.min_f1, agreement.bad().f1());
    compare("precision of risks", settings.min_precision, agreement.all_risks().precision());
    compare("recall of risks", settings.min_recall, agreement.all_risks().recall());
    return all;
}

}  // namespace

ExitCode evaluate(const Settings& settings, const Streams& io) {
    const DiagnosticPrinter printer(settings, io);
    const std::optional<rules::RuleSet> rules = load_rules(settings, printer);
    if (!rules) {
        return ExitCode::usage;
    }
    const analysis::Analyzer analyzer(*rules);
    Agreement agreement;
    const bool is_all_read =
        for_each_conversation(settings, io, printer, [&](Conversation conversation) {
            agreement.add(analyzer.analyze(std::move(conversation)), rules->infos);
        });
    if (agreement.replies() == 0) {
        printer.error("no reply has a label",
                      "agent and bot turns need \"label\": {\"verdict\": …, \"risks\": […]}");
        return is_all_read ? ExitCode::usage : ExitCode::unread;
    }
    if (agreement.unknown_labels() > 0) {
        printer.warning(
            fmt::format("labels left out: {} (no verdict, or not on an agent or bot turn)",
                        agreement.unknown_labels()));
    }
    settings.format == "json" ? print_json(agreement, settings, io)
                              : print_text(agreement, settings, io);
    io.out.flush();  // What is said on the figures comes below them.
    if (!is_all_read) {
        return ExitCode::unread;
    }
    return is_reached(agreement, settings, printer) ? ExitCode::clean : ExitCode::findings;
}

}  // namespace suowen::cli
