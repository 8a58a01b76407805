#include "tests/api/stand.hpp"

#include "services/api/docs.hpp"
#include "services/auth/cross_site.hpp"

#include <gtest/gtest.h>
#include <pqxx/pqxx>

namespace api_test {
namespace {

using domain::parse_date;

store::PostingRecord record(
    const std::string& key,
    const std::string& title,
    const std::string& noc,
    const domain::Province province,
    const domain::WorkingLanguage working_language
) {
    store::PostingRecord result;
    domain::Posting& posting = result.posting;
    posting.source = "fictional";
    posting.source_id = key;
    posting.url = "https://jobs.example/" + key;
    posting.title = title;
    posting.hiring_organization = "Example " + key + " (fictional)";
    domain::Place place;
    place.province = province;
    place.city = "Exampleville";
    posting.job_locations = {place};
    posting.date_posted = parse_date("2026-11-02").value();
    posting.valid_through = parse_date("2026-12-15").value();
    posting.noc = domain::NocCode::parse(noc).value();
    posting.term = domain::EmploymentTerm::permanent;
    posting.work_time = domain::WorkTime::full_time;
    posting.working_language = working_language;
    posting.base_salary = domain::Pay{
        .min = 4'000,
        .max = std::nullopt,
        .period = domain::PayPeriod::hour,
        .hours_assumed = true,
        .hourly_min = 4'000,
        .hourly_max = 4'000,
        .yearly_min = 8'320'000,
        .yearly_max = 8'320'000,
    };
    result.verified = true;
    result.file = "/somewhere/private/fictional.ndjson";
    result.line = 1;
    result.raw = R"({"key":")" + key + R"("})";
    result.sha256 = store::sha256(result.raw);
    result.normaliser_version = 1;
    result.verdicts = {.letters = "pup", .verified_on = domain::parse_date("2026-11-16").value()};
    return result;
}

/// With ids that tokens of the file can name.
void open_firms(const support::TestDatabase& database) {
    pqxx::connection connection{database.conninfo()};
    pqxx::work transaction{connection};
    for (const std::string_view id : {first_firm, second_firm, third_firm}) {
        transaction.exec(
            "INSERT INTO firm (id, name, opened_by, opened_at) VALUES ('" + std::string{id} +
            "', 'Firm (fictional)', 'operator-1', now())"
        );
    }
    transaction.commit();
}

std::string token(const std::string_view id) { return std::string{id} + "-token"; }

/// Of an employer.
std::string session_token(const std::string_view id) { return store::sha256(token(id)); }

bool is_employer(const std::string_view id) { return id.starts_with("employer-"); }

/// As whoever has registered, confirmed the address, signed in and given a second factor.
void add_employers(pqxx::work& transaction) {
    for (const KnownEmployer& one : known_employers) {
        const std::string account = transaction.quote(std::string{one.account});
        transaction.exec(
            "INSERT INTO account (id, email, role, employer_name, language, email_verified_at, "
            "totp_secret, totp_confirmed_at, totp_step, created_at) VALUES (" +
            account + ", " + transaction.quote(std::string{one.id} + "@jobs.example") +
            ", 'employer', " + transaction.quote(std::string{one.id}) +
            ", 'en', now(), 'x', now(), 0, now())"
        );
        transaction.exec(
            "INSERT INTO account_session (sha256, account_id, created_at, second_factor_at, "
            "used_at, idle_expires_at, expires_at, user_agent) VALUES (" +
            transaction.quote(store::sha256(session_token(one.id))) + ", " + account +
            ", '2026-11-16', '2026-11-16', '2100-01-01', '2100-01-01', '2100-01-01', 'fictional')"
        );
    }
}

}  // namespace

std::string token_file() {
    std::string text = "[";
    for (const Known& one : known) {
        text += text.size() > 1 ? "," : "";
        text += R"({"token_sha256":")" + store::sha256(token(one.id)) + R"(","role":")" +
                std::string{one.role} + R"(","id":")" + std::string{one.id} + '"';
        if (one.role == "advisor") {
            text += R"(,"firm":")";
            text += one.id == "advisor-2"   ? second_firm
                    : one.id == "advisor-4" ? third_firm
                                            : first_firm;
            text += '"';
        }
        text += '}';
    }
    return text + "]";
}

std::string candidate_document() { return candidate_document("C++"); }

std::string candidate_document(const std::string& skill) {
    return R"({
        "schema": "jobscout/candidate/1",
        "birth_date": "1996-02-03",
        "marital": "single",
        "citizenship_status": "abroad",
        "language_tests": [{"test": "ielts", "date": "2026-05-04", "first": true,
            "scores": {"listening": 8.5, "reading": 8, "writing": 7.5, "speaking": 7.5}}],
        "education": [{"level": "masters_or_professional", "country": "IN",
            "completed": "2018-06-30", "eca_date": "2025-09-02"}],
        "jobs": [{"noc": "21231", "title": "Software engineer", "country": "IN",
            "start": "2018-08-01", "end": null, "hours_per_week": 40}],
        "skills": [")" +
           skill + R"("]
    })";
}

std::vector<store::PostingRecord> records() {
    using enum domain::Province;
    using enum domain::WorkingLanguage;
    std::vector<store::PostingRecord> all{
        record("engineer", "Software engineer", "21231", ON, english),
        record("welder", "Welder", "72106", AB, english),
        record("soudeuse", "Soudeuse-monteuse", "72106", QC, french),
        record("nurse", "Registered nurse", "31301", NB, bilingual),
        record("manager", "Vice-president, engineering", "00012", ON, english),
        record("helper", "Kitchen helper", "65201", BC, english),
        record("held", "Software engineer", "21231", ON, english),
    };
    all[0].posting.base_salary->hourly_min = 6'000;
    all[0].posting.base_salary->hourly_max = 6'000;
    all[2].posting.text_language = domain::OfficialLanguage::french;
    all[6].verified = false;
    all[6].quarantine_field = "date_posted";
    all[6].quarantine_reason = "in the future";
    return all;
}

