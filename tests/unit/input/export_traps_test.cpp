// SPDX-License-Identifier: Apache-2.0
// What exports of single products hold that misled their readers: one test a trap.
#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "catch.h"
#include "input/archive_file.h"
#include "input/line_reader.h"
#include "input/reading.h"
#include "input/said_in.h"
#include "input/speaker.h"
#include "input/temporary_folder.h"

namespace suowen::input {
namespace {

TEST_CASE("trap: a whole document on one line is no JSON Lines record") {
    CHECK(said_in(read_text(
              R"({"chatlab":{"version":"0.0.2"},"meta":{"name":"客户-小李","ownerId":"k"},)"
              R"("messages":[{"sender":"c","accountName":"小李","type":0,"content":"几年"},)"
              R"({"sender":"k","accountName":"小王","type":0,"content":"三年"}]})")) ==
          "customer 几年 | agent 三年");
    CHECK(said_in(read_text(
              R"({"chatInfo":{"name":"小李","selfUin":"2"},"messages":[)"
              R"({"sender":{"uin":"1","name":"小李"},"content":{"text":"几年"},"recalled":false},)"
              R"({"sender":{"uin":"2","name":"小王"},"content":{"text":"三年"}}]})")) ==
          "customer 几年 | agent 三年");
}

TEST_CASE("trap: the first record of JSON Lines is longer than what is looked at") {
    const std::string words(LineReader::kHeadBytes, 'x');
    const Reading reading = read_text(
        R"({"messages":[{"role":"user","content":")" + words + "\"}]}\n" +
        R"({"messages":[{"role":"user","content":"几年"},{"role":"assistant","content":"三年"}]})");
    REQUIRE(reading.conversations.size() == 2);
    CHECK(said_in(reading.conversations[1]) == "customer 几年 | bot 三年");
}

TEST_CASE("trap: what a reply in a chatlog text quotes is not said again") {
    const std::string question = "小李(wxid_cust01) 11-15 06:13:20\n发票怎么开？\n\n";
    CHECK(said_in(read_text(question + "我 11-15 06:14:25\n"
                                       "> 小李(wxid_cust01) 11-15 06:13:20\n"
                                       "> 发票怎么开？\n"
                                       "> 急\n"
                                       "提供抬头即可\n")) ==
          "customer 发票怎么开？ | agent 提供抬头即可");
    CHECK(said_in(read_text(question + "我 11-15 06:14:25\n> [引用]\n提供抬头即可\n")) ==
          "customer 发票怎么开？ | agent 提供抬头即可");
    // What nobody said before is no quote.
    CHECK(said_in(read_text(question + "我 11-15 06:14:25\n> 5 个工作日\n以内\n")) ==
          "customer 发票怎么开？ | agent > 5 个工作日\n以内");
}

TEST_CASE("trap: what a chatlog text forwards is read by its title") {
    CHECK(said_in(read_text("小李(wxid_cust01) 11-15 06:13:20\n怎么开？\n\n"
                            "小王(我) 11-15 06:14:25\n"
                            "[合并转发|群聊的聊天记录]\n"
                            "  小李 11-14 06:13:20\n"
                            "  我要投诉\n\n"
                            "  小张 11-14 06:13:25\n"
                            "  我也要\n\n")) == "customer 怎么开？ | agent 群聊的聊天记录");
}

TEST_CASE("trap: pictures and recordings in a chatlog text are attachments, links their titles") {
    const Reading reading = read_text(
        "小李(wxid_cust01) 11-15 06:13:20\n![图片](http://127.0.0.1:5030/image/0123,image/0)\n\n"
        "我 11-15 06:14:25\n[语音](http://127.0.0.1:5030/voice/7401289)\n\n"
        "我 11-15 06:14:30\n[文件|发票 (1).pdf](http://127.0.0.1:5030/file/01)\n\n"
        "我 11-15 06:14:40\n[链接|保修 [两年] 说明](https://a.example/b(c))\n\n");
    REQUIRE(reading.conversations.size() == 1);
    const std::vector<Turn>& turns = reading.conversations[0].turns;
    REQUIRE(turns.size() == 4);
    CHECK(turns[0].kind == TurnKind::attachment);
    CHECK(turns[1].kind == TurnKind::attachment);
    CHECK(turns[2].kind == TurnKind::attachment);
    CHECK(turns[3].kind == TurnKind::text);
    for (const char* call : {"[语音通话]", "[红包]", "[GIF表情]"}) {
        CHECK(kind_of(call) == TurnKind::attachment);
    }
    // Tables write such words beside texts too.
    CHECK(kind_of("[引用]") == TurnKind::text);
    CHECK(turns[3].text == "保修 [两年] 说明");
}

TEST_CASE("trap: the group in a header of a chatlog text is no part of the name") {
    const Reading reading = read_text(
        "小李(wxid_cust01) [售后群(123@chatroom)] 11-15 06:13:20\n发票怎么开？\n\n"
        "小赵(wxid_cust03) [团购群(456@chatroom)] 11-15 06:13:25\n几点发货\n\n"
        "我 [售后群(123@chatroom)] 11-15 06:14:25\n请提供抬头\n\n"
        "小张(wxid_cust02) [售后群(123@chatroom)] 11-15 06:15:20\n我也要\n\n"
        "我 [团购群(456@chatroom)] 11-15 06:16:25\n四点\n\n");
    CHECK(said_in(reading) ==
          "customer 发票怎么开？ | agent 请提供抬头 | customer 我也要 || customer 几点发货 | agent "
          "四点");
    REQUIRE(reading.conversations.size() == 2);
    CHECK(reading.conversations[0].id == "123@chatroom");
    CHECK(reading.conversations[0].turns.at(0).name == "小李");
}

TEST_CASE("trap: a list of things with ids and names is no list of Slack's users") {
    for (const char* list : {R"([{"id":1,"name":"热水器","price":199},{"id":2,"name":"x"}])",
                             R"([{"id":1,"name":"小李","role":"customer","content":"几年"}])"}) {
        const Reading reading = read_text(list);
        REQUIRE(reading.diagnostics.size() == 1);
        CHECK(reading.diagnostics[0].level == DiagnosticLevel::error);
        CHECK(reading.diagnostics[0].message == "not a transcript in a known format");
        CHECK(reading.counts.skipped_files == 1);
    }
}

TEST_CASE("trap: chats that were left are chats") {
    const std::string chats =
        R"({"list":[{"name":"Li","type":"personal_chat","id":7,"messages":[)"
        R"({"id":1,"type":"message","date":"2023-11-15T06:13:20","date_unixtime":"1700000000",)"
        R"("from":"Li","from_id":"user7","text":"When?"},)"
        R"({"id":2,"type":"message","date":"2023-11-15T06:13:25","date_unixtime":"1700000005",)"
        R"("from":"Wang","from_id":"user8","text":"Now"}]}]})";
    CHECK(said_in(read_text(R"({"about":"x","left_chats":)" + chats + "}")) ==
          "customer When? | agent Now");
    std::string contacts;  // More of them than what is looked at.
    while (contacts.size() < LineReader::kHeadBytes) {
        contacts += R"({"first_name":"A","phone_number":"1","date_unixtime":"1672531200"},)";
    }
    contacts.pop_back();
    CHECK(said_in(read_text(R"({"about":"x","contacts":{"list":[)" + contacts + R"(]},"chats":)" +
                            chats + "}")) == "customer When? | agent Now");
}

TEST_CASE("trap: behind the messages of Qiyu stands a trailer, or a message that is cut off") {
    const std::string message =
        R"({"id":11,"sessionId":9,"time":1700000000000,"from":1,"staffId":0,"msg":"几年"})"
        "\n";
    CHECK(read_text(message + "EOF-SENTINEL").counts.skipped_records == 0);
    const Reading cut = read_text(message + message.substr(0, 60));
    CHECK(said_in(cut) == "customer 几年");
    CHECK(cut.counts.skipped_records == 1);
    CHECK(cut.diagnostics.size() == 1);
}

TEST_CASE("trap: a file of a known format without a conversation is told of") {
    const TemporaryFolder folder;
    const std::string users = folder.write("users.json", R"([{"id":"U1","name":"li"}])");
    CHECK(read_paths({folder.path()}).diagnostics.empty());
    CHECK(read_paths({users}).diagnostics.size() == 1);
    const std::string chat = folder.write("chat.json", R"({"chatInfo":{"selfUin":"2"}})");
    const Reading reading = read_paths({folder.path()});
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].level == DiagnosticLevel::warning);
    CHECK(reading.diagnostics[0].location.path == chat);
    CHECK(reading.diagnostics[0].message == "holds no conversation, read as qq-exporter");
}

