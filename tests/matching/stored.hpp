#pragma once

#include "sql/store/posting_store.hpp"
#include "sql/store/sha256.hpp"

#include <string>
#include <utility>

inline const domain::Date as_of = domain::parse_date("2021-03-20").value();

/// Open from 2021-03-01 to 2021-04-30, in Ontario, in English, and plainly fictional.
inline domain::Posting posting_of(std::string source_id, const std::string& noc) {
    domain::Posting posting;
    posting.source = "sample";
    posting.source_id = std::move(source_id);
    posting.title = "Example " + posting.source_id;
    posting.hiring_organization = "Exemple " + posting.source_id + " inc.";
    posting.job_locations.emplace_back().province = domain::Province::ON;
    posting.date_posted = domain::parse_date("2021-03-01").value();
    posting.noc = domain::NocCode::parse(noc).value();
    posting.working_language = domain::WorkingLanguage::english;
    return posting;
}

inline store::PostingRecord record_of(domain::Posting posting, const std::string& raw = "1") {
    store::PostingRecord record;
    record.posting = std::move(posting);
    record.verified = true;
    record.file = "sample/feed.ndjson";
    record.line = 1;
    record.raw = raw;
    record.sha256 = store::sha256(raw);
    record.normaliser_version = 1;
    return record;
}
