// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/file_identity.h"

namespace suowen::input {

// How the user asked for a file: by name, which must work, or as part of a folder.
enum class FoundBy { name, folder };

struct FoundFile {
    std::string path;  // "-" is standard input.
    FoundBy found_by = FoundBy::name;
};

// Globs in the manner of fnmatch(3) that leave a path out: they match it whole, or one of its
// parts.
class PathFilter {
public:
    explicit PathFilter(std::vector<std::string> excludes) : excludes_(std::move(excludes)) {}

    [[nodiscard]] bool excludes(const std::string& relative_path) const;

private:
    std::vector<std::string> excludes_;
};

// Whether a walk of `folder` leads to the file at `path`, which need not be there yet: it lies in
// the folder, and nothing on the way to it is hidden or left out.
[[nodiscard]] bool leads_to(const std::string& folder,
                            const std::string& path,
                            const PathFilter& filter);

// The files behind the paths that the user gave, in that order. A path that does not exist is
// tried as a glob. Folders are walked by name, hidden files and special files (pipes, devices) in
// them skipped; a folder or file that is reached twice, through a link, is visited once. Holds the
// names of the folders it is in, not those of all files.
class PathWalk {
public:
    PathWalk(std::vector<std::string> paths, PathFilter filter);

    // Empty at the end. Errors come in their place.
    [[nodiscard]] std::optional<std::variant<FoundFile, Diagnostic>> next();

    // Hidden and special files passed over up to now.
    [[nodiscard]] std::uint64_t skipped_files() const { return skipped_files_; }

private:
    using Step = std::optional<std::variant<FoundFile, Diagnostic>>;

    struct Folder {
        std::string path;
        std::string relative;            // Below the folder that the user named; may be empty.
        std::vector<std::string> names;  // Sorted, last first.
    };

    Step enter(const std::string& path, const std::string& relative);
    Step visit_named(const std::string& path);
    Step visit_entry(const std::string& name);
    [[nodiscard]] bool leads_to_walked_file(const std::string& link) const;

    std::vector<std::string> paths_;  // Still to be visited, last first.
    PathFilter filter_;
    std::vector<Folder> folders_;
    std::set<FileIdentity> seen_folders_;  // Of the path being walked.
    std::uint64_t skipped_files_ = 0;
};

}  // namespace suowen::input
