// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/options.h"

// The promises that src/README.md and the build lists make about the tree.
namespace suowen {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = SUOWEN_SOURCE_DIR;

std::string read(const fs::path& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::string> lines_of(const fs::path& path) {
    std::istringstream text(read(path));
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) {
        lines.push_back(line);
    }
    return lines;
}

// The folders that each folder may include, from the table of src/README.md.
std::map<std::string, std::set<std::string>> arrows() {
    std::map<std::string, std::set<std::string>> allowed;
    for (const std::string& line : lines_of(kRoot / "src/README.md")) {
        const std::size_t end = line.find("/` |");
        if (line.rfind("| `", 0) != 0 || end == std::string::npos) {
            continue;
        }
        const std::size_t last = line.rfind('|');
        const std::size_t begin = line.rfind('|', last - 1) + 1;
        std::istringstream words(line.substr(begin, last - begin));
        std::set<std::string>& folders = allowed[line.substr(3, end - 3)];
        for (std::string word; words >> word;) {
            word.erase(std::remove(word.begin(), word.end(), ','), word.end());
            folders.insert(word);
        }
    }
    return allowed;
}

// The folder of an #include "folder/…"; empty for any other line.
std::string included_folder(const std::string& line) {
    constexpr std::string_view kStart = "#include \"";
    if (line.rfind(kStart, 0) != 0) {
        return {};
    }
    const std::size_t slash = line.find('/');
    return slash == std::string::npos ? std::string()
                                      : line.substr(kStart.size(), slash - kStart.size());
}

bool is_source(const fs::path& path) {
    return path.extension() == ".cpp" || path.extension() == ".h";
}

// What the lists of the build name, relative to `base`.
std::set<std::string> listed(const fs::path& list) {
    std::set<std::string> files;
    std::istringstream words(read(list));
    for (std::string word; words >> word;) {
        word.erase(std::remove(word.begin(), word.end(), ')'), word.end());
        if (fs::path(word).extension() == ".cpp") {
            files.insert(word);
        }
    }
    return files;
}

std::set<std::string> unlisted(const fs::path& base, const std::string& list_name) {
    std::set<std::string> missing;
    for (const fs::directory_entry& folder : fs::directory_iterator(base)) {
        if (!folder.is_directory()) {
            continue;
        }
        const std::set<std::string> known = listed(folder.path() / list_name);
        for (const auto& file : fs::recursive_directory_iterator(folder)) {
            const std::string name = fs::relative(file.path(), base).string();
            if (file.path().extension() == ".cpp" && known.count(name) == 0) {
                missing.insert(name);
            }
        }
    }
    return missing;
}

}  // namespace

TEST_CASE("Folders include only what src/README.md lets them") {
    const auto allowed = arrows();
    REQUIRE(allowed.size() >= 8);
    std::vector<std::string> wrong;
    for (const auto& [folder, others] : allowed) {
        for (const auto& file : fs::recursive_directory_iterator(kRoot / "src" / folder)) {
            if (!is_source(file.path())) {
                continue;
            }
            for (const std::string& line : lines_of(file.path())) {
                const std::string other = included_folder(line);
                const bool is_fine = other.empty() || other == folder || others.count("all") > 0 ||
                                     others.count(other) > 0;
                if (!is_fine) {
                    wrong.push_back(file.path().string() + ": " + line);
                }
            }
        }
    }
    CHECK(wrong == std::vector<std::string>());
}

TEST_CASE("Every source and test is in the list of its folder") {
    CHECK(unlisted(kRoot / "src", "sources.cmake") == std::set<std::string>());
    CHECK(unlisted(kRoot / "tests/unit", "tests.cmake") == std::set<std::string>());
}

TEST_CASE("The man page says something about every option") {
    const std::string page = read(kRoot / "man/suowen.1");
    for (const cli::OptionInfo& option : cli::options()) {
        std::string name = "Fl -" + std::string(option.name);
        INFO(name);
        CHECK(page.find(name) != std::string::npos);
    }
}

}  // namespace suowen
