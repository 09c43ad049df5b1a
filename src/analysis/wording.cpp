// SPDX-License-Identifier: Apache-2.0
#include "analysis/wording.h"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "analysis/runs.h"
#include "base/each_part.h"
#include "base/utf8.h"
#include "text/literal_scanner.h"

namespace suowen::analysis {
namespace {

// Words with blanks between. Chinese ones are found wherever they stand, words in Latin letters
// as a whole, or as a beginning where '*' ends them.
struct ClassRow {
    WordClass words_of;
    std::string_view words;
};

constexpr std::array kClasses = std::to_array<ClassRow>({
    {WordClass::general,
     "都 每 大家 人人 各位 们 的人 别人 人家 谁 从来 永远 一直 总是 向来 一向 这种 这样 那样 东西 "
     "事 心 感 情 爱 懂 缘 意 道 生活 日子 人生 品质 品牌 口碑 专业 用心 匠 格调 气质 体验 态度 "
     "信任 信誉 实力 系统 流程 规律 业 技术 科学 历史 传统 文化 时代 未来 自然 时间 过程 一样 看 "
     "像 好比 如 更 最 很 太 真 特别 非常 好 美 高 大 团队 我司 追求 相信 理念"},
    {WordClass::general,
     "every* people always never folks life world feel* heart* love* family quality experience "
     "truly really very best trust* journey value* nature such thing things way like look looks "
     "see how great lovely beautiful special most many some technology standard* process system "
     "tradition* craft* care passion* promise proud our team company others nobody somebody "
     "anyone"},
    {WordClass::soft, "哦 呢 呀 嘛 啊 啦 哟 喔 吧 哎 ~ ! 亲 姐 哥 宝 妹 您的 咱"},
    {WordClass::soft,
     "dear sweetheart love hun hon mate buddy boss la lah haha lol oh ooh ah well sir madam "
     "friend my pal"},
    {WordClass::particular,
     "退 换 补 寄 拆 停 封 删 扣 付 收 取 派 接 装 修 赔 开 关 转 拍 按 拿 剪 洗 擦 拧 插 拔 测 "
     "登录 改 调 加 撤 打 回 搬 挂 签 盖 填 重启 认 报警 冻结 解绑"},
    {WordClass::particular,
     "refund* return* replac* cancel* send sent ship* post* pay paid pays charge* press click tap "
     "hold open unplug reset fit* block* frozen freeze call ring email* collect* deliver* book* "
     "move* moving close* closing drop* pick* sign signed goes comes run runs done cover* includ* "
     "cost costs take takes keep wash* wipe* swap* fix*"},
    {WordClass::particular,
     "箱 码 页 密码 账号 订单 备注 邮 短信 链接 身份证 银行 卡里 卡上 电话 门 底 包装 袋 单 票 证 "
     "钥匙 螺丝 板 壳 盖子 屏 口 孔 管 阀 键 机 柜 架 楼 站 路口 左 右 里头 背面 尾号 编号 批号 "
     "合同 发票 收据 官网 小票 吊牌 押金 运费 差价 税 费"},
    {WordClass::particular,
     "label* menu settings page box* card* number* code* order invoice* counter desk floor screw* "
     "cable* plug* battery unit* receipt door pin account app bag* size* room gate seat* link "
     "form* deposit fee* tax* side back under behind left right top bottom inside address bank"},
    {WordClass::particular,
     "今天 明天 后天 昨天 前天 今晚 明早 上午 下午 中午 晚上 周一 周二 周三 周四 周五 周日 点前 "
     "点半 小时 分钟 天内 工作日 月 号 之前 以内 前 内 刚 已 马上 现在 到期"},
    {WordClass::particular,
     "today tomorrow yesterday tonight morning afternoon evening noon monday tuesday wednesday "
     "thursday friday saturday sunday before after until by within day days week weeks month "
     "months year years hour hours minute minutes mins am pm now already just since from"},
    {WordClass::condition,
     "要是 的话 如果 或 但 只能 只有 除非 就行 也行 不用 任何 还是 另 超过 以上 以下 不超 不到 凭 "
     "按 从 再 没 没有 不是 不能 不收 不退 不含 不会 别 一分 可以 能 那就 就不"},
    {WordClass::condition,
     "if unless only then without except either or but no not nothing don't can't won't isn't "
     "doesn't didn't yes yep nope otherwise least less over"},
    {WordClass::particular, "您别 给您 退您 让他 他 她"},
    {WordClass::particular, "i've i'll you'll yours your he she"},
});

struct ListedWord {
    std::string_view text;
    WordClass belongs_to = WordClass::general;
    bool is_beginning = false;
};

struct Lists {
    text::LiteralScanner chinese;   // Reports the classes.
    std::vector<ListedWord> latin;  // By text.
};

Lists read_lists() {
    text::LiteralScanner::Builder chinese;
    std::vector<ListedWord> latin;
    for (const ClassRow& row : kClasses) {
        each_part(row.words, ' ', [&](std::string_view word) {
            if (!is_latin(word.front())) {
                chinese.add(word, static_cast<std::uint32_t>(row.words_of));
                return;
            }
            const bool is_beginning = word.ends_with('*');
            word.remove_suffix(is_beginning ? 1 : 0);
            latin.push_back({word, row.words_of, is_beginning});
        });
    }
    std::sort(latin.begin(), latin.end(), [](const ListedWord& a, const ListedWord& b) {
        return a.text < b.text;
    });
    return {std::move(chinese).build(), std::move(latin)};
}

const Lists& lists() {
    static const Lists kLists = read_lists();
    return kLists;
}

constexpr float kLatinWord = 1.5F;  // In Chinese characters.

void increment(std::uint16_t& count) {
    if (count < std::numeric_limits<std::uint16_t>::max()) {
        ++count;
    }
}

// The classes of one word: its own, and those of the longest beginning that is listed.
void count_latin(std::string_view word, const std::vector<ListedWord>& all, Wording& wording) {
    for (std::size_t size = word.size(); size > 1; --size) {
        const std::string_view part = word.substr(0, size);
        auto at = std::partition_point(
            all.begin(), all.end(), [&](const ListedWord& entry) { return entry.text < part; });
        bool is_found = false;
        for (; at != all.end() && at->text == part; ++at) {
            if (at->is_beginning || size == word.size()) {
                increment(wording.words[static_cast<std::size_t>(at->belongs_to)]);
                is_found = true;
            }
        }
        if (is_found) {
            return;
        }
    }
}

}  // namespace

Wording wording_of(std::string_view normalized) {
    const Lists& all = lists();
    Wording wording;
    all.chinese.scan(normalized, [&](std::uint32_t value) { increment(wording.words[value]); });
    each_run(normalized, [&](RunKind kind, std::string_view run) {
        if (kind == RunKind::word) {
            wording.length += kLatinWord;
            count_latin(run, all.latin, wording);
        } else if (kind == RunKind::number) {
            wording.length += 1;
            increment(wording.numbers);
        } else if (utf8::is_han(utf8::decode(run, 0).code_point)) {
            wording.length += 1;
        }
    });
    return wording;
}

}  // namespace suowen::analysis
