#pragma once

#include "tests/support/http_server.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"

#include <boost/json.hpp>

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// jobscout-indexer as an operator runs it: a list of sources, a folder, files for the status.
class Stand {
public:
    explicit Stand(std::string database) : database_{std::move(database)} {}

    /// Writes the list: each source with what is given, besides a name and allow_private.
    void list(const std::vector<boost::json::object>& sources) const;

    support::Outcome run(std::vector<std::string> arguments) const;

    /// `fetch` with these names, as JSON; expects this exit status.
    boost::json::object fetch(const std::vector<std::string>& names, int status = 0) const;

    /// `watch`, running.
    std::unique_ptr<support::Program> watch() const;

    /// The status that a watch writes; an empty object where there is none yet.
    boost::json::object status() const;
    std::string metrics() const;

    const support::TemporaryFolder& folder() const { return folder_; }

private:
    std::vector<std::string> environment() const;

    std::string database_;
    support::TemporaryFolder folder_;
};

/// Whether it came true within 30 s.
bool eventually(const std::function<bool()>& holds);

/// A feed of schema.org postings, one a line, posted a week ago; ids `from` to `to`.
std::string feed(int from, int to);

/// A source that is fetched every so many minutes.
boost::json::object remote(const std::string& name, const std::string& url, int minutes = 60);
