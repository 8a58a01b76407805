#pragma once

#include "tests/api/stand.hpp"

#include <string>
#include <vector>

namespace api_test {

/// A stand of one's own into which jobscout-indexer has taken the sample feed and a faulty one.
class Operation {
public:
    explicit Operation(auth::May may = auth::may);

    /// As the operator; expects this status.
    boost::json::value ask(const std::string& target, unsigned status = 200) const;

    /// The items of a list.
    boost::json::array items(const std::string& target) const;

    /// Runs jobscout-indexer over the stand's database; its exit status has to be 0.
    void run_indexer(const std::vector<std::string>& arguments) const;

    /// Two sources, of which a mapping calls one something else, run by `fetch`; then the list of a
    /// watch, of which one has not run yet but has a page.
    void fetch_sample() const;

    /// The number of what is kept aside of the faulty feed from this line.
    std::string kept_aside(int line) const;

    const support::TemporaryFolder& folder() const { return folder_; }
    std::string faulty_file() const { return folder_.path() / "faulty.ndjson"; }

    Stand room;

private:
    support::TemporaryFolder folder_;
};

/// The one that tests share: none of them changes it.
const Operation& shared_operation();

/// What stands in the faulty feed, line by line.
inline constexpr int sound_line = 1;
inline constexpr int hostile_line = 2;  ///< No JSON; names a person, and a formula.
inline constexpr int broken_line = 3;   ///< Not UTF-8.
inline constexpr int long_line = 4;     ///< 70,011 characters, of which most take two bytes.
inline constexpr int future_line = 5;   ///< Posted in the future.
inline constexpr std::string_view hostile =
    R"(=cmd|'/C calc'!A0 <script>alert("zelda.quuxworth@mail.example")</script> {{7*7}} )"
    "\xE2\x80\xAE\x1B[31m";

}  // namespace api_test
