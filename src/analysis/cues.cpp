// SPDX-License-Identifier: Apache-2.0
#include "analysis/cues.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "text/pattern_set.h"

namespace suowen::analysis {
namespace {

struct CueRow {
    Cue cue;
    std::string_view pattern;
};

struct KindRow {
    AnswerKind kind;
    std::string_view pattern;
};

// Patterns see normalized text; each branch holds a literal, so that few of them are ever run.
constexpr std::array kCues = std::to_array<CueRow>({
    {Cue::greeting,
     "(?:您好|你好|亲亲|早上好|下午好|晚上好|哈喽|美女早安|欢迎(?:光临|咨询|您|来到|致电))"},
    {Cue::greeting,
     "(?:很高兴为您服务|为您服务|竭诚为|有什么(?:可以|能)帮|请问有什么|什么可以帮|请讲|请说)"},
    {Cue::greeting, "^在(?:的|呢|哒)"},
    {Cue::greeting,
     "(?:我是|这里是|这边是)[^,。!?]{0,12}(?:助理|助手|客服|管家|顾问|小编|值班|机器人)|(?:当前|"
     "为您)接待|"
     "(?:已|为您)(?:经)?接通"},
    {Cue::greeting,
     "(?:how (?:can|may|could) (?:i|we) (?:help|assist|make)|what can i (?:do|help)|thank you for "
     "(?:contacting|calling|reaching)|thanks for (?:contacting|calling|reaching)|my name is|i'm "
     "\\w+, "
     "your virtual|good (?:morning|afternoon|evening)|welcome to|hi there|hello|hey there)"},
    {Cue::greeting, "^(?:hi|hey)\\b"},
    {Cue::thanks,
     "(?:谢谢|感谢|多谢|不客气|别客气|不用谢|应该的|thank you|thanks|my pleasure|you're welcome|"
     "anytime|no problem at all|glad (?:i|we) could)"},
    {Cue::closing,
     "(?:祝您|再见|拜拜|随时(?:联系|找|咨询|喊|来)|有(?:事|问题|需要|什么|任何)[^。!?]{0,8}(?:找|"
     "联系|喊|回)|"
     "生活愉快|欢迎(?:回家|再)|到时见|周三见|好梦|保重)"},
    {Cue::closing,
     "(?:have a (?:great|nice|good|lovely)|enjoy your|take care|safe travels|bye|anything else "
     "i can|let us know if you (?:need|have) any)"},
    {Cue::hold,
     "(?:稍等|稍候|请等一下|等我(?:一下|查|看)|别走开|马上(?:帮|为|给)您?(?:查|看|核)|"
     "(?:帮|为|给|替)[您你](?:查|看|核实|查询|核对|确认|问)(?:一下|下|看)|正在(?:为您|帮您)?(?:查|"
     "核|看|调|锁|远程|"
     "处理|测试)|"
     "我(?:查|看|核实|先看|问)(?:一?下|看)|核查中|查询中|在看)"},
    {Cue::hold,
     "(?:马上(?:就)?(?:来|发|好|给您发)|(?:一|几|两)(?:分钟|会儿?)(?:就好|哈|哦|$)|我(?:正)?(?:和|"
     "跟|去)[^,。!?]{1,8}"
     "(?:通着?话|确认|核对|要一下))"},
    {Cue::hold,
     "(?:one (?:moment|second|sec|minute)|two secs|hang on|hold on|bear with|let me (?:check|look|"
     "see|pull|find|take)|just a (?:moment|second|sec|minute)|looking (?:into (?:it|this) )?now|"
     "checking|pulling|don't go anywhere|give me a (?:moment|minute|sec))"},
    {Cue::hand_over,
     "(?:转接?人工|转接|(?:人工|专员|客服)[^。!?]{0,4}(?:接入|接手)|呼叫人工|前方排队|转人工|"
     "transfer(?:ring)? you|"
     "connect(?:ing)? you|"
     "passing you)"},
    {Cue::boilerplate,
     "(?:耐心等(?:待|候)|尽快(?:处理|反馈|回复|安排|为您|给您|解决|核实|联系)|以[^,。!?]{1,14}为准|"
     "敬请谅解|(?:请您?|多多)?谅解|给您带来(?:的)?不便|感谢您的(?:理解|支持|配合|耐心)|感谢理解|"
     "您的(?:问题|反馈|心情)[^。!?]{0,6}(?:收到|理解|记录)|已(?:经)?(?:收到|记录)您?的?(?:反馈|"
     "问题|意见)|"
     "非常理解您|会反馈|反馈给|升级处理|高度重视|正在(?:了解|走流程)|受[^。!?]{2,12}影响)"},
    {Cue::boilerplate,
     "(?:we value your|apologi[sz]e for (?:any|the) inconvenience|sorry for (?:any|the) "
     "inconvenience|as soon "
     "as possible|your (?:message|request|feedback|call) (?:is important|has been "
     "(?:received|noted))|message "
     "received|please be patient|someone will (?:respond|contact|get back)|get back to you|look "
     "into "
     "(?:options|it|this|that)|thank you for your (?:patience|understanding|feedback))"},
    {Cue::evasion,
     "(?:^(?:您|亲)?(?:就|请|尽管|只管)?放心(?:的|吧|好了|哈|哦|呢)?[,。!~ ]*$|"
     "(?:不太?|不是很)清楚|不了解|不知道|没办法(?:呢|的|哦|了|啊|$)|也没办法|无能为力|"
     "(?:自行|自己)(?:查看|处理|判断|咨询|联系|解决|搜|看)|"
     "(?:具体)?(?:看|参考|查看|见)(?:一?下)?(?:包装|页面|详情|说明|盒|短信|卡片|官网|公告|协议)|"
     "不(?:便|方便)(?:透露|外发|告知|提供|说)|不方便(?:呢|哦|的|$|,)|无可奉告|商业机密|内部(?:资料|"
     "规定)|"
     "到店(?:细)?聊|到院|见面|走(?:的)?流程|要排期|系统(?:就)?(?:是)?这样|系统改不了|"
     "一分钱一分货|放心(?:的|吧|好了)|都是?正常|很稳定|行业惯例|看情况|不一定(?:的|呢|哦)|再说吧|"
     "收到看一下|爱信不信|"
     "别难为我|何必呢|就算了吧|都一样|统一(?:回复|口径))"},
    {Cue::evasion,
     "(?:白嫖|讹人|讹我|自己考虑|后果自负|拉黑|律师函|别浪费时间|难怪|较真|爱买不买|随便(?:你|您)|"
     "您随便|没点数|别怪我|"
     "(?:投诉|打|找谁|说|发)了?(?:也|都)(?:没用|一样|一个结果|是转)|撤(?:了|销|回)|法律责任|闹大|"
     "你敢|谁不会|怎么证明|"
     "别问别人|前功尽弃|签过字|概不|不认的?|先评价|描述您?的?问题|智能客服可以)"},
    {
        Cue::evasion,
        "(?:规定就是|公司规定|按规定来|系统(?:默认|自动|显示)的|流程就是|没有?权限|权限不够|"
        "不归我们|不是我们(?:负责|管|的问题)|"
        "(?:与|跟|和)我们(?:无关|没关系)|(?:找|联系|咨询|问)(?:一?下)?(?:厂家|卖家|商家|快递(?:"
        "公司|那边)?|平台|品牌方|银行|物流|"
        "当地|运营商|官方)(?:那边)?(?:哦|呢|哈|吧|,|。|$|处理|解决|核实)|再等(?:等|一下|几天)|"
        "等通知|等着吧|等(?:结果|消息)|"
        "到时候(?:再|会|就)|再说(?:吧|哈|呢|啦|$)|留意(?:短信|通知|一下)|关注(?:一下|后续|通知)|已("
        "?:经)?(?:在)?(?:催|跟进|上报|"
        "反映|加急|反馈|记录|登记(?:[了啦哦呢好哈,。!~ "
        "]|$))|在(?:催|跟进?)|会(?:跟进|催|上报|反映|尽力|尽量)|尽量(?:帮|给|"
        "安排|处理|快)|帮您(?:反馈|催|"
        "反映|上报|记录))",
    },
    {
        Cue::evasion,
        "(?:应该(?:没|不|会|可以|是|快|差)|差不多(?:吧|的|了)|大概(?:吧|是)|因人而异|视情况|"
        "都有可能|不好说|说不准|不太?好(?:说|讲)|"
        "正常(?:现象|情况|的|使用)|没事(?:的|儿|啦)|问题不大|(?:不用|别)(?:担心|着急|太在意|多想)|"
        "别急|放心用|(?:大家|别人|别家|"
        "其他(?:客户|顾客|人|家))都|好多人都|(?:您|你)自己(?:的|没|操作|选|看|不)|谁让|当初|下单(?:"
        "前|时)(?:就|没|不)|没看清|"
        "就这样|随您|没什么好说|别(?:再)?问|心里有数|(?:您|你)先(?:下单|拍下|付款|买|交|办)|行业(?:"
        "都|内)|暂时(?:没|不)|"
        "不负责|无权|管不了|爱莫能助|保密|不对外|不予(?:解释|回复)|解释权|体谅|包涵|海涵|多担待)",
    },
    {Cue::evasion,
     "(?:company policy|our policy (?:is|says)|the system (?:says|shows|won't)|that's how|out of "
     "(?:our|my) "
     "hands|not our (?:responsibility|problem|fault)|contact (?:the|your) "
     "(?:seller|carrier|courier|manufacturer|bank|vendor|airline|shop|store)|we've "
     "(?:forwarded|escalated|noted)|"
     "being (?:looked|reviewed|processed)|in the queue|rest assured|understand your "
     "frustration|appreciate your "
     "(?:patience|understanding)|should be (?:fine|ok|there|soon)|most (?:customers|people)|no one "
     "else|don't "
     "worry|hang tight|calm down|as i said|like i said|already told|don't have access|above my|our "
     "team "
     "(?:is|will)|will be in touch|in due course|soon as we can|keep an eye|different "
     "department|confidential|"
     "not at liberty|you should have|your own fault|read the (?:terms|manual|listing)|can't "
     "discuss|hard to "
     "say|it varies|varies by|check back|we'll see what)"},
    {Cue::promotion,
     "(?:新品|上新|会员日|直播间(?:有|下单|领)|关注(?:店铺|我们)|加购|抽奖|积分(?:兑|换)|(?:张|元|"
     "领|送|发)(?:的)?券|特价|到手价|"
     "限量|库存不多|赶紧(?:拍|下单|买|抢)|抓紧|错过|手慢无|性价比|销量|好评如潮|回头客|升级(?:套餐|"
     "会员)|"
     "办(?:张|个)?(?:卡|会员)|"
     "推荐您|了解一下(?:哦|呢|吗|$)|体验一下|匠心|大牌|种草|福利|老客户专享|猜您想问)"},
    {Cue::promotion,
     "(?:\\bpromo\\b|exclusive offer|sign up for|rewards|loyalty|\\bbundle\\b|save \\d+|try "
     "our|introducing|"
     "premium plan|award-winning|love our|refer a friend|flash sale|hot deal|articles that may "
     "help|"
     "bestseller|new collection|join our)"},
    {Cue::evasion,
     "(?:tell me in a few words|people like you|not that hard|up to you|flagged|collections|no "
     "supervisors|"
     "nobody is|take it or leave)"},
    {Cue::evasion,
     "(?:not (?:really )?sure|i don't know|no idea|can't (?:say|tell|help)|cannot "
     "(?:say|tell|disclose)|"
     "listed (?:in|on) the|see (?:the|our) (?:\\w+ )?(?:website|terms|page|faq)|refer to "
     "(?:the|our)|check "
     "(?:the|our) "
     "(?:website|faq|terms|page)|(?:it's|it is) in the terms|nothing (?:i|we) can do|that's with "
     "the|depends on "
     "your|it depends$|our specialists are away|not my department|it is what it is|you agreed "
     "to|on you to)"},
    {Cue::promotion,
     "(?:下单立减|立减|满\\d+减|领券|优惠券|限时(?:优惠|折扣|抢)|全场[^。]{0,3}折|买[一二三四123]"
     "送|月销|爆款|热卖|"
     "卖得(?:超|很|特别)?好|闭眼入|新赛季|回馈活动|焕新季|清仓|秒杀|拼团|包邮哦|全年最低|网红|"
     "明星同款|送您?一张|"
     "五星好评|好评哦|小贴士|推荐您?(?:办理|升级|购买)|名额有限|先到先得|点击领|现在(?:买|办|拍|"
     "下单)|大品牌)"},
    {Cue::promotion,
     "(?:great news|special offer|limited[- ]time|upgrade (?:today|now|to the)|% off|discount "
     "code|did you "
     "know|check out our|on sale|deal of|for \\$0 down|earn \\d|shop now|best[- ]seller|you can "
     "upgrade|new "
     "arrivals|have you seen (?:the|our))"},
    {Cue::apology, "(?:抱歉|对不起|不好意思|久等|sorry|apologi[sz]e|apologies)"},
    {Cue::ask_back,
     "(?:(?:订单号?|单号|型号|尾号|后四位|手机号|批号|序列号|照片|视频|截图|区服|身高|内存|姓名|"
     "日期|地址|账号|昵称)"
     "[^。!]{0,10}(?:发|报|提供|给|多少|拍|留|说|告诉|是)|"
     "(?:发|报|提供|给我?|拍|留)(?:一?下|我|一张|个|张)?[^。!?]{0,10}(?:订单|单号|型号|尾号|后四位|"
     "序列号|照片|视频|截图|"
     "图片|页面|"
     "凭证|手机号))"},
    {Cue::ask_back,
     "(?:(?:发|报|说|拍|提供|描述|填|告知|留)(?:一?下|给我|过来|我看|张图|个图)|给我(?:一?下|看|发|"
     "报)|先(?:发|报|给|说|拍)[^,。]{1,}|"
     "(?:麻烦|辛苦|劳驾|请)(?:您|你)?(?:先)?(?:把|给|提供|告诉|告知|描述|说)|我(?:瞅瞅|看看|搜搜|"
     "查查)|睇下)"},
    {Cue::ask_back,
     "(?:哪(?:一)?(?:个|笔|款|家|种|边|天|位|里)|是[^,。!?]{1,8}还是|什么(?:型号|机型|颜色|版本|"
     "症状|问题)|啥(?:机型|型号)"
     "|"
     "几点|方便[^。]{0,8}(?:吗|嘛|么)|有没有[^。]{1,20}[?]|对吗[?]?$|对得上吗|是否[^。]{2,20}[?]|"
     "请问[^。]{2,20}(?:吗|呢|[?])|多少呀|麻烦(?:您|你)?(?:拍|发|提供|报|确认))"},
    {Cue::ask_back,
     "(?:(?:照片|图片|截图|单号|订单号|户号|卡号尾号|尾号|型号|地址|电话|姓名|门牌|抬头|日期|视频|"
     "凭证|录屏|症状|型号)"
     "[^,。!?;]{0,8}(?:给|发|报|说|写|拍|传|填)(?:我|一?下|来|过来|谁|$)?|(?:发|拍|传|报)(?:我|来|"
     "一?下|过来|张|个)"
     "[^,。!?;]{0,12}(?:看|照|图|号|截图|视频|地址)|(?:多少|多重|多大|几岁|几斤|哪栋|哪户|哪一?层|"
     "哪台|哪家)[^。]{0,10}"
     "[?])"},
    {Cue::ask_back,
     "(?:(?:reference|number|id|code|postcode|photo|picture|screenshot|label|address|name|email|"
     "serial|date)"
     "\\b[^.!?]{0,30}(?:please|\\?)|(?:which|what|whose) (?:\\w+ ?){1,4}\\?|could (?:i|we) "
     "(?:get|have|see)|"
     "can (?:i|we) (?:get|have|see)|(?:tell|send|show|give|dm|drop) (?:me|us) (?:the|your|a))"},
    {Cue::ask_back,
     "(?:could you (?:please )?(?:send|share|give|provide|tell|confirm|paste|try)|can you "
     "(?:please )?(?:send|"
     "share|give|provide|tell|confirm|paste)|may i have|what(?:'s| is) (?:the|your)|which (?:\\w+ "
     "){1,3}is|do "
     "you have (?:the|your|a)|please "
     "(?:send|share|provide|confirm|dm)|(?:order|booking|confirmation|account) "
     "(?:number|code|id)[^.!?]{0,20}please|dm us|just the \\w+ please|does (?:he|she|it|that)|were "
     "you "
     "thinking|or do you|send us (?:a|your))"},
    {Cue::promise,
     "(?:(?:会|将|给您|为您|帮您)[^。!?]{0,8}(?:回电|回复您|联系您|补发|安排|退|换|寄|短信|通知)|"
     "(?:\\d+|一|两|三|几)(?:个)?(?:小时|天|工作日|分钟)内|明天[^。]{0,6}前|今天[^。]{0,6}前|i'll "
     "|we'll |we will |i "
     "will |within \\d+)"},
    {Cue::refusal,
     "(?:不支持|不可以|不能(?:退|换|改|查|给|办|用|够)|不行|没有的|不退|不予|拒绝|无法|暂不|不提供|"
     "not possible|unable to|"
     "we can't|i can't|we cannot|cannot be|not eligible|won't be able|no "
     "returns|non-refundable|not happening|"
     "we don't|we do not)"},
});

constexpr std::array kExpects = std::to_array<KindRow>({
    {AnswerKind::duration,
     "(?:多久|多长时间|几(?:天|年|个月|小时|分钟|周)|多少(?:天|年)|保(?:质|修)期|how long|how many "
     "(?:days|hours|"
     "weeks|months|years|minutes))"},
    {AnswerKind::date,
     "(?:什么时候|啥时候|何时|哪天|几号|几点|几月|到什么时候|什么时间|过期|when "
     "(?:will|do|does|can|is|are|did|would|"
     "should)|what (?:time|date|day)|until when|by when)"},
    {AnswerKind::price,
     "(?:多少钱|价格|几块|怎么收费|收费吗|收不收费|费用|什么价|怎么卖|总价|要多少|几钱|运费|报价|"
     "how much|price of|the "
     "price|what(?:'s| does| is| do)[^.?!]{0,24}(?:cost|charge|fee|price)|"
     "what (?:do|will|would|must|should) (?:i|we|they) (?:pay|owe))"},
    {AnswerKind::quantity,
     "(?:多少(?:[^钱]|$)|几(?:个|次|件|台|人|斤|只|条|盒|瓶|套|块|寸|升|g|m)|多大|多重|多高|概率|"
     "how (?:many|big|"
     "large|heavy|tall|far|fast|much (?:data|weight|space|storage))|what size)"},
    {AnswerKind::place,
     "(?:在哪|去哪|哪里|哪儿|什么地方|到哪|哪个(?:厅|店|门|城市)|地址|发货地|where "
     "(?:is|do|can|are|should|does|did)|"
     "where's|which (?:store|address|location))"},
    {AnswerKind::contact,
     "(?:电话(?:是)?多少|联系方式|找谁|谁(?:办|签|负责|管)|怎么联系|哪个部门|客服怎么找|怎么找|"
     "phone number|who (?:do|"
     "should|can|is)|email address|contact (?:info|number))"},
    {AnswerKind::method,
     "(?:怎么(?:[^卖说这那样了回]|$)|如何|咋(?:办|整|弄|开|用|退|领)|怎样|怎么办|步骤|流程|教程|"
     "how (?:do|can|to|should|"
     "would) |how's it|what should i do|what do i do|steps to)"},
    {AnswerKind::reason,
     "(?:为什么|为啥|怎么回事|啥情况|什么原因|咋回事|凭什么|why |how come|what happened|reason)"},
    {AnswerKind::status,
     "(?:到哪了|发货了?[吗没]|处理得?怎么样|进度|查(?:一?下|快递|物流|订单)|还没(?:到|收到|发)|"
     "没收到|status|where(?: i|'?)s "
     "(?:my|our)|any (?:news|word) (?:on|about)|any update|has (?:it|my)|not "
     "(?:arrived|received)|haven't (?:received|got))"},
    {AnswerKind::which,
     "(?:哪(?:个|款|种|一个|些)(?:好|适合|更|比较|$)|哪个|哪款|还是|推荐|区别|选哪|which "
     "(?:one|is|of|do|should)|"
     "difference between|recommend|or the)"},
    {AnswerKind::document,
     "(?:发票|证书|合同|协议原件|检测报告|证明|病历|录音|截图给|invoice|certificate|receipt|report|"
     "copy of)"},
    {AnswerKind::yes_no,
     "(?:[吗嘛么不没]$|[吗嘛么不没][?]|吗[ "
     ",。!]|能不能|可不可以|可以[^,。]{0,12}[吗么不没]|是不是|有没有|要不要|会不会|行不行|"
     "好不好|能[^,。!?]{1,10}[吗么不没]|算不算|管不管|退不退|赔不赔|对不对|用不用|需不需要|是否|"
     "支持[^,。]{0,10}[吗不]|真的假的|"
     "行吗|可以么)"},
    {AnswerKind::yes_no,
     "(?:(?:^|[.!?,;] ?|and |but |or |so |then |ok "
     ")(?:can|could|will|would|do|does|did|is|are|was|were|has|have|"
     "should|am|may) (?:i|you|we|it|they|he|she|the|this|that|there|my|your|these|any)\\b|possible "
     "to|ok to|"
     "safe to|able to|\\bis (?:it|that|this|there)\\b|legit|covered[?]|credit[?]|refund[?])"},
});

constexpr std::array kGives = std::to_array<KindRow>({
    {AnswerKind::duration,
     "(?:[\\d一二两三四五六七八九十半几]+|前[\\d一两三]+)(?:-[\\d]+)?(?:个)?(?:小时|工作日|分钟|"
     "天|年|个月|周|星期|h\\b|秒|"
     "日内|月)(?:左右|以内|内)?"},
    {AnswerKind::duration,
     "(?:\\d+|one|two|three|four|five|six|seven|ten|a|an|few|couple of)[- ]?(?:to |- ?\\d* "
     "?)?(?:business |working "
     ")?(?:days?|hours?|hrs?|minutes?|mins?|weeks?|months?|years?|h\\b)"},
    {AnswerKind::date,
     "今天|明天|后天|今晚|明早|明儿|昨天|前天|下周|本周|周[一二三四五六日]|\\d{1,2}月\\d{1,2}["
     "日号]?|\\d{1,2}[:点]\\d{0,2}|"
     "\\d{4}年|\\d{1,2}号|月底|早上|上午|下午|中午前|随时|马上|现在就"},
    {AnswerKind::date,
     "\\b(?:today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
     "january|february|"
     "march|april|june|july|august|september|october|november|december|immediately|right away|by "
     "noon)\\b|"
     "\\d{1,2}(?::\\d{2})? ?(?:am|pm)\\b|\\b\\d{1,2}:\\d{2}\\b|\\b\\d{1,2}/\\d{1,2}\\b"},
    {AnswerKind::price,
     "[\\d.一二两三四五六七八九十百千万]+(?:元|块|rmb|万)|[¥$€£] "
     "?\\d[\\d.,]*|免费|不(?:用|要|收)(?:任何)?(?:钱|费|付)|"
     "一分不要|一分钱|包邮|运费(?:我们|我|您|自)|我们出|\\d+(?:\\.\\d+)? "
     "?(?:bucks|dollars|usd|euros?|pounds?|quid|rupees)|\\brs\\.? ?\\d|\\d[\\d.]* ?% of|"
     "\\bcosts? \\d[\\d.,]*%?|"
     "\\bfree\\b|no (?:charge|fee|cost)|pay nothing|zero percent|never charges?|at no"},
    {AnswerKind::quantity,
     "[\\d.]+ "
     "?(?:个|次|件|台|人|斤|只|条|盒|瓶|套|g\\b|gb|mb|m\\b|mah|kg|cm|mm|ml|l\\b|w\\b|%|寸|升|公里|"
     "码|km|"
     "inches|inch|pcs|片|张|米|平|层|倍|度|抽|dbm)|[一二两三四五六七八九十]+(?:个|次|件|台|人|斤|"
     "只|条|盒|瓶|套|种|对|片)"},
    {AnswerKind::place,
     "(?:在|到|去|寄到|从)[^,。!?]{0,10}(?:楼|路|号|店|厅|仓|市|区|栋|门口|中心|机场|站|页面|"
     "右上角|左上角|菜单|里面|那|背面|"
     "底部|这边)|官网|营业厅|杭州|上海|北京|广州|深圳|成都|西安|合肥|中转|分拨|原路|原支付|"
     "支付账户|余额|to your (?:card|account|"
     "bank)|street|avenue|at the|on the (?:back|left|right|bottom)|located|branch|depot|near "},
    {AnswerKind::contact,
     "(?:\\d{3,4}-?\\d{7,8}|\\b1\\d{10}\\b|\\b400-?\\d|\\b1[01]\\d{3}\\b|\\b12\\d{3}\\b|\\b110\\b|"
     "\\b95\\d{3}\\b)|"
     "工号\\d+|师傅|专员|经理|[a-z0-9.]+@[a-z0-9.]+|电话|热线|support team|hotline|call "
     "(?:us|the|back)|specialist"},
    {AnswerKind::method,
     "(?:点击?|打开|进入?|选择?|长按|搜索?|填|扫码?|登录|寄回|联系|按住|拧|重启|关机|先)[^,。!?]{"
     "1,}|(?:可以|能)(?:在|通过|"
     "从|用)|->|app|click|tap|go to|open |select|press|hold |settings|log ?in|sign "
     "in|fill|visit|follow the|"
     "call |email |unplug|restart|reset|try "},
    {AnswerKind::reason,
     "因为|由于|原因|所以|导致|是(?:因|由)|检测到|系统(?:检测|误)|由[^,。]{1,8}引起|because|due "
     "to|since "
     "|as the|caused by|the reason|expired|so that"},
    {AnswerKind::status,
     "已(?:经)?(?:为您)?(?:[^,。!?经]{1,6})|在(?:途|路上)|派送中|(?:查|搜|看)到|办好|改好|换了|"
     "好了|到了|完成|审核中|处理中|"
     "正在派|预计|has been|have been|shipped|delivered|on (?:the|its) "
     "way|processed|completed|done\\b|in "
     "transit|scheduled|w(?:as|ere) (?:issued|sent|paid|refunded|dispatched|collected|returned|"
     "cancelled|closed)|i've |we've |is set|set\\.|all set|estimate|approved|confirmed"},
    {AnswerKind::which,
     "建议(?:您)?选?|推荐|更(?:适合|好|合适)|选[^,。]{1,6}|都(?:可以|行|有)|[a-z0-9]{2,}款|我会选|"
     "recommend|suggest|i'd "
     "(?:go|pick|choose)|better (?:for|choice|option)|best for|prefer|both |either "},
    {AnswerKind::document,
     "申请发票|开(?:好|具)|发(?:您|你|到)|附件|下载|电子(?:发票|版)|复印|编号|证号|有的|attached|"
     "emailed|sent (?:you|it|to)|"
     "download|link|inbox|copy"},
});

// Yes, no, and deeds done: answers by themselves.
constexpr std::array kAffirms = std::to_array<std::string_view>({
    "(?:^|[,。!?~\\n])(?:亲|您好|嗯|对|哦|好的?|说真的|说实话|实话[说讲]|老实[说讲]|讲真|其实)?[,~ "
    "]*(?:可以|能的?|有的?|是的?|会的?|行|要的|不用|不会|不是|不能|不可以|没有|"
    "支持|不支持|不要|不行|不算|算的|需要|不需要|不在|没问题|必须|当然|对的|正规|假的|真的|无需|"
    "不含|包含)",
    // 断不了根, 修不好的; and not 做不了主, 说不好.
    "(?:^|[,。!?~\\n])[^,。!?吗么说讲拿保帮做]{1,2}不(?:了|好|掉|动|完)[^,。!?主]{0,2}(?:$|[,。!?~]"
    ")",
    "(?:都(?:可以|能|有|行)|可以(?:的|哦|退|换|用|申请|走|改)|能退|能换|不支持|没有(?:的|收费|费用)"
    "|支持[^,。]{1,6}的)",
    "(?:^|[.!?,;] ?|\\n)(?:yes|yep|yeah|yup|no|nope|none|sure|absolutely|of "
    "course|definitely|unfortunately|"
    "correct|not (?:us|ours|yet|at|really|possible|necessary|needed)|you "
    "(?:can|can't|should|don't|won't|do)|it "
    "(?:is|does|will|isn't|doesn't|won't|can)|we (?:do|don't|can|can't|are|have)|i wouldn't|i "
    "would|they "
    "(?:are|do|will|can))\\b",
    "(?:已(?:经)?(?:为您|给您|帮您)?(?:冻结|停机|退|换|补发|取消|开通|关闭|登记|修改|改|预约|发出|"
    "寄出|处理好|安排|永久|限制)|"
    "(?:给|帮|为)您(?:补|换|退|开|登记|加|留|申请|报|办|改|约)|改好了|换了|锁好了|解了|开好了|退您|"
    "叫了|搜到一个)",
    "(?:i've (?:\\w+ )?(?:\\w+ed|sent|set|put)|we've (?:\\w+ed|sent)|has been (?:\\w+ed|sent)|is "
    "on (?:the|its) "
    "way|all set|you're on|done[,.!]|frozen|refund of|ships? (?:today|tomorrow))",
    "(?:不(?:收|限|赖|扣钱?|另收|用还|受[^,。!?]{1,6}限制)|(?:我|我们|咱们?|卖家|商家|公司|平台|"
    "店里)(?:来)?出(?:$|[,。!~])|"
    "全(?:额|款)?退|免单|打不了|真没了|(?:会有|多少会|稍微有)一?点|拆了就|[一二三四五六七八九]折|"
    "别(?:拧|动|喝|吃|用|催|碰|关)|"
    "(?:退|补|赔|换|改|送|寄|查|找)(?:到了|好了|给您|回来|过去))",
    "(?:^|[.!?,;] ?)(?:best not|nothing to pay|of course|course,|got (?:it|them)|can't "
    "promise|sorted|"
    "you'll (?:have|get) it|(?:label|refund|replacement|basket|it)(?:'s| is)? (?:in "
    "your|goes|ships|on its))",
});

struct MannerRow {
    Manner manner;
    std::string_view pattern;
};

constexpr std::array kManners = std::to_array<MannerRow>({
    {Manner::numbers,
     "\\d|[一二三四五六七八九十两半](?:天|年|月|个|块|元|小时|分钟|号|点|次|周|折|倍|层|楼|米|斤|"
     "克|"
     "人|件|日|成|万|千|百)|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half) "
     "(?:days?|weeks?|months?|years?|hours?|minutes?)"},
    {Manner::negates, "不|没|无[^论]|非|\\bnot?\\b|n't\\b|\\bnever\\b|\\bnone\\b"},
    {Manner::courteous, "您|\\bplease\\b|\\bsir\\b|\\bmadam\\b"},
    {Manner::praises,
     "(?:很|超|特别|非常|绝对|真|最|贼|巨|嘎嘎|杠杠)级?(?:好|火|香|值|棒|适合|优秀|方便|显|高级|"
     "漂亮|"
     "划算|新鲜|舒服|靓|出片|放心|美|甜|有眼光)|好评|口碑|卖得|爆款|热卖|大牌|知名|老字号|获奖|"
     "世界五百强|"
     "\\b(?:great|amazing|lovely|popular|best|best-?sell\\w*|fantastic|gorgeous|perfect "
     "for|awesome)\\b"},
    {Manner::questions,
     "[?]|(?:哪(?:个|家|款|位|种|台|栋|一?天)|什么(?:颜色|型号|尺码|码数|牌子|名字|机型|系统)|(?:"
     "是|有)多少|几(?:号|点|寸|位|楼))[^,。!?都也的]{0,6}[呀呢啊哈]?(?:[,。!~]|$)|"
     // By the order of words, as who types in haste leaves out the mark.
     "(?:^|[.!,;\\n]) ?(?:(?:ok|hi|hey|oh|and|so|sorry|right)[,. "
     "]+)?(?:(?:is|was|are|were|did|does|"
     "has|can) (?:it|the|that|this|they|there|you|u|your|ur|he|she|any)\\b|(?:do|have|had) "
     "(?:you|u|"
     "they)\\b|what(?:'?s| is) (?:the|your|ur|it)\\b|which(?: one)?(?:[.,]|$)|how "
     "(?:long|many|much|"
     "big|old|far|wide|tall) )"},
    {Manner::alternatives, "还是|\\bor\\b"},
    {Manner::interrogates,
     "什么|哪|几|多少|啥|谁|多(?:大|宽|长|高|重|久|深)|怎么|\\b(?:what|which|when|where|who|how)"
     "\\b"},
    {Manner::demands,
     "(?:发|拍|报|念|传|给|告诉|提供|说|写|填|甩)(?:一?下|给?我|来|过来|一张|个|张|谁)|来一?张|"
     "(?:发|拍|报|念)[^,。!?]{0,6}$|(?:影|畀|俾)[^,。!?]{0,4}我|报[^,。!?]{1,6}(?:号|["
     "一二三四五六\\d]位)|"
     "请(?:您|你)?(?:先)?(?:提供|发|上传|选|填|输入|补充|出示|说明|报)|(?:上传|提供)[^,。!?]{0,4}(?"
     ":照片|图片|截图|视频|凭证)|"
     "\\b(?:send|share|tell|give|show|pop|drop|dm|text)\\b[^.!?]{0,12}\\b(?:me|us|the|your|a)\\b|"
     "\\blet me have\\b|\\b(?:i|we)(?:'ll|'d)? (?:need|want) (?:your|ur|a "
     "(?:pic|photo|picture|scan|"
     "copy))\\b|(?:称|量|数|摸)(?:一下|下)[^。!?]{0,14}(?:几|多少|有没有|是不是|哪|什么)|"
     "\\b(?:send|share|upload|attach)\\b[^.!?]{0,16}\\b(?:photos?|pics?|pictures?|screenshots?|"
     "video|proof)\\b|"
     "\\b(?:number|id|ref|reference|code|name|email|address|postcode|digits|dates?|amounts?|photos?"
     "|"
     "pics?|picture|video)\\b[^.!?]{0,24}\\b(?:pls|plz|"
     "please)\\b"},
    {Manner::names_input,
     "(?:后|前|末)[一二三四五六七八九几\\d]+位|尾号|尾四位|贵姓|姓名|单号|户号|型号|截图|照片|视频|"
     "录屏|手机号|账号|(?:角色|订单|用户|会员) ?(?:id|号)|您的订单|"
     "喷码|车牌|门牌|房号|身高|体重|生日|"
     "\\b(?:batch|serial|(?:order|account|player|booking|ticket|tracking|job|policy|case) "
     "(?:number|no|id|ref)|reference|postcode|zip|dob|date of birth|screenshots?|photos?|pics?|"
     "last (?:four|4)|digits)\\b"},
    {Manner::requests,
     "是否|有没有|对吗|方便|麻烦|请|劳烦|could you|can you|\\bmay (?:i|we)\\b|\\bplease\\b|"
     "\\bkindly\\b"},
    {Manner::offers,
     "[,。.!~;][^,。.!?;]{0,6}(?:要我|要不要我|需要我|要不要给?您|shall (?:i|we)\\b|"
     "(?:want|like) me to\\b)[^。.!?]{0,60}[?吗么不]"},
    {Manner::presses, "问的是|到底|投诉|不是问|我问|就问|还没|骗|i asked|answer|complain"},
    {Manner::accepts,
     "^(?:好(?:$|[^几久多像歹])|行(?:$|[^李程])|嗯|谢|可以|明白|懂|收到(?:$|[了啦哈,。!~ "
     "])|知道了|中[,。 ]|得嘞|要得|巴适|妥|"
     "ok\\b|okay|thank|thx|cheers|great|perfect|fine|good|got it|right|brilliant|lovely|"
     "fair enough|alright|ah |oh good|yes|yep|sure|understood|makes sense)|谢谢|辛苦了|"
     "\\bthank(?:s| you)|\\bcheers"},
    {Manner::objects,
     "[!…]|[.]{3}|。。|我(?:是)?(?:在)?问|问(?:的|你|您|了)|我(?:都)?说(?:的|了|过|啥)|人工|真人|"
     "到底|究竟|答非|没(?:有)?(?:回答|答|说|讲)|别(?:跟|给|再|光|老|扯|绕|说|发|拿)|"
     "不要(?:再|跟|给)|复读|重复|废话|敷衍|套话|机器人|正面|又(?:来|是这)|"
     "所以(?:呢|到底|你|您|是)|(?:^|[,。!? ])所以|投诉|举报|12315|曝光|起诉|法院|"
     "\\bi(?:'m| am)? (?:asked|asking|said)|my question|(?:didn't?|not|never) answer|not what i|"
     "that's not|that isn't|that doesn't|so you (?:don|can|won)|\\bagain\\b|seriously|"
     "representative|human|real person|a person|useless|ridiculous|complain|dispute|ombudsman|"
     "chargeback|answer (?:me|the|my)|which (?:is it|was)|still (?:no|not|haven|waiting)|"
     "yes or no|just (?:tell|say|give)|\\bso is it|i want"},
    {Manner::goes_on, "[吗呢]\\s*\\??\\s*$"},
    {Manner::open_ended,
     "怎么|怎样|多少|哪|什么|啥|为何|多久|多(?:大|长|高|重|宽|深|远)|几[天个点号年块月次]|如何|谁|"
     "何时|咋|"
     "\\b(?:what|how|when|where|why|which|who)\\b"},
    {Manner::polar,
     "^(?:亲亲?|您好|你好|嗯+|哦|哈|啊|老师|宝|姐|哥)*[,~! ]*(?:"
     "(?:可以|能|有|是|会|行|要|对|支持|需要|包|含)[的哒滴啊呢哦]|"
     "(?:可以|不?能|不?行|不会|不是|不用|没有|不可以|不支持|不需要|不要|不?算|对|当然|肯定)(?:[,。!"
     "~ ]|$)|"
     "不(?:能|会|用|行|支持|可以|需要|收|含|包|算|带|退)|没有)"},
    {Manner::polar,
     "^(?:(?:hi|hello|hey|oh|well|ah)\\b)?[ ,!]*(?:yes|yep|yeah|yup|no|nope|not|sure|absolutely|of "
     "course|definitely|unfortunately|correct|i'm afraid|it depends|usually|generally|typically|"
     "that's (?:right|fine)|ok|okay)\\b"},
});

// On what a question turns, and how a reply says it. Names in braces are of kPlaces.
struct ModalRow {
    Modal modal;
    std::string_view asked;
    std::string_view said;
};

struct Place {
    std::string_view name;
    std::string_view pattern;
};

constexpr std::array kPlaces = std::to_array<Place>({
    {"{tail}", "[^,。!?]{0,14}[吗么嘛不没](?:[,。?! ~呢啊呀]|$)"},
    {"{clause}",
     "(?:^|[,。.!?~ \\n;]|亲|您好|嗯|哦|是|都|也|这个|这款|目前|暂时|一般|当然|现在)"
     "(?:不|没|肯定|可|没有|暂不|不太)?"},
    {"{begin}", "(?:^|[.!?,;] *|\\b(?:and|but|or|so|then|ok|hi|hello) )"},
    {"{of}", " (?:i|you|we|it|they|he|she|the|this|that|there|my|your|these|any|anyone|a)\\b"},
    {"{subject}", "\\b(?:i|you|we|it|they|he|she|that|this|there|(?:the|my|your) \\w+) ?"},
});

constexpr std::array kModals = std::to_array<ModalRow>({
    {Modal::can, "能(?:不|否)能|可不可以|行不行|(?:能|可以|行){tail}", "{clause}(?:能|可以|行)"},
    {Modal::can,
     "{begin}(?:can|could|may){of}",
     "{subject}(?:can(?:not|'t)?|could(?:n't)?|may|(?:is|are)(?:n't)? (?:able|allowed))\\b"},
    {Modal::have, "有没有|(?:有|包|含){tail}", "{clause}(?:有|没|包|含)"},
    {Modal::have, "{begin}(?:has|have|had){of}", "{subject}(?:has|have|had|hasn't|haven't|'ve)\\b"},
    {Modal::be, "是(?:不是|否)|是{tail}", "{clause}是"},
    {Modal::be,
     "{begin}(?:is|are|was|were){of}",
     "{subject}(?:is|are|was|were|isn't|aren't|wasn't|'s|'re)\\b"},
    {Modal::will, "会不会|会{tail}", "{clause}会"},
    {Modal::will, "{begin}(?:will|would){of}", "{subject}(?:will|would|won't|wouldn't|'ll|'d)\\b"},
    {Modal::need, "要不要|用不用|需不需要|(?:要|用){tail}", "{clause}(?:要|需要|用)"},
    {Modal::need,
     "{begin}(?:should|must|need){of}",
     "{subject}(?:should|need|must|shouldn't|needn't)\\b"},
    {Modal::act, "{begin}(?:do|does|did){of}", "{subject}(?:do(?:es)?(?:n't)?|did(?:n't)?)\\b"},
});

// The speaker wants something: a question, a request, a report of trouble.
constexpr std::array kAsks = std::to_array<std::string_view>({
    "[?]",
    "(?:吗|呢$|什么|怎么|咋|多少|几[点天个年号块]|哪|谁|为啥|多久|何时|如何|能不能|是不是|有没有|"
    "可不可以|要不要|会不会|行不行|啥)",
    "(?:[吗么没不]$|能[^,。]{0,10}[不没]$)",
    "(?:帮我|给我|我要|我想(?:[^的象到不]|$)|想问|请问|麻烦|需要|想要|能帮|查(?:一?下|快递|物流|询)"
    "|申请|取消|退|换|"
    "改|约|开(?:个|张)?发票|"
    "投诉|举报|转人工|人工|冻结|停掉|解绑|删|赔|催)",
    "(?:坏了|没(?:到|收|有?反应|声|信号|发|人)|不(?:能用|亮|转|动|工作|显示|好用)|打不开|登不上|"
    "用不了|连不上|漏|鼓|冒烟|着火|"
    "查不到|没查到|找不到|不对劲?|不一样|不一致|说好的|不是说|再想想|考虑|上次也?说|"
    "被(?:盗|骗|封|扣)|少发|发错|破|裂|异常|失败|错了|断网|扣了|骗)",
    "(?:\\b(?:what|how|when|where|why|who|which|can|could|would|please|need|want|help|refund|"
    "cancel|return|"
    "replace|fix|broken|not working|doesn't "
    "work|won't|can't|cannot|issue|problem|error|complaint|complain|"
    "agent|representative|manager|supervisor|charged|lost|stolen|missing|wrong|damaged|late|freeze|"
    "lock|sign me "
    "up|turn on|turn off|transfer me|remove|restore|suspend)\\b)",
});

constexpr std::array kInsists = std::to_array<std::string_view>({
    "(?:我(?:是)?问的?(?:是)?|我说的是|不是问|到底|就问|你还没(?:回答|说)|答非所问|说了(?:半天|"
    "多少遍)|别扯|正面回答|不要?转移话题)",
    "(?:i (?:asked|said|am asking|'m asking)|that's not what|answer (?:my|the|both)|you didn't "
    "answer|not what "
    "i asked|again:)",
});

// All of a message: thanks, agreement, exclamations.
constexpr std::string_view kSmallTalk =
    "^(?:[\\s,。!~.、…]*(?:好的?|嗯+|哦+|行吧?|可以|谢谢[你您啦了呀哈]*|谢啦|多谢|感谢|ok(?:ay)?|"
    "收到|知道了|明白了?|懂了|了解|妥了|"
    "好吧|好嘞|好滴|成|辛苦了?|再见|拜拜|没事了?|不用了|没了|你好|您好|在吗?|在么|hi|hello|hey|"
    "thanks?|thank you|thx|ty|"
    "great|perfect|cool|awesome|bye|got it|sounds good|will "
    "do|fair|lol|haha|哈+|呵+|泪目|太好了|👌|👍|🙏|😂|😭|❤|so "
    "much|a lot|very "
    "much|早|对|哇|真|nice|good|很好|满意|放心了|到时见|有人不?吗?|喂|亲|啦|了|的|呀|哈|吧|你|您|"
    "了解了|anyone "
    "there|there|yes|你们动作挺快|老板|客服)[\\s,。!?~.、…]*)+$";

struct CompiledCues {
    text::PatternSet patterns;
    std::vector<text::PatternId> cues, expects, gives, affirms, manners, modals_asked, modals_said;
    std::vector<text::PatternId> asks, insists;
    text::PatternId small_talk = 0;
};

template <class Rows, class Pattern>
std::vector<text::PatternId> add_all(text::PatternSet::Builder& builder,
                                     const Rows& rows,
                                     Pattern&& pattern) {
    std::vector<text::PatternId> ids;
    for (const auto& row : rows) {
        ids.push_back(builder.add(pattern(row)));
    }
    return ids;
}

// A pattern with the names in it replaced by what they stand for.
std::string filled(std::string_view pattern) {
    std::string text(pattern);
    for (const Place& place : kPlaces) {
        const std::size_t at = text.find(place.name);
        if (at != std::string::npos) {
            text.replace(at, place.name.size(), place.pattern);
        }
    }
    return text;
}

CompiledCues compile() {
    text::PatternSet::Builder builder;
    const auto of_row = [](const auto& row) { return row.pattern; };
    const auto itself = [](std::string_view pattern) { return pattern; };
    auto cues = add_all(builder, kCues, of_row);
    auto expects = add_all(builder, kExpects, of_row);
    auto gives = add_all(builder, kGives, of_row);
    auto affirms = add_all(builder, kAffirms, itself);
    auto manners = add_all(builder, kManners, of_row);
    auto modals_asked =
        add_all(builder, kModals, [](const auto& row) { return filled(row.asked); });
    auto modals_said = add_all(builder, kModals, [](const auto& row) { return filled(row.said); });
    auto asks = add_all(builder, kAsks, itself);
    auto insists = add_all(builder, kInsists, itself);
    const text::PatternId small_talk = builder.add(kSmallTalk);
    return {std::move(builder).build(),
            std::move(cues),
            std::move(expects),
            std::move(gives),
            std::move(affirms),
            std::move(manners),
            std::move(modals_asked),
            std::move(modals_said),
            std::move(asks),
            std::move(insists),
            small_talk};
}

const CompiledCues& compiled() {
    static const CompiledCues kCompiled = compile();
    return kCompiled;
}

}  // namespace

namespace {

// One text being asked: runs only the patterns whose literals it holds.
class Asked {
public:
    explicit Asked(std::string_view text) : text_(text), all_(compiled()) {
        all_.patterns.scan(text_, candidates_);
    }

