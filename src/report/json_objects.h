// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "report/reporter.h"

namespace suowen::report {

// The objects of the machine output (schema suowen/1), each as one line of JSON without its line
// break. A view lives until the next call. Output is always valid UTF-8.
class JsonObjects {
public:
    explicit JsonObjects(Redaction redaction);
    JsonObjects(const JsonObjects&) = delete;
    JsonObjects& operator=(const JsonObjects&) = delete;
    ~JsonObjects();

    // Comes first: findings refer to the rules of the run.
    [[nodiscard]] std::string_view run(const RunInfo& info);

    // An object for each reply, then one for each question without any.
    void conversation(const ConversationAudit& audit,
                      const std::function<void(std::string_view object)>& write);

    [[nodiscard]] std::string_view diagnostic(const Diagnostic& diagnostic);
    [[nodiscard]] std::string_view summary(const Summary& summary);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace suowen::report
