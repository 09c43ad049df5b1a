// SPDX-License-Identifier: Apache-2.0
#include "input/path_walk.h"

#include <glob.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <system_error>

#include "base/glob.h"

namespace suowen::input {
namespace {

std::vector<std::string> expand_glob(const std::string& pattern) {
    glob_t found{};
    std::vector<std::string> paths;
    if (::glob(pattern.c_str(), 0, nullptr, &found) == 0) {
        paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    }
    ::globfree(&found);
    return paths;
}

Diagnostic cannot_open(const std::string& path, const std::error_code& error) {
    return {DiagnosticLevel::error, {path}, "cannot open: " + error.message(), {}, {}};
}

std::error_code last_error() {
    return {errno, std::generic_category()};
}

std::string join(const std::string& folder, const std::string& name) {
    return folder.empty() || folder.ends_with('/') ? folder + name : folder + "/" + name;
}

}  // namespace

bool PathFilter::excludes(const std::string& relative_path) const {
    const auto matches = [&](const std::string& glob) {
        if (matches_glob(relative_path, glob)) {
            return true;
        }
        for (std::size_t begin = 0; begin < relative_path.size();) {
            const std::size_t end = std::min(relative_path.find('/', begin), relative_path.size());
            const std::string_view path = relative_path;
            if (matches_glob(path.substr(begin, end - begin), glob)) {
                return true;
            }
            begin = end + 1;
        }
        return false;
    };
    return std::any_of(excludes_.begin(), excludes_.end(), matches);
}

bool leads_to(const std::string& folder, const std::string& path, const PathFilter& filter) {
    std::error_code error;
    const std::filesystem::path root = std::filesystem::canonical(folder, error);
    // Made absolute first: of a relative path that is not there, the canonical form is relative.
    const std::filesystem::path target =
        std::filesystem::weakly_canonical(std::filesystem::absolute(path, error), error);
    const std::filesystem::path relative = target.lexically_relative(root);
    if (root.empty() || relative.empty()) {
        return false;
    }
    return relative == "." ||
           (!filter.excludes(relative.string()) &&
            std::none_of(relative.begin(), relative.end(), [](const std::filesystem::path& part) {
                return part.string().starts_with('.');  // Hidden, or "..", which is elsewhere.
            }));
}

PathWalk::PathWalk(std::vector<std::string> paths, PathFilter filter)
    : paths_(std::move(paths)), filter_(std::move(filter)) {
    std::reverse(paths_.begin(), paths_.end());
}

PathWalk::Step PathWalk::next() {
    for (;;) {
        Step step;
        if (folders_.empty()) {
            if (paths_.empty()) {
                return std::nullopt;
            }
            const std::string path = std::move(paths_.back());
            paths_.pop_back();
            seen_folders_.clear();
            step = visit_named(path);
        } else if (folders_.back().names.empty()) {
            folders_.pop_back();
        } else {
            const std::string name = std::move(folders_.back().names.back());
            folders_.back().names.pop_back();
            step = visit_entry(name);
        }
        if (step) {
            return step;
        }
    }
}

PathWalk::Step PathWalk::visit_named(const std::string& path) {
    if (path == "-") {
        return FoundFile{path, FoundBy::name};
    }

    struct stat status {};

    if (::stat(path.c_str(), &status) == 0) {
        return S_ISDIR(status.st_mode) ? enter(path, {}) : FoundFile{path, FoundBy::name};
    }
    const std::error_code error = last_error();
    std::vector<std::string> expanded = expand_glob(path);
    // A glob can match its own text only if that exists after all.
    if (expanded.empty() || expanded.front() == path) {
        return cannot_open(path, error);
    }
    paths_.insert(paths_.end(), expanded.rbegin(), expanded.rend());
    return std::nullopt;
}

PathWalk::Step PathWalk::visit_entry(const std::string& name) {
    const std::string path = join(folders_.back().path, name);
    const std::string relative = join(folders_.back().relative, name);
    if (filter_.excludes(relative)) {
        return std::nullopt;
    }
    if (name.starts_with('.')) {
        ++skipped_files_;
        return std::nullopt;
    }

    struct stat status {};

    if (::stat(path.c_str(), &status) != 0) {
        return cannot_open(path, last_error());
    }
    if (S_ISDIR(status.st_mode)) {
        return enter(path, relative);
    }
    if (S_ISREG(status.st_mode)) {
        return leads_to_walked_file(path) ? Step() : FoundFile{path, FoundBy::folder};
    }
    ++skipped_files_;
    return std::nullopt;
}

// "latest.log" is not to be read beside the file that it leads to.
bool PathWalk::leads_to_walked_file(const std::string& link) const {
    std::error_code error;
    return std::filesystem::is_symlink(link, error) &&
           leads_to(folders_.front().path, link, filter_);
}

PathWalk::Step PathWalk::enter(const std::string& path, const std::string& relative) {
    struct stat status {};

    if (::stat(path.c_str(), &status) == 0 &&
        !seen_folders_.insert(FileIdentity{status.st_dev, status.st_ino}).second) {
        return std::nullopt;
    }
    std::error_code error;
    std::vector<std::string> names;
    std::filesystem::directory_iterator entries(path, error);
    while (!error && entries != std::filesystem::directory_iterator()) {
        names.push_back(entries->path().filename().string());
        entries.increment(error);
    }
    if (error) {
        return cannot_open(path, error);
    }
    std::sort(names.begin(), names.end(), std::greater<>());
    folders_.push_back({path, relative, std::move(names)});
    return std::nullopt;
}

}  // namespace suowen::input
