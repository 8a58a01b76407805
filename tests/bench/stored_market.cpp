#include "tests/bench/stored_market.hpp"

#include "indexer/normalise/employer_name.hpp"
#include "indexer/trust/text_uses.hpp"
#include "indexer/trust/trust.hpp"
#include "sql/store/posting_store.hpp"
#include "tests/bench/listed_employers.hpp"
#include "tests/bench/market.hpp"

#include <string>
#include <vector>

namespace market {
namespace {

constexpr std::size_t stored_at_once = 5'000;

/// As an ingest of the day would have stored it.
store::PostingRecord record_of(domain::Posting posting, const ingest::Reference& reference) {
    posting.url = "https://market.example/" + posting.source_id;
    posting.hiring_organization = listed::employer_of(static_cast<std::size_t>(posting.id));
    const std::string key = normalise::employer_name_from(posting.hiring_organization).key;
    const std::string sha256(64, 'a');
    const auto checks = verification::verify(
        {.posting = posting,
         .sha256 = sha256,
         .fetched_on = today,
         .noc_exists = true,
         .employer_key = key,
         .lists = reference.lists.get()}
    );
    store::PostingRecord record;
    record.text = trust::text_sketch(posting);
    record.posting = std::move(posting);
    record.verified = verification::verified(checks);
    record.file = "market";
    record.raw = "{}";
    record.sha256 = sha256;
    record.seen_on = today;
    record.verdicts = trust::pack(checks, today, reference.basis);
    return record;
}

}  // namespace

void store_all(
    store::Database& database, const ingest::Reference& reference, const std::int64_t count
) {
    const Market all{20'261'116};
    store::PostingStore postings{database};
    std::vector<store::PostingRecord> batch;
    for (std::int64_t id = 1; id <= count; ++id) {
        batch.push_back(record_of(all.posting(id), reference));
        if (batch.size() == stored_at_once || id == count) {
            postings.write_some(batch);
            batch.clear();
        }
    }
}

}  // namespace market
