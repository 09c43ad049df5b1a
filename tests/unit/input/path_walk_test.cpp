// SPDX-License-Identifier: Apache-2.0
#include "input/path_walk.h"

#include <sys/stat.h>

#include "catch.h"
#include "input/temporary_folder.h"

namespace suowen::input {
namespace {

struct Walked {
    std::vector<std::string> paths;
    Diagnostics diagnostics;
    std::uint64_t skipped = 0;
};

Walked walk(std::vector<std::string> paths, std::vector<std::string> excludes = {}) {
    PathWalk walk(std::move(paths), PathFilter(std::move(excludes)));
    Walked walked;
    while (auto found = walk.next()) {
        if (auto* const file = std::get_if<FoundFile>(&*found)) {
            walked.paths.push_back(file->path);
        } else {
            walked.diagnostics.push_back(std::get<Diagnostic>(*found));
        }
    }
    walked.skipped = walk.skipped_files();
    return walked;
}

using Paths = std::vector<std::string>;

TEST_CASE("a walk leads to what lies in its folder, there or not") {
    const TemporaryFolder folder;
    const PathFilter all({});
    CHECK(leads_to(folder.path(), folder.path("new/case"), all));
    CHECK(leads_to(folder.path(), folder.path(), all));
    CHECK_FALSE(leads_to(folder.path(), folder.path() + "-beside", all));
    CHECK_FALSE(leads_to(folder.path(), folder.path(".hidden"), all));
    CHECK_FALSE(leads_to(folder.path(), folder.path("new"), PathFilter({"new"})));
    // From where the program runs, which is not in the folder.
    CHECK_FALSE(leads_to(folder.path(), "not-there-yet", all));
    CHECK(leads_to(".", "not-there-yet", all));
}

TEST_CASE("folders are walked by name; hidden and special files are passed over") {
    const TemporaryFolder folder;
    const std::string b = folder.write("b.txt", "x");
    const std::string deep = folder.write("a/z/deep.txt", "x");
    folder.write(".git/x", "x");
    folder.write("a/.hidden", "x");
    REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0600) == 0);
    const Walked walked = walk({folder.path()});
    CHECK(walked.paths == Paths{deep, b});
    CHECK(walked.skipped == 3);
    CHECK(walk({b, "-", folder.path("a/")}).paths == Paths{b, "-", deep});
}

TEST_CASE("links that lead back are followed once") {
    const TemporaryFolder folder;
    const std::string file = folder.write("a/x.txt", "x");
    std::filesystem::create_directory_symlink(folder.path(), folder.path("a/up"));
    std::filesystem::create_directory_symlink(folder.path("a"), folder.path("b"));
    CHECK(walk({folder.path()}).paths == Paths{file});
}

TEST_CASE("a file is read once, unless the walk comes to it through a link alone") {
    const TemporaryFolder folder;
    const TemporaryFolder elsewhere;
    const std::string file = folder.write("logs/x.txt", "x");
    folder.write("logs/.new/y.txt", "x");
    folder.write("logs/old/z.txt", "x");
    const auto link = [&](const std::string& target, const std::string& name) {
        std::filesystem::create_symlink(target, folder.path(name));
        return folder.path(name);
    };
    link("x.txt", "logs/latest.txt");
    link("logs/x.txt", "first.txt");
    const std::string hidden = link(".new/y.txt", "logs/y.txt");
    const std::string excluded = link("old/z.txt", "logs/z.txt");
    const std::string outside = link(elsewhere.write("o.txt", "x"), "o.txt");
    CHECK(walk({folder.path()}, {"old"}).paths == Paths{file, hidden, excluded, outside});
    CHECK(walk({folder.path("first.txt")}).paths == Paths{folder.path("first.txt")});
}

TEST_CASE("a path that does not exist is tried as a glob") {
    const TemporaryFolder folder;
    const std::string a = folder.write("a.txt", "x");
    const std::string b = folder.write("b.txt", "x");
    const std::string literal = folder.write("[a].txt", "x");
    CHECK(walk({folder.path("?.txt")}).paths == Paths{a, b});
    CHECK(walk({literal}).paths == Paths{literal});
    const Walked none = walk({folder.path("*.none"), a});
    REQUIRE(none.diagnostics.size() == 1);
    CHECK(none.diagnostics[0].level == DiagnosticLevel::error);
    CHECK(none.paths == Paths{a});
}

TEST_CASE("excludes match a path below the folder, or a part of it") {
    const TemporaryFolder folder;
    folder.write("old/x.txt", "x");
    folder.write("new/x.bak", "x");
    const std::string kept = folder.write("new/x.txt", "x");
    CHECK(walk({folder.path()}, {"old", "*.bak"}).paths == Paths{kept});
    CHECK(walk({folder.path()}, {"old/*", "new/*.bak"}).paths == Paths{kept});
    CHECK(walk({kept}, {"*.txt"}).paths == Paths{kept});
}

}  // namespace
}  // namespace suowen::input
