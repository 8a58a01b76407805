#pragma once

#include "services/http/message.hpp"
#include "services/http/target.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

/// Built web pages: the files of one folder, read once, so that no request ever reaches a file.
///
/// - `fr.html` answers `/fr` and every path below it: the page itself finds out what is shown. `/`
///   leads to the one whose language is accepted.
/// - Every other file answers its own path. Those under `assets/` have a digest in their name and
///   may be kept for ever; the others are asked for again.
/// - `NAME.br` and `NAME.gz` beside a file are its compressed forms.
class StaticFiles {
public:
    StaticFiles() = default;  ///< None: every request is for something else.

    /// Throws std::runtime_error that names the folder or the file where it cannot be read, where a
    /// kind of file is not known, or where there is no page.
    static StaticFiles read(const std::filesystem::path& folder);

    /// Nothing where the request is for something else.
    std::optional<Response> answer(const Request& request) const;

private:
    struct Form {
        std::string body;
        std::string etag;
    };
    struct File {
        std::string_view content_type;
        std::map<std::string, Form, std::less<>> forms;  ///< By encoding; "" is the file itself.
    };

    const File* page_of(const std::vector<std::string>& segments) const;
    Response redirection(const Request& request) const;

    std::map<std::string, File, std::less<>> files_;  ///< By path without its first slash.
    std::vector<std::string> languages_;              ///< Of the pages, sorted.
};

}  // namespace http
