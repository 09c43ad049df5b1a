// SPDX-License-Identifier: Apache-2.0
#include "rules/document.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <optional>
#include <sstream>

#include "base/utf8.h"
#include "rules/packing.h"

namespace suowen::rules {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Builds the tree from the events of yaml-cpp. What is refused is noted once, the first time, and
// the rest of the events passed over.
class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(std::string_view yaml, const std::string& name) : lines_(yaml), name_(name) {}

    void OnDocumentStart(const YAML::Mark& mark) override {
        ++documents_;
        if (documents_ > 1) {
            refuse(mark, "more than one document in the file", "remove the line `---`");
        }
    }

    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        add(mark, anchor, "", Node{});
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        refuse(mark, "aliases (*name) are not supported", "write the value out, or use a fragment");
    }

    void OnScalar(const YAML::Mark& mark,
                  const std::string& tag,
                  YAML::anchor_t anchor,
                  const std::string& value) override {
        Node node;
        node.text = value;
        node.was_quoted = tag == "!";
        add(mark, anchor, tag, std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark,
                         const std::string& tag,
                         YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, anchor, tag, Node::Kind::sequence);
    }

    void OnMapStart(const YAML::Mark& mark,
                    const std::string& tag,
                    YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, anchor, tag, Node::Kind::map);
    }

    void OnSequenceEnd() override { close(); }

    void OnMapEnd() override { close(); }

    [[nodiscard]] Diagnostic error_at(const YAML::Mark& mark,
                                      std::string message,
                                      std::string help) const {
        Diagnostic problem;
        problem.location.path = name_;
        problem.message = std::move(message);
        problem.help = std::move(help);
        if (!mark.is_null()) {
            problem.location.line = static_cast<std::uint64_t>(mark.line) + 1;
            problem.location.column = column(mark);
            problem.excerpt = line_of(mark);
        }
        return problem;
    }

    [[nodiscard]] const std::optional<Diagnostic>& problem() const { return problem_; }

    [[nodiscard]] Node take_root() { return std::move(root_); }

private:
    struct Open {
        Node node;
        std::optional<Node> key;  // Of the map entry whose value comes next.
    };

    void refuse(const YAML::Mark& mark, std::string message, std::string help) {
        if (!problem_) {
            problem_ = error_at(mark, std::move(message), std::move(help));
        }
    }

    [[nodiscard]] std::string_view line_of(const YAML::Mark& mark) const {
        return lines_.line(static_cast<std::uint64_t>(mark.line) + 1);
    }

    // yaml-cpp counts bytes.
    [[nodiscard]] std::uint32_t column(const YAML::Mark& mark) const {
        const std::string_view line = line_of(mark);
        return count_code_points(line.substr(0, static_cast<std::size_t>(mark.column))) + 1;
    }

    void place(const YAML::Mark& mark, Node& node) const {
        node.line = static_cast<std::uint32_t>(mark.line) + 1;
        node.column = column(mark);
        const std::string_view line = line_of(mark);
        const std::string_view rest =
            line.substr(std::min(line.size(), static_cast<std::size_t>(mark.column)));
        node.is_block =
            node.was_quoted && !rest.empty() && (rest.front() == '|' || rest.front() == '>');
    }

    void check(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& tag) {
        if (anchor != YAML::NullAnchor) {
            refuse(mark, "anchors (&name) are not supported", "use a fragment for what is shared");
        }
        if (!tag.empty() && tag != "?" && tag != "!") {
            refuse(mark, fmt::format("tags ({}) are not supported", tag), "");
        }
    }

    void add(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& tag, Node node) {
        check(mark, anchor, tag);
        place(mark, node);
        attach(std::move(node));
    }

    void open(const YAML::Mark& mark,
              YAML::anchor_t anchor,
              const std::string& tag,
              Node::Kind kind) {
        check(mark, anchor, tag);
        if (open_.size() >= kMaxDocumentDepth) {
            refuse(mark, "nested too deeply", "");
        }
        if (problem_) {
            ++passed_over_;
            return;
        }
        Open opened;
        opened.node.kind = kind;
        place(mark, opened.node);
        open_.push_back(std::move(opened));
    }

    void close() {
        if (passed_over_ > 0) {
            --passed_over_;
            return;
        }
        Node node = std::move(open_.back().node);
        open_.pop_back();
        attach(std::move(node));
    }

    void attach(Node node) {
        if (problem_) {
            return;
        }
        if (open_.empty()) {
            root_ = std::move(node);
            return;
        }
        Open& parent = open_.back();
        if (parent.node.is_map() && !parent.key) {
            parent.key = std::move(node);
            return;
        }
        if (parent.node.is_map()) {
            parent.node.keys.push_back(std::move(*parent.key));
            parent.key.reset();
        }
        parent.node.items.push_back(std::move(node));
    }

    Lines lines_;
    const std::string& name_;
    std::vector<Open> open_;
    std::size_t passed_over_ = 0;  // Collections opened since the problem.
    std::size_t documents_ = 0;
    Node root_;
    std::optional<Diagnostic> problem_;
};