// A message of the WeCom archive; `to` is a JSON list.
std::string wecom(int number,
                  std::string_view from,
                  std::string_view to,
                  std::string_view text,
                  std::string_view room = {}) {
    return fmt::format(R"({{"msgid":"m{}","action":"send","from":"{}","tolist":{},"roomid":"{}",)"
                       R"("msgtime":{},"msgtype":"text","text":{{"content":"{}"}}}})"
                       "\n",
                       number,
                       from,
                       to,
                       room,
                       1700000000000 + number * 1000,
                       text);
}

TEST_CASE("trap: staff whose account begins like a customer's") {
    const std::string customer = "wmErxtDgAA9AW32YyyuYRimKr7D1KWlw";
    const std::string other = "woErxtDgAA9AW32YyyuYRimKr7D1KWlx";
    const std::string robot = "wbErxtDgAA9AW32YyyuYRimKr7D1KWly";
    const auto list = [](const auto&... accounts) {
        std::string all;
        ((all += (all.empty() ? "\"" : ",\"") + std::string(accounts) + '"'), ...);
        return "[" + all + "]";
    };
    for (const char* staff : {"woody", "wming", "wbin", "wmingming_2024_sh"}) {
        INFO(staff);
        CHECK(said_in(read_text(wecom(1, customer, list(staff), "几年") +
                                wecom(2, staff, list(customer), "三年"))) ==
              "customer 几年 | agent 三年");
        CHECK(said_in(read_text(wecom(1, customer, list(other, staff), "几年", "r") +
                                wecom(2, staff, list(customer, other), "三年", "r") +
                                wecom(3, other, list(customer, staff), "我的呢", "r"))) ==
              "customer 几年 | agent 三年 | customer 我的呢");
    }
    CHECK(said_in(read_text(wecom(1, customer, list(robot), "几年") +
                            wecom(2, robot, list(customer), "三年"))) ==
          "customer 几年 | bot 三年");
    // Where nothing tells them apart, it is a guess, and told.
    const Reading guessed = read_text(wecom(1, customer, list(other), "几年") +
                                      wecom(2, other, list(customer), "三年"));
    CHECK(said_in(guessed) == "customer 几年 | agent 三年");
    REQUIRE(guessed.diagnostics.size() == 1);
    CHECK(guessed.diagnostics[0].message.starts_with("roles are guessed"));
}

