// `verify --all` over stored postings, in three parts: reading them, deciding (every check, in
// memory, on one core), writing what has changed.
//
//     verify_bench [POSTINGS]     default 100,000; the figure to publish is that of 1,000,000
//
// Generated postings with some 1.2 kB of text stand in a throwaway PostgreSQL, a third of them of
// employers on lists of 300,000 rows. They are verified twice: on the day of their ingest, when
// nothing changes, and after the lists have run out, when the verdicts of every one do.

#include "indexer/compare_texts.hpp"
#include "indexer/trust/trust.hpp"
#include "indexer/verify.hpp"
#include "sql/store/shipped_unit_groups.hpp"
#include "tests/bench/listed_employers.hpp"
#include "tests/bench/market.hpp"
#include "tests/bench/stored_market.hpp"
#include "tests/support/test_database.hpp"

#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <iostream>

namespace {

std::vector<std::string> occupations() {
    std::vector<std::string> codes;
    for (const store::NocUnitGroup& group : store::shipped_unit_groups()) {
        codes.push_back(group.noc.to_string());
    }
    return codes;
}

double user_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec) / 1e6;
}

void verify_all(
    store::Database& database,
    const ingest::Reference& reference,
    const domain::Date day,
    const std::string& what
) {
    const double before = user_seconds();
    const ingest::VerifyCounts counts = ingest::verify(database, reference, {.day = day});
    const auto rate = [&](const ingest::VerifyCounts::Seconds took) {
        return std::to_string(
                   static_cast<std::int64_t>(static_cast<double>(counts.looked_at) / took.count())
               ) +
               "/s (" + std::to_string(took.count()) + " s)";
    };
    std::cout << what << ": " << counts.looked_at << " postings, " << counts.changed
              << " changed\n  deciding " << rate(counts.deciding) << "\n  reading  "
              << rate(counts.reading) << "\n  writing  " << rate(counts.writing)
              << "\n  the program's own time, reading and writing included: "
              << user_seconds() - before << " s" << std::endl;
}

}  // namespace

int main(const int argc, char** argv) {
    const std::int64_t count = argc > 1 ? std::atoll(argv[1]) : 100'000;
    const support::TestDatabase test_database;
    store::Database database{
        {.conninfo = test_database.conninfo("jobscout_owner"),
         .connections_max = 1,
         .statement_timeout = std::chrono::milliseconds{0}}};
    ingest::Reference reference = ingest::load_reference(database);
    reference.lists = std::make_shared<const verification::Lists>(
        listed::lists(occupations(), market::today - std::chrono::days{6})
    );
    reference.basis =
        store::TrustStore{database}.basis(trust::basis_content(reference.lists.get()));
    market::store_all(database, reference, count);
    const auto begin = std::chrono::steady_clock::now();
    std::cout << ingest::compare_texts(database) << " texts compared and written in "
              << std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count()
              << " s" << std::endl;
    verify_all(database, reference, market::today, "nothing new");
    verify_all(database, reference, market::today + std::chrono::days{2'000}, "all lists run out");
}
