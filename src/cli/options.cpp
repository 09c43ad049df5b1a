// SPDX-License-Identifier: Apache-2.0
#include "cli/options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <sstream>

#include "input/conversation_stream.h"
#include "input/text_decoder.h"
#include "report/reporter.h"
#include "report/template_report.h"

namespace suowen::cli {
namespace {

constexpr unsigned kMostJobs = 1024;

using Words = std::vector<std::string_view>;

bool holds(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

template <class Named>
Words names_of(const std::vector<Named>& table) {
    Words names;
    for (const Named& row : table) {
        names.push_back(row.name);
    }
    return names;
}

const Words& report_format_names() {
    static const Words names = names_of(report::report_formats());
    return names;
}

const Words& input_format_names() {
    static const Words names = [] {
        Words all = names_of(input::formats());
        all.insert(all.begin(), "auto");
        return all;
    }();
    return names;
}

const Words kDocumentFormats = {"text", "json"};
const Words kSeverities = {"info", "low", "medium", "high", "critical"};
const Words kLanguages = {"zh", "en"};
const Words kSides = {"agent", "customer"};
const Words kColors = {"auto", "always", "never"};

bool set_report_format(Settings& settings, const std::string& value) {
    settings.format = value;
    return holds(report_format_names(), value);
}

bool add_report(Settings& settings, const std::string& value) {
    const std::size_t equals = value.find('=');
    if (equals == std::string::npos || equals + 1 == value.size()) {
        return false;
    }
    settings.reports.push_back({value.substr(0, equals), value.substr(equals + 1)});
    return holds(report_format_names(), settings.reports.back().format);
}

bool set_template(Settings& settings, const std::string& text) {
    settings.template_text = text;
    return !settings.template_text.empty() && !report::template_error(settings.template_text);
}

bool set_document_format(Settings& settings, const std::string& value) {
    settings.format = value;
    return holds(kDocumentFormats, value);
}

bool set_fail_on(Settings& settings, const std::string& value) {
    const std::optional<triage::FailPolicy> policy = triage::parse_fail_policy(value);
    settings.fail_on = policy.value_or(triage::FailPolicy());
    return policy.has_value();
}

bool set_min_severity(Settings& settings, const std::string& value) {
    const std::optional<Severity> severity = severity_from(value);
    settings.min_severity = severity.value_or(Severity::low);
    return severity.has_value();
}

bool set_jobs(Settings& settings, const std::string& value) {
    const char* end = value.data() + value.size();
    const auto [stop, problem] = std::from_chars(value.data(), end, settings.jobs);
    return problem == std::errc() && stop == end && settings.jobs >= 1 &&
           settings.jobs <= kMostJobs;
}

bool set_language(Settings& settings, const std::string& value) {
    settings.language = value == "zh" ? Language::zh : Language::en;
    return holds(kLanguages, value);
}

bool set_color(Settings& settings, const std::string& value) {
    settings.color = value == "always"  ? ColorChoice::always
                     : value == "never" ? ColorChoice::never
                                        : ColorChoice::automatic;
    return holds(kColors, value);
}

bool set_encoding(Settings& settings, const std::string& value) {
    settings.encoding = value;
    return value == "auto" || input::is_known_encoding(value);
}

bool set_input_format(Settings& settings, const std::string& value) {
    settings.input_format = value;
    return holds(input_format_names(), value);
}

template <std::optional<double> Settings::*member>
bool set_share(Settings& settings, const std::string& value) {
    double share = 0;
    const char* end = value.data() + value.size();
    const auto [stop, problem] = std::from_chars(value.data(), end, share);
    settings.*member = share;
    return problem == std::errc() && stop == end && share >= 0 && share <= 1;
}

bool set_worst(Settings& settings, const std::string& value) {
    const char* end = value.data() + value.size();
    const auto [stop, problem] = std::from_chars(value.data(), end, settings.worst);
    return problem == std::errc() && stop == end;
}

bool set_business_hours(Settings& settings, const std::string& value) {
    return settings.calendar.set_hours(value);
}

bool add_days_off(Settings& settings, const std::string& value) {
    return settings.calendar.add_days_off(value);
}

bool add_working_days(Settings& settings, const std::string& value) {
    return settings.calendar.add_working_days(value);
}

bool add_agent(Settings& settings, const std::string& value) {
    settings.read.roles.agents.push_back(value);
    return !value.empty();
}

// A name or glob a line, under the "[team]" that they are of, if any; what stands behind # is a
// comment.
bool add_staff(Settings& settings, const std::string& text) {
    std::istringstream lines(text);
    std::string line;
    std::string team;
    bool has_any = false;
    while (std::getline(lines, line)) {
        line.erase(std::min(line.find('#'), line.size()));
        line.erase(line.find_last_not_of(" \t\r") + 1);
        if (line.starts_with('[') && line.ends_with(']')) {
            team = line.substr(1, line.size() - 2);
        } else if (!line.empty()) {
            settings.read.roles.agents.push_back(line);
            if (!team.empty()) {
                settings.teams.push_back({line, team});
            }
            has_any = true;
        }
    }
    return has_any;
}

bool set_self(Settings& settings, const std::string& value) {
    settings.read.roles.self = value == "agent" ? Role::agent : Role::customer;
    return holds(kSides, value);
}

bool set_password(Settings& settings, const std::string& text) {
    std::string& password = settings.read.password;
    password = text.substr(0, text.find('\n'));
    if (password.ends_with('\r')) {
        password.pop_back();
    }
    return !password.empty();
}

bool set_timezone(Settings& settings, const std::string& value) {
    settings.read.zone = input::zone_from(value);
    return settings.read.zone.has_value();
}

bool set_year(Settings& settings, const std::string& value) {
    int year = 0;
    const char* end = value.data() + value.size();
    const auto [stop, problem] = std::from_chars(value.data(), end, year);
    settings.read.year = std::chrono::year(year);
    return problem == std::errc() && stop == end && year >= 1990 && year <= 2100;
}

bool set_map(Settings& settings, const std::string& value) {
    std::optional<input::FieldMap> map = input::field_map_from(value);
    if (map) {
        settings.read.maps.push_back(std::move(*map));
    }
    return map.has_value();
}

template <std::string Settings::*member>
bool set_text(Settings& settings, const std::string& value) {
    settings.*member = value;
    return !value.empty();
}

template <std::vector<std::string> Settings::*member>
bool add_text(Settings& settings, const std::string& value) {
    (settings.*member).push_back(value);
    return !value.empty();
}

template <bool Settings::*member>
bool set_flag(Settings& settings, const std::string& value) {
    settings.*member = holds({"true", "yes", "on", "1"}, value);
    return settings.*member || holds({"false", "no", "off", "0"}, value);
}

const std::vector<Command> kAudit = {Command::audit};
const std::vector<Command> kReading = {
    Command::audit, Command::detect, Command::convert, Command::rules_profile};
const std::vector<Command> kExplain = {Command::explain};
const std::vector<Command> kEval = {Command::eval};
const std::vector<Command> kDocuments = {Command::diff,
                                         Command::explain,
                                         Command::detect,
                                         Command::eval,
                                         Command::rules_list,
                                         Command::rules_show,
                                         Command::rules_statutes};
const std::vector<Command> kWithRules = {Command::audit,
                                         Command::explain,
                                         Command::eval,
                                         Command::rules_list,
                                         Command::rules_show,
                                         Command::rules_statutes,
                                         Command::rules_profile,
                                         Command::rules_patterns};

std::vector<OptionInfo> make_options() {
    using enum ValueKind;
    using enum Origins;
    return {
        {"question",
         'q',
         "TEXT",
         "what the customer asked; again for a further message",
         word,
         true,
         command_line,
         kExplain,
         {},
         add_text<&Settings::questions>},
        {"reply",
         'r',
         "TEXT",
         "what the agent replied",
         word,
         false,
         command_line,
         kExplain,
         {},
         set_text<&Settings::reply>},
        {"format",
         'f',
         "FORMAT",
         "how to write the report (default: text)",
         word,
         false,
         everywhere,
         kAudit,
         report_format_names(),
         set_report_format},
        {"format",
         'f',
         "FORMAT",
         "how to write the answer (default: text)",
         word,
         false,
         command_line,
         kDocuments,
         kDocumentFormats,
         set_document_format},
        {"output",
         'o',
         "FILE",
         "write the report to FILE, whole or not at all",
         file,
         false,
         everywhere,
         kAudit,
         {},
         set_text<&Settings::output>},
        {"template",
         0,
         "FILE",
         "write the report by a mustache template instead of --format",
         contents,
         false,
         everywhere,
         kAudit,
         {},
         set_template},
        {"report",
         0,
         "FORMAT=FILE",
         "write a further report to FILE; again for others",
         word,
         true,
         everywhere,
         kAudit,
         {},
         add_report},
        {"rules",
         0,
         "FILE",
         "use this rule pack; again for a further one (default: built in)",
         file,
         true,
         everywhere,
         kWithRules,
         {},
         add_text<&Settings::rules>},
        {"fail-on",
         0,
         "CRITERIA",
         "end with 1 when new findings or replies meet any: 'high,privacy,off_topic>2%' (default: "
         "none)",
         word,
         false,
         everywhere,
         kAudit,
         {},
         set_fail_on},
        {"evidence",
         0,
         "DIR",
         "make a folder with the conversations that have findings, report, rules and checksums",
         file,
         false,
         everywhere,
         kAudit,
         {},
         set_text<&Settings::evidence>},
        {"baseline",
         0,
         "FILE",
         "findings listed in FILE are known: reported as such, not counted by --fail-on",
         file,
         false,
         everywhere,
         kAudit,
         {},
         set_text<&Settings::baseline>},
        {"write-baseline",
         0,
         "FILE",
         "write the findings of this run to FILE, for --baseline",
         file,
         false,
         everywhere,
         kAudit,
         {},
         set_text<&Settings::write_baseline>},
        {"suppressions",
         0,
         "FILE",
         "accepted findings, with the reason; again for a further file",
         file,
         true,
         everywhere,
         kAudit,
         {},
         add_text<&Settings::suppressions>},
        {"min-accuracy",
         0,
         "SHARE",
         "end with 1 when fewer verdicts than this share agree",
         word,
         false,
         command_line,
         kEval,
         {},
         set_share<&Settings::min_accuracy>},
        {"min-f1",
         0,
         "SHARE",
         "end with 1 when the F1 of replies that answer nothing is lower",
         word,
         false,
         command_line,
         kEval,
         {},
         set_share<&Settings::min_f1>},
        {"min-precision",
         0,
         "SHARE",
         "end with 1 when the precision of risks is lower",
         word,
         false,
         command_line,
         kEval,
         {},
         set_share<&Settings::min_precision>},
        {"min-recall",
         0,
         "SHARE",
         "end with 1 when the recall of risks is lower",
         word,
         false,
         command_line,
         kEval,
         {},
         set_share<&Settings::min_recall>},
        {"worst",
         0,
         "N",
         "show so many disagreements (default: 10)",
         word,
         false,
         command_line,
         kEval,
         {},
         set_worst},
        {"min-severity",
         0,
         "SEVERITY",
         "leave less severe findings out (default: low)",
         word,
         false,
         everywhere,
         kAudit,
         kSeverities,
         set_min_severity},
        {"exclude",
         0,
         "GLOB",
         "pass over files and folders of that name; again for a further one",
         word,
         true,
         everywhere,
         kReading,
         {},
         add_text<&Settings::excludes>},
        {"business-hours",
         0,
         "HOURS",
         "count waiting in these hours alone: \"mon-fri 09:00-18:00, sat 10:00-16:00\"",
         word,
         false,
         everywhere,
         kAudit,
         {},
         set_business_hours},
        {"days-off",
         0,
         "DATES",
         "nobody works on DATE or DATE..DATE; again for further ones",
         word,
         true,
         everywhere,
         kAudit,
         {},
         add_days_off},
        {"working-days",
         0,
         "DATES",
         "the desk works on that free DATE or DATE..DATE; again for further ones",
         word,
         true,
         everywhere,
         kAudit,
         {},
         add_working_days},
        {"encoding",
         0,
         "NAME",
         "encoding of the input, as ICU names it (default: auto)",
         word,
         false,
         everywhere,
         kReading,
         {},
         set_encoding},
        {"input-format",
         0,
         "FORMAT",
         "format of the input (default: auto)",
         word,
         false,
         everywhere,
         kReading,
         input_format_names(),
         set_input_format},
        {"jobs",
         'j',
         "N",
         "threads (default: one for each core)",
         word,
         false,
         everywhere,
         kAudit,
         {},
         set_jobs},
        {"agents",
         0,
         "GLOB",
         "who serves, by name or account; again for further ones",
         word,
         true,
         everywhere,
         kReading,
         {},
         add_agent},
        {"staff",
         0,
         "FILE",
         "the same from a file, a name or glob a line, under the [team] they are of",
         contents,
         true,
         everywhere,
         kReading,
         {},
         add_staff},
        {"self",
         0,
         "SIDE",
         "who exported a log that marks its own messages",
         word,
         false,
         everywhere,
         kReading,
         kSides,
         set_self},
        {"timezone",
         0,
         "ZONE",
         "zone of times that state none: +08:00, Asia/Shanghai",
         word,
         false,
         everywhere,
         kReading,
         {},
         set_timezone},
        {"year",
         0,
         "YEAR",
         "year of dates that state none",
         word,
         false,
         everywhere,
         kReading,
         {},
         set_year},
        {"map",
         0,
         "FIELDS",
         "which fields hold what: \"time=...,sender=...,text=...,conversation=...\", or the "
         "name of a map in .suowen.yaml",
         word,
         false,
         everywhere,
         kReading,
         {},
         set_map},
        {"password-file",
         0,
         "FILE",
         "the password of encrypted archives, on the first line",
         contents,
         false,
         everywhere,
         kReading,
         {},
         set_password},
        {"no-redact",
         0,
         "",
         "show personal data in full",
         flag,
         false,
         everywhere,
         {Command::audit, Command::explain, Command::eval},
         {},
         set_flag<&Settings::no_redact>},
        {"lang",
         0,
         "LANGUAGE",
         "language of the report (default: from the locale, else zh)",
         word,
         false,
         everywhere,
         {},
         kLanguages,
         set_language},
        {"color",
         0,
         "WHEN",
         "use colors (default: auto; NO_COLOR is honoured)",
         word,
         false,
         everywhere,
         {},
         kColors,
         set_color},
        {"quiet",
         0,
         "",
         "say only errors on stderr",
         flag,
         false,
         everywhere,
         {},
         {},
         set_flag<&Settings::quiet>},
        {"verbose",
         'v',
         "",
         "say more on stderr: notes, files used, speed",
         flag,
         false,
         everywhere,
         {},
         {},
         set_flag<&Settings::verbose>},
        {"config",
         0,
         "FILE",
         "read the configuration from FILE (default: nearest .suowen.yaml)",
         file,
         false,
         not_in_file,
         {},
         {},
         set_text<&Settings::config>},
        {"no-config",
         0,
         "",
         "read no configuration file",
         flag,
         false,
         not_in_file,
         {},
         {},
         set_flag<&Settings::no_config>},
    };
}

}  // namespace

bool OptionInfo::belongs_to(Command command) const {
    return commands.empty() ||
           std::find(commands.begin(), commands.end(), command) != commands.end();
}

const std::vector<OptionInfo>& options() {
    static const std::vector<OptionInfo> table = make_options();
    return table;
}

std::string values_of(const OptionInfo& option) {
    if (!option.words.empty()) {
        return fmt::format("one of {}", fmt::join(option.words, ", "));
    }
    if (option.is_flag()) {
        return "true or false";
    }
    if (option.name == "report") {
        return fmt::format("a format and a file, such as html=report.html; formats: {}",
                           fmt::join(report_format_names(), ", "));
    }
    if (option.name == "template") {
        return "a file with a mustache template whose sections are all closed";
    }
    if (option.name == "fail-on") {
        return "none, or severities, categories, verdicts and rules with commas between, each "
               "with >NUMBER or >NUMBER% if need be: 'high,privacy,off_topic>2%'";
    }
    if (option.name == "password-file") {
        return "a file whose first line is the password";
    }
    if (option.name == "staff") {
        return "a file that names somebody";
    }
    if (option.name == "timezone") {
        return "an offset such as +08:00, or a name such as Asia/Shanghai";
    }
    if (option.name == "year") {
        return "a year from 1990 to 2100";
    }
    if (option.name == "map") {
        return "fields by name, such as \"time=发送时间,sender=昵称,text=内容\" (text must be "
               "there, and sender, role or self), or the name of a map in .suowen.yaml";
    }
    if (option.name == "business-hours") {
        return "days and hours, such as \"mon-fri 09:00-18:00, sat 10:00-16:00\"";
    }
    if (option.name == "days-off" || option.name == "working-days") {
        return "a date such as 2026-10-01, or two with \"..\" between";
    }
    if (option.name == "encoding") {
        return "auto, or a name such as UTF-8, GB18030 or Big5";
    }
    if (option.name.starts_with("min-")) {
        return "a number from 0 to 1";
    }
    return option.name == "jobs" ? fmt::format("a number from 1 to {}", kMostJobs)
                                 : std::string("a text that is not empty");
}

}  // namespace suowen::cli
