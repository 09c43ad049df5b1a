// SPDX-License-Identifier: Apache-2.0
#include "input/html_text.h"

#include "catch.h"
#include "input/wechat_text.h"

namespace suowen::input {
namespace {

TEST_CASE("HTML is read as it is shown") {
    CHECK(text_of_html("<p>It is <b>20%</b> off &amp; free</p><p>Now</p>") ==
          "It is 20% off & free\nNow");
    CHECK(text_of_html("a < b, c &lt; d &#39;x&#x27; &unknown; &") ==
          "a < b, c < d 'x' &unknown; &");
    CHECK(text_of_html("一行<br/>二行<img src=\"a>b\">三") == "一行\n二行三");
    CHECK(text_of_html("").empty());
    CHECK(text_of_html("<p").find("<p") == 0);
}

TEST_CASE("what is no tag of HTML is text") {
    CHECK(text_of_html("to Finance <finance@example.com> today") ==
          "to Finance <finance@example.com> today");
    CHECK(text_of_html("<a@b.cn>, <b.li@c.cn>, <your order number>, 1<2 and 3>2") ==
          "<a@b.cn>, <b.li@c.cn>, <your order number>, 1<2 and 3>2");
    CHECK(text_of_html("<P>a <B>b</B></P><o:p></o:p>") == "a b");
}

TEST_CASE("what HTML does not show is left out, and only that") {
    CHECK(text_of_html("Regards<!-- sig --> Li") == "Regards Li");
    CHECK(text_of_html("<!DOCTYPE html><style>p { color: red }</style><p>a</p>") == "a");
    CHECK(text_of_html("<STYLE>p { color: red }</style ><p>a</p>") == "a");
    CHECK(text_of_html("<script>a</b></Script>c") == "c");
    CHECK(text_of_html("a <!-- b") == "a <!-- b");
    CHECK(text_of_html("a <img src=\"b>c") == "a <img src=\"b>c");
    CHECK(text_of_html("<style>a") == "<style>a");
    CHECK(text_of_html("<table><tr><td>A</td><td>B</td></tr><tr><th>C</th></tr></table>") ==
          "A B\nC");
    CHECK(text_of_html("3&times;2 &ge; 5&nbsp;&yen; &copy;&eacute;&yuml;&shy;&#8364;") ==
          "3×2 ≥ 5 ¥ ©éÿ€");
}

TEST_CASE("HTML of nothing but an image shows something") {
    CHECK(has_media("<div class=\"x\"><img src=\"a.png\"></div>"));
    CHECK(has_media("<IMG/>"));
    CHECK_FALSE(has_media("<p>imgs</p> <imgur@example.com>"));
}

// Text that is hostile takes no longer than other text.
TEST_CASE("HTML without ends is read once") {
    for (const char* part : {"<p ", "<p a=\"", "<!--", "<", "<style>", "<p a='x'"}) {
        INFO(part);
        std::string html;
        while (html.size() < 1'000'000) {
            html += part;
        }
        CHECK(text_of_html(html + ">").size() <= html.size() + 1);
    }
}

TEST_CASE("WeChat's XML gives its title") {
    CHECK(words_of_wechat("你好<b>") == "你好<b>");
    CHECK(words_of_wechat("<?xml version=\"1.0\"?><msg><appmsg><title>保修两年 &amp; 包邮</title>"
                          "<refermsg><content>几年</content></refermsg></appmsg></msg>") ==
          "保修两年 & 包邮");
    CHECK(words_of_wechat("<msg><img aeskey=\"x\"/></msg>").empty());
}

}  // namespace
}  // namespace suowen::input
