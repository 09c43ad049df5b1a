// SPDX-License-Identifier: Apache-2.0
#include "input/conversation_stream.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <utility>

#include "base/each_part.h"
#include "input/archive.h"
#include "input/blank.h"
#include "input/csv_reader.h"
#include "input/exports/exports.h"
#include "input/format_table.h"
#include "input/item_queue.h"
#include "input/json_export.h"
#include "input/path_walk.h"
#include "input/place.h"
#include "input/thread_joiner.h"
#include "input/xlsx.h"

namespace suowen::input {
namespace {

// Folders hold all kinds of files; only those that may have been meant are worth a word.
bool looks_like_data(std::string_view path) {
    constexpr std::array<std::string_view, 8> kExtensions = {
        ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".txt", ".log", ".chat"};
    for (const std::string_view extension : kExtensions) {
        if (path.ends_with(extension)) {
            return true;
        }
    }
    return false;
}

}  // namespace

// A transcript being read: `reader` borrows `lines`.
struct OpenTranscript {
    std::unique_ptr<LineReader> lines;
    std::unique_ptr<TranscriptReader> reader;
    const TranscriptFormat* format = nullptr;
    Confidence confidence = 0;
    FoundBy found_by = FoundBy::name;
    bool is_silent = true;  // Neither a conversation nor a reason why there is none, up to now.
};

// An archive being read, whose open entry borrows it. Archives may hold archives.
struct OpenArchive {
    Archive archive;
    FoundFile file;
    std::uint64_t files_before = 0;  // Transcripts found before it was opened.
    bool is_single = false;          // Only compressed; its one entry has been taken.
};

// The sheets of a workbook that are still to be read, named by their paths.
struct OpenWorkbook {
    std::deque<Sheet> sheets;
    FoundFile file;
    std::uint64_t files_before = 0;  // Transcripts found before it was opened.
};

struct ConversationStream::State {
    explicit State(InputOptions given)
        : options(std::move(given)),
          filter(options.excludes),
          walk(options.paths, PathFilter(options.excludes)) {}

    InputOptions options;
    PathFilter filter;
    PathWalk walk;
    std::vector<OpenArchive> archives;  // Innermost last.
    std::optional<OpenWorkbook> workbook;
    OpenTranscript transcript;
    ThreadJoiner threads;
    ItemQueue items;
    std::vector<ReadFile> read_files;
    InputCounts counts;  // Without the transcript being read and what `walk` skipped.

    // Takes one step; false when there is nothing left to do.
    bool advance() {
        if (transcript.reader) {
            read_on();
            return true;
        }
        if (workbook) {
            open_next_sheet();
            return true;
        }
        if (!archives.empty()) {
            open_next_entry();
            return true;
        }
        std::optional<std::variant<FoundFile, Diagnostic>> found = walk.next();
        if (!found) {
            return release_threads();
        }
        if (auto* const diagnostic = std::get_if<Diagnostic>(&*found)) {
            ++counts.skipped_files;
            items.push(std::move(*diagnostic));
        } else {
            open(std::get<FoundFile>(*found));
        }
        return true;
    }

    // False when none is held.
    bool release_threads() {
        std::optional<Conversation> held = threads.take_oldest();
        if (held) {
            items.push(std::move(*held));
        }
        return held.has_value();
    }

    void open(const FoundFile& file) {
        if (file.path == "-" && options.standard_input != nullptr) {
            open_source(open_stream(*options.standard_input), file);
            return;
        }
        if (options.output && identity_of_file(file.path) == options.output) {
            // `suowen convert logs > logs/all.jsonl` would read what it writes, with >> for ever.
            reject(file, "not read, since this run writes to it", {});
            return;
        }
        Result<std::unique_ptr<ByteSource>> source = open_file(file.path);
        if (!source) {
            ++counts.skipped_files;
            items.push(std::move(source.error()));
            return;
        }
        open_source(std::move(*source), file);
    }

