// SPDX-License-Identifier: Apache-2.0
// What real exports hold besides plain messages in order: one test a trap.
#include <fmt/format.h>

#include <unicode/ucnv.h>

#include "catch.h"
#include "input/archive_file.h"
#include "input/reading.h"
#include "input/said_in.h"
#include "input/temporary_folder.h"

namespace suowen::input {
namespace {

std::string wecom(int number, std::string_view from, std::string_view to, std::string_view text) {
    return fmt::format(R"({{"msgid":"m{}","action":"send","from":"{}","tolist":["{}"],)"
                       R"("roomid":"","msgtime":{},"msgtype":"text","text":{{"content":"{}"}}}})"
                       "\n",
                       number,
                       from,
                       to,
                       1700000000000 + number * 1000,
                       text);
}

std::string gb18030(const std::string& utf8) {
    UErrorCode problem = U_ZERO_ERROR;
    std::string bytes(utf8.size() * 2, '\0');
    const std::int32_t size = ::ucnv_convert("GB18030",
                                             "UTF-8",
                                             bytes.data(),
                                             static_cast<std::int32_t>(bytes.size()),
                                             utf8.data(),
                                             static_cast<std::int32_t>(utf8.size()),
                                             &problem);
    REQUIRE(U_SUCCESS(problem));
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

const std::string kQuestion = wecom(1, "wmCUSTOMER1", "kefu01", "保修几年？");
const std::string kReply = wecom(2, "kefu01", "wmCUSTOMER1", "整机三年");

TEST_CASE("trap: a recalled message is not there") {
    const std::string recall =
        R"({"msgid":"m3","action":"recall","from":"kefu01","tolist":["wmCUSTOMER1"],"roomid":"",)"
        R"("msgtime":1700000003000,"msgtype":"revoke","revoke":{"pre_msgid":"m2"}})"
        "\n";
    CHECK(said_in(read_text(kQuestion + kReply + recall)) == "customer 保修几年？");
}

TEST_CASE("trap: a message that comes twice counts once") {
    CHECK(said_in(read_text(kQuestion + kReply + kReply)) ==
          "customer 保修几年？ | agent 整机三年");
    const Reading rows = read_text(
        "昵称,时间,内容\n"
        "张三,2026-03-01 10:00:05,保修几年\n"
        "客服,2026-03-01 10:00:09,三年\n"
        "张三,2026-03-01 10:00:05,保修几年\n"
        "客服,2026-03-01 10:00:09,三年\n");
    CHECK(said_in(rows) == "customer 保修几年 | agent 三年");
    CHECK(rows.counts.skipped_records == 2);
    // Where times have no seconds, people do say the same twice.
    CHECK(said_in(read_text("昵称,时间,内容\n"
                            "张三,2026-03-01 10:00,在吗\n"
                            "张三,2026-03-01 10:00,在吗\n"
                            "客服,2026-03-01 10:01,在的\n")) ==
          "customer 在吗 | customer 在吗 | agent 在的");
}

TEST_CASE("trap: messages out of order are put in the order of their times") {
    CHECK(said_in(read_text(kReply + kQuestion)) == "customer 保修几年？ | agent 整机三年");
}

TEST_CASE("trap: times without a zone tell the order too, and so does a table of newest first") {
    CHECK(said_in(read_text("角色,时间,内容\n"
                            "客户,2026-03-01 10:02:30,谢谢\n"
                            "客户,2026-03-01 10:00:10,几年\n"
                            "客服,2026-03-01 10:01:20,三年\n")) ==
          "customer 几年 | agent 三年 | customer 谢谢");
    CHECK(said_in(read_text("角色,时间,内容\n"
                            "客户,2026-03-01 10:01,谢谢\n"
                            "客服,2026-03-01 10:00,三年\n"
                            "客户,2026-03-01 10:00,几年\n")) ==
          "customer 几年 | agent 三年 | customer 谢谢");
    // In which order a time with a zone and one without came is anybody's guess.
    CHECK(said_in(read_text("角色,时间,内容\n"
                            "客户,2026-03-01 10:01:30,几年\n"
                            "客服,2026-03-01T10:00:20+08:00,三年\n")) ==
          "customer 几年 | agent 三年");
}

TEST_CASE("trap: internal notes and events are no replies, and HTML is read as shown") {
    const std::string conversation =
        R"({"type":"conversation","id":"9","created_at":1700000000,)"
        R"("source":{"type":"conversation","id":"s","body":"<p>When?</p>",)"
        R"("author":{"type":"user","id":"u"}},)"
        R"("conversation_parts":{"type":"conversation_part.list","conversation_parts":[)"
        R"({"type":"conversation_part","id":"a","part_type":"assignment","body":null,)"
        R"("created_at":1700000001,"author":{"type":"bot","id":"b"}},)"
        R"({"type":"conversation_part","id":"n","part_type":"note","body":"<p>a fool</p>",)"
        R"("created_at":1700000002,"author":{"type":"admin","id":"a","name":"Lan"}},)"
        R"({"type":"conversation_part","id":"c","part_type":"comment",)"
        R"("body":"<p>Tomorrow <b>noon</b> &amp; no later</p>",)"
        R"("created_at":1700000003,"author":{"type":"admin","id":"a","name":"Lan"}}]}})";
    CHECK(said_in(read_text(conversation)) == "customer When? | agent Tomorrow noon & no later");
}

TEST_CASE("trap: a message of Intercom that is only an image is an attachment") {
    const Reading reading = read_text(
        R"({"type":"conversation","id":"9","created_at":1700000000,)"
        R"("source":{"id":"s","body":"<p>Is this covered?</p>","author":{"type":"user","id":"u"}},)"
        R"("conversation_parts":{"conversation_parts":[{"id":"a","part_type":"comment",)"
        R"("body":"<div><img src=\"a.png\"></div>","created_at":1700000001,)"
        R"("author":{"type":"user","id":"u"},"attachments":[]}]}})");
    REQUIRE(reading.conversations.size() == 1);
    REQUIRE(reading.conversations[0].turns.size() == 2);
    CHECK(reading.conversations[0].turns[1].kind == TurnKind::attachment);
}

TEST_CASE("trap: a text in pieces is one text, and a service row is none") {
    const std::string chat =
        R"({"name":"客户阿宁","type":"personal_chat","id":1,"messages":[)"
        R"({"id":1,"type":"message","date":"2023-11-15T06:13:20","date_unixtime":"1700000000",)"
        R"("from":"客户阿宁","from_id":"user1","text":["见 ",{"type":"link","text":"a.cn"},"？"]},)"
        R"({"id":2,"type":"service","date":"2023-11-15T06:13:22","date_unixtime":"1700000002",)"
        R"("actor":"客服小王","actor_id":"user2","action":"pin_message","text":""},)"
        R"({"id":3,"type":"message","date":"2023-11-15T06:13:25","date_unixtime":"1700000005",)"
        R"("from":"客服小王","from_id":"user2","text":"是的"}]})";
    CHECK(said_in(read_text(chat)) == "customer 见 a.cn？ | agent 是的");
}

TEST_CASE("trap: two voices in one caption are two turns") {
    CHECK(said_in(
              read_text("WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n"
                        "<v 客户>退款 <i>几天</i>到？</v>\n<v.loud 客服 小王>三天 &lt; 五天</v>\n\n"
                        "00:00:04.000 --> 00:00:05.000\n请放心\n")) ==
          "customer 退款 几天到？ | agent 三天 < 五天 | agent 请放心");
    CHECK(
        said_in(read_text("WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n"
                          "<v 客户>I <3 this > that, <00:00:02.000>price<100 and size>5</v>\n")) ==
        "customer I <3 this > that, price<100 and size>5");
    CHECK(said_in(read_text("1\n00:00:01,000 --> 00:00:03,000\n客户：a < b 吗\n\n"
                            "2\n00:00:04,000 --> 00:00:05,000\n客服：注意：是的\n")) ==
          "customer a < b 吗 | agent 注意：是的");
}

// What a chat of an iPhone says, with the attachments in brackets and the notices behind it.
std::string said_on_phone(const std::string& lines) {
    const Reading reading = read_text(lines);
    std::string said;
    std::size_t notices = 0;
    for (const Conversation& conversation : reading.conversations) {
        for (const Turn& turn : conversation.turns) {
            notices += turn.role == Role::system ? 1 : 0;
            if (turn.role != Role::system) {
                const bool is_text = turn.kind == TurnKind::text;
                said += fmt::format("{} {} | ", turn.name, is_text ? turn.text : "[]");
            }
        }
    }
    return said + std::to_string(notices);
}

TEST_CASE("trap: an iPhone writes its own words under somebody's name, behind a mark") {
    const std::string at = "[15/11/2023, 06:12:20] ";
    CHECK(said_on_phone(at + "Acme Group: \u200EMessages and calls are end-to-end encrypted.\n" +
                        at + "Acme Group: \u200ELi added you\n" + at +
                        "Li: When is it paid back?\n" + "\u200E" + at +
                        "Li: \u200E<attached: 00000012-PHOTO-2023-11-15.jpg>\n" + at +
                        "Wang: \u200EThis message was deleted.\n" + at +
                        "Wang: Within 3 days \u200E<This message was edited>\n" + at +
                        "Wang: \u200ELocation: https://maps.google.com/?q=1,2\n" + at +
                        "Wang: \u200Eimage omitted\n" + at + "Li: \u200EPOLL:\nIs that so?\n") ==
          "Li When is it paid back? | Li [] | Wang Within 3 days | Wang [] | Wang [] | "
          "Li POLL:\nIs that so? | 2");
    CHECK(said_on_phone(at + "客户小李: \u200E消息和通话都进行端到端加密。\n" + at +
                        "客户小李: 几天？\n" + at + "客服: \u200E此消息已删除。\n" + at +
                        "客服: \u200E<附件：0001-照片.jpg>\n") == "客户小李 几天？ | 客服 [] | 1");
    for (const char* deleted : {"Se eliminó este mensaje.",
                                "Diese Nachricht wurde gelöscht.",
                                "Mensagem apagada",
                                "Ce message a été supprimé."}) {
        INFO(deleted);
        CHECK(said_on_phone(at + "Li: When?\n" + at + "Agent: " + deleted + "\n" + at +
                            "Agent: Soon\n") == "Li When? | Agent Soon | 0");
    }
    for (const char* omitted :
         {"imagen omitida", "Bild weggelassen", "imagem ocultada", "image absente"}) {
        INFO(omitted);
        CHECK(said_on_phone(at + "Li: When?\n" + at + "Agent: \u200E" + omitted + "\n") ==
              "Li When? | Agent [] | 0");
    }
}

TEST_CASE("trap: Android names a file in front of what was written below it") {
    CHECK(said_on_phone("15/11/23, 06:13 - Li: \u200EIMG-20231115-WA0001.jpg (file attached)\n"
                        "Is this covered?\n"
                        "15/11/23, 06:14 - Agent: invoice.pdf (archivo adjunto)\n"
                        "15/11/23, 06:15 - Agent: see terms.pdf (page 2)\n") ==
          "Li Is this covered? | Agent [] | Agent see terms.pdf (page 2) | 0");
}

TEST_CASE("trap: pictures and recordings are attachments, not words") {
    const Reading reading = read_text("昵称,内容\n张三,[图片]\n客服,收到图了，是好的\n");
    REQUIRE(reading.conversations.size() == 1);
    CHECK(reading.conversations[0].turns.at(0).kind == TurnKind::attachment);
    CHECK(reading.conversations[0].turns.at(1).kind == TurnKind::text);
}

TEST_CASE("trap: a group has several customers and agents") {
    const Reading reading = read_text(
        "昵称,内容\n张三,几点发货\n李四,我的呢\n客服小王,张三的四点\n客服小李,李四的五点\n");
    CHECK(said_in(reading) ==
          "customer 几点发货 | customer 我的呢 | agent 张三的四点 | agent 李四的五点");
}

TEST_CASE("trap: whether day or month comes first is not guessed") {
    InputOptions options;
    const Reading reading = read_text(
        "昵称,时间,内容\n张三,03/04/2026 10:00:05,几年\n"
        "客服,03/04/2026 10:00:09,三年\n");
    REQUIRE(reading.conversations.size() == 1);
    CHECK_FALSE(reading.conversations[0].turns.at(0).time.at.has_value());
}

TEST_CASE("trap: a Chinese clock of twelve hours") {
    const Reading reading = read_text(
        "昵称,时间,内容\n张三,2026年3月1日 下午3:05:07,几年\n"
        "客服,2026年3月1日 下午3:05:09,三年\n");
    REQUIRE(reading.conversations.size() == 1);
    CHECK(reading.conversations[0].turns.at(0).time.clock ==
          std::chrono::hours(15) + std::chrono::minutes(5) + std::chrono::seconds(7));
}

TEST_CASE("trap: a byte order mark and carriage returns are no text") {
    const Reading reading = read_text("\xEF\xBB\xBF昵称,内容\r\n张三,几年\r\n客服,三年\r\n");
    CHECK(said_in(reading) == "customer 几年 | agent 三年");
}

TEST_CASE("trap: GB18030 and UTF-8 in one archive") {
    const TemporaryFolder folder;
    const std::string table = "昵称,内容\n张三,保修几年\n客服,整机三年\n";
    const std::string path = folder.path("both.zip");
    write_archive(path, {{"a.csv", gb18030(table)}, {"b.csv", table}});
    const Reading reading = read_paths({path});
    CHECK(said_in(reading) ==
          "customer 保修几年 | agent 整机三年 || customer 保修几年 | agent 整机三年");
    CHECK(reading.conversations.at(0).source.path == path + "!a.csv");
    CHECK(reading.conversations.at(0).turns.at(1).line == 3);
}

TEST_CASE("trap: an encrypted archive opens with its password alone") {
    const TemporaryFolder folder;
    const std::string path = folder.path("locked.zip");
    write_archive(path, {{"a.csv", "昵称,内容\n张三,几年\n客服,三年\n"}}, "天王盖地虎");
    InputOptions options;
    options.paths = {path};
    const Reading locked = read_all(options);
    CHECK(locked.conversations.empty());
    REQUIRE_FALSE(locked.diagnostics.empty());
    CHECK(locked.diagnostics[0].level == DiagnosticLevel::error);
    options.read.password = "天王盖地虎";
    CHECK(said_in(read_all(options)) == "customer 几年 | agent 三年");
}

TEST_CASE("trap: a last line that is cut off costs itself alone") {
    const Reading reading = read_text(kQuestion + kReply + kReply.substr(0, 60));
    CHECK(said_in(reading) == "customer 保修几年？ | agent 整机三年");
    CHECK(reading.counts.skipped_records == 1);
    CHECK(reading.diagnostics.size() == 1);
}

}  // namespace
}  // namespace suowen::input