TEST_CASE("trap: the buyer of a Qianniu page is named behind the messages") {
    const std::string messages =
        R"("messages":[{"groupTime":"2023-11-15"},)"
        R"({"chatTime":"06:13:20","chatName":"tb_01","chatTextLeft":"几年"},)"
        R"({"chatTime":"06:13:25","chatName":"某店:小王","chatTextLeft":"三年"}])";
    const Reading reading = read_text("{" + messages + R"(,"active_user_nickname":"tb_01"})");
    CHECK(said_in(reading) == "customer 几年 | agent 三年");
    REQUIRE(reading.conversations.size() == 1);
    CHECK(reading.conversations[0].id == "tb_01");
    CHECK(reading.conversations[0].turns.at(0).time.day.has_value());
    // Without it, it is a guess, and told.
    const Reading guessed = read_text("{" + messages + "}");
    CHECK(said_in(guessed) == "customer 几年 | agent 三年");
    CHECK(guessed.diagnostics.size() == 1);
}

TEST_CASE("trap: a private chat in ChatLab that is named by a remark") {
    const std::string header =
        R"({"_type":"header","chatlab":{"version":"0.0.2"},"meta":{"name":"VIP张三","type":"private"}})"
        "\n";
    const auto message =
        [](std::string_view account, std::string_view name, std::string_view text) {
            return fmt::format(
                R"({{"_type":"message","sender":"{}","accountName":"{}","type":0,"content":"{}"}})"
                "\n",
                account,
                name,
                text);
        };
    const Reading guessed =
        read_text(header + message("c", "沧海一粟", "几年") + message("k", "小王", "三年"));
    CHECK(said_in(guessed) == "customer 几年 | agent 三年");
    REQUIRE(guessed.diagnostics.size() == 1);
    CHECK(guessed.diagnostics[0].message.starts_with("roles are guessed"));
    CHECK(said_in(read_text(header + message("k", "小王", "在吗") +
                            message("c", "张三", "几年"))) == "agent 在吗 | customer 几年");
    // A name that is a part of the other one.
    CHECK(said_in(read_text(header +
                            R"({"_type":"member","platformId":"k","accountName":"三"})"
                            "\n"
                            R"({"_type":"member","platformId":"c","accountName":"张三"})"
                            "\n" +
                            message("k", "三", "在吗") + message("c", "张三", "几年"))) ==
          "agent 在吗 | customer 几年");
}

