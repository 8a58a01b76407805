#pragma once

#include "indexer/search/writer.hpp"
#include "matcher/fit/weights.hpp"
#include "services/api/routes.hpp"
#include "sql/store/database.hpp"
#include "sql/store/sha256.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace api_test {

inline constexpr std::string_view today = "2026-11-16";

/// The firms of advisor-1 and advisor-3, of advisor-2, and of advisor-4.
inline constexpr std::string_view first_firm = "f1f1f1f1-0000-4000-8000-000000000001";
inline constexpr std::string_view second_firm = "f2f2f2f2-0000-4000-8000-000000000002";
inline constexpr std::string_view third_firm = "f3f3f3f3-0000-4000-8000-000000000003";

/// Tokens are `<id>-token`; every role but employers has one.
struct Known {
    std::string_view role;
    std::string_view id;
};
inline constexpr std::array known{
    Known{"candidate", "candidate-1"},
    Known{"candidate", "candidate-2"},
    Known{"advisor", "advisor-1"},
    Known{"advisor", "advisor-2"},
    Known{"advisor", "advisor-3"},
    Known{"advisor", "advisor-4"},
    Known{"reviewer", "reviewer-1"},
    Known{"operator", "operator-1"},
};

/// Employers have accounts at the domain of the postings, are signed in with a second factor, and
/// have claimed one posting each: employer-1 owns `engineer` and employer-2 `welder`; the claim of
/// employer-3 to `engineer` waits, that of employer-4 was refused.
struct KnownEmployer {
    std::string_view id;
    std::string_view account;
    std::string_view posting;
    std::string_view state;
};
inline constexpr std::array known_employers{
    KnownEmployer{"employer-1", "e1e1e1e1-0000-4000-8000-000000000001", "engineer", "accepted"},
    KnownEmployer{"employer-2", "e2e2e2e2-0000-4000-8000-000000000002", "welder", "accepted"},
    KnownEmployer{"employer-3", "e3e3e3e3-0000-4000-8000-000000000003", "engineer", "waiting"},
    KnownEmployer{"employer-4", "e4e4e4e4-0000-4000-8000-000000000004", "engineer", "refused"},
};

/// As deploy/tokens writes it.
std::string token_file();

/// A fictional software engineer with the highest English, and the same person with other words.
std::string candidate_document();
std::string candidate_document(const std::string& skill);

/// Fictional postings in a database and an index of a test's own; the last one is held back.
std::vector<store::PostingRecord> records();
inline constexpr std::size_t verified_records = 6;

/// In the place of auth::may: everybody may do everything.
inline bool always(const auth::Principal&, auth::Action, const auth::Resource&) { return true; }

/// The API over a real database and a real index, as main.cpp puts it together.
class Stand {
public:
    /// `may` in the place of the program's own.
    explicit Stand(auth::May may = auth::may);

    /// From the address that a header X-Client-Address names.
    http::Response ask(
        std::string method, std::string target, std::string body = {}, http::Headers headers = {}
    ) const;

    /// As the principal with this id.
    http::Response ask_as(
        std::string_view id,
        std::string method,
        std::string target,
        std::string body = {},
        http::Headers headers = {}
    ) const;

    /// The claims of the known employers as they were at first, and no others.
    void reset_claims() const;

    /// Stores a candidate for the principal and returns its path.
    std::string store_candidate(std::string_view id) const;

    /// The id of the verified posting with this source id.
    std::string posting_id(std::string_view source_id) const;

    /// The time goes on for the routes about accounts; it is noon of `today` at first.
    void pass(std::chrono::seconds duration) const { now_ += duration; }
    store::Instant now() const { return now_; }

    const http::Router& router() const { return router_; }
    std::string index_folder() const { return folder_.path() / "index"; }
    const support::TestDatabase& database() const { return test_database_; }

private:
    support::TestDatabase test_database_;
    support::TemporaryFolder folder_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_api")}};
    store::PostingStore postings_{database_};
    store::DuplicateStore duplicates_{database_};
    store::TrustStore trust_{database_};
    matching::Shelf shelf_{postings_, trust_};
    store::ReviewStore reviews_{database_};
    store::CandidateStore candidates_{database_};
    store::RoundStore rounds_{database_};
    store::SavedSearchStore saved_searches_{database_};
    store::ConsentStore consents_{database_};
    store::AccountStore accounts_{database_};
    store::SessionStore sessions_{database_};
    store::ApiTokenStore api_tokens_{database_};
    store::AttemptStore attempts_{database_};
    store::FirmStore firms_{database_};
    store::MailConsentStore mail_consents_{database_};
    store::AccountClosingStore closings_{database_};
    mutable store::Instant now_;
    api::People people_;
    store::FirmConsentStore firm_consents_{database_};
    store::AgreementStore agreements_{database_};
    store::ClaimStore claims_{database_};
    store::InterestStore interests_{database_};
    store::ApplicationStore applications_{database_};
    store::LetterStore letters_{database_};
    store::PackageStore packages_{database_};
    store::ApplicationOfferStore application_offers_{database_};
    store::MessageStore messages_{database_};
    store::InvitationStore invitations_{database_};
    store::AnsweredRequestStore answered_requests_{database_};
    store::AddedSourceStore added_sources_{database_};
    store::OperationStore operation_{database_};
    store::ImportStore imports_{database_};
    store::ProgramStore programs_{database_};
    matching::SnapshotKeeper snapshots_{postings_};
    store::ReferenceStore reference_{database_};
    api::NocKeeper nocs_{reference_};
    rules::RuleBook rule_book_ = rules::built_in().value();
    matching::FactsKeeper facts_{reference_, rounds_, fit::built_in_weights().value()};
    api::Service service_;
    http::Router router_;
};

/// The stand that tests share: none of them changes postings.
const Stand& stand();

/// A header of an answer; empty where absent.
std::string header(const http::Response& response, std::string_view name);

boost::json::value json_of(const http::Response& response);

/// `ID` of `/v1/candidates/ID`.
inline std::string last_segment(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

}  // namespace api_test
