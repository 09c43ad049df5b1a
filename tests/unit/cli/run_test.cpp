// SPDX-License-Identifier: Apache-2.0
#include "cli/run.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <sstream>

#include "catch.h"
#include "cli/commands.h"
#include "input/temporary_folder.h"

namespace suowen::cli {
namespace {

constexpr const char* kTelling = R"({"id":"a1","turns":[{"role":"customer","text":"怎么退款"},)"
                                 R"({"role":"agent","text":"请把验证码发给我"}]})"
                                 "\n";
constexpr const char* kPack =
    "version: 1\n"
    "statutes:\n"
    "  S-1:\n"
    "    law: {zh: 法, en: Law}\n"
    "    article: '1'\n"
    "rules:\n"
    "  - id: R-1\n"
    "    title: {zh: 索要验证码, en: Asks for the code}\n"
    "    category: fraud\n"
    "    severity: high\n"
    "    statutes: [S-1]\n"
    "    when: {reply: ['验证码.{0,6}发']}\n"
    "    tests:\n"
    "      - {reply: 请把验证码发给我, match: true}\n"
    "      - {reply: 您好, match: false}\n";

struct Ran {
    ExitCode code;
    std::string out;
    std::string err;
};

Ran ran(std::vector<std::string> arguments, const std::string& in = "", bool is_terminal = false) {
    std::istringstream input(in);
    std::ostringstream out;
    std::ostringstream err;
    Streams io{input, out, err};
    io.in_is_terminal = is_terminal;
    const ExitCode code = run(arguments, io);
    return {code, out.str(), err.str()};
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string content_of(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Audits kTelling with kPack, away from any configuration file.
class Auditing {
public:
    Auditing() : rules_(folder_.write("rules.yaml", kPack)) {}

    Ran operator()(std::vector<std::string> more, const std::string& in = kTelling) const {
        std::vector<std::string> arguments = {"audit", "--no-config", "--rules", rules_};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return ran(arguments, in);
    }

    [[nodiscard]] const input::TemporaryFolder& folder() const { return folder_; }

    [[nodiscard]] const std::string& rules() const { return rules_; }

private:
    input::TemporaryFolder folder_;
    std::string rules_;
};

// A variable of the environment that is gone at the end of the test.
class Variable {
public:
    Variable(const char* name, const std::string& value) : name_(name) {
        ::setenv(name, value.c_str(), 1);
    }

    ~Variable() { ::unsetenv(name_); }

    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    const char* name_;
};

TEST_CASE("nothing to audit is no good result for who asked for one") {
    const Auditing audit;
    CHECK(audit({"--fail-on", "high"}, "").code == ExitCode::unread);
    CHECK(audit({}, "").code == ExitCode::clean);
}

TEST_CASE("a rule of a pack does not stand back for those of another file") {
    const Auditing audit;
    const std::string pack = audit.folder().write("own.yaml",
                                                  "version: 1\n"
                                                  "rules:\n"
                                                  "  - id: R-2\n"
                                                  "    title: {zh: 码, en: Code}\n"
                                                  "    category: fraud\n"
                                                  "    severity: high\n"
                                                  "    statutes: [S-1]\n"
                                                  "    when: {reply: ['验证码']}\n"
                                                  "  - id: R-3\n"
                                                  "    title: {zh: 证, en: Part}\n"
                                                  "    category: fraud\n"
                                                  "    severity: high\n"
                                                  "    statutes: [S-1]\n"
                                                  "    when: {reply: ['证码']}\n");
    const std::string out =
        audit({"--rules", pack, "--format", "ndjson"},
              R"({"id":"a","turns":[{"role":"agent","text":"请把验证码发给我"}]})")
            .out;
    CHECK(contains(out, "\"rule\":\"R-1\""));
    CHECK(contains(out, "\"rule\":\"R-2\""));
    CHECK_FALSE(contains(out, "\"rule\":\"R-3\""));
}

TEST_CASE("a fallback rule stands back for another of its category that is as severe") {
    const Auditing audit;
    const auto pack = [&](const std::string& category, const std::string& severity) {
        return audit.folder().write(category + severity + ".yaml",
                                    "version: 1\n"
                                    "rules:\n"
                                    "  - id: R-2\n"
                                    "    title: {zh: 泛, en: General}\n"
                                    "    category: " +
                                        category +
                                        "\n"
                                        "    severity: " +
                                        severity +
                                        "\n"
                                        "    statutes: [S-1]\n"
                                        "    fallback: true\n"
                                        "    when: {reply: ['验证码|密码']}\n"
                                        "    tests:\n"
                                        "      - {reply: 请把验证码发给我, match: true}\n"
                                        "      - {reply: 您好, match: false}\n");
    };
    const auto run = [&](const std::string& more, const std::string& words) {
        const std::string log = R"({"id":"a","turns":[{"role":"customer","text":"怎么退款"},)"
                                R"({"role":"agent","text":")" +
                                words + R"("}]})";
        return audit({"--rules", more, "--format", "ndjson"}, log).out;
    };
    const std::string same = pack("fraud", "high");
    const std::string other = pack("privacy", "high");
    const std::string worse = pack("fraud", "critical");
    CHECK_FALSE(contains(run(same, "请把验证码发给我"), "\"rule\":\"R-2\""));
    CHECK(contains(run(same, "请把密码发给我"), "\"rule\":\"R-2\""));
    CHECK(contains(run(worse, "请把验证码发给我"), "\"rule\":\"R-2\""));
    CHECK(contains(run(other, "请把验证码发给我"), "\"rule\":\"R-2\""));
    const Ran test = ran({"rules", "test", audit.rules(), same});
    CHECK(test.code == ExitCode::clean);
}

