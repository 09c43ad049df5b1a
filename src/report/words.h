// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/audit.h"
#include "model/finding.h"
#include "model/summary.h"
#include "report/reporter.h"

namespace suowen::report {

// The text itself, or, when it is not valid UTF-8, `scratch` with each bad byte as U+FFFD.
[[nodiscard]] std::string_view valid_utf8(std::string_view text, std::string& scratch);

// The text with bad bytes, control characters and those that change the direction of text as
// U+FFFD: what a reader sees is then all there is, in its order.
[[nodiscard]] std::string visible(std::string_view text);

// Words of a transcript, names and paths as a report may show them: valid UTF-8, masked if asked
// for.
[[nodiscard]] std::string shown(std::string_view words, Redaction redaction);
[[nodiscard]] Diagnostic shown(Diagnostic diagnostic, Redaction redaction);

// The most that a table or a test says of a question or a reply. Customers paste whole logs, and
// each of a thousand replies to them would repeat them; a spreadsheet's cell has 32,767 characters.
inline constexpr std::size_t kMostCellBytes = 30'000;

// The turns of a question, one after another with `gap` between, of which a report may show at most
// `most_bytes`; "…" follows where something was cut.
[[nodiscard]] std::string shown_question(const Conversation& conversation,
                                         const std::vector<std::uint32_t>& turns,
                                         Redaction redaction,
                                         std::string_view gap,
                                         std::size_t most_bytes);

// Agents whose names look alike when they are masked are counted together.
[[nodiscard]] std::map<std::string, AgentCounts> shown(
    const std::map<std::string, AgentCounts>& by_agent, Redaction redaction);

// The words of a range of `text`, of which a report may show at most `most_bytes`; "…" follows
// where something was cut. A range outside of the text is cut to it.
[[nodiscard]] std::string shown(std::string_view text,
                                ByteRange range,
                                Redaction redaction,
                                std::size_t most_bytes);

// The start of a text, up to `most_bytes` of it.
[[nodiscard]] std::string shown(std::string_view text, Redaction redaction, std::size_t most_bytes);

// How long the customer had waited, for a finding that is about that; `asked` is the exchange or
// the question without a reply that the finding is on.
template <class Asked>
[[nodiscard]] std::optional<Milliseconds> wait_of(const RuleInfo& rule, const Asked& asked) {
    return rule.category == "untimely" ? asked.waited : std::nullopt;
}

// Shows single words of texts as the masks of those texts do: a number or address that was split
// into words (138 1234 5678) gives away no more than in one piece.
class WordMask {
public:
    // Borrows the conversation.
    WordMask(const Conversation& conversation, Redaction redaction)
        : conversation_(conversation), redaction_(redaction) {}

    // From here on words are of the texts that the evidence of this reply quotes.
    void read(const ReplyAudit& audit);

    // The word as a report may show it. Valid until the next call, and as long as the word.
    [[nodiscard]] std::string_view shown(std::string_view word);

private:
    // A turn that has personal data. Many replies may quote one long question, so what is found out
    // about it is kept.
    struct Text {
        std::string_view text;
        std::vector<ByteRange> personal;
        std::map<std::string, std::string, std::less<>> masks;  // Of words; empty for none.
    };

    void add(std::uint32_t turn);

    const Conversation& conversation_;
    Redaction redaction_;
    std::map<std::uint32_t, Text> texts_;  // By turn, all that were read.
    std::vector<Text*> current_;
    std::string scratch_;
};

// How likely something is, 0..1, in percent; 99 at most, as nobody is sure of what people mean.
[[nodiscard]] long percent_of(double chance);

// Each pair of related words in one: "咳嗽 ~ 体温". They are of the built-in list, so that nothing
// in them has to be masked or escaped.
[[nodiscard]] std::vector<std::string> related_pairs(const Evidence& evidence);

// The largest offset up to `at` where a character of the text begins (or the text ends).
[[nodiscard]] std::size_t character_boundary(std::string_view text, std::size_t at);

}  // namespace suowen::report