    [[nodiscard]] const CompiledCues& all() const { return all_; }

    [[nodiscard]] std::optional<ByteRange> find(text::PatternId id, std::size_t from = 0) const {
        return all_.patterns.find(id, text_, candidates_, from);
    }

    [[nodiscard]] bool matches(text::PatternId id) const {
        return all_.patterns.matches(id, text_, candidates_);
    }

    [[nodiscard]] bool matches_any(const std::vector<text::PatternId>& ids) const {
        return std::any_of(
            ids.begin(), ids.end(), [this](text::PatternId id) { return matches(id); });
    }

private:
    std::string_view text_;
    const CompiledCues& all_;
    text::Candidates candidates_;
};

std::vector<CueHit> cues_in(const Asked& text) {
    // Where a cue stands tells which clauses it explains; a handful of places is enough.
    constexpr int kMaxPlaces = 8;
    std::vector<CueHit> hits;
    for (std::size_t i = 0; i < kCues.size(); ++i) {
        std::size_t from = 0;
        for (int n = 0; n < kMaxPlaces; ++n) {
            const auto hit = text.find(text.all().cues[i], from);
            if (!hit || hit->size() == 0) {
                break;
            }
            hits.push_back({kCues[i].cue, *hit});
            from = hit->end;
        }
    }
    return hits;
}

// What the rows say whose pattern matches: `kind` gives the bit of a row. Several rows may say the
// same.
template <class Rows, class Kind>
Bits kinds_in(const Asked& text,
              const Rows& rows,
              const std::vector<text::PatternId>& patterns,
              Kind kind) {
    Bits kinds = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Bits of_row = kind(rows[i]);
        if ((kinds & of_row) == 0 && text.matches(patterns[i])) {
            kinds |= of_row;
        }
    }
    return kinds;
}

Bits expected_in(const Asked& text) {
    return kinds_in(
        text, kExpects, text.all().expects, [](const KindRow& row) { return bit(row.kind); });
}

std::vector<GivenHit> given_in(const Asked& text) {
    std::vector<GivenHit> given;
    for (std::size_t i = 0; i < kGives.size(); ++i) {
        if (const auto hit = text.find(text.all().gives[i])) {
            given.push_back({kGives[i].kind, *hit});
        }
    }
    return given;
}

Bits manners_in(const Asked& text, Look look) {
    constexpr Bits kOfQuestions =
        bit(Manner::numbers) | bit(Manner::negates) | bit(Manner::presses) | bit(Manner::accepts) |
        bit(Manner::objects) | bit(Manner::goes_on) | bit(Manner::open_ended);
    Bits manners = 0;
    for (std::size_t i = 0; i < kManners.size(); ++i) {
        const Bits manner = bit(kManners[i].manner);
        const bool is_of_questions = (manner & kOfQuestions) != 0;
        if (is_of_questions == (look == Look::question) && text.matches(text.all().manners[i])) {
            manners |= manner;
        }
    }
    return manners;
}

Bits modals_in(const Asked& text, const std::vector<text::PatternId>& patterns) {
    return kinds_in(text, kModals, patterns, [](const ModalRow& row) { return bit(row.modal); });
}

bool has_thanks(const Asked& text) {
    for (std::size_t i = 0; i < kCues.size(); ++i) {
        if (kCues[i].cue == Cue::thanks && text.matches(text.all().cues[i])) {
            return true;
        }
    }
    return false;
}

}  // namespace

Signs signs_in(std::string_view normalized, Look look) {
    const Asked text(normalized);
    Signs signs;
    if (look != Look::expectation) {
        signs.manners = manners_in(text, look);
    }
    if (look == Look::reply) {
        signs.cues = cues_in(text);
        signs.given = given_in(text);
        signs.affirms = text.matches_any(text.all().affirms);
        signs.modals = modals_in(text, text.all().modals_said);
        return signs;
    }
    signs.expects = expected_in(text);
    if (look == Look::expectation) {
        return signs;
    }
    signs.modals = modals_in(text, text.all().modals_asked);
    if (has_thanks(text)) {
        signs.cues.push_back({Cue::thanks, {}});
    }
    signs.asks = text.matches_any(text.all().asks);
    signs.insists = text.matches_any(text.all().insists);
    // Small talk is short; the pattern repeats, so it is not run on long texts.
    constexpr std::size_t kMaxSmallTalkBytes = 120;
    signs.is_small_talk =
        normalized.size() <= kMaxSmallTalkBytes && text.matches(text.all().small_talk);
    return signs;
}

}  // namespace suowen::analysis
