// SPDX-License-Identifier: Apache-2.0
//
// Every export of tests/formats, damaged in every way that a file can be: the reader goes on, and
// what stands before the damage is kept.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "catch.h"
#include "input/conversation_stream.h"
#include "input/format_table.h"

namespace suowen::input {
namespace {

namespace fs = std::filesystem;

struct Export {
    std::string path;
    std::string bytes;
};

const std::vector<Export>& exports() {
    static const std::vector<Export> kAll = [] {
        std::vector<Export> all;
        for (const auto& entry :
             fs::recursive_directory_iterator(SUOWEN_SOURCE_DIR "/tests/formats")) {
            if (entry.is_regular_file()) {
                std::ifstream file(entry.path(), std::ios::binary);
                std::ostringstream bytes;
                bytes << file.rdbuf();
                all.push_back({entry.path().string(), bytes.str()});
            }
        }
        std::sort(all.begin(), all.end(), [](const Export& a, const Export& b) {
            return a.path < b.path;
        });
        return all;
    }();
    return kAll;
}

// Turns in order, as far as they can be read.
std::vector<std::string> texts_of(const std::string& bytes, const std::string& format = "auto") {
    std::istringstream in(bytes);
    InputOptions options;
    options.paths = {"-"};
    options.standard_input = &in;
    options.format = format;
    options.read.roles.agents = {"*"};  // What is kept matters here, not who said it.
    ConversationStream stream(options);
    std::vector<std::string> texts;
    while (const std::optional<StreamItem> item = stream.next()) {
        if (const auto* conversation = std::get_if<Conversation>(&*item)) {
            for (const Turn& turn : conversation->turns) {
                texts.emplace_back(turn.text);
            }
        }
    }
    return texts;
}

std::string format_of(const Export& file) {
    std::istringstream in(file.bytes);
    InputOptions options;
    options.paths = {"-"};
    options.standard_input = &in;
    ConversationStream stream(options);
    while (stream.next()) {
    }
    const std::vector<ReadFile> read = stream.take_read_files();
    return read.empty() ? std::string() : read.front().format;
}

TEST_CASE("an export that is cut off keeps what was whole") {
    for (const Export& file : exports()) {
        INFO(file.path);
        const std::string format = format_of(file);
        REQUIRE_FALSE(format.empty());
        const std::vector<std::string> whole = texts_of(file.bytes, format);
        for (std::size_t cut = 1; cut <= 50; ++cut) {
            const std::vector<std::string> kept =
                texts_of(file.bytes.substr(0, file.bytes.size() * cut / 51), format);
            // A recall may be lost with what came behind the cut.
            REQUIRE(kept.size() <= whole.size() + 1);
            // All but the last text, which may be cut, is as it was.
            for (std::size_t i = 0; i + 1 < std::min(kept.size(), whole.size()); ++i) {
                REQUIRE(kept[i] == whole[i]);
            }
        }
    }
}

TEST_CASE("an export with random bytes in it does no harm") {
    std::mt19937 random(7);
    for (const Export& file : exports()) {
        INFO(file.path);
        for (int round = 0; round < 100; ++round) {
            std::string damaged = file.bytes;
            for (int flip = 0; flip < 10; ++flip) {
                damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
            }
            CHECK_NOTHROW(static_cast<void>(texts_of(damaged)));
            CHECK_NOTHROW(static_cast<void>(texts_of(damaged, format_of(file))));
        }
    }
}

}  // namespace
}  // namespace suowen::input
