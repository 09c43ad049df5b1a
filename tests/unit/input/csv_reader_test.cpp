// SPDX-License-Identifier: Apache-2.0
#include "input/csv_reader.h"

#include <fmt/format.h>

#include "catch.h"
#include "input/reading.h"

namespace suowen::input {
namespace {

TEST_CASE("rows with the same conversation id are a conversation") {
    const Reading reading = read_text(
        "会话ID,时间,角色,发送人,消息内容\n"
        "a,2026-02-03T09:00:00+08:00,客户,小王,\"第一行\n第二行，\"\"引\"\"\"\n"
        "a,,机器人,小通,您好\n"
        "\n"
        "b,,客服,10号,好的\n");
    CHECK(reading.diagnostics.empty());
    REQUIRE(reading.conversations.size() == 2);
    CHECK(reading.conversations[0].id == "a");
    REQUIRE(reading.conversations[0].turns.size() == 2);
    const Turn& first = reading.conversations[0].turns[0];
    CHECK(first.text == "第一行\n第二行，\"引\"");
    CHECK(first.role == Role::customer);
    CHECK(first.time.at);
    CHECK(first.line == 2);
    CHECK(reading.conversations[0].turns[1].role == Role::bot);
    CHECK(reading.conversations[0].turns[1].line == 4);
    CHECK(reading.conversations[1].source.line == 6);
}

TEST_CASE("conversations whose rows are mixed stay whole, each with its channel") {
    const Reading reading = read_text(
        "会话ID,角色,渠道,消息内容\n"
        "A,客户,app,发票怎么开\n"
        "B,客户,web,退款几天\n"
        "A,客服,app,下单时勾选\n"
        "B,客服,web,三天\n"
        "A,客户,app,好的\n");
    CHECK(reading.diagnostics.empty());
    CHECK(ids_in(reading) == "A:3 B:2");
    CHECK(reading.conversations.at(0).channel == "app");
    CHECK(reading.conversations.at(1).channel == "web");
}

TEST_CASE("rows without a conversation id belong to those beside them alone") {
    CHECK(ids_in(read_text("会话ID,角色,消息内容\n"
                           ",客户,a\n"
                           ",客服,b\n"
                           "A,客户,c\n"
                           ",客户,d\n"
                           "A,客服,e\n")) == "#2:2 A:2 #5:1");
}

// Memory is bounded: a table of many conversations does not wait for its end.
TEST_CASE("a conversation that goes on behind a thousand others is told, not doubled in silence") {
    std::string table = "会话ID,角色,消息内容\nfirst,客户,在吗\n";
    for (int i = 0; i < 1000; ++i) {
        table += fmt::format("{},客户,在吗\n", i);
    }
    const Reading reading = read_text(table + "first,客服,在的\n");
    REQUIRE(reading.conversations.size() == 1002);
    CHECK(reading.conversations.front().id == "first");
    CHECK(reading.conversations.at(1).id == "0");
    CHECK(reading.conversations.back().id == "first/2");
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].level == DiagnosticLevel::warning);
    CHECK(reading.diagnostics[0].message.find("\"first\" goes on") != std::string::npos);
}

TEST_CASE("flags are written as yes and no in many ways, and in none that is guessed") {
    for (const auto& [yes, no] :
         {std::pair{"是", "否"}, {"1", "0"}, {"TRUE", "FALSE"}, {"yes", "no"}}) {
        INFO(yes);
        const Reading reading =
            read_text(fmt::format("sender,isSelf,content\nLi,{},When?\nWang,{},Soon\n", no, yes));
        REQUIRE(reading.conversations.size() == 1);
        CHECK(reading.conversations[0].turns.at(0).role == Role::customer);
        CHECK(reading.conversations[0].turns.at(1).role == Role::agent);
    }
    const Reading unknown =
        read_text("sender,isSelf,content\nLi,no,When?\nLi,vielleicht,Hello?\nWang,yes,Soon\n");
    REQUIRE_FALSE(unknown.diagnostics.empty());
    CHECK(unknown.diagnostics[0].message == "\"vielleicht\" is neither yes nor no, skipped");
    CHECK(unknown.diagnostics[0].location.line == 3);
    CHECK(unknown.counts.skipped_records == 1);
    CHECK(ids_in(unknown) == "#2:2");
}