TEST_CASE("trap: where users.json stands in an archive makes no difference") {
    const std::pair<std::string, std::string> users = {
        "x/users.json",
        R"([{"id":"U1","name":"li","real_name":"Customer Li"},)"
        R"({"id":"U2","name":"wang","real_name":"Agent Wang"}])"};
    // The agent speaks first, so a guess would be wrong.
    const std::pair<std::string, std::string> day = {
        "x/support/2023-11-15.json",
        R"([{"type":"message","user":"U2","text":"Hello","ts":"1700000000.0002"},)"
        R"({"type":"message","user":"U1","text":"<@U2> when?","ts":"1700000065.0003"}])"};
    const std::string said = "agent Hello | customer @Agent Wang when?";
    const TemporaryFolder folder;
    for (const char* name : {"a.zip", "a.tar", "a.tar.gz"}) {
        INFO(name);
        write_archive(folder.path(name), {day, users});
        CHECK(said_in(read_paths({folder.path(name)})) == said);
        write_archive(folder.path(name), {users, day});
        CHECK(said_in(read_paths({folder.path(name)})) == said);
    }
    write_archive(folder.path("locked.zip"), {day, users}, "secret");
    InputOptions options;
    options.paths = {folder.path("locked.zip")};
    options.read.password = "secret";
    CHECK(said_in(read_all(options)) == said);
    // Archives in archives, and another workspace beside it, where U2 is somebody else.
    write_archive(folder.path("in.zip"),
                  {day, {"x/users.json", R"([{"id":"U2","name":"Customer"}])"}});
    std::ostringstream inner;
    inner << std::ifstream(folder.path("in.zip"), std::ios::binary).rdbuf();
    write_archive(folder.path("out.zip"), {{"in!.zip", inner.str()}, day, users});
    CHECK(said_in(read_paths({folder.path("out.zip")})) ==
          "customer Hello | agent @Customer when? || " + said);
}