TEST_CASE("a staff file names the teams of the scorecards") {
    const Auditing audit;
    const std::string staff = audit.folder().write("staff.txt", "[售后]\n客服* # all\n");
    const std::string log = R"({"id":"a1","turns":[{"role":"customer","text":"怎么退款"},)"
                            R"({"role":"agent","name":"客服小王","text":"点订单右上角退款"}]})"
                            "\n";
    const Ran run = audit({"--format", "csv-scorecards", "--staff", staff}, log);
    CHECK(contains(run.out, "\"team\",\"售后\",1,0,"));
}

TEST_CASE("the configuration names maps, and --map picks one of them") {
    const input::TemporaryFolder folder;
    const std::string config = folder.write("c.yaml",
                                            "map:\n"
                                            "  desk: 'sender=昵称,text=正文'\n"
                                            "  api: 'messages=/data/*,sender=/who,text=/body'\n");
    const std::string table = folder.write("a.csv", "昵称,正文\n张三,保修几年\n客服,三年\n");
    const Ran all = ran({"detect", "--config", config, table});
    CHECK(contains(all.out, "csv 100 %"));
    CHECK(ran({"detect", "--config", config, "--map", "desk", table}).err.empty());
    CHECK(contains(ran({"detect", "--config", config, "--map", "api", table}).err,
                   "has not the fields of --map"));
    const Ran none = ran({"detect", "--config", config, "--map", "dosk", table});
    CHECK(none.code == ExitCode::usage);
    CHECK(contains(none.err, "\"dosk\" is no value for --map"));
}

}  // namespace

TEST_CASE("Help and version are there for every command") {
    CHECK(ran({"--version"}).out.rfind("suowen ", 0) == 0);
    for (const CommandInfo& command : commands()) {
        std::vector<std::string> words = {std::string(command.name)};
        if (!command.group.empty()) {
            words.insert(words.begin(), std::string(command.group));
        }
        INFO(command.name);
        words.emplace_back("--help");
        CHECK(contains(ran(words).out, "--quiet"));
        words.back() = "--version";
        CHECK(ran(words).code == ExitCode::clean);
    }
}

TEST_CASE("A file without a command is told how to audit it") {
    const Auditing audit;
    const Ran result = ran({audit.rules()});
    CHECK(result.code == ExitCode::usage);
    CHECK(contains(result.err, "suowen audit " + audit.rules()));
}

TEST_CASE("Wrong words are answered with what was probably meant") {
    CHECK(contains(ran({"audti"}).err, "did you mean \"audit\"?"));
    CHECK(contains(ran({"audit", "--fromat", "json"}).err, "did you mean --format?"));
    const Ran result = ran({"audit", "--no-config", "--fail-on", "hihg"});
    CHECK(result.code == ExitCode::usage);
    CHECK(contains(result.err, "did you mean \"high\"?"));
}

