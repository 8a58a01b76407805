// What GET /v1/candidates/{id}/matches costs the API: asked with a token, 20 matches without
// explanation, over real HTTP from the real program, beside the least that a Beast server can do,
// in one run.
//
//     matches_bench [POSTINGS] [SECONDS]     default 100,000 and 10
//
// Generated postings stand in a throwaway PostgreSQL and index; the candidates are those of
// tests/quality, asked for in turn. Prints answers a second, times, and the processor time of the
// serving process for each answer, then how much of that is matching: the same candidates ranked
// over the same postings, with fit and lift of the best, in this process and one thread, less what
// it takes to read them. `perf record -p` of the process whose number is printed tells where the
// rest goes.

#include "indexer/reference.hpp"
#include "indexer/search/posting_words.hpp"
#include "indexer/search/writer.hpp"
#include "matcher/document/json.hpp"
#include "matcher/fit/weights.hpp"
#include "matcher/rules/rule_book.hpp"
#include "services/matching/matching.hpp"
#include "services/wire/candidate_json.hpp"
#include "sql/store/reference_store.hpp"
#include "sql/store/round_store.hpp"
#include "sql/store/sha256.hpp"
#include "tests/bench/load_generator.hpp"
#include "tests/bench/market.hpp"
#include "tests/bench/stored_market.hpp"
#include "tests/http/client.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <sstream>
#include <thread>
#include <unistd.h>

namespace {

constexpr std::size_t candidates = 40;
constexpr std::size_t wanted = 20;
constexpr const char* token = "bench-token";

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::vector<std::string> documents() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator{REPOSITORY_ROOT "/tests/quality/candidates"}) {
        paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> result;
    for (const auto& path : paths) {
        if (result.size() < candidates) {
            result.push_back(text_of(path));
        }
    }
    return result;
}

/// Seconds of processor that a process has used.
double processor_seconds(const pid_t process) {
    std::string line = text_of("/proc/" + std::to_string(process) + "/stat");
    std::istringstream fields{line.substr(line.rfind(')') + 2)};
    std::vector<std::string> all{std::istream_iterator<std::string>{fields}, {}};
    constexpr std::size_t user_ticks = 11;
    return (std::stod(all.at(user_ticks)) + std::stod(all.at(user_ticks + 1))) /
           static_cast<double>(sysconf(_SC_CLK_TCK));
}

double own_processor_seconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