TEST_CASE("trap: a line of a QQChatExporter text that ends in a colon is no name") {
    const std::string head =
        "[QQChatExporter V5 / https://github.com/shuakami/qq-chat-exporter]\n\n"
        "===============================================\n"
        "           QQ聊天记录导出文件\n"
        "===============================================\n\n"
        "聊天名称: 客户-小李\n聊天类型: 私聊\n导出时间: 2023-11-15 07:00:00\n消息总数: 2\n\n\n";
    const std::string question = "小李:\n时间: 2023-11-15 06:13:20\n内容: 怎么开？\n\n\n";
    const std::string foot =
        "\n===============================================\n              导出完成\n"
        "===============================================\n"
        "总计导出 2 条消息\n导出时间: 2023-11-15 07:00:00\n";
    CHECK(said_in(read_text(head + question +
                            "客服小王:\n时间: 2023-11-15 06:14:25\n内容: 您好\n"
                            "第一步:\n打开小程序\n第二步:\n\n聊天名称: 不要改\n=====\n提交\n" +
                            foot)) ==
          "customer 怎么开？ | agent 您好\n第一步:\n打开小程序\n第二步:\n\n聊天名称: "
          "不要改\n=====\n提交");
    // A time that is no time, and a last line that may have been a name.
    CHECK(said_in(read_text(head + question +
                            "客服小王:\n时间: 2023-11-15 06:14:25\n内容: 到店\n"
                            "营业:\n时间: 九点起\n地址:")) ==
          "customer 怎么开？ | agent 到店\n营业:\n时间: 九点起\n地址:");
    CHECK(said_in(read_text(head + question +
                            "[管理员] 客服小王:\n时间: 2023-11-15 06:14:25\n类型: type_1\n"
                            "内容: [image消息]\n资源: 1 个文件\n  - image: a.jpg\n提及: 小李\n" +
                            foot)) == "customer 怎么开？ | agent [image消息]");
}

TEST_CASE("trap: a QQ record of several chats has a head in front of each") {
    const std::string ruler = "================================================================\n";
    const auto head = [&](std::string_view with) {
        return ruler + "消息分组:我的好友\n" + ruler + "消息对象:" + std::string(with) + "\n" +
               ruler + "\n";
    };
    const Reading reading =
        read_text("消息记录（此消息记录为文本格式，不支持重新导入）\n\n" + head("客户-小李") +
                  "2023-11-15 6:13:20 小李(10001)\n发票怎么开？\n\n"
                  "2023-11-15 6:14:25 客服小王(20002)\n请提供抬头\n\n" +
                  head("客户-小张") +
                  "2023-11-15 7:13:20 小张(10003)\n什么时候到账？\n消息对象:财务\n\n"
                  "2023-11-15 7:14:25 客服小王(20002)\n明天\n\n" +
                  head("空"));
    CHECK(said_in(reading) ==
          "customer 发票怎么开？ | agent 请提供抬头 || "
          "customer 什么时候到账？\n消息对象:财务 | agent 明天");
    REQUIRE(reading.conversations.size() == 2);
    CHECK(reading.conversations[0].id == "客户-小李");
    CHECK(reading.conversations[1].id == "客户-小张");
}

TEST_CASE("trap: a ruler below the name of a conversation does not end it") {
    const Reading reading = read_text(
        "==========\n会话ID：a-1\n==========\n客户：几年\n客服：三年\n"
        "==========\n会话ID：a-2\n==========\n客户：在吗\n客服：在\n");
    REQUIRE(reading.conversations.size() == 2);
    CHECK(reading.conversations[0].id == "a-1");
    CHECK(reading.conversations[1].id == "a-2");
}

TEST_CASE("trap: one thread in several files is one conversation") {
    const TemporaryFolder folder;
    folder.write("1.jsonl", wecom(1, "wmCUSTOMER1", R"(["kefu01"])", "几年"));
    folder.write("2.jsonl",
                 wecom(2, "kefu01", R"(["wmCUSTOMER1"])", "三年") +
                     wecom(3, "kefu01", R"(["wmCUSTOMER2"])", "在吗"));
    folder.write("3.jsonl", wecom(4, "wmCUSTOMER2", R"(["kefu01"])", "在"));
    const Reading reading = read_paths({folder.path()});
    CHECK(said_in(reading) == "customer 几年 | agent 三年 || agent 在吗 | customer 在");
    CHECK(reading.diagnostics.empty());
    const Conversation& first = reading.conversations.at(0);
    CHECK(path_of(first, first.turns.at(0)) == folder.path("1.jsonl"));
    CHECK(path_of(first, first.turns.at(1)) == folder.path("2.jsonl"));
    CHECK(first.turns[1].line == 1);
}