TEST_CASE("An empty value does not take the next word for it") {
    const Auditing audit;
    const std::string log = audit.folder().write("a.jsonl", kTelling);
    const Ran result = audit({"--output=", log}, "");
    CHECK(result.code == ExitCode::usage);
    CHECK(contains(result.err, "\"\" is no value for --output"));
    CHECK(content_of(log) == kTelling);
}

TEST_CASE("No report takes the place of a transcript") {
    const Auditing audit;
    const std::string log = audit.folder().write("a.jsonl", kTelling);
    const std::string same = audit.folder().path("./a.jsonl");
    for (const std::vector<std::string>& words : {std::vector<std::string>{"--output", same},
                                                  {"--report", "html=" + same},
                                                  {"--write-baseline", same}}) {
        std::vector<std::string> arguments = words;
        arguments.push_back(log);
        const Ran result = audit(arguments, "");
        CHECK(result.code == ExitCode::usage);
        CHECK(contains(result.err, "is a transcript to audit"));
    }
    CHECK(content_of(log) == kTelling);
}

TEST_CASE("A report may lie among the logs, in the place of an earlier one but of no log") {
    const Auditing audit;
    const std::string log = audit.folder().write("logs/a.jsonl", kTelling);
    const std::string logs = audit.folder().path("logs");
    const std::string hidden = audit.folder().write("logs/.old.jsonl", kTelling);
    for (const std::string& operand : {logs, audit.folder().path("logs/*.jsonl")}) {
        const Ran result = audit({operand, "--output", log}, "");
        CHECK(result.code == ExitCode::usage);
        CHECK(contains(result.err, "is a transcript to audit"));
    }
    CHECK(content_of(log) == kTelling);
    CHECK(audit({logs, "--exclude", "a.*", "--output", log}, "").code == ExitCode::clean);
    CHECK(content_of(log) != kTelling);
    CHECK(audit({logs, "--output", hidden}, "").code == ExitCode::clean);
    for (const std::string format : {"html", "csv", "json", "ndjson", "text", "markdown"}) {
        const std::string report = audit.folder().path("logs/report." + format);
        for (int i = 0; i < 2; ++i) {
            CHECK(audit({logs, "--format", format, "--output", report}, "").code ==
                  ExitCode::clean);
        }
    }
}

TEST_CASE("Evidence does not lie where the next run would audit it") {
    const Auditing audit;
    audit.folder().write("logs/a.jsonl", kTelling);
    const std::string logs = audit.folder().path("logs");
    const Ran refused = audit({logs, "--evidence", logs + "/case"}, "");
    CHECK(refused.code == ExitCode::usage);
    CHECK(contains(refused.err, "would audit its copies"));
    CHECK_FALSE(std::filesystem::exists(logs + "/case"));
    CHECK(audit({logs, "--evidence", logs + "/case", "--exclude", "case"}, "").code ==
          ExitCode::clean);
}

TEST_CASE("--fail-on decides between 0 and 1") {
    const Auditing audit;
    CHECK(audit({}).code == ExitCode::clean);
    CHECK(audit({"--fail-on", "high"}).code == ExitCode::findings);
    CHECK(audit({"--fail-on", "critical"}).code == ExitCode::clean);
    CHECK(audit({"--fail-on", "none"}).code == ExitCode::clean);
}

TEST_CASE("Findings below --min-severity are counted, not shown, and still fail a run") {
    const Auditing audit;
    const Ran result =
        audit({"--format", "ndjson", "--min-severity", "critical", "--fail-on", "high"});
    CHECK_FALSE(contains(result.out, "\"rule\":\"R-1\""));
    CHECK(contains(result.out, "\"findings_hidden\":1"));
    CHECK(result.code == ExitCode::findings);
}

