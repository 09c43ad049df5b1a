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
    CHECK(text_of_html("一行<br/>二行<img src=\"a>b\">").starts_with("一行\n二行"));
    CHECK(text_of_html("").empty());
    CHECK(text_of_html("<p").find("<p") == 0);
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
