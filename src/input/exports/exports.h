// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "input/transcript_reader.h"

namespace suowen::input {

// One function a kind of file that some product exports, each in a file of its name. What is known
// of them, and how surely, is in docs/formats.md.
[[nodiscard]] TranscriptFormat aliyun_sca_format();
[[nodiscard]] TranscriptFormat amazon_connect_format();
[[nodiscard]] TranscriptFormat chatlab_format();
[[nodiscard]] TranscriptFormat chatlog_json_format();
[[nodiscard]] TranscriptFormat contact_lens_format();
[[nodiscard]] TranscriptFormat google_insights_format();
[[nodiscard]] TranscriptFormat intercom_format();
[[nodiscard]] TranscriptFormat mapped_json_format();
[[nodiscard]] TranscriptFormat openai_format();
[[nodiscard]] TranscriptFormat qianniu_format();
[[nodiscard]] TranscriptFormat qiyu_format();
[[nodiscard]] TranscriptFormat qiyu_session_format();
[[nodiscard]] TranscriptFormat qq_exporter_json_format();
[[nodiscard]] TranscriptFormat qq_exporter_text_format();
[[nodiscard]] TranscriptFormat rasa_format();
[[nodiscard]] TranscriptFormat sharegpt_format();
[[nodiscard]] TranscriptFormat slack_format();
[[nodiscard]] TranscriptFormat slack_list_format();
[[nodiscard]] TranscriptFormat srt_format();
[[nodiscard]] TranscriptFormat telegram_format();
[[nodiscard]] TranscriptFormat webvtt_format();
[[nodiscard]] TranscriptFormat wecom_format();
[[nodiscard]] TranscriptFormat weflow_format();
[[nodiscard]] TranscriptFormat whatsapp_format();
[[nodiscard]] TranscriptFormat zendesk_qa_format();

// Whether one of the maps is for the JSON that begins like this.
[[nodiscard]] bool has_mapped_keys(std::string_view head, const std::vector<FieldMap>& maps);

// Of dialects.cpp.
[[nodiscard]] TranscriptFormat chatlog_csv_format();
[[nodiscard]] TranscriptFormat pywxdump_format();
[[nodiscard]] TranscriptFormat qq_format();
[[nodiscard]] TranscriptFormat wechatmsg_format();
[[nodiscard]] TranscriptFormat weflow_csv_format();

}  // namespace suowen::input
