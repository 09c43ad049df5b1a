// SPDX-License-Identifier: Apache-2.0
#include "analysis/scorer.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"

namespace suowen::analysis {
namespace {

struct Said {
    Role role;
    std::string_view text;
};

Judgement judged(const std::vector<Said>& said) {
    Conversation conversation;
    std::map<std::string_view, Reading> readings;  // Equal texts share one.
    std::vector<const Reading*> pointers;
    for (const Said& turn : said) {
        Turn& made = conversation.turns.emplace_back();
        made.role = turn.role;
        made.text = turn.text;
        pointers.push_back(&readings.try_emplace(turn.text, turn.text).first->second);
    }
    return judge(conversation, pointers);
}

Verdict verdict(std::string_view question, std::string_view reply) {
    return judged({{Role::customer, question}, {Role::agent, reply}}).relevance.at(0).verdict;
}

// Of a reply that the customer says something to.
Verdict verdict(std::string_view question, std::string_view reply, std::string_view reaction) {
    return judged({{Role::customer, question}, {Role::agent, reply}, {Role::customer, reaction}})
        .relevance.at(0)
        .verdict;
}

TEST_CASE("an answer needs no word of the question") {
    CHECK(verdict("多久能到", "后天中午前送到您手上") == Verdict::answered);
    CHECK(verdict("is there a foreign fee on the card?", "None. Zero percent anywhere") ==
          Verdict::answered);
}

TEST_CASE("the words of the question do not make an answer") {
    CHECK(verdict("热水器保修几年", "热水器现在下单立减50，热卖爆款") == Verdict::off_topic);
    CHECK(verdict("热水器保修几年", "请耐心等待，以页面为准") == Verdict::deflected);
}

TEST_CASE("a phrase for anybody and nothing else is no answer, however short") {
    for (const std::string_view reply : {"下单立减50", "以页面为准", "请以页面为准", "您放心"}) {
        CHECK(is_bad(verdict("保修几年", reply)));
    }
    CHECK(is_bad(verdict("How long is the warranty?", "See the product page.")));
}

TEST_CASE("a frank no is an answer, whatever it goes on to say") {
    CHECK(verdict("祛痘印能去根吗",
                  "去不了根，痘印尤其会反复，平时防晒偷懒几个月就又回来",
                  "做坏了怎么投诉") == Verdict::answered);
    CHECK(verdict("会显腿粗吗", "说实话会，这种紧身的谁穿都显，旁边那条更藏肉") ==
          Verdict::answered);
    CHECK(is_bad(verdict("会显腿粗吗", "说不好，每个人感觉都不一样呢亲")));
}

TEST_CASE("a bot that gives what is asked has answered") {
    const auto of_bot = [](std::string_view question, std::string_view reply) {
        return judged({{Role::customer, question}, {Role::bot, reply}, {Role::customer, "then?"}})
            .relevance.at(0)
            .verdict;
    };
    CHECK(of_bot("what do i pay if i end the lease early?",
                 "Ending it early costs 2% of what is left, or 1% in the last six months.") ==
          Verdict::answered);
    CHECK(
        of_bot("wheres my payment",
               "The payment was issued on 7 May to the card ending 4410. Banks need some days.") ==
        Verdict::answered);
}

TEST_CASE("agreement opens no question") {
    const Judgement judgement = judged({{Role::customer, "保修几年"},
                                        {Role::agent, "整机三年"},
                                        {Role::customer, "好，这不就一句话的事"}});
    CHECK(judgement.pending.empty());
}

TEST_CASE("what the customer says to an offer or a step goes on with the matter") {
    const auto last = [](std::string_view answer, std::string_view said, std::string_view reply) {
        return judged({{Role::customer, "卡丢了怎么办 how do I block my lost card?"},
                       {Role::agent, answer},
                       {Role::customer, said},
                       {Role::agent, reply}})
            .relevance.at(1)
            .verdict;
    };
    CHECK(last("您在app里点挂失就行。要我现在帮您挂失吗？", "好的", "已挂失，新卡3天内寄到您家") ==
          Verdict::answered);
    CHECK(last("Yes, block it in the app. Shall I do it now?",
               "yes pls",
               "Blocked. A new card comes on Friday") == Verdict::answered);
    CHECK(last("您在app里点挂失，输密码就行", "输了", "查到挂失成功了，新卡3天内寄到您家") ==
          Verdict::answered);
    CHECK(last("您在app里点挂失就行。还有什么可以帮您？", "没有了谢谢", "祝您生活愉快") ==
          Verdict::no_question);
    CHECK(last("您在app里点挂失，输密码就行", "好的", "祝您生活愉快") == Verdict::no_question);
    for (const std::string_view said : {"不用", "输了"}) {
        CHECK(judged({{Role::customer, "卡丢了怎么办"},
                      {Role::agent, "您在app里点挂失就行。要我现在帮您挂失吗？"},
                      {Role::customer, said}})
                  .pending.empty());
    }
}

TEST_CASE("what is registered by name is done, and no promise to look after it") {
    CHECK(verdict(
              "合同上写的不保本啊",
              "合同是对的：这款不保本也不保证收益，业绩基准3.1%到3.6%。刚才同事说错了，您可以不买，"
              "已登记更正") == Verdict::answered);
    CHECK(is_bad(verdict("什么时候能到", "亲，这边已登记，会帮您催的哦")));
}

TEST_CASE("asking back for what is needed is no fault") {
    CHECK(verdict("我的快递怎么还没到", "麻烦发一下订单号") == Verdict::clarifying);
}

TEST_CASE("an answer that offers more asks nothing back") {
    CHECK(verdict("卡丢了怎么办", "您在app里点挂失就行。要我现在帮您挂失吗？") ==
          Verdict::answered);
    CHECK(verdict("is there a seat at the front",
                  "Row 12 is free, seats D and E. Shall I book them?") == Verdict::answered);
}

TEST_CASE("a calm sentence of generalities is no answer") {
    CHECK(verdict("这款面料是纯棉的吗", "每一件都是我们用心做出来的，穿过的人都很喜欢呢") ==
          Verdict::deflected);
    CHECK(is_bad(verdict("what is the notice period",
                         "we care about every member and people really love our experience")));
}

TEST_CASE("what the customer says to a reply tells whether it was an answer") {
    const auto after = [](std::string_view reaction) {
        return verdict("我的包裹哪天能到", "您这单已经安排优先处理了", reaction);
    };
    CHECK(after("好的，谢谢") == Verdict::answered);
    CHECK(is_bad(after("我问的是哪天能到！")));
}

TEST_CASE("who is asked for a number gives it, or was asked for nothing of use") {
    const auto after = [](std::string_view reaction) {
        return verdict("我的包裹哪天能到", "您把运单号给我", reaction);
    };
    CHECK(after("7731") == Verdict::clarifying);
    CHECK(is_bad(after("都说了三遍了！我的包裹到底哪天能到？")));
}

TEST_CASE("an answer to one of two questions is half of one") {
    CHECK(verdict("这款机器的保修期是几年，另外上门安装要不要另外收费？", "整机保修三年") ==
          Verdict::partial);
    CHECK(verdict("这款机器的保修期是几年，另外上门安装要不要另外收费？",
                  "整机保修三年，安装不收费") == Verdict::answered);
}

TEST_CASE("who comes back to a part of the question had half an answer") {
    const auto after = [](std::string_view reaction) {
        return verdict("烤箱有货吗 内胆多少升", "有货的，明天一早就能发", reaction);
    };
    CHECK(after("内胆呢") == Verdict::partial);
    CHECK(after("好的谢谢") == Verdict::answered);
}

TEST_CASE("what a reply leaves out is quoted in words that people can read") {
    using Words = std::vector<std::string>;
    const auto evidence = [](std::string_view question, std::string_view reply) {
        return judged({{Role::customer, question}, {Role::agent, reply}}).relevance.at(0).evidence;
    };
    const Evidence cooker = evidence("电饭煲收到就有裂缝，要退货", "特价商品概不负责");
    CHECK(cooker.missing == Words{"电饭煲收到", "裂缝", "退货"});
    CHECK(evidence("有人给好友发借钱消息", "您好").missing == Words{"好友发借钱消息"});
    CHECK(evidence("这款不保修吗", "立减50").missing == Words{"不保修"});
    CHECK(evidence("朋友已经被骗了，多久换滤芯", "您好").missing ==
          Words{"朋友已经", "多久换滤芯"});
    // What the reply takes up is not left out, wherever it stands.
    const Evidence heater = evidence("燃气热水器整机保修几年", "整机的保修是三年");
    CHECK(heater.matched == Words{"整机", "保修"});
    CHECK(heater.missing == Words{"燃气热水器"});
    // A blank parts words, and a number stays whole.
    CHECK(evidence("键盘全是水渍 主板都锈了", "您好").missing == Words{"键盘全", "水渍", "主板"});
    CHECK(evidence("4,000 files are gone", "Hello").missing == Words{"4,000", "files", "gone"});
    CHECK(evidence("Is my flight cancelled?", "Hello").missing == Words{"flight", "cancelled"});
}

TEST_CASE("words of one field of talk are evidence where they differ") {
    using Pairs = std::vector<std::pair<std::string, std::string>>;
    const auto told = [](const char* question, const char* reply) {
        return judged({{Role::customer, question}, {Role::agent, reply}}).relevance.at(0).evidence;
    };
    CHECK(told("咳嗽三天了要去医院吗", "先量体温").related == Pairs{{"咳嗽", "体温"}});
    CHECK(told("What about my Parcel?", "The courier comes at noon").related ==
          Pairs{{"parcel", "courier"}});
    CHECK(told("咳嗽三天了", "咳嗽可以含片").related.empty());
    CHECK(told("怎么注销账号", "注销要三天").related.empty());
    CHECK(told("咳嗽三天了", "键盘进水").related.empty());
}

TEST_CASE("the words that evasions use are evidence against a reply that answers nothing") {
    const Judgement judgement =
        judged({{Role::customer, "这款面料是纯棉的吗"},
                {Role::agent, "每一件都是我们用心做出来的，穿过的人都很喜欢呢"}});
    const auto& words = judgement.relevance.at(0).evidence.generalities;
    CHECK(std::find(words.begin(), words.end(), "每一") != words.end());
    CHECK(judged({{Role::customer, "还有货吗"}, {Role::agent, "有的"}})
              .relevance.at(0)
              .evidence.generalities.empty());
}

TEST_CASE("blanks between Chinese words part clauses as commas do") {
    CHECK(verdict("这款怎么样", "面料是纯棉的 领口有松紧的 洗了也不会变形的 大人小孩都穿得的") ==
          verdict("这款怎么样", "面料是纯棉的，领口有松紧的，洗了也不会变形的，大人小孩都穿得的"));
}

TEST_CASE("asking back needs no stock phrase") {
    CHECK(verdict("这个尺码我能穿吗", "脚多长呀，平时穿多大？") == Verdict::clarifying);
    CHECK(verdict("分期利息多少", "您要6期还是12期？") == Verdict::clarifying);
    CHECK(verdict("what bracket do i need", "Brick or plasterboard?") == Verdict::clarifying);
    // Typed in haste, without a mark.
    CHECK(verdict("boiler shows F28, who can come", "whats the pressure on it") ==
          Verdict::clarifying);
    CHECK(verdict("mirror is broken, do you pay", "was it cracked before") == Verdict::clarifying);
    CHECK(verdict("was my parcel opened", "It was not, is all I know") != Verdict::clarifying);
}

TEST_CASE("a question stays asked while the customer adds to it") {
    CHECK(judged({{Role::customer, "樱桃是哪里的？"},
                  {Role::agent, "我们家的都是好东西，大家都说甜呢"},
                  {Role::customer, "产地"},
                  {Role::agent, "好吃就行了呀，都是树上的，您说是不是这个道理呢"}})
              .relevance.at(1)
              .verdict != Verdict::no_question);
}

TEST_CASE("a few words that give what was asked are an answer") {
    CHECK(verdict("How long does delivery take?", "Two working days.") == Verdict::answered);
    CHECK(verdict("还有货吗", "有的") == Verdict::answered);
}

TEST_CASE("one moment is nothing when an answer follows and an evasion when none does") {
    const std::vector<Said> held = {{Role::customer, "保修几年"},
                                    {Role::agent, "稍等，帮您查一下"}};
    CHECK(judged(held).relevance.at(0).verdict == Verdict::deflected);
    std::vector<Said> answered = held;
    answered.push_back({Role::agent, "整机保修三年"});
    CHECK(judged(answered).relevance.at(0).verdict == Verdict::no_question);
    CHECK(judged(answered).relevance.at(1).verdict == Verdict::answered);
}

TEST_CASE("a question without a reply is pending, thanks are not") {
    CHECK(judged({{Role::customer, "保修几年"}}).pending.size() == 1);
    CHECK(
        judged({{Role::customer, "保修几年"}, {Role::agent, "三年"}, {Role::customer, "好的谢谢"}})
            .pending.empty());
}

double score(std::string_view question, std::string_view reply) {
    return judged({{Role::customer, question}, {Role::agent, reply}}).relevance.at(0).score.value();
}

TEST_CASE("the verb that a question turns on makes its answer relevant") {
    CHECK(score("这个能退吗", "拆了也能") > score("这个能退吗", "拆了也会"));
    CHECK(score("有没有蓝色", "目前没货") > score("是不是蓝色", "目前没货"));
    CHECK(score("do you ship abroad?", "we don't, sorry") >
          score("is it heavy?", "we don't, sorry"));
}

TEST_CASE("yes and no answer what can be answered so") {
    CHECK(score("可以开发票吗", "可以的,三天内发您") > 0.5);
    CHECK(score("怎么开发票", "可以的,三天内发您") < 0.3);
    CHECK(score("how do I cancel?", "Yes, it is blue") <
          score("how do I cancel?", "It is all blue"));
}

TEST_CASE("a duration answers how long better than a place does") {
    CHECK(score("多久能到", "三天左右") > score("多久能到", "杭州仓库"));
}

TEST_CASE("sharing nothing tells against long texts alone") {
    const std::string question = "热水器的排烟管从阳台穿墙出去，物业要求提供安装图纸和尺寸";
    const std::string reply = "信用卡分期可以提前还清，剩余本金一次记入下期账单，手续费照旧";
    CHECK(score("保修呢", "蓝色") > 0.4);
    CHECK(score(question, reply) < 0.4);
}

TEST_CASE("much in common outweighs what long texts share by chance") {
    const std::string question = "热水器的排烟管从阳台穿墙出去，物业要求提供安装图纸和尺寸";
    CHECK(score(question, "安装图纸在说明书第九页，排烟管直径六十毫米，开孔尺寸七十") > 0.8);
}

TEST_CASE("who gives the price and then asks how many has answered") {
    const auto verdict = [](std::string_view reply) {
        return judged({{Role::customer, "补墙洞怎么收费"}, {Role::agent, reply}})
            .relevance.at(0)
            .verdict;
    };
    CHECK(verdict("三处以内不收钱，多一处20，您那有几处？") == Verdict::answered);
    CHECK(verdict("您那有几处？") == Verdict::clarifying);
}

TEST_CASE("what only the customer has is asked for in many words") {
    for (const char* reply : {"您好！请发送角色ID和充值时间，马上帮您查",
                              "请选择您要咨询的订单",
                              "报卡号后四位就行",
                              "account number pls",
                              "Kindly share photos of the stain"}) {
        INFO(reply);
        CHECK(judged({{Role::customer, "钱扣了没到账 help"},
                      {Role::agent, reply},
                      {Role::customer, "12345"}})
                  .relevance.at(0)
                  .verdict == Verdict::clarifying);
    }
}

TEST_CASE("a score is given for answers and evasions alone") {
    CHECK(judged({{Role::customer, "保修几年"}, {Role::agent, "三年"}}).relevance.at(0).score);
    CHECK_FALSE(judged({{Role::agent, "您好，很高兴为您服务"}}).relevance.at(0).score);
}

TEST_CASE("what is kept of an unsettled matter is bounded") {
    std::vector<Said> said;
    for (int i = 0; i < 500; ++i) {
        said.push_back({Role::customer, "保修到底几年"});
        said.push_back({Role::agent, "请耐心等待"});
    }
    const Judgement judgement = judged(said);
    CHECK(judgement.exchanges.back().question.size() <= 64);
    CHECK(judgement.exchanges.back().question.back() == 998);
}

}  // namespace
}  // namespace suowen::analysis
