// SPDX-License-Identifier: Apache-2.0
#include "input/format_table.h"

#include <algorithm>

#include "input/byte_source.h"
#include "input/csv_reader.h"
#include "input/exports/exports.h"
#include "input/native_reader.h"
#include "input/text_reader.h"

namespace suowen::input {

namespace {

bool yields_conversation(const TranscriptFormat& format,
                         std::string_view head,
                         const std::string& path,
                         const ReadOptions& options) {
    LineReader lines(open_text(std::string(head)), path, "UTF-8");
    const auto reader = format.open(lines, options);
    while (const std::optional<StreamItem> item = reader->next()) {
        if (std::holds_alternative<Conversation>(*item)) {
            return true;
        }
    }
    return false;
}

}  // namespace

const std::vector<TranscriptFormat>& format_table() {
    static const std::vector<TranscriptFormat> kTable = {
        jsonl_format(),
        json_format(),
        csv_format(),
        text_format(),
        aliyun_sca_format(),
        amazon_connect_format(),
        chatlab_format(),
        chatlog_json_format(),
        contact_lens_format(),
        google_insights_format(),
        intercom_format(),
        mapped_json_format(),
        openai_format(),
        qianniu_format(),
        qiyu_format(),
        qiyu_session_format(),
        qq_exporter_json_format(),
        qq_exporter_text_format(),
        rasa_format(),
        sharegpt_format(),
        slack_format(),
        slack_list_format(),
        srt_format(),
        telegram_format(),
        webvtt_format(),
        wecom_format(),
        weflow_format(),
        zendesk_qa_format(),
        chatlog_csv_format(),
        pywxdump_format(),
        qq_format(),
        wechatmsg_format(),
        weflow_csv_format(),
        whatsapp_format(),
    };
    return kTable;
}

const TranscriptFormat* find_format(std::string_view name) {
    const auto& table = format_table();
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const TranscriptFormat& format) {
            return format.name == name;
        });
    return found == table.end() ? nullptr : &*found;
}

DetectedFormat detect_format(std::string_view head,
                             const std::string& path,
                             const ReadOptions& options) {
    std::vector<DetectedFormat> candidates;
    for (const TranscriptFormat& format : format_table()) {
        if (const Confidence confidence = format.detect(head); confidence > 0) {
            candidates.push_back({&format, confidence});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
        return a.confidence > b.confidence;
    });
    if (candidates.size() > 1) {
        for (const DetectedFormat& candidate : candidates) {
            if (yields_conversation(*candidate.format, head, path, options)) {
                return candidate;
            }
        }
    }
    return candidates.empty() ? DetectedFormat{} : candidates.front();
}

}  // namespace suowen::input