Stand::Stand(const auth::May may)
    : now_{parse_date(today).value() + std::chrono::hours{12}},
      people_{
          .accounts = accounts_,
          .sessions = sessions_,
          .api_tokens = api_tokens_,
          .attempts = attempts_,
          .firms = firms_,
          .mail_consents = mail_consents_,
          .closings = closings_,
          .key = auth::SecretKey::parse(std::string(64, '7')).value(),
          .public_url = "https://jobs.example",
          .now = [this] { return now_; },
      },
      service_{
          .rule_book = rule_book_,
          .facts = facts_,
          .snapshots = snapshots_,
          .nocs = nocs_,
          .postings = postings_,
          .duplicates = duplicates_,
          .trust = trust_,
          .shelf = shelf_,
          .reviews = reviews_,
          .candidates = candidates_,
          .rounds = rounds_,
          .saved_searches = saved_searches_,
          .consents = consents_,
          .people = people_,
          .firm_consents = firm_consents_,
          .agreements = agreements_,
          .claims = claims_,
          .interests = interests_,
          .applications = applications_,
          .letters = letters_,
          .packages = packages_,
          .application_offers = application_offers_,
          .messages = messages_,
          .invitations = invitations_,
          .answered_requests = answered_requests_,
          .operation = operation_,
          .added_sources = added_sources_,
          .imports = imports_,
          .programs = programs_,
          .index = index_folder(),
          .tokens = auth::Tokens::parse(token_file()).value(),
          .security_contact = "mailto:security@jobs.example",
          .rules_loaded_at = now_,
          .today = [] { return domain::parse_date(today).value(); },
          .may = may,
      },
      router_{api::routes(service_)} {
    open_firms(test_database_);
    store::Database owned{{.conninfo = test_database_.conninfo()}};
    store::PostingStore writable{owned};
    writable.write(records());
    search::update_index(index_folder(), writable, [](std::int64_t) {});
    snapshots_.refresh();
    facts_.refresh();
    {
        pqxx::connection connection{test_database_.conninfo()};
        pqxx::work transaction{connection};
        add_employers(transaction);
        transaction.commit();
    }
    reset_claims();
}

void Stand::reset_claims() const {
    pqxx::connection connection{test_database_.conninfo()};
    pqxx::work transaction{connection};
    transaction.exec("DELETE FROM posting_claim");
    for (const KnownEmployer& one : known_employers) {
        const std::string state = transaction.quote(std::string{one.state});
        const std::string if_decided = "CASE WHEN " + state + " <> 'waiting' THEN ";
        transaction.exec(
            "INSERT INTO posting_claim (posting_id, account_id, employer_name, domain, link, "
            "state, decided_at, decided_by, words) SELECT id, " +
            transaction.quote(std::string{one.account}) + ", " +
            transaction.quote(std::string{one.id}) + ", 'jobs.example', url, " + state + ", " +
            if_decided + "now() END, " + if_decided +
            "'reviewer-1' END, 'known' FROM posting WHERE source_id = " +
            transaction.quote(std::string{one.posting})
        );
    }
    transaction.commit();
}

namespace {

/// Every problem that any test meets is explained where its type says.
void expect_type_on_page(const http::Response& response) {
    if (response.content_type.starts_with("application/problem+json")) {
        static const std::string page = api::docs_page(domain::OfficialLanguage::english);
        const std::string type{json_of(response).at("type").as_string()};
        ASSERT_TRUE(type.starts_with("/docs#")) << type;
        EXPECT_NE(page.find(" id=\"" + type.substr(6) + "\""), std::string::npos) << type;
    }
}

}  // namespace

http::Response Stand::ask(
    std::string method, std::string target, std::string body, http::Headers headers
) const {
    http::Request request;
    request.method = std::move(method);
    request.target = std::move(target);
    request.headers = std::move(headers);
    request.headers.emplace_back("Content-Type", "application/json");
    request.body = std::move(body);
    request.peer = request.header("X-Client-Address");
    http::Response response = router_.answer(request);
    expect_type_on_page(response);
    return response;
}

http::Response Stand::ask_as(
    const std::string_view id,
    std::string method,
    std::string target,
    std::string body,
    http::Headers headers
) const {
    if (is_employer(id)) {
        const std::string session = session_token(id);
        headers.emplace_back("Cookie", "__Host-jobscout=" + session);
        headers.emplace_back("X-CSRF-Token", auth::csrf_token(session));
    } else {
        headers.emplace_back("Authorization", "Bearer " + token(id));
    }
    return ask(std::move(method), std::move(target), std::move(body), std::move(headers));
}

std::string Stand::store_candidate(const std::string_view id) const {
    return header(ask_as(id, "POST", "/v1/candidates", candidate_document()), "Location");
}

std::string Stand::posting_id(const std::string_view source_id) const {
    const auto page = json_of(ask("GET", "/v1/postings"));
    for (const auto& posting : page.at("postings").as_array()) {
        if (posting.at("source_id").as_string() == source_id) {
            return posting.at("id").as_string().c_str();
        }
    }
    throw std::logic_error{"no such posting"};
}

const Stand& stand() {
    static const Stand shared;
    return shared;
}

std::string header(const http::Response& response, const std::string_view name) {
    for (const auto& [key, value] : response.headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

boost::json::value json_of(const http::Response& response) {
    return boost::json::parse(response.body);
}

}  // namespace api_test
