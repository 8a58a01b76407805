#pragma once

#include "indexer/search/columns.hpp"
#include "indexer/search/posting_words.hpp"
#include "matcher/domain/date.hpp"
#include "matcher/rules/rule_book.hpp"
#include "services/api/noc_keeper.hpp"
#include "services/api/people.hpp"
#include "services/auth/tokens.hpp"
#include "services/http/rate_limit.hpp"
#include "services/matching/facts.hpp"
#include "services/matching/matching.hpp"
#include "services/matching/snapshot_keeper.hpp"
#include "sql/store/added_source_store.hpp"
#include "sql/store/agreement_store.hpp"
#include "sql/store/answered_request_store.hpp"
#include "sql/store/application_offer_store.hpp"
#include "sql/store/application_store.hpp"
#include "sql/store/candidate_store.hpp"
#include "sql/store/claim_store.hpp"
#include "sql/store/consent_store.hpp"
#include "sql/store/duplicate_store.hpp"
#include "sql/store/firm_consent_store.hpp"
#include "sql/store/import_store.hpp"
#include "sql/store/interest_store.hpp"
#include "sql/store/invitation_store.hpp"
#include "sql/store/letter_store.hpp"
#include "sql/store/message_store.hpp"
#include "sql/store/operation_store.hpp"
#include "sql/store/package_store.hpp"
#include "sql/store/posting_store.hpp"
#include "sql/store/program_store.hpp"
#include "sql/store/review_store.hpp"
#include "sql/store/round_store.hpp"
#include "sql/store/saved_search_store.hpp"
#include "sql/store/trust_store.hpp"

#include <functional>
#include <string>

namespace api {

/// What the handlers answer from; put together in main.cpp, and outlives every request.
struct Service {
    const rules::RuleBook& rule_book;
    const matching::FactsKeeper& facts;
    const matching::SnapshotKeeper& snapshots;
    const NocKeeper& nocs;
    store::PostingStore& postings;
    store::DuplicateStore& duplicates;
    store::TrustStore& trust;
    matching::Shelf& shelf;
    store::ReviewStore& reviews;
    store::CandidateStore& candidates;
    store::RoundStore& rounds;
    store::SavedSearchStore& saved_searches;
    store::ConsentStore& consents;
    const People& people;
    store::FirmConsentStore& firm_consents;
    store::AgreementStore& agreements;
    store::ClaimStore& claims;
    store::InterestStore& interests;
    store::ApplicationStore& applications;
    store::LetterStore& letters;
    store::PackageStore& packages;
    store::ApplicationOfferStore& application_offers;
    store::MessageStore& messages;
    store::InvitationStore& invitations;
    store::AnsweredRequestStore& answered_requests;
    store::OperationStore& operation;
    store::AddedSourceStore& added_sources;
    store::ImportStore& imports;
    store::ProgramStore& programs;
    search::SearchedIndex index;
    search::PostingWords words{index};
    auth::Tokens tokens;
    std::string security_contact = {};       ///< A mailto: or https: address (RFC 9116), or none.
    rules::DroppedRules dropped_rules = {};  ///< Of which, beside what ships, `rule_book` was made,
    store::Instant rules_loaded_at = {};     ///< and when.
    http::RateLimiter* account_rate = nullptr;  ///< None: accounts are not limited.
    std::function<domain::Date()> today;        ///< The UTC day: the default of `as_of`.
    auth::May may = auth::may;  ///< Another one only in tests, which look at what is left without.
};

}  // namespace api
