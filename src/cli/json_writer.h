// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "base/json_writing.h"

namespace suowen::cli {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

using suowen::write;

}  // namespace suowen::cli