TEST_CASE("trap: parts of a thread come in any order, and may overlap") {
    const TemporaryFolder folder;
    const std::string question = wecom(1, "wmCUSTOMER1", R"(["kefu01"])", "几年");
    const std::string answer = wecom(2, "kefu01", R"(["wmCUSTOMER1"])", "三年");
    folder.write("a-new.jsonl", answer + wecom(3, "wmCUSTOMER1", R"(["kefu01"])", "好"));
    folder.write("b-old.jsonl", question + answer);
    const Reading reading = read_paths({folder.path()});
    CHECK(said_in(reading) == "customer 几年 | agent 三年 | customer 好");
}

TEST_CASE("trap: ids that are made here, or count what is in a file, join nothing") {
    const TemporaryFolder folder;
    for (const char* name : {"a", "b"}) {
        folder.write(std::string(name) + ".jsonl",
                     R"({"turns":[{"role":"customer","text":"几年"}]})"
                     "\n");
        folder.write(std::string(name) + ".txt",
                     R"({"id":1,"sessionId":"","time":1,"from":1,"staffId":0,"msg":"几年"})"
                     "\n");
        folder.write(std::string(name) + ".csv", "会话ID,昵称,内容\n1,张三,几年\n1,客服,三年\n");
    }
    const Reading reading = read_paths({folder.path()});
    CHECK(reading.conversations.size() == 6);
    CHECK(reading.diagnostics.empty());
}

TEST_CASE("trap: chatlog keeps the words of a link beside its content") {
    const std::string rest =
        R"("talker":"wxid_c","sender":"wxid_c","senderName":"客户小李","content":"",)";
    const Reading reading =
        read_text(R"([{"seq":1,"isSelf":false,"type":49,"subType":5,)" + rest +
                  R"("contents":{"title":"怎么开发票","url":"https://a.example"}},)"
                  R"({"seq":2,"isSelf":false,"type":49,"subType":6,)" +
                  rest + R"("contents":{"title":"a.pdf","md5":"0"}}])");
    REQUIRE(reading.conversations.size() == 1);
    REQUIRE(reading.conversations[0].turns.size() == 2);
    CHECK(reading.conversations[0].turns[0].text == "怎么开发票");
    CHECK(reading.conversations[0].turns[0].kind == TurnKind::text);
    CHECK(reading.conversations[0].turns[1].kind == TurnKind::attachment);
}

TEST_CASE("trap: what a reply in WeCom quotes is not said again, and links have titles") {
    const auto message = [](int number, std::string_view type, std::string_view body) {
        return fmt::format(R"({{"msgid":"m{}","action":"send","from":"kefu01","tolist":["wmC"],)"
                           R"("msgtime":{},"msgtype":"{}",{}}})"
                           "\n",
                           number,
                           1700000000000 + number * 1000,
                           type,
                           body);
    };
    const std::string dashes = R"(\n- - - - - - - - - - - - - - -\n)";
    CHECK(
        said_in(read_text(
            message(1, "text", R"("text":{"content":"「小李：几年？」)" + dashes + R"(三年"})") +
            message(
                2,
                "text",
                R"("text":{"content":"这是一条引用/回复消息：\n\"小李：\n在吗\"\n------\n在"})") +
            message(3, "text", R"("text":{"content":"「新品」上市"})") +
            message(4, "link", R"("link":{"title":"保修说明","description":"三年"})") +
            message(5, "markdown", R"("info":{"content":"见 **说明**"})") +
            message(
                6,
                "chatrecord",
                R"("chatrecord":{"title":"群聊的聊天记录","item":[{"type":"ChatRecordText","content":"{}"}]})"))) ==
        "agent 三年 | agent 在 | agent 「新品」上市 | agent 保修说明 | agent 见 **说明** | "
        "agent 群聊的聊天记录");
}

}  // namespace
}  // namespace suowen::input