    void open_source(std::unique_ptr<ByteSource> source, const FoundFile& file) {
        auto peeked = std::make_unique<PeekedSource>(std::move(source));
        if (!is_packed(peeked->head())) {
            start(std::move(peeked), file.path, file.found_by);
        } else if (archives.size() < kDeepestArchive) {
            archives.push_back(
                {Archive(std::move(peeked), options.read.password), file, counts.files});
        } else {
            ++counts.skipped_files;
            items.push(diagnostic_at(
                DiagnosticLevel::error, {file.path}, "archives are nested too deeply"));
        }
    }

    void open_next_entry() {
        OpenArchive& open = archives.back();
        std::optional<Archive::Entry> entry;
        if (!open.is_single) {
            entry = open.archive.next();
        }
        if (!entry) {
            close_archive();
        } else if (entry->name.empty()) {
            open.is_single = true;
            open_source(std::move(entry->source), FoundFile(open.file));
        } else if (entry->name == kOfficeMark) {
            open_office();
        } else if (is_hidden(entry->name)) {
            ++counts.skipped_files;
        } else if (!filter.excludes(entry->name)) {
            open_source(std::move(entry->source),
                        {open.file.path + "!" + entry->name, FoundBy::folder});
        }
    }

    void open_office() {
        OpenArchive open = std::move(archives.back());
        archives.pop_back();
        std::string problem;
        std::vector<Sheet> found = sheets_of(open.archive, problem);
        if (!open.archive.failure().empty()) {
            problem = "damaged workbook: " + open.archive.failure();
        }
        if (found.empty() || !problem.empty()) {
            reject(open.file,
                   problem.empty() ? "an Office document without sheets" : problem,
                   "save the table as CSV (UTF-8) and audit that");
        }
        if (found.empty()) {
            return;
        }
        workbook = {{}, open.file, counts.files};
        for (Sheet& sheet : found) {
            workbook->sheets.push_back({open.file.path + "!" + sheet.name, std::move(sheet.csv)});
        }
    }

    void open_next_sheet() {
        if (workbook->sheets.empty()) {
            if (counts.files == workbook->files_before &&
                workbook->file.found_by == FoundBy::name) {
                reject(workbook->file,
                       "the workbook holds no transcript",
                       "a sheet needs a header that names columns for text and speaker");
            }
            workbook.reset();
            return;
        }
        const Sheet sheet = std::move(workbook->sheets.front());
        workbook->sheets.pop_front();
        start(open_text(sheet.csv), sheet.name, FoundBy::folder);
    }

    void close_archive() {
        const OpenArchive open = std::move(archives.back());
        archives.pop_back();
        if (!open.archive.failure().empty()) {
            ++counts.skipped_files;
            items.push(diagnostic_at(DiagnosticLevel::error,
                                     {open.file.path},
                                     "damaged archive: " + open.archive.failure()));
        } else if (!open.is_single && counts.files == open.files_before &&
                   open.file.found_by == FoundBy::name) {
            reject(open.file, "the archive holds no transcript", {});
        }
    }

    // Hidden as in folders, and what macOS puts beside every file of an archive.
    static bool is_hidden(const std::string& name) {
        bool has_hidden_part = false;
        each_part(name, '/', [&](std::string_view part) {
            has_hidden_part |= part.starts_with('.') && part != "." && part != "..";
        });
        return has_hidden_part || name.starts_with("__MACOSX/");
    }

    void start(std::unique_ptr<ByteSource> source, const std::string& path, FoundBy found_by) {
        auto lines = std::make_unique<LineReader>(std::move(source), path, options.encoding);
        const std::string_view head = lines->head();
        if (is_blank(head)) {
            reject_empty(*lines, found_by);
            return;
        }
        if (is_own_report(head)) {
            reject({path, found_by}, "is a report of suowen, not a transcript", {});
            return;
        }
        if (is_rule_file(head)) {
            reject({path, found_by},
                   "is a file of rules, not a transcript",
                   "--rules adds it to those that are audited with");
            return;
        }
        const DetectedFormat chosen = choose_format(*lines, head);
        if (chosen.format == nullptr) {
            reject_unknown(*lines, found_by);
            return;
        }
        transcript.format = chosen.format;
        transcript.confidence = chosen.confidence;
        transcript.found_by = found_by;
        transcript.reader = chosen.format->open(*lines, options.read);
        transcript.lines = std::move(lines);
        ++counts.files;
    }

