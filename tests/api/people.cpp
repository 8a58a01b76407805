#include "tests/api/people.hpp"

#include "sql/store/package_work_store.hpp"

#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <algorithm>
#include <vector>

namespace api_test {
namespace {

void expect(const http::Response& response, const unsigned status) {
    EXPECT_EQ(response.status, status) << response.body;
}

}  // namespace

std::string person() {
    return R"({
        "schema": "jobscout/candidate/1",
        "birth_date": "1987-06-05",
        "marital": "spouse_not_accompanying",
        "citizenship_status": "abroad",
        "language_tests": [{"test": "ielts", "date": "2026-05-04", "first": true,
            "scores": {"listening": 8.5, "reading": 8, "writing": 7.5, "speaking": 7.5}}],
        "education": [{"level": "masters_or_professional", "country": "IN",
            "completed": "2012-06-30", "eca_date": "2025-09-02"}],
        "jobs": [{"noc": "21231", "title": "Software engineer", "country": "IN",
            "start": "2012-08-01", "end": null, "hours_per_week": 40}],
        "skills": ["frobnicate"],
        "resume": {
            "basics": {"name": "Zelda Quuxworth", "email": "zelda.quuxworth@mail.example",
                "phone": "+1 902 555 0173", "image": "https://quuxworth.example/zelda.jpg",
                "location": {"city": "Quuxville", "countryCode": "IN"}},
            "work": [{"name": "Frobnitz Works", "position": "Software engineer"}],
            "references": [{"name": "Otto Plimsoll", "reference": "A friend."}]
        }
    })";
}

void announce(const Stand& room, const std::string& search, const std::string& posting) {
    pqxx::connection connection{room.database().conninfo("jobscout_worker")};
    pqxx::work transaction{connection};
    transaction.exec(
        "WITH digest AS (INSERT INTO alert_digest (saved_search_id, revision_after, revision, day, "
        "rules, matching) VALUES ('" +
        search + "', 0, 1, '2026-11-16', '2022-11-16', 1) RETURNING id, saved_search_id) " +
        "INSERT INTO alerted_posting (saved_search_id, posting_id, digest_id, place, fit, " +
        "basis_points) SELECT saved_search_id, " + posting + ", id, 1, 90, 50 FROM digest"
    );
    transaction.commit();
}

void build_packages(const Stand& room, const std::string& manifest, const std::string& resume) {
    store::Database database{{.conninfo = room.database().conninfo("jobscout_worker")}};
    store::JobStore jobs{database};
    store::PackageWorkStore packages{database};
    const domain::Date day = domain::parse_date(today).value();
    while (const auto job = jobs.take({"package"}, std::chrono::minutes{1})) {
        const std::string id{boost::json::parse(job->arguments).at("package").as_string()};
        packages.end(
            *job,
            id,
            day,
            store::PackageWorkStore::Built{
                .files =
                    {{.name = "resume.txt", .content = resume},
                     {.name = "manifest.json", .content = manifest}},
                .days = {{.due_on = day + std::chrono::days{4}, .words = "apply by"}}}
        );
    }
}

namespace {

/// The person's letter, and a batch of one package, which is built.
void send(const Stand& room, const std::string& owner, Person& person) {
    expect(
        room.ask_as(owner, "PUT", person.application + "/letter", R"({"employer": "syzygy"})"), 200
    );
    const auto asked = room.ask_as(
        owner,
        "POST",
        "/v1/packages/bulk",
        R"({"pairs": [{"candidate": ")" + person.id + R"(", "posting_id": ")" +
            last_segment(person.posting) + R"("}]})"
    );
    expect(asked, 202);
    person.batch = last_segment(header(asked, "Location"));
    const auto answer = json_of(asked);
    const auto& item = answer.at("items").at(0);
    person.package = "/v1/packages/" + std::string{item.at("package").as_string()};
    build_packages(room, std::string{small_manifest}, "borborygmus");
}

}  // namespace

