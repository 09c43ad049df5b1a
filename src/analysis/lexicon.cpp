// SPDX-License-Identifier: Apache-2.0
#include "analysis/lexicon.h"

#include <array>

namespace suowen::analysis {
namespace {

constexpr std::array kConcepts = std::to_array<std::string_view>({
    // Money
    "退款|退钱|退费|返款|退给|退回|原路退|钱退|refund|money back|reimburse",
    "价格|价钱|多少钱|报价|单价|售价|总价|落地|price|pricing|cost|how much",
    "优惠|折扣|打折|满减|便宜|活动价|优惠券|领券|discount|coupon|promo|deal",
    "费用|收费|手续费|服务费|扣费|扣钱|计费|资费|fee|charge|charged|bill|billed",
    "押金|保证金|定金|订金|deposit",
    "赔偿|赔付|赔钱|补偿|理赔|赔不赔|赔吗|compensate|compensation|credit",
    "发票|开票|专票|普票|抬头|税号|invoice|receipt|vat",
    "付款|支付|付钱|转账|打款|到账|pay|payment|paid|transfer|wire",
    "余额|账户|账号|帐号|account|balance",
    "充值|续费|话费|top up|top-up|recharge",
    "会员|vip|订阅|自动续费|扣款|membership|subscription|renew|renewal|auto-renew",
    "信用卡|银行卡|卡号|card|debit",
    "贷款|借款|分期|利率|利息|年化|loan|interest|apr|installment",
    // Goods
    "保修|质保|三包|包修|保固|warranty|guarantee|covered",
    "维修|修理|修好|检修|上门修|repair|fix|fixed",
    "坏了|故障|失灵|没反应|不亮|不转|打不开|用不了|不能用|断触|没声音|broken|defect|defective|"
    "faulty|"
    "not working|stopped working|crash",
    "质量|品质|瑕疵|破损|损坏|划痕|开裂|掉漆|quality|damaged|scratch|peeling|cracked",
    "正品|真假|假货|仿品|真伪|防伪|官方|authentic|genuine|fake|counterfeit|legit|scam",
    "尺寸|尺码|大小|码数|多大|size|sizing|dimensions|fit",
    "颜色|色号|款式|color|colour|shade|style",
    "材质|面料|成分|配料|材料|material|fabric|ingredient|ingredients",
    "型号|规格|参数|配置|版本|model|spec|specs|version",
    "电池|续航|充电|充电器|battery|charge|charger|charging",
    "库存|现货|有货|缺货|补货|现车|in stock|stock|available|availability|restock",
    "保质期|过期|到期|临期|生产日期|批号|出厂|expire|expiry|expiration|best before|batch",
    "安装|上门|师傅|工程师|装机|install|installation|technician|engineer",
    "配件|赠品|说明书|accessory|accessories|manual|parts",
    "证书|认证|3c|合格证|检测报告|质检|注册证|批准文号|备案|certificate|certified|certification|"
    "license",
    "安全|危险|爆炸|起火|冒烟|漏电|safe|safety|dangerous|fire|smoke",
    "过敏|敏感|刺激|孕妇|副作用|allergy|allergic|sensitive|side effect",
    // Delivery
    "发货|寄出|出库|发出|ship|shipped|shipping|dispatch|dispatched",
    "快递|物流|包裹|运单|单号|派送|派件|配送|送到|送货|签收|揽收|parcel|package|delivery|deliver|"
    "delivered|"
    "courier|tracking|arrive|van",
    "运费|邮费|包邮|postage|freight|shipping fee|shipping cost",
    "地址|收货人|收件|address|recipient",
    "退货|退换|寄回|退回来|无理由|return|returns|send back|send it back",
    "换货|换新|更换|换一个|补发|补寄|exchange|replace|replacement|swap",
    "取消|撤销|撤单|退订|关闭|注销|关掉|cancel|cancelled|cancellation|unsubscribe|close",
    "订单|下单|拍下|order|ordered|purchase|bought",
    // Account and risk
    "密码|验证码|登录|登陆|解锁|password|passcode|pin|login|log in|sign in|otp|unlock",
    "被盗|盗刷|盗号|异常|冻结|挂失|stolen|hacked|fraud|freeze|froze|frozen|lock|locked|suspend|"
    "suspended",
    "封号|封禁|封停|解封|申诉|ban|banned|appeal",
    "实名|身份证|证件|护照|id card|passport|identity|ssn",
    "个人信息|隐私|泄露|删除|privacy|personal data|leak|delete",
    "宽带|网络|断网|信号|网速|流量|internet|broadband|outage|signal|data|wifi",
    "套餐|合约|协议|合同|违约金|plan|contract|terms|agreement",
    "携号|携转|转网|副卡|补卡|esim|sim",
    // Service
    "投诉|举报|12315|工信部|消协|complaint|complain|report",
    "人工|客服|专员|经理|主管|agent|representative|manager|supervisor|human",
    "预约|改约|改期|排期|约的|appointment|booking|book|reschedule|rebook",
    "航班|机票|改签|行李|登机|flight|ticket|luggage|baggage|bag|boarding",
    "酒店|入住|退房|房间|房型|hotel|room|check-in|check in|checkout",
    "司机|行程|打车|车费|接单|绕路|driver|ride|trip|fare",
    "房租|租金|物业|房东|退租|rent|landlord|lease",
    "医生|挂号|检查|药|手术|doctor|medicine|prescription|surgery",
    "课程|老师|上课|学费|course|class|teacher|tuition",
    "资料|文件|材料|附件|document|documents|file|files|form",
    "电话|热线|联系|回电|phone|call|contact|hotline",
    "营业|开门|几点关|上班|opening hours|open|hours",
    "停机|复机|开通|办理|activate|activation|enable",
    "升级|更新|update|upgrade",
    "下载|安装包|app|软件|download|software",
});

}  // namespace

std::span<const std::string_view> concepts() {
    return kConcepts;
}

std::string_view stop_characters() {
    return "的了着过吗呢吧啊呀哦嗯哈嘛啦哟喔噢诶唉哎么们这那是有在和与及或也都就还又再才只很太更最"
           "把被给让"
           "跟对从到于以为之其它他她我你您亲咱俺自己请个些下上里中等会要想可能得地着啥咋哪谁怎什何"
           "多少几"
           "一不没别好说看做去来";
}

std::string_view common_characters() {
    return "时候天间问题单号用买家店品客服信息情况显示帮查收发件开关点处理需该现前后出入成行方法样"
           "本应"
           "已经先因所当然如果但而且并比者道知觉感真事年月日分小大新老人手机心意回复联系麻烦谢";
}

std::string_view stop_words() {
    return "a an the this that these those it its i me my mine we us our you your yours he him his "
           "she her "
           "they them their is am are was were be been being do does did done have has had having "
           "will would "
           "shall should can could may might must to of in on at by for with from as into about "
           "and or but if "
           "so than too very just not no yes ok okay hi hello hey please thanks thank sir madam "
           "there here what "
           "when where which who whom why how all any some each both more most other such only own "
           "same up down "
           "out off over under again then once because while until also get got im ive dont doesnt "
           "cant wont "
           "isnt didnt youre its thats let us am s t re ve ll d m u ur ya yeah lol";
}

std::string_view common_words() {
    return "help need want know like see look check work use make go come try say tell ask give "
           "take find "
           "show time day week month year thing one two new old good great sorry sure right way "
           "still now "
           "today back first last number question issue problem information customer service "
           "support team "
           "contact email message send sent receive received available possible able using used "
           "really "
           "actually something anything someone anyone people lot much many even well different "
           "best better "
           "happy glad appreciate understand reach welcome";
}

}  // namespace suowen::analysis