    DetectedFormat choose_format(const LineReader& lines, std::string_view head) {
        constexpr Confidence kAskedFor = 100;
        const std::vector<FieldMap>& maps = options.read.maps;
        if (options.format != "auto") {
            return {find_format(options.format), kAskedFor};
        }
        const bool is_json = has_keys(head, {});
        if (is_json ? has_mapped_keys(head, maps) : has_mapped_columns(head, maps)) {
            return {find_format(is_json ? "mapped-json" : "csv"), kAskedFor};
        }
        const DetectedFormat found =
            lines.is_binary() ? DetectedFormat{} : detect_format(head, lines.path(), options.read);
        const bool is_asked_for = std::any_of(
            maps.begin(), maps.end(), [](const FieldMap& map) { return map.name.empty(); });
        if (found.format != nullptr && is_asked_for) {
            items.push(diagnostic_at(
                DiagnosticLevel::warning,
                {lines.path()},
                fmt::format("has not the fields of --map; read as {}", found.format->name)));
        }
        return found;
    }

    void reject_empty(LineReader& lines, FoundBy found_by) {
        ++counts.skipped_files;
        lines.finish();
        Diagnostics failures = lines.take_diagnostics();
        if (failures.empty() && found_by == FoundBy::name) {
            items.push(diagnostic_at(DiagnosticLevel::warning, {lines.path()}, "is empty"));
        }
        items.push(std::move(failures));
    }

    void reject_unknown(LineReader& lines, FoundBy found_by) {
        if (found_by == FoundBy::folder && !looks_like_data(lines.path())) {
            ++counts.skipped_files;
            return;
        }
        const FoundFile file{lines.path(), found_by};
        if (lines.is_binary()) {
            reject(file,
                   "not a transcript: binary data",
                   "export the conversations as text, JSON, CSV or XLSX");
        } else {
            reject(file,
                   "not a transcript in a known format",
                   "--input-format names the format (suowen audit --help lists all), --map says "
                   "which fields hold what in others");
        }
    }

    // What was asked for by name must be readable; what lay in a folder may be something else.
    static DiagnosticLevel level_of_loss(FoundBy found_by) {
        return found_by == FoundBy::name ? DiagnosticLevel::error : DiagnosticLevel::warning;
    }

    void reject(const FoundFile& file, std::string message, std::string help) {
        ++counts.skipped_files;
        items.push(diagnostic_at(
            level_of_loss(file.found_by), {file.path}, std::move(message), std::move(help)));
    }

    // What an earlier run wrote beside the logs: auditing it would count its quotes as talk.
    static bool is_own_report(std::string_view head) {
        return head.substr(0, 200).find(R"("schema":"suowen/)") != std::string_view::npos ||
               head.starts_with("# suowen\n") || is_own_text_report(head);
    }

    // A copy of the rules lies in each folder of evidence.
    static bool is_rule_file(std::string_view head) {
        return has_line(head, "version: 1") &&
               (has_line(head, "rules:") || has_line(head, "statutes:"));
    }

    static bool has_line(std::string_view text, std::string_view line) {
        bool found = false;
        each_part(
            text, '\n', [&](std::string_view candidate) { found = found || candidate == line; });
        return found;
    }

