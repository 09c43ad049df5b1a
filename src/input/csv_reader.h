// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "input/transcript_reader.h"

namespace suowen::input {

// Tables with a header, one message a row, separated by `,`, `;` or tabs. Rows with the same
// conversation id are a conversation, also where those of others stand between them; without such a
// column the file is one.
[[nodiscard]] TranscriptFormat csv_format();

// Whether one of the maps is for the table that begins like this.
[[nodiscard]] bool has_mapped_columns(std::string_view head, const std::vector<FieldMap>& maps);

}  // namespace suowen::input