Person settle(const Stand& room, const std::string& owner) {
    Person result{.owner = owner};
    const auto created = room.ask_as(owner, "POST", "/v1/candidates", person());
    expect(created, 201);
    result.path = header(created, "Location");
    result.id = last_segment(result.path);

    const auto put = [&](const std::string& what, const std::string& body) {
        expect(room.ask_as(owner, "PUT", result.path + what, body), 200);
    };
    const std::string posting = room.posting_id("engineer");
    result.posting = "/v1/postings/" + posting;
    const std::string agreed = R"({"wording": "employers_1"})";
    const std::string firm = R"({"wording": "firm_1"})";
    const std::string first = "/firms/" + std::string{first_firm};
    const std::string second = "/firms/" + std::string{second_firm};
    put(first, firm);
    put(second, firm);
    expect(room.ask_as(owner, "DELETE", result.path + second), 204);

    const auto saved = room.ask_as(
        owner,
        "POST",
        "/v1/saved-searches",
        R"({"name": "frobnicate", "candidate": ")" + result.id + R"("})"
    );
    expect(saved, 201);
    result.search = header(saved, "Location");
    announce(room, last_segment(result.search), posting);

    const auto aliases = [&] {
        const auto shown =
            json_of(room.ask_as("employer-1", "GET", result.posting + "/candidates?limit=100"));
        std::vector<std::string> all;
        for (const auto& one : shown.at("candidates").as_array()) {
            all.emplace_back(one.at("alias").as_string());
        }
        return all;
    };
    const auto before = aliases();
    put("/consent", agreed);
    for (const std::string& alias : aliases()) {
        if (std::find(before.begin(), before.end(), alias) == before.end()) {
            result.alias = alias;
        }
    }
    const std::string alias = result.posting + "/candidates/" + result.alias;
    expect(
        room.ask_as(
            "employer-1",
            "PUT",
            alias + "/interest",
            R"({"interested": true, "reason": "experience"})"
        ),
        200
    );
    const auto invited = room.ask_as(
        "employer-1", "POST", alias + "/invitation", R"({"message": "bring a bumbershoot"})"
    );
    expect(invited, 201);
    result.invitation = json_of(invited).at("id").as_string();
    const auto asked = room.ask_as("employer-1", "POST", alias + "/agreement", "{}");
    expect(asked, 200);
    const auto requests = json_of(room.ask_as(owner, "GET", result.path + "/agreements"));
    result.request = requests.at("items").at(0).at("id").as_string();
    expect(room.ask_as("employer-1", "PUT", alias + "/interest", std::string{said}), 200);
    const auto interests = json_of(room.ask_as(owner, "GET", result.path + "/interests"));
    result.interest = interests.at("items").at(0).at("id").as_string();

    const auto applied = room.ask_as(
        owner,
        "POST",
        "/v1/applications",
        R"({"candidate": ")" + result.id + R"(", "posting_id": ")" + posting +
            R"(", "note": "for the zymurgy"})"
    );
    expect(applied, 201);
    result.application = header(applied, "Location");
    expect(
        room.ask_as(
            owner, "POST", result.application + "/comments", R"({"words": "and xylography"})"
        ),
        201
    );
    send(room, owner, result);
    expect(
        room.ask_as(
            owner,
            "POST",
            "/v1/messages/" + result.id + "/" + std::string{first_firm},
            R"({"words": "is a quincunx needed?", "posting_id": ")" + posting + R"("})"
        ),
        201
    );
    return result;
}

void answer(const Stand& room, const Person& person, const bool agreed) {
    expect(
        room.ask_as(
            person.owner,
            "PUT",
            person.path + "/agreements/" + person.request,
            agreed ? R"({"agreed": true, "wording": "contact_1"})" : R"({"agreed": false})"
        ),
        200
    );
}

}  // namespace api_test
