// SPDX-License-Identifier: Apache-2.0
//
// Tables and text logs of known products. They are read like any other; to know the product is to
// be surer of what is read, and to be able to say it.
#include "input/blank.h"
#include "input/csv_reader.h"
#include "input/exports/exports.h"
#include "input/text_reader.h"

namespace suowen::input {
namespace {

Confidence if_true(bool holds) {
    constexpr Confidence kSure = 96;
    return holds ? kSure : 0;
}

Confidence detect_wechatmsg(std::string_view head) {
    const std::string_view header = first_line(head);
    return if_true(header.starts_with("localId,TalkerId,") ||
                   header.starts_with("消息ID,类型,发送人,时间,内容"));
}

Confidence detect_pywxdump(std::string_view head) {
    return if_true(
        first_line(head).starts_with("id,MsgSvrID,type_name,is_sender,talker,room_name,"));
}

Confidence detect_weflow_csv(std::string_view head) {
    return if_true(first_line(head).starts_with("id,MsgSvrID,type_name,is_sender,talker,msg,src,"));
}

Confidence detect_chatlog_csv(std::string_view head) {
    return if_true(trimmed(first_line(head)) == "Time,SenderName,Sender,TalkerName,Talker,Content");
}

Confidence detect_qq(std::string_view head) {
    return if_true(first_line(head).starts_with("消息记录（此消息记录为文本格式"));
}

}  // namespace

TranscriptFormat wechatmsg_format() {
    return {"wechatmsg",
            "WeChat chats exported by WeChatMsg (留痕), CSV",
            detect_wechatmsg,
            csv_format().open};
}

TranscriptFormat pywxdump_format() {
    return {
        "pywxdump", "WeChat chats exported by PyWxDump, CSV", detect_pywxdump, csv_format().open};
}

TranscriptFormat weflow_csv_format() {
    return {"weflow-csv",
            "WeChat chats exported by WeFlow or WeClone, CSV",
            detect_weflow_csv,
            csv_format().open};
}

TranscriptFormat chatlog_csv_format() {
    return {"chatlog-csv",
            "WeChat chats exported by chatlog, CSV",
            detect_chatlog_csv,
            csv_format().open};
}

TranscriptFormat qq_format() {
    return {"qq", "QQ message records saved as text", detect_qq, text_format().open};
}

}  // namespace suowen::input