    // "suowen 0.1.0  builtin 269 rules", painted or not.
    static bool is_own_text_report(std::string_view head) {
        constexpr std::string_view kBold = "\x1b[1m";
        std::string_view line = head.substr(0, head.find('\n'));
        line.remove_prefix(line.starts_with(kBold) ? kBold.size() : 0);
        constexpr std::string_view kName = "suowen ";
        if (!line.starts_with(kName)) {
            return false;
        }
        line.remove_prefix(kName.size());
        const std::string_view version =
            line.substr(0, std::min(line.find_first_not_of("0123456789."), line.size()));
        return std::count(version.begin(), version.end(), '.') == 2 &&
               (line.find(" rule") != std::string_view::npos ||
                line.find("条规则") != std::string_view::npos);
    }

    static bool is_note(const StreamItem& item) {
        const auto* const diagnostic = std::get_if<Diagnostic>(&item);
        return diagnostic != nullptr && diagnostic->level == DiagnosticLevel::note;
    }

    // A format that was taken for another, and one whose messages are elsewhere now, would pass for
    // a file without messages. What only lies beside files with messages goes without saying.
    void report_silence() {
        const bool is_list = transcript.format->content == Content::lists;
        if (transcript.is_silent && !(is_list && transcript.found_by == FoundBy::folder)) {
            items.push(diagnostic_at(
                is_list ? DiagnosticLevel::warning : level_of_loss(transcript.found_by),
                {transcript.lines->path()},
                fmt::format("holds no conversation, read as {}", transcript.format->name),
                "--input-format names another format, --map says which fields hold what"));
        }
    }

    // Conversations that may go on in another file wait for it.
    void deliver(StreamItem item) {
        auto* const conversation = std::get_if<Conversation>(&item);
        const bool has_id_of_desk = conversation != nullptr && !conversation->id.starts_with('#') &&
                                    transcript.format->ids == Ids::of_desk;
        if (!has_id_of_desk) {
            items.push(std::move(item));
            return;
        }
        threads.add(transcript.format->name, std::move(*conversation));
        while (std::optional<Conversation> surplus = threads.take_surplus()) {
            items.push(std::move(*surplus));
        }
    }

    void read_on() {
        LineReader& lines = *transcript.lines;
        std::optional<StreamItem> item = transcript.reader->next();
        if (!item) {
            lines.finish();
        }
        Diagnostics damage = lines.take_diagnostics();
        if (!damage.empty() || (item && !is_note(*item))) {
            transcript.is_silent = false;
        }
        items.push(std::move(damage));
        if (item) {
            deliver(std::move(*item));
        } else {
            report_silence();
            const std::uint64_t skipped =
                transcript.reader->skipped_records() + lines.skipped_lines();
            counts.bytes += lines.bytes_read();
            counts.skipped_records += skipped;
            read_files.push_back({lines.path(),
                                  std::string(transcript.format->name),
                                  std::string(lines.encoding()),
                                  transcript.confidence,
                                  skipped});
            transcript = {};
        }
    }
};

ConversationStream::ConversationStream(InputOptions options)
    : state_(std::make_unique<State>(std::move(options))) {}

ConversationStream::~ConversationStream() = default;

std::optional<StreamItem> ConversationStream::next() {
    while (state_->items.empty()) {
        if (!state_->advance()) {
            return std::nullopt;
        }
    }
    return state_->items.pop();
}

std::vector<ReadFile> ConversationStream::take_read_files() {
    return std::exchange(state_->read_files, {});
}

InputCounts ConversationStream::counts() const {
    InputCounts counts = state_->counts;
    counts.skipped_files += state_->walk.skipped_files();
    if (state_->transcript.reader) {
        counts.bytes += state_->transcript.lines->bytes_read();
        counts.skipped_records += state_->transcript.reader->skipped_records() +
                                  state_->transcript.lines->skipped_lines();
    }
    return counts;
}

const std::vector<FormatInfo>& formats() {
    static const std::vector<FormatInfo> kFormats = [] {
        std::vector<FormatInfo> infos;
        for (const TranscriptFormat& format : format_table()) {
            infos.push_back({format.name, format.description});
        }
        return infos;
    }();
    return kFormats;
}

}  // namespace suowen::input
