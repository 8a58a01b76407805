#pragma once

#include "tests/api/stand.hpp"
#include "tests/support/program.hpp"

#include <boost/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace worker_test {

/// A fictional verified posting in Ontario, open from 2026-11-02 to 2026-12-15; its employer is
/// `Example <key> (fictional)`, its title the key unless said.
store::PostingRecord posting(
    const std::string& key, const std::string& noc, const std::string& title = {}
);

/// The API over a database and an index of a test's own, with postings that come later.
class Newsroom {
public:
    /// Writes and indexes them.
    void add(const std::vector<store::PostingRecord>& records);

    /// The id of a stored candidate of the principal, a software engineer, with `members` added to
    /// the document.
    std::string candidate(std::string_view principal, const std::string& members = {}) const;

    /// Saves the matches of such a candidate, or the body; the path.
    std::string save_matches(std::string_view principal, const std::string& members = {}) const;
    std::string save(std::string_view principal, const std::string& body) const;

    /// What was found, newest first.
    boost::json::array digests(std::string_view principal, const std::string& search) const;

    /// The titles announced, newest first.
    std::vector<std::string> titles(std::string_view principal, const std::string& search) const;

    /// `jobscout-worker --once`, as of the day of the stand.
    support::Outcome work(const std::vector<std::string>& more = {}) const;

    /// `jobscout batch`, as of that day.
    support::Outcome batch(
        const std::vector<std::string>& more, const std::vector<std::string>& form = {"--json"}
    ) const;
    std::vector<std::string> batch_arguments(const std::vector<std::string>& more) const;
    std::vector<std::string> worker_arguments(const std::vector<std::string>& more) const;

    api_test::Stand stand;
};

/// What a program printed, as JSON.
boost::json::value json_of(const support::Outcome& outcome);

}  // namespace worker_test
