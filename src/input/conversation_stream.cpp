// SPDX-License-Identifier: Apache-2.0
#include "input/conversation_stream.h"

#include <fmt/format.h>

#include <array>

#include "input/format_table.h"
#include "input/item_queue.h"
#include "input/path_walk.h"

namespace suowen::input {
namespace {

Diagnostic about(DiagnosticLevel level, const std::string& path, std::string message) {
    return {level, {path}, std::move(message), {}, {}};
}

std::string format_names() {
    std::string names;
    for (const TranscriptFormat& format : format_table()) {
        names += (names.empty() ? "" : ", ") + std::string(format.name);
    }
    return names;
}

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
};

struct ConversationStream::State {
    explicit State(InputOptions given)
        : options(std::move(given)), walk(options.paths, PathFilter(options.excludes)) {}

    InputOptions options;
    PathWalk walk;
    OpenTranscript transcript;
    ItemQueue items;
    InputCounts counts;  // Without the transcript being read and what `walk` skipped.

    // Takes one step; false when there is nothing left to do.
    bool advance() {
        if (transcript.reader) {
            read_on();
            return true;
        }
        std::optional<std::variant<FoundFile, Diagnostic>> found = walk.next();
        if (!found) {
            return false;
        }
        if (auto* const diagnostic = std::get_if<Diagnostic>(&*found)) {
            ++counts.skipped_files;
            items.push(std::move(*diagnostic));
        } else {
            open(std::get<FoundFile>(*found));
        }
        return true;
    }

    void open(const FoundFile& file) {
        if (file.path == "-" && options.standard_input != nullptr) {
            start(open_stream(*options.standard_input), file.path, file.found_by);
            return;
        }
        Result<std::unique_ptr<ByteSource>> source = open_file(file.path);
        if (!source) {
            ++counts.skipped_files;
            items.push(std::move(source.error()));
            return;
        }
        start(std::move(*source), file.path, file.found_by);
    }

    void start(std::unique_ptr<ByteSource> source, const std::string& path, FoundBy found_by) {
        auto lines = std::make_unique<LineReader>(std::move(source), path, options.encoding);
        const std::string_view head = lines->head();
        if (head.find_first_not_of(" \t\r\n") == std::string_view::npos) {
            reject_empty(*lines, found_by);
            return;
        }
        const TranscriptFormat* const format = choose_format(*lines, head);
        if (format == nullptr) {
            reject_unknown(*lines, found_by);
            return;
        }
        transcript.reader = format->open(*lines);
        transcript.lines = std::move(lines);
        ++counts.files;
    }

    const TranscriptFormat* choose_format(const LineReader& lines, std::string_view head) const {
        if (options.format != "auto") {
            return find_format(options.format);
        }
        return lines.is_binary() ? nullptr : detect_format(head);
    }

    void reject_empty(LineReader& lines, FoundBy found_by) {
        ++counts.skipped_files;
        lines.finish();
        Diagnostics failures = lines.take_diagnostics();
        if (failures.empty() && found_by == FoundBy::name) {
            items.push(about(DiagnosticLevel::warning, lines.path(), "is empty"));
        }
        items.push(std::move(failures));
    }

    void reject_unknown(LineReader& lines, FoundBy found_by) {
        ++counts.skipped_files;
        const bool is_binary = lines.is_binary();
        if (found_by == FoundBy::folder && (is_binary || !looks_like_data(lines.path()))) {
            return;
        }
        Diagnostic diagnostic = about(
            found_by == FoundBy::name ? DiagnosticLevel::error : DiagnosticLevel::warning,
            lines.path(),
            is_binary ? "not a transcript: binary data" : "not a transcript in any known format");
        diagnostic.help = fmt::format("formats: {}; --input-format names one", format_names());
        items.push(std::move(diagnostic));
    }

    void read_on() {
        LineReader& lines = *transcript.lines;
        std::optional<StreamItem> item = transcript.reader->next();
        if (!item) {
            lines.finish();
        }
        items.push(lines.take_diagnostics());
        if (item) {
            items.push(std::move(*item));
        } else {
            counts.bytes += lines.bytes_read();
            counts.skipped_records += transcript.reader->skipped_records() + lines.skipped_lines();
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
