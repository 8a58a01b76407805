#include "sql/store/trust_row.hpp"

#include "embedded_queries.hpp"
#include "sql/store/column.hpp"
#include "sql/store/posting_json.hpp"

namespace store {
namespace {

namespace json = boost::json;
namespace queries = embedded_queries;

std::optional<StoredLiveness> liveness_from(const pqxx::row& row, const pqxx::row::size_type at) {
    if (row[at].is_null()) {
        return std::nullopt;
    }
    return StoredLiveness{
        .state = row[at].c_str(),
        .day = date_in(row[at + 1]).value(),
        .evidence = row[at + 2].c_str(),
        .until = date_in(row[at + 3])};
}

/// The columns of this prefix.
void put_liveness(
    json::object& row, const std::string& prefix, const std::optional<StoredLiveness>& liveness
) {
    if (!liveness) {
        return;
    }
    row.emplace(prefix + "state", liveness->state);
    row.emplace(prefix + "on", domain::to_string(liveness->day));
    row.emplace(prefix + "evidence", text(liveness->evidence));
    if (liveness->until) {
        row.emplace(prefix + "until", domain::to_string(*liveness->until));
    }
}

std::vector<std::string> names_from(const pqxx::field& field) {
    return field.is_null() ? std::vector<std::string>{}
                           : json::value_to<std::vector<std::string>>(json::parse(field.c_str()));
}

std::vector<SameJob> same_job_from(const pqxx::field& field) {
    std::vector<SameJob> others;
    if (field.is_null()) {
        return others;
    }
    const json::value list = json::parse(field.c_str());
    for (const json::value& other : list.as_array()) {
        SameJob same{
            .id = other.at(0).as_int64(),
            .source = std::string{other.at(1).as_string()},
            .date_posted = {}};
        if (const json::value& day = other.at(2); !day.is_null()) {
            same.date_posted = domain::parse_date(std::string_view{day.as_string()}).value();
        }
        others.push_back(std::move(same));
    }
    return others;
}

std::optional<FoundText> text_from(const pqxx::row& row) {
    if (row[22].is_null()) {
        return std::nullopt;
    }
    FoundText found{
        .employers = row[22].as<int>(),
        .first = row[23].as<domain::PostingId>(),
        .first_employer = {},
        .first_posted = {}};
    if (!row[24].is_null()) {
        const json::value first = json::parse(row[24].c_str());
        if (const json::value& employer = first.at(0); !employer.is_null()) {
            found.first_employer = std::string{employer.as_string()};
        }
        if (const json::value& posted = first.at(1); !posted.is_null()) {
            found.first_posted = domain::parse_date(std::string_view{posted.as_string()}).value();
        }
        found.own = first.at(2).as_bool();
    }
    return found;
}

}  // namespace

boost::json::object trust_row(
    const domain::PostingId id,
    const PackedVerdicts& verdicts,
    const std::optional<StoredLiveness>& liveness,
    const EmployerPage& employer_page,
    const std::int64_t review_known
) {
    boost::json::object row{
        {"posting_id", id},
        {"verdicts", verdicts.letters},
        {"statements", verdicts.statements},
        {"verified_on", domain::to_string(verdicts.verified_on)},
        {"review_id", review_known}};
    if (!verdicts.details.empty()) {
        row.emplace("details", boost::json::parse(text(verdicts.details)));
    }
    if (verdicts.basis != 0) {
        row.emplace("basis_id", verdicts.basis);
    }
    if (verdicts.expires_on) {
        row.emplace("expires_on", domain::to_string(*verdicts.expires_on));
    }
    put_liveness(row, "live_", liveness);
    if (!employer_page.url.empty()) {
        row.emplace("employer_page", text(employer_page.url));
        put_liveness(row, "employer_", employer_page.said);
    }
    return row;
}

ToVerify to_verify_from(const pqxx::row& row) {
    const json::value posting = json::parse(row[0].c_str());
    const json::value places = row[1].is_null() ? json::value{} : json::parse(row[1].c_str());
    const json::value& lapsed = posting.at("evidence_lapsed_on");
    ToVerify found;
    found.posting = posting_from(posting.as_object(), places);
    found.verified = posting.at("verified").as_bool();
    if (!lapsed.is_null()) {
        found.lapsed_on = domain::parse_date(std::string_view{lapsed.as_string()}).value();
    }
    found.sha256 = row[2].c_str();
    found.fetched_on = date_in(row[3]).value();
    found.last_seen = date_in(row[4]).value();
    if (!row[5].is_null()) {
        found.verdicts = {
            .letters = row[5].c_str(),
            .statements = row[19].c_str(),
            .details = row[6].is_null() ? "" : row[6].c_str(),
            .verified_on = date_in(row[7]).value(),
            .basis = row[8].as<std::int64_t>(0),
            .expires_on = date_in(row[9])};
    }
    found.liveness = liveness_from(row, 10);
    found.review_known = row[14].as<std::int64_t>(0);
    found.review_latest = row[15].as<std::int64_t>();
    found.cleared = names_from(row[16]);
    found.rejected = row[17].as<bool>();
    found.same_job = same_job_from(row[18]);
    found.sketched = row[21].as<bool>();
    found.text = text_from(row);
    if (!row[25].is_null()) {
        found.employer_page = {.url = row[25].c_str(), .said = liveness_from(row, 26)};
    }
    return found;
}

std::optional<ToVerify> find_to_verify(pqxx::work& transaction, const domain::PostingId id) {
    const auto rows = run(transaction, queries::find_to_verify.name, id);
    return rows.empty() ? std::nullopt : std::optional{to_verify_from(rows.front())};
}

std::optional<TrustCard> find_card(pqxx::work& transaction, const domain::PostingId id) {
    const auto rows = run(transaction, queries::find_card.name, id);
    if (rows.empty()) {
        return std::nullopt;
    }
    const auto row = rows.front();
    TrustCard card{
        .source = row[0].c_str(),
        .file = row[1].c_str(),
        .line = row[2].as<std::int64_t>(),
        .sha256 = row[3].c_str(),
        .fetched_at = row[4].c_str(),
        .verdicts = {},
        .basis = row[8].is_null() ? "" : row[8].c_str(),
        .liveness = liveness_from(row, 10),
        .verified = row[14].as<bool>(),
        .lapsed_on = date_in(row[15]),
        .cleared = names_from(row[16])};
    if (!row[5].is_null()) {
        card.verdicts = PackedVerdicts{
            .letters = row[5].c_str(),
            .statements = row[17].c_str(),
            .details = row[6].is_null() ? "" : row[6].c_str(),
            .verified_on = date_in(row[7]).value(),
            .expires_on = date_in(row[9])};
    }
    return card;
}

}  // namespace store