TEST_CASE("notices are rows of the system, and what was recalled is not there") {
    for (const char* kind : {"系统通知", "系统消息", "system", "10000"}) {
        INFO(kind);
        const Reading reading =
            read_text(fmt::format("昵称,类型,内容\n小李,文本,怎么开票\n小李,{},你已添加了小李\n"
                                  "客服,文本,下单时勾选\n",
                                  kind));
        REQUIRE(reading.conversations.size() == 1);
        CHECK(reading.conversations[0].turns.at(0).role == Role::customer);
        CHECK(reading.conversations[0].turns.at(1).role == Role::system);
    }
    // A reply that quotes is a reply.
    CHECK(read_text("昵称,类型,内容\n小李,文本,怎么开票\n客服,引用,下单时勾选\n客服,图片,a.png\n")
              .conversations.at(0)
              .turns.at(1)
              .kind == TurnKind::text);
    const Reading reading = read_text(
        "发送者,消息内容,是否撤回\n客户小李,怎么开票,否\n客服小王,加我微信,是\n"
        "客服小王,下单时勾选,否\n");
    REQUIRE(reading.conversations.size() == 1);
    REQUIRE(reading.conversations[0].turns.size() == 2);
    CHECK(reading.conversations[0].turns[1].text == "下单时勾选");
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].message == "messages left out: 1 recalled");
}

TEST_CASE("semicolons and tabs separate too") {
    for (const char* text : {"session_id;sender_type;content\ns1;visitor;hi, there\n",
                             "Session ID\tRole\tText\ns1\tCustomer\thi, there\n"}) {
        INFO(text);
        const Reading reading = read_text(text);
        REQUIRE(reading.conversations.size() == 1);
        CHECK(reading.conversations[0].id == "s1");
        CHECK(reading.conversations[0].turns[0].text == "hi, there");
        CHECK(reading.conversations[0].turns[0].role == Role::customer);
    }
}

TEST_CASE("an id column tells conversations only if rows share it") {
    CHECK(read_text("id,role,text\n1,customer,x\n1,agent,y\n2,customer,z\n").conversations.size() ==
          2);
    CHECK(read_text("id,role,text\n1,customer,x\n2,agent,y\n3,customer,z\n").conversations.size() ==
          1);
    CHECK(ids_in(read_text("id,role,text\n1,customer,x\n2,customer,y\n1,agent,z\n2,agent,w\n"
                           "1,customer,v\n")) == "1:3 2:2");
}

TEST_CASE("broken rows are told and cost themselves alone") {
    const Reading reading = read_text(
        "会话ID,角色,消息内容\n"
        "a,客户,x\n"
        "a,老板,x\n"
        "a\n"
        "a,客服,1,000 元\n"
        "a,客服,y\n");
    REQUIRE(reading.conversations.size() == 1);
    CHECK(reading.conversations[0].turns.size() == 2);
    REQUIRE(reading.diagnostics.size() == 3);
    CHECK(reading.diagnostics[0].message == "unknown role \"老板\", skipped");
    CHECK(reading.diagnostics[0].location.line == 3);
    CHECK(reading.diagnostics[1].message == "row has 1 cells; the text is in number 3, skipped");
    CHECK(reading.diagnostics[2].message == "row has 4 cells, but the header has 3, skipped");
    CHECK(reading.counts.skipped_records == 3);
}

TEST_CASE("a quote that is never closed costs its line") {
    const Reading reading = read_text(
        "会话ID,角色,消息内容\n"
        "a,客户,\"x\n"
        "a,客服,y\n"
        "a,客户,z\n");
    REQUIRE(reading.conversations.size() == 1);
    CHECK(reading.conversations[0].turns.size() == 2);
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].location.line == 2);
}

TEST_CASE("a stray quote does not swallow the rows up to the next one") {
    const Reading reading = read_text(
        "会话ID,角色,消息内容\n"
        "a,客户,\"x\n"
        "a,客服,y\n"
        "a,客户,\"z\"\n"
        "a,客服,w\n");
    REQUIRE(reading.conversations.size() == 1);
    CHECK(reading.conversations[0].turns.size() == 3);
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].location.line == 2);
}

}  // namespace
}  // namespace suowen::input