std::string first_line_of(const support::Program& program) {
    while (program.out().find('\n') == std::string::npos) {
        if (program.ended()) {
            throw std::runtime_error{"a server did not start: " + program.err()};
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return program.out().substr(0, program.out().find('\n'));
}

std::uint16_t port_in(const std::string& text) {
    return static_cast<std::uint16_t>(std::stoi(text.substr(text.rfind(':') + 1)));
}

/// A row of the table; microseconds of processor an answer.
double measure(
    const std::string& name,
    const pid_t process,
    const std::uint16_t port,
    const std::vector<std::string>& requests,
    const std::size_t connections,
    const std::chrono::seconds time
) {
    load::Generator generator{port, requests, connections};
    generator.closed_loop(std::chrono::seconds{2});
    const double before = processor_seconds(process);
    load::Outcome outcome = generator.closed_loop(time);
    const double used = processor_seconds(process) - before;
    const double each = used * 1e6 / static_cast<double>(outcome.answered.size());
    std::cout << "| " << name << " | " << static_cast<int>(outcome.rate()) << " | "
              << std::setprecision(3) << load::milliseconds_at(outcome.answered, 0.5) << " / "
              << load::milliseconds_at(outcome.answered, 0.99) << " | " << static_cast<int>(each)
              << " | " << outcome.failed << " |" << std::endl;
    return each;
}

/// The market as the API serves it.
class Served {
public:
    explicit Served(const std::int64_t postings) {
        const ingest::Reference reference = ingest::load_reference(owned_);
        market::store_all(owned_, reference, postings);
        std::cerr << "stored\n";
        search::update_index(index(), postings_, [](std::int64_t) {});
        std::cerr << "indexed\n";
        const std::string tokens = folder_.write(
            "tokens.json",
            R"([{"role": "candidate", "id": "bench", "token_sha256": ")" + store::sha256(token) +
                "\"}]"
        );
        api_ = std::make_unique<support::Program>(
            "jobscout-api",
            std::vector<std::string>{
                "--port",
                "0",
                "--index",
                folder_.path() / "index",
                "--tokens",
                tokens,
                "--workers",
                "2",
                "--requests-burst",
                "0",
                "--account-requests-burst",
                "0"},
            "",
            std::vector<std::string>{"JOBSCOUT_DATABASE=" + database_.conninfo("jobscout_api")}
        );
        port_ = port_in(first_line_of(*api_));
        while (client::ask(port_, "GET", "/readyz").status != 200) {
            std::this_thread::sleep_for(std::chrono::milliseconds{100});
        }
    }

    pid_t process() const { return api_->id(); }
    std::uint16_t port() const { return port_; }
    std::string index() const { return folder_.path() / "index"; }
    store::Database& database() { return owned_; }
    store::PostingStore& postings() { return postings_; }

    /// The request for the matches of a candidate, who is stored first.
    std::string request_for(const std::string& document) const {
        const auto created = client::ask(
            port_,
            "POST",
            "/v1/candidates",
            document,
            {{"Authorization", std::string{"Bearer "} + token}}
        );
        if (created.status != 201) {
            throw std::runtime_error{"a candidate was refused: " + created.body};
        }
        return "GET " + created.header("Location") +
               "/matches?as_of=" + domain::to_string(market::today) +
               " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    }

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

/// Microseconds of processor that the matches of one candidate take here: the ranking, and fit and
/// lift of the best. Reading them from the store is none of it.
struct MatchingCost {
    double first = 0;  ///< While no words of postings are kept yet.
    double later = 0;
};

class Matching {
public:
    explicit Matching(Served& served) : served_{served} {
        snapshots_.refresh();
        facts_.refresh();
    }

    MatchingCost cost(const std::vector<std::string>& documents) {
        std::vector<domain::Candidate> people;
        for (const std::string& document : documents) {
            people.push_back(wire::candidate_from(document::parse(document).value()).value());
        }
        constexpr int rounds = 5;
        const double first = seconds_of(people);
        double later = 0;
        for (int round = 0; round < rounds; ++round) {
            later += seconds_of(people);
        }
        const double asked = static_cast<double>(people.size());
        return {.first = first * 1e6 / asked, .later = later * 1e6 / (rounds * asked)};
    }

private:
    double seconds_of(const std::vector<domain::Candidate>& people) {
        double seconds = 0;
        for (const domain::Candidate& candidate : people) {
            const double begin = own_processor_seconds();
            const matching::Matches matches = matching::match(
                rule_book_,
                *facts_.current(),
                *snapshots_.current(),
                {.postings = served_.postings(), .trust = trust_, .shelf = shelf_, .words = words_},
                candidate,
                {.as_of = market::today, .count = wanted, .explain = false}
            );
            const double matched = own_processor_seconds();
            std::vector<domain::PostingId> ids;
            for (const matching::Match& match : matches.best) {
                ids.push_back(match.posting().id);
            }
            if (ids.empty()) {
                throw std::runtime_error{"nothing was ranked"};
            }
            // What was read is read once more, from the shelf as before, to be taken off.
            const double again = own_processor_seconds();
            shelf_.served(ids, market::today);
            seconds += matched - begin - (own_processor_seconds() - again);
        }
        return seconds;
    }

    Served& served_;
    store::TrustStore trust_{served_.database()};
    store::ReferenceStore reference_{served_.database()};
    store::RoundStore rounds_{served_.database()};
    const rules::RuleBook rule_book_ = rules::built_in().value();
    matching::SnapshotKeeper snapshots_{served_.postings()};
    matching::FactsKeeper facts_{reference_, rounds_, fit::built_in_weights().value()};
    matching::Shelf shelf_{served_.postings(), trust_};
    const search::PostingWords words_{search::IndexLocation{served_.index()}};
};

}  // namespace

int main(const int argc, char** argv) try {
    const std::int64_t postings = argc > 1 ? std::atoll(argv[1]) : 100'000;
    const std::chrono::seconds time{argc > 2 ? std::atoi(argv[2]) : 10};
    Served served{postings};
    const std::vector<std::string> all = documents();
    std::vector<std::string> requests;
    for (const std::string& document : all) {
        requests.push_back(served.request_for(document));
    }
    const support::Program hello{"hello_server", {}};
    const std::uint16_t hello_port = port_in(":" + first_line_of(hello));
    const std::vector<std::string> greeting{"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"};
    std::cout << "api: process " << served.process() << "\n\n| server, connections | answers/s | "
              << "p50 / p99 ms | processor us an answer | failed |\n|---|---|---|---|---|\n";
    double each = 0;
    for (const std::size_t connections : {1U, 4U}) {
        const std::string many = ", " + std::to_string(connections);
        measure("hello" + many, hello.id(), hello_port, greeting, connections, time);
        each =
            measure("matches" + many, served.process(), served.port(), requests, connections, time);
    }
    const MatchingCost matching = Matching{served}.cost(all);
    std::cout << "\nprocessor time of an answer: " << static_cast<int>(each)
              << " us, of which matching " << static_cast<int>(matching.later)
              << " us (while nothing is kept: " << static_cast<int>(matching.first)
              << " us) and all else " << static_cast<int>(each - matching.later) << " us"
              << std::endl;
    return 0;
} catch (const std::exception& error) {
    std::cerr << "matches_bench: " << error.what() << '\n';
    return 1;
}