TEST_CASE("Waiting counts in business hours alone where they are set") {
    // A Friday evening and the Monday after it.
    const std::string night =
        R"({"id":"n","turns":[{"role":"customer","time":"2026-03-06T20:00:00+08:00",)"
        R"("text":"取暖器半夜冒烟插头烧黑"},{"role":"agent",)"
        R"("time":"2026-03-09T09:30:00+08:00","text":"您好，请先断电，今天上门检查"}]})"
        "\n";
    const std::vector<std::string> plain = {"audit", "--no-config", "--format", "ndjson"};
    const auto with = [&](const std::vector<std::string>& more) {
        std::vector<std::string> arguments = plain;
        arguments.insert(arguments.end(), more.begin(), more.end());
        return ran(arguments, night);
    };
    constexpr const char* kLate = "\"rule\":\"UTM-001\"";
    CHECK(contains(with({}).out, kLate));
    CHECK_FALSE(contains(with({"--business-hours", "mon-fri 09:00-18:00"}).out, kLate));
    CHECK(contains(with({"--business-hours", "mon-sat 09:00-18:00"}).out, kLate));
    CHECK_FALSE(contains(
        with({"--business-hours", "mon-sat 09:00-18:00", "--days-off", "2026-03-07..2026-03-08"})
            .out,
        kLate));
    CHECK(contains(
        with({"--business-hours", "mon-fri 09:00-18:00", "--working-days", "2026-03-07"}).out,
        kLate));
    const Ran wrong = with({"--business-hours", "9 to 5"});
    CHECK(wrong.code == ExitCode::usage);
    CHECK(contains(wrong.err, "mon-fri 09:00-18:00"));
}

TEST_CASE("Input that cannot be read ends with 3 after the rest was audited") {
    const Auditing audit;
    const Ran result = audit({"--format", "ndjson", "--fail-on", "high", "-", "/no/such/file"});
    CHECK(result.code == ExitCode::unread);
    CHECK(contains(result.err, "/no/such/file: error: "));
    CHECK(contains(result.out, "\"rule\":\"R-1\""));
}

TEST_CASE("Nothing to read on a terminal is wrong use") {
    CHECK(ran({"audit", "--no-config"}, "", true).code == ExitCode::usage);
}

TEST_CASE("The report goes to --output whole, and nothing stays beside it") {
    const Auditing audit;
    const std::string path = audit.folder().write("reports/a.ndjson", "old");
    CHECK(audit({"--format", "ndjson", "--output", path}).out.empty());
    CHECK(contains(content_of(path), "\"type\":\"summary\""));
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(audit.folder().path("reports"))) {
        files += entry.exists() ? 1 : 0;
    }
    CHECK(files == 1);
    CHECK(audit({"--output", "/no/such/folder/a"}).code == ExitCode::unread);
}

TEST_CASE("The command line weighs more than the environment, and that more than the file") {
    const Auditing audit;
    const std::string config = audit.folder().write("c.yaml", "format: json\nrules: rules.yaml\n");
    const std::vector<std::string> base = {"audit", "--config", config};
    CHECK(ran(base, kTelling).out.rfind("{\"run\":", 0) == 0);
    const Variable format("SUOWEN_FORMAT", "ndjson");
    CHECK(ran(base, kTelling).out.rfind("{\"type\":\"run\"", 0) == 0);
    std::vector<std::string> more = base;
    more.insert(more.end(), {"--format", "text"});
    CHECK(ran(more, kTelling).out[0] != '{');
}

TEST_CASE("An unknown key of the configuration is named with its place") {
    const Auditing audit;
    const std::string config = audit.folder().write("c.yaml", "quiet: true\nfail-no: high\n");
    const Ran result = ran({"audit", "--config", config}, kTelling);
    CHECK(result.code == ExitCode::usage);
    CHECK(contains(result.err, config + ":2:1: error: unknown key \"fail-no\""));
    CHECK(contains(result.err, "did you mean \"fail-on\"?"));
}

TEST_CASE("A wrong value in the environment is named by its variable") {
    const Variable jobs("SUOWEN_JOBS", "many");
    const Ran result = ran({"audit", "--no-config"}, kTelling);
    CHECK(result.code == ExitCode::usage);
    CHECK(contains(result.err, "SUOWEN_JOBS"));
}

TEST_CASE("a variable that is no option is not ignored in silence") {
    const Variable formats("SUOWEN_FORMATS", "ndjson");
    const Ran result = ran({"rules", "list", "--no-config"});
    CHECK(result.code == ExitCode::clean);
    CHECK(contains(result.err, "SUOWEN_FORMATS is ignored"));
}

