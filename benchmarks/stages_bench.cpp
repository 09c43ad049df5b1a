// SPDX-License-Identifier: Apache-2.0
//
// The stages of an audit on one thread, each by itself, in bytes of the log a second:
// suowen_bench LOG [benchmark options]. The log is held in memory, so give it some megabytes.
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdint>
#include <iostream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/judged_audit.h"
#include "analysis/reading.h"
#include "analysis/scorer.h"
#include "input/conversation_stream.h"
#include "rules/rule_files.h"
#include "rules/rule_matcher.h"

namespace suowen {
namespace {

struct Log {
    std::vector<Conversation> conversations;
    std::uint64_t bytes = 0;
};

Log read_log(const std::string& path) {
    input::InputOptions options;
    options.paths = {path};
    input::ConversationStream stream(std::move(options));
    Log log;
    while (auto item = stream.next()) {
        if (auto* conversation = std::get_if<Conversation>(&*item)) {
            log.conversations.push_back(std::move(*conversation));
        }
    }
    log.bytes = stream.counts().bytes;
    return log;
}

// All conversations of the log once, read anew and with what the stage before made of them prepared
// outside of the clock.
template <class Prepare, class Stage>
void run(benchmark::State& state, const std::string& path, Prepare&& prepare, Stage&& stage) {
    std::uint64_t bytes = 0;
    for (auto _ : state) {
        Log log = read_log(path);
        bytes = log.bytes;
        std::chrono::duration<double> spent{};
        for (Conversation& conversation : log.conversations) {
            auto prepared = prepare(conversation);
            const auto begin = std::chrono::steady_clock::now();
            stage(conversation, prepared);
            spent += std::chrono::steady_clock::now() - begin;
        }
        state.SetIterationTime(spent.count());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(bytes));
}

void read(benchmark::State& state, const std::string& path) {
    std::uint64_t bytes = 0;
    for (auto _ : state) {
        const auto begin = std::chrono::steady_clock::now();
        bytes = read_log(path).bytes;
        state.SetIterationTime(
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(bytes));
}

// Normalizing, tokens and cues of each text that was not seen lately.
void tokens(benchmark::State& state, const std::string& path, const rules::RuleSet& rules) {
    analysis::Readings readings(rules);
    run(
        state,
        path,
        [](const Conversation&) { return 0; },
        [&](const Conversation& conversation, int) {
            for (const analysis::Reading* reading : readings.of(conversation)) {
                benchmark::DoNotOptimize(reading->as_question().said.weight);
                benchmark::DoNotOptimize(reading->as_reply().weight);
            }
        });
}

// Pairing, relevance and verdicts.
void score(benchmark::State& state, const std::string& path, const rules::RuleSet& rules) {
    analysis::Readings readings(rules);
    run(
        state,
        path,
        [&](const Conversation& conversation) {
            const auto& read = readings.of(conversation);
            for (const analysis::Reading* reading : read) {
                benchmark::DoNotOptimize(reading->as_question().said.weight);
                benchmark::DoNotOptimize(reading->as_reply().weight);
            }
            return read;
        },
        [](const Conversation& conversation, const std::vector<const analysis::Reading*>& read) {
            benchmark::DoNotOptimize(analysis::judge(conversation, read));
        });
}

void match_rules(benchmark::State& state, const std::string& path, const rules::RuleSet& rules) {
    analysis::Readings readings(rules);
    const rules::RuleMatcher matcher(rules);
    run(
        state,
        path,
        [&](Conversation& conversation) {
            const auto& read = readings.of(conversation);
            auto texts = analysis::texts_for_rules(read);
            return std::pair(analysis::judged_audit(std::move(conversation), read),
                             std::move(texts));
        },
        [&](const Conversation&, auto& prepared) {
            matcher.add_findings(prepared.first, prepared.second);
        });
}

void audit(benchmark::State& state, const std::string& path, const rules::RuleSet& rules) {
    const analysis::Analyzer analyzer(rules);
    run(
        state,
        path,
        [](const Conversation&) { return 0; },
        [&](Conversation& conversation, int) {
            benchmark::DoNotOptimize(analyzer.analyze(std::move(conversation)));
        });
}

int run_all(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: suowen_bench LOG [benchmark options]\n";
        return 2;
    }
    const std::string path = argv[1];
    const auto loaded = rules::load_builtin_rules();
    if (read_log(path).conversations.empty() || !loaded) {
        std::cerr << path << ": no conversations\n";
        return 2;
    }
    const rules::RuleSet& rules = *loaded;
    const auto add = [](const char* name, auto stage) {
        benchmark::RegisterBenchmark(name, stage)->UseManualTime()->Unit(benchmark::kMillisecond);
    };
    add("read", [&](benchmark::State& state) { read(state, path); });
    add("tokens", [&](benchmark::State& state) { tokens(state, path, rules); });
    add("score", [&](benchmark::State& state) { score(state, path, rules); });
    add("rules", [&](benchmark::State& state) { match_rules(state, path, rules); });
    add("audit", [&](benchmark::State& state) { audit(state, path, rules); });
    --argc;
    ++argv;
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}

}  // namespace
}  // namespace suowen

int main(int argc, char** argv) {
    return suowen::run_all(argc, argv);
}
