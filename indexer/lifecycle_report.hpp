#pragma once

#include "indexer/search/cross_check.hpp"
#include "sql/store/posting_store.hpp"
#include "sql/store/run_store.hpp"

#include <string>
#include <vector>

namespace ingest {

/// What `history` tells: postings with all their changes, and how each stands on a day. That one
/// has expired is said as of this day and stored nowhere.
struct HistoryReport {
    std::vector<store::PostingStore::History> postings;
    domain::Date as_of;
};

/// `open`, `expired`, `closed`, `gone` or `held_back`.
std::string state_on(const store::PostingStore::History& posting, domain::Date as_of);

std::string text(const HistoryReport& report);
std::string json(const HistoryReport& report);

/// What `runs` tells, the latest first.
struct RunsReport {
    std::vector<store::RunStore::Run> runs;
};

std::string text(const RunsReport& report);
std::string json(const RunsReport& report);

std::string text(const search::CrossCheck& check);
std::string json(const search::CrossCheck& check);

}  // namespace ingest