TEST_CASE("eval says which figures are not reached") {
    input::TemporaryFolder folder;
    const std::string labelled = folder.write(
        "l.jsonl",
        R"({"id":"a","turns":[{"role":"customer","text":"保修几年？"},)"
        R"({"role":"agent","text":"两年","label":{"verdict":"deflected","risks":["fraud"]}}]})"
        "\n");
    const Ran result = ran({"eval", "--no-config", "--min-f1", "0.5", labelled});
    CHECK(result.code == ExitCode::findings);
    CHECK(contains(result.out, "1 labelled replies"));
    CHECK(contains(result.err, "F1 of replies that answer nothing is 0.000, below 0.500"));
    CHECK(ran({"eval", "--no-config", "--min-f1", "0", labelled}).code == ExitCode::clean);
    CHECK(ran({"eval", "--no-config", "--min-f1", "2", labelled}).code == ExitCode::usage);
    const std::string bare = folder.write("b.jsonl",
                                          R"({"id":"a","turns":[{"role":"agent","text":"两年"}]})"
                                          "\n");
    CHECK(contains(ran({"eval", "--no-config", bare}).err, "no reply has a label"));
}

TEST_CASE("Personal data is masked on stderr and in the report") {
    const Auditing audit;
    const std::string broken =
        "{\"id\":\"a\",\"turns\":[{\"role\":\"agent\",\"text\":13812345678x\n";
    const Ran result = audit({"--format", "ndjson"}, broken);
    CHECK_FALSE(contains(result.err + result.out, "13812345678"));
}

TEST_CASE("The cases of rules are run, and a failure says where and why") {
    const Auditing audit;
    CHECK(ran({"rules", "test", "--no-config", audit.rules()}).code == ExitCode::clean);
    std::string pack = kPack;
    pack.replace(pack.find("您好, match: false"),
                 std::string("您好, match: false").size(),
                 "您好, match: true");
    const std::string wrong = audit.folder().write("wrong.yaml", pack);
    const Ran result = ran({"rules", "test", "--no-config", wrong});
    CHECK(result.code == ExitCode::findings);
    CHECK(contains(result.err, wrong + ":15"));
    CHECK(contains(result.err, "R-1: expected a match, but there is none"));
}

TEST_CASE("Rules are listed, shown, and asked for by a name that is nearly right") {
    const Auditing audit;
    const std::vector<std::string> from = {"--no-config", "--lang", "en", "--rules", audit.rules()};
    const auto rules = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "rules");
        words.insert(words.end(), from.begin(), from.end());
        return ran(words);
    };
    CHECK(contains(rules({"list"}).out, "Asks for the code"));
    CHECK(contains(rules({"list", "--format", "json"}).out, "\"id\":\"R-1\""));
    CHECK(contains(rules({"show", "R-1"}).out, "S-1"));
    CHECK(rules({"show", "R-2"}).code == ExitCode::usage);
    CHECK(contains(rules({"patterns"}).out, "验证码.{0,6}发\n"));
    CHECK(contains(rules({"statutes"}).out, "S-1"));
}

TEST_CASE("An id that is not known is answered with the one that was meant") {
    const Auditing audit;
    const auto meant = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--no-config", "--rules", audit.rules()});
        return ran(words).err;
    };
    CHECK(contains(meant({"rules", "show", "r-1"}), "did you mean \"R-1\"?"));
    CHECK(contains(meant({"rules", "statutes", "s-1"}), "did you mean \"S-1\"?"));
    CHECK(contains(meant({"rules", "statutes", "S-12"}), "did you mean \"S-1\"?"));
    CHECK(contains(audit({"--fail-on", "r-1"}).err, "did you mean \"R-1\"?"));
    CHECK(contains(ran({"rules", "statutes", "CRPL-20", "--no-config"}).err, "\"CRPL-20-1\"?"));
}

TEST_CASE("Every file of an option that cannot be read is told of with the reason") {
    const Auditing audit;
    for (const char* option :
         {"--staff", "--password-file", "--template", "--baseline", "--suppressions", "--rules"}) {
        INFO(option);
        const Ran run = audit({option, "/nowhere/x"});
        CHECK(run.code == ExitCode::usage);
        CHECK(contains(run.err, "/nowhere/x: error: cannot be read: No such file or directory\n"));
    }
}