void append_node(std::string& out, const Node& node) {
    pack_number(
        out,
        static_cast<unsigned>(node.kind) | (node.was_quoted ? 4U : 0U) | (node.is_block ? 8U : 0U));
    pack_number(out, node.line);
    pack_number(out, node.column);
    if (node.is_scalar()) {
        pack_text(out, node.text);
        return;
    }
    pack_number(out, node.items.size());
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        if (node.is_map()) {
            append_node(out, node.keys[i]);
        }
        append_node(out, node.items[i]);
    }
}

Node read_node(PackedReader& reader) {
    Node node;
    const std::size_t flags = reader.number();
    node.kind = static_cast<Node::Kind>(flags & 3U);
    node.was_quoted = (flags & 4U) != 0;
    node.is_block = (flags & 8U) != 0;
    node.line = static_cast<std::uint32_t>(reader.number());
    node.column = static_cast<std::uint32_t>(reader.number());
    if (node.is_scalar()) {
        node.text = reader.text();
        return node;
    }
    const std::size_t size = reader.number();
    node.items.reserve(size);
    node.keys.reserve(node.is_map() ? size : 0);
    for (std::size_t i = 0; i < size; ++i) {
        if (node.is_map()) {
            node.keys.push_back(read_node(reader));
        }
        node.items.push_back(read_node(reader));
    }
    return node;
}

// Bytes that a YAML file cannot hold. yaml-cpp would stop at some of them without a word.
std::optional<Diagnostic> find_bad_bytes(std::string_view yaml, const std::string& name) {
    for (std::size_t at = 0; at < yaml.size();) {
        const utf8::Decoded decoded = utf8::decode(yaml, at);
        const char32_t c = decoded.code_point;
        const bool is_broken = c == utf8::kReplacement && decoded.bytes == 1;
        const bool is_control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
        if (is_broken || is_control) {
            const std::string_view before = yaml.substr(0, at);
            const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0.
            Diagnostic problem;
            problem.location.path = name;
            problem.location.line =
                static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')) + 1;
            problem.location.column = count_code_points(before.substr(line_begin)) + 1;
            problem.message = is_broken ? "not UTF-8" : "a control character";
            problem.help = is_broken ? "save the file as UTF-8" : "remove it";
            return problem;
        }
        at += decoded.bytes;
    }
    return std::nullopt;
}

Result<Node> parse(std::string_view yaml, const std::string& name) {
    TreeBuilder tree(yaml, name);
    try {
        std::istringstream stream{std::string(yaml)};
        YAML::Parser parser(stream);
        while (!tree.problem() && parser.HandleNextDocument(tree)) {
        }
    } catch (const YAML::Exception& problem) {
        if (!tree.problem()) {
            return unexpected(tree.error_at(problem.mark, "not valid YAML: " + problem.msg, ""));
        }
    }
    if (tree.problem()) {
        return unexpected(*tree.problem());
    }
    return tree.take_root();
}

}  // namespace

bool Node::is_null() const {
    return is_scalar() && !was_quoted &&
           (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL");
}

const Node* Node::find(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].is_scalar() && keys[i].text == key) {
            return &items[i];
        }
    }
    return nullptr;
}

Lines::Lines(std::string_view text) : text_(text), starts_{0} {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') {
            starts_.push_back(at + 1);
        }
    }
}

std::string_view Lines::line(std::uint64_t number) const {
    if (number == 0 || number > starts_.size()) {
        return {};
    }
    const std::size_t begin = starts_[number - 1];
    const std::size_t end = number < starts_.size() ? starts_[number] - 1 : text_.size();
    std::string_view found = text_.substr(begin, end - begin);
    if (!found.empty() && found.back() == '\r') {
        found.remove_suffix(1);
    }
    return found;
}

std::uint32_t count_code_points(std::string_view text) {
    std::uint32_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += utf8::decode(text, at).bytes) {
        ++count;
    }
    return count;
}

Result<Node> parse_document(std::string_view yaml, const std::string& name) {
    if (yaml.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
        yaml.remove_prefix(kByteOrderMark.size());
    }
    if (yaml.size() > kMaxDocumentBytes) {
        Diagnostic problem;
        problem.location.path = name;
        problem.message = fmt::format("larger than {} MiB", kMaxDocumentBytes >> 20U);
        problem.help = "rules are small files; is this the right one?";
        return unexpected(problem);
    }
    if (std::optional<Diagnostic> problem = find_bad_bytes(yaml, name)) {
        return unexpected(std::move(*problem));
    }
    Result<Node> root = parse(yaml, name);
    if (root && root->is_null()) {
        root->kind = Node::Kind::map;
        root->line = 1;
        root->column = 1;
    }
    return root;
}

std::string pack(const Node& document) {
    std::string out;
    append_node(out, document);
    return out;
}

Node unpack(std::string_view packed) {
    PackedReader reader(packed);
    return read_node(reader);
}

}  // namespace suowen::rules
