#pragma once

#include "sql/store/posting_store.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace market {

/// Seconds of processor that a process has used.
double processor_seconds(pid_t process);

/// `VmRSS`, `VmHWM` and the like of a process, in MB.
std::size_t megabytes(pid_t process, const std::string& name);

/// The first line that a program prints; throws where it ends before that.
std::string first_line_of(const support::Program& program);

/// The number behind the last colon.
std::uint16_t port_in(const std::string& text);

/// Generated postings in a throwaway PostgreSQL and index, served by jobscout-api without limits
/// for one caller, with two workers. Says on stderr how far it is.
class Served {
public:
    explicit Served(std::int64_t postings);

    pid_t process() const { return api_->id(); }
    std::uint16_t port() const { return port_; }
    std::string index() const { return folder_.path() / "index"; }
    const support::TestDatabase& test_database() const { return database_; }
    store::Database& database() { return owned_; }
    store::PostingStore& postings() { return postings_; }

    /// HTTP of a request by the candidate whom the service knows.
    static std::string request(
        const std::string& method, const std::string& target, const std::string& body = {}
    );

    /// The path of a stored candidate of theirs.
    std::string store_candidate(const std::string& document) const;

private:
    support::TestDatabase database_;
    support::TemporaryFolder folder_;
    store::Database owned_{
        {.conninfo = database_.conninfo("jobscout_owner"),
         .connections_max = 1,
         .statement_timeout = std::chrono::milliseconds{0}}};
    store::PostingStore postings_{owned_};
    std::unique_ptr<support::Program> api_;
    std::uint16_t port_ = 0;
};

/// The first so many candidates of tests/quality, in the order of their files.
std::vector<std::string> candidate_documents(std::size_t count);

}  // namespace market