TEST_CASE("The help of a command has its own examples and the words of options") {
    for (const CommandInfo& command : commands()) {
        INFO(words_of(command));
        std::vector<std::string> words;
        std::istringstream name(words_of(command));
        for (std::string word; name >> word;) {
            words.push_back(word);
        }
        words.emplace_back("--help");
        const std::string help = ran(words).out;
        REQUIRE_FALSE(command.examples.empty());
        CHECK(contains(help, "Examples:\n  suowen " + words_of(command)));
        CHECK(contains(help, "suowen audit") == (command.command == Command::audit));
        for (const OptionInfo& option : options()) {
            if (option.belongs_to(command.command) && !option.words.empty()) {
                CHECK(contains(help, "one of " + std::string(option.words.front()) + ", "));
            }
        }
    }
    CHECK(ran({"rules", "statutes", "CRPL-55", "--no-config"}).code == ExitCode::clean);
    CHECK(ran({"rules", "show", "RTK-001", "--no-config"}).code == ExitCode::clean);
}

// Takes nothing; `error` is why.
ExitCode ran_without_room(const std::vector<std::string>& arguments, int error, std::string& said) {
    struct Full final : std::streambuf {};

    std::istringstream input(kTelling);
    Full full;
    std::ostream out(&full);
    std::ostringstream err;
    Streams io{input, out, err};
    io.out_error = [error] { return error; };
    const ExitCode code = run(arguments, io);
    said = err.str();
    return code;
}

TEST_CASE("Who closes the pipe has seen enough; a full disk is an error with its reason") {
    const Auditing audit;
    const std::string log = audit.folder().write("log.jsonl", kTelling);
    const std::vector<std::vector<std::string>> commands = {
        {"audit", "--quiet", "--no-config", "--rules", audit.rules()},
        {"audit", "--quiet", "--no-config", "--rules", audit.rules(), "--format", "ndjson"},
        {"convert", "--no-config", log},
        {"detect", "--no-config", log},
        {"explain", "--no-config", "-q", "a", "-r", "b"},
        {"rules", "list", "--no-config"},
        {"rules", "statutes", "--no-config"},
        {"completions", "bash"},
        {"--help"},
        {"--version"}};
    for (const std::vector<std::string>& words : commands) {
        INFO(words.front());
        std::string said;
        CHECK(ran_without_room(words, EPIPE, said) == ExitCode::clean);
        CHECK(said.empty());
        CHECK(ran_without_room(words, ENOSPC, said) == ExitCode::unread);
        CHECK(said ==
              "suowen: error: the standard output cannot be written: No space left on device\n");
    }
}

TEST_CASE("A run that a closed pipe cut short does not say that nothing meets --fail-on") {
    const Auditing audit;
    std::vector<std::string> words = {
        "audit", "--quiet", "--no-config", "--rules", audit.rules(), "--fail-on", "high"};
    std::string said;
    CHECK(ran_without_room(words, EPIPE, said) == ExitCode::findings);
    words.insert(words.end(), {"--format", "ndjson", "--jobs", "1"});
    CHECK(ran_without_room(words, EPIPE, said) != ExitCode::clean);
}

TEST_CASE("One reply is explained, in words and as JSON") {
    const Auditing audit;
    std::vector<std::string> words = {"explain",
                                      "--no-config",
                                      "--rules",
                                      audit.rules(),
                                      "--lang",
                                      "en",
                                      "--question",
                                      "怎么退款",
                                      "--reply",
                                      "请把验证码发给我"};
    const std::string page = ran(words).out;
    CHECK(contains(page, "  agent      请把验证码发给我\n\n  verdict    "));
    CHECK(contains(page, "  asked for  a method\n  given      nothing\n"));
    CHECK(contains(page, "\n  likely     "));
    CHECK(contains(page, "R-1"));
    words.insert(words.end(), {"--format", "json"});
    const std::string json = ran(words).out;
    CHECK(contains(json, "\"rule\":\"R-1\""));
    CHECK(contains(json, "\"odds\":{\"filler\":-"));
    CHECK(ran({"explain", "--no-config", "--reply", "a"}).code == ExitCode::usage);
}

TEST_CASE("Completions know every option") {
    for (const char* shell : {"bash", "zsh", "fish"}) {
        const std::string script = ran({"completions", shell}).out;
        for (const OptionInfo& option : options()) {
            INFO(shell << ' ' << option.name);
            CHECK(contains(script, std::string(option.name)));
        }
    }
}

}  // namespace suowen::cli
