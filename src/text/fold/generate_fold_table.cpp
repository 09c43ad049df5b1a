// SPDX-License-Identifier: Apache-2.0
//
// Writes the table that normalizer.cpp folds characters with: Unicode's compatibility and case
// folding, Traditional to Simplified, accents and combining marks dropped, and lookalikes.txt on
// top. Run at build time: generate_fold_table LOOKALIKES OUTPUT.
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "text/fold/fold_table.h"

namespace {

using suowen::text::FoldEntry;
using suowen::text::kFoldCopy;
using suowen::text::kFoldNewline;
using suowen::text::kFoldPageSize;
using suowen::text::kFoldSequence;
using suowen::text::kFoldSpace;
using suowen::text::kFoldTableEnd;

using Lookalikes = std::map<char32_t, char32_t>;

bool is_combining(char32_t c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF) ||
           (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
           (c >= 0xFE20 && c <= 0xFE2F);
}

bool is_line_break(char32_t c) {
    return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_space(char32_t c) {
    constexpr char32_t kBrailleBlank = 0x2800;
    return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || c == kBrailleBlank;
}

std::vector<char32_t> code_points(const icu::UnicodeString& text) {
    std::vector<char32_t> out;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        out.push_back(static_cast<char32_t>(text.char32At(i)));
    }
    return out;
}

// One line of lookalikes.txt.
void read_group(const std::string& line, Lookalikes& lookalikes) {
    std::istringstream words(line);
    std::string target;
    words >> target;
    const char32_t to = code_points(icu::UnicodeString::fromUTF8(target)).at(0);
    for (std::string word; words >> word;) {
        unsigned first = 0;
        unsigned last = 0;
        if (std::sscanf(word.c_str(), "U+%X-U+%X", &first, &last) == 2) {
            for (unsigned c = first; c <= last; ++c) {
                lookalikes[c] = to + (c - first);
            }
        } else {
            lookalikes[code_points(icu::UnicodeString::fromUTF8(word)).at(0)] = to;
        }
    }
}

Lookalikes read_lookalikes(const char* path) {
    Lookalikes lookalikes;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line[0] != '#') {
            read_group(line, lookalikes);
        }
    }
    return lookalikes;
}

class Folder {
public:
    explicit Folder(Lookalikes lookalikes) : lookalikes_(std::move(lookalikes)) {
        UErrorCode status = U_ZERO_ERROR;
        fold_ = icu::Normalizer2::getNFKCCasefoldInstance(status);
        decompose_ = icu::Normalizer2::getNFDInstance(status);
        simplify_.reset(
            icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
        if (U_FAILURE(status)) {
            std::cerr << "generate_fold_table: ICU: " << u_errorName(status) << '\n';
            std::exit(1);
        }
    }

    // What `c` is folded to; empty when it is dropped.
    std::u32string fold(char32_t c) const {
        if (const auto found = lookalikes_.find(c); found != lookalikes_.end()) {
            return {found->second};
        }
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString text =
            fold_->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
        text = decompose_->normalize(text, status);
        simplify_->transliterate(text);
        std::u32string out;
        for (const char32_t part : code_points(text)) {
            if (is_combining(part)) {
                continue;
            }
            const auto found = lookalikes_.find(part);
            out.push_back(found == lookalikes_.end() ? part : found->second);
        }
        return out;
    }

private:
    Lookalikes lookalikes_;
    const icu::Normalizer2* fold_ = nullptr;
    const icu::Normalizer2* decompose_ = nullptr;
    std::unique_ptr<icu::Transliterator> simplify_;
};

std::string utf8(const std::u32string& text) {
    icu::UnicodeString units;
    for (const char32_t c : text) {
        units.append(static_cast<UChar32>(c));
    }
    std::string out;
    units.toUTF8String(out);
    return out;
}

class TableWriter {
public:
    explicit TableWriter(const Folder& folder) : folder_(folder) {}

    void build() {
        for (char32_t start = 0; start < kFoldTableEnd; start += kFoldPageSize) {
            std::vector<FoldEntry> page;
            bool is_identity = start != 0;
            for (char32_t c = start; c < start + kFoldPageSize; ++c) {
                page.push_back(entry(c));
                is_identity = is_identity && page.back() == kFoldCopy;
            }
            page_of_.push_back(is_identity ? -1 : static_cast<int>(pages_.size()));
            if (!is_identity) {
                pages_.push_back(std::move(page));
            }
        }
    }

    void write(std::ostream& out) const {
        out << "// Generated by generate_fold_table; do not edit.\n"
            << "#include \"text/fold/fold_table.h\"\n\nnamespace suowen::text {\nnamespace {\n\n";
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            out << "constexpr FoldEntry kPage" << i << "[] = {";
            for (const FoldEntry value : pages_[i]) {
                out << value << "u,";
            }
            out << "};\n";
        }
        out << "\n}  // namespace\n\nconst FoldEntry* const kFoldPages[] = {";
        for (const int page : page_of_) {
            out << (page < 0 ? "nullptr" : "kPage" + std::to_string(page)) << ',';
        }
        out << "};\n\nconst std::string_view kFoldSequences[] = {";
        for (const std::string& sequence : sequences_) {
            out << '"';
            for (const char byte : sequence) {
                char escaped[8];
                std::snprintf(escaped, sizeof escaped, "\\%03o", static_cast<unsigned char>(byte));
                out << escaped;
            }
            out << "\",";
        }
        out << "};\n\n}  // namespace suowen::text\n";
    }

private:
    FoldEntry entry(char32_t c) {
        if (is_line_break(c)) {
            return kFoldNewline;
        }
        if (is_space(c)) {
            return kFoldSpace;
        }
        if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
            return 0;
        }
        if (c >= 0xD800 && c <= 0xDFFF) {
            return kFoldCopy;
        }
        const std::u32string folded = folder_.fold(c);
        if (folded == std::u32string(1, c) && c >= 0x80) {
            return kFoldCopy;
        }
        const std::string bytes = utf8(folded);
        if (bytes.size() <= 3 && bytes.find(' ') == std::string::npos) {
            FoldEntry packed = static_cast<FoldEntry>(bytes.size()) << 24U;
            for (std::size_t i = 0; i < bytes.size(); ++i) {
                packed |= static_cast<FoldEntry>(static_cast<unsigned char>(bytes[i])) << (8U * i);
            }
            return packed;
        }
        sequences_.push_back(without_spaces(bytes));
        return kFoldSequence | static_cast<FoldEntry>(sequences_.size() - 1);
    }

    // Some compatibility forms fold to a space and a mark (U+00A8); white space is the normalizer's
    // own.
    static std::string without_spaces(std::string bytes) {
        std::erase(bytes, ' ');
        return bytes;
    }

    const Folder& folder_;
    std::vector<std::vector<FoldEntry>> pages_;
    std::vector<int> page_of_;
    std::vector<std::string> sequences_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: generate_fold_table LOOKALIKES OUTPUT\n";
        return 2;
    }
    const Folder folder(read_lookalikes(argv[1]));
    TableWriter table(folder);
    table.build();
    std::ofstream out(argv[2]);
    table.write(out);
    out.close();
    return out ? 0 : 1;
}
