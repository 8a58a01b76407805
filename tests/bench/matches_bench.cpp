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

#include "indexer/search/posting_words.hpp"
#include "matcher/document/json.hpp"
#include "matcher/fit/weights.hpp"
#include "matcher/rules/rule_book.hpp"
#include "services/matching/matching.hpp"
#include "services/wire/candidate_json.hpp"
#include "sql/store/reference_store.hpp"
#include "sql/store/round_store.hpp"
#include "tests/bench/load_generator.hpp"
#include "tests/bench/market.hpp"
#include "tests/bench/served_market.hpp"
#include "tests/support/program.hpp"

#include <cstdlib>
#include <ctime>
#include <iomanip>
#include <iostream>

namespace {

constexpr std::size_t candidates = 40;
constexpr std::size_t wanted = 20;

double own_processor_seconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
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
    const double before = market::processor_seconds(process);
    load::Outcome outcome = generator.closed_loop(time);
    const double used = market::processor_seconds(process) - before;
    const double each = used * 1e6 / static_cast<double>(outcome.answered.size());
    std::cout << "| " << name << " | " << static_cast<int>(outcome.rate()) << " | "
              << std::setprecision(3) << load::milliseconds_at(outcome.answered, 0.5) << " / "
              << load::milliseconds_at(outcome.answered, 0.99) << " | " << static_cast<int>(each)
              << " | " << outcome.failed << " |" << std::endl;
    return each;
}

/// Microseconds of processor that the matches of one candidate take here: the ranking, and fit and
/// lift of the best. Reading them from the store is none of it.
struct MatchingCost {
    double first = 0;  ///< While no words of postings are kept yet.
    double later = 0;
};

class Matching {
public:
    explicit Matching(market::Served& served) : served_{served} {
        snapshots_.refresh();
        facts_.refresh();
        index_.refresh();  // The columns, which the API keeps as well.
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

    market::Served& served_;
    store::TrustStore trust_{served_.database()};
    store::ReferenceStore reference_{served_.database()};
    store::RoundStore rounds_{served_.database()};
    const rules::RuleBook rule_book_ = rules::built_in().value();
    matching::SnapshotKeeper snapshots_{served_.postings()};
    matching::FactsKeeper facts_{reference_, rounds_, fit::built_in_weights().value()};
    matching::Shelf shelf_{served_.postings(), trust_};
    search::SearchedIndex index_{
        search::IndexLocation{served_.index()}, search::SearchedIndex::Columns::kept};
    const search::PostingWords words_{index_};
};

}  // namespace

int main(const int argc, char** argv) try {
    const std::int64_t postings = argc > 1 ? std::atoll(argv[1]) : 100'000;
    const std::chrono::seconds time{argc > 2 ? std::atoi(argv[2]) : 10};
    market::Served served{postings};
    const std::vector<std::string> all = market::candidate_documents(candidates);
    std::vector<std::string> requests;
    for (const std::string& document : all) {
        requests.push_back(market::Served::request(
            "GET",
            served.store_candidate(document) + "/matches?as_of=" + domain::to_string(market::today)
        ));
    }
    const support::Program hello{"hello_server", {}};
    const std::uint16_t hello_port = market::port_in(":" + market::first_line_of(hello));
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
