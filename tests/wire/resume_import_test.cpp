// Profiles from elsewhere, and that what is taken out can be brought back without a loss.

#include "services/wire/resume_import.hpp"

#include "services/wire/candidate_json.hpp"
#include "services/wire/export_json.hpp"
#include "tests/support/document_cases.hpp"
#include "tests/support/shared.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>

namespace {

namespace json = boost::json;
using testing::Contains;
using testing::Not;

std::vector<std::string> notes_of(const wire::ImportedProfile& profile) {
    std::vector<std::string> notes;
    const auto shown = wire::imported_json(profile, domain::OfficialLanguage::english);
    for (const json::value& note : shown.at("notes").as_array()) {
        notes.push_back(
            std::string{note.at("code").as_string()} + " " +
            std::string{note.at("path").as_string()}
        );
    }
    return notes;
}

wire::ImportedProfile imported(const std::string_view text) {
    auto profile = wire::import_profile(json::parse(text));
    EXPECT_TRUE(profile);
    return profile ? *std::move(profile) : wire::ImportedProfile{};
}

void comes_back(const json::object& candidate) {
    const json::object written = wire::json_resume(candidate);
    const auto read = wire::import_profile(written);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->candidate, candidate) << json::serialize(written);
    EXPECT_TRUE(read->complete) << testing::PrintToString(notes_of(*read));
    EXPECT_TRUE(read->notes.empty());
}

TEST(RoundTrip, loses_nothing_of_any_document_that_is_accepted) {
    const auto cases =
        support::read_document_cases(REPOSITORY_ROOT "/tests/wire/candidate_cases.json");
    std::size_t seen = 0;
    for (const support::DocumentCase& one : cases) {
        if (one.accepted) {
            SCOPED_TRACE(one.what);
            comes_back(json::parse(one.document).as_object());
            ++seen;
        }
    }
    EXPECT_GT(seen, 10U);
}

/// Any JSON at all, small.
json::value any_value(std::mt19937& random, const int depth) {
    switch (random() % (depth > 0 ? 7U : 5U)) {
        case 0:
            return nullptr;
        case 1:
            return random() % 2 == 0;
        case 2:
            return static_cast<std::int64_t>(random() % 100);
        case 3:
            return "Software engineer";
        case 4:
            return json::value(std::to_string(random() % 10));
        case 5: {
            json::array elements;
            for (auto count = random() % 3; count > 0; --count) {
                elements.push_back(any_value(random, depth - 1));
            }
            return elements;
        }
        default: {
            json::object members;
            for (auto count = random() % 3; count > 0; --count) {
                members[std::to_string(random() % 4)] = any_value(random, depth - 1);
            }
            return members;
        }
    }
}

/// What a résumé may hold: sections with anything in them, and members that no one knows.
json::object any_resume(std::mt19937& random) {
    json::object resume;
    for (const std::string_view name :
         {"$schema",
          "basics",
          "work",
          "education",
          "skills",
          "languages",
          "projects",
          "meta",
          "schema",
          "jobs",
          "rest",
          "absent",
          "x-jobscout",
          "resume"}) {
        if (random() % 3 == 0) {
            resume[name] = any_value(random, 3);
        }
    }
    if (random() % 3 == 0) {
        resume["meta"] = json::object{{"version", "v1.3"}};
    }
    if (random() % 6 == 0) {
        resume["meta"] = json::object{{"x-jobscout", any_value(random, 2)}, {"a", 1}};
    }
    return resume;
}

TEST(RoundTrip, loses_nothing_whatever_the_resume_holds) {
    const auto cases =
        support::read_document_cases(REPOSITORY_ROOT "/tests/wire/candidate_cases.json");
    std::vector<json::object> accepted;
    for (const support::DocumentCase& one : cases) {
        if (one.accepted) {
            accepted.push_back(json::parse(one.document).as_object());
        }
    }
    std::mt19937 random{20261129};
    for (int round = 0; round < 3'000 && !testing::Test::HasFailure(); ++round) {
        json::object candidate = accepted[random() % accepted.size()];
        candidate.erase("resume");
        const auto kind = random() % 8;
        if (kind == 0) {
            candidate["resume"] = nullptr;
        } else if (kind == 1) {
            // Sections that say just what the document says are the person's own all the same.
            candidate["resume"] = wire::sections_from_facts(candidate);
        } else if (kind > 2) {
            candidate["resume"] = any_resume(random);
        }
        ASSERT_TRUE(wire::candidate_from(candidate)) << json::serialize(candidate);
        comes_back(candidate);
    }
}

TEST(RoundTrip, keeps_what_another_program_has_changed_meanwhile) {
    const auto cases =
        support::read_document_cases(REPOSITORY_ROOT "/tests/wire/candidate_cases.json");
    json::object candidate = json::parse(cases.front().document).as_object();
    candidate.erase("resume");
    json::object written = wire::json_resume(candidate);
    written["basics"] = {{"name", "Ada"}};
    written["work"].as_array().push_back(json::object{{"position", "Welder"}});
    const auto read = wire::import_profile(written);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->candidate.at("resume").at("basics").at("name"), "Ada");
    EXPECT_EQ(read->candidate.at("resume").at("work"), written.at("work"));
    EXPECT_FALSE(read->candidate.at("resume").as_object().contains("skills"));
    EXPECT_EQ(read->candidate.at("jobs"), candidate.at("jobs"));

    written["meta"].at("x-jobscout").as_object()["funds"] = -1;
    const auto broken = wire::import_profile(written);
    ASSERT_TRUE(broken);
    EXPECT_FALSE(broken->complete);
    EXPECT_THAT(notes_of(*broken), testing::ElementsAre("refused funds"));
}

TEST(Import, reads_what_a_resume_says_and_notes_what_it_does_not) {
    const auto profile = imported(R"({
        "basics": {"name": "Ada"},
        "work": [
            {"position": "Welder", "startDate": "2020-03", "endDate": "2024-05-31",
             "highlights": ["Welded pipes.", "", 7]},
            {"position": "Helper", "startDate": "2018", "endDate": ""},
            {"startDate": "soon"}, "none"],
        "education": [{"studyType": "Bachelor of Science", "endDate": "2017-06"},
                      {"studyType": "Baccalauréat", "endDate": "2013-06-30"}],
        "skills": [{"name": "TIG", "keywords": ["steel", "TIG"]}, {"keywords": "x"}],
        "languages": [{"language": "English", "fluency": "Native"}],
        "volunteer": {}})");
    const json::object& candidate = profile.candidate;
    EXPECT_FALSE(profile.complete);
    EXPECT_EQ(candidate.at("schema"), "jobscout/candidate/1");
    EXPECT_EQ(candidate.at("resume").at("basics").at("name"), "Ada");
    const json::value job = json::parse(R"({"title": "Welder", "start": "2020-03-01",
        "end": "2024-05-31", "duties": ["Welded pipes."]})");
    EXPECT_EQ(candidate.at("jobs").at(0), job);
    EXPECT_TRUE(candidate.at("jobs").at(1).at("end").is_null());
    EXPECT_EQ(candidate.at("jobs").as_array().size(), 3U);
    EXPECT_EQ(candidate.at("education").at(0).at("level"), "bachelors_or_three_year");
    EXPECT_EQ(candidate.at("education").at(0).at("completed"), "2017-06-01");
    EXPECT_FALSE(candidate.at("education").at(1).as_object().contains("level"));
    EXPECT_EQ(candidate.at("skills"), json::parse(R"(["TIG", "steel"])"));
    EXPECT_TRUE(candidate.at("language_tests").as_array().empty());
    EXPECT_THAT(
        notes_of(profile),
        testing::UnorderedElementsAre(
            "day_assumed jobs[0].start",
            "not_read resume.work[0].highlights[2]",
            "missing jobs[0].noc",
            "missing jobs[0].country",
            "missing jobs[0].hours_per_week",
            "not_read resume.work[1].startDate",
            "missing jobs[1].noc",
            "missing jobs[1].country",
            "missing jobs[1].start",
            "missing jobs[1].hours_per_week",
            "not_read resume.work[2].startDate",
            "missing jobs[2].noc",
            "missing jobs[2].title",
            "missing jobs[2].country",
            "missing jobs[2].start",
            "missing jobs[2].hours_per_week",
            "not_read resume.work[3]",
            "level_read education[0].level",
            "day_assumed education[0].completed",
            "missing education[0].country",
            "missing education[1].level",
            "missing education[1].country",
            "missing birth_date",
            "missing marital",
            "missing citizenship_status",
            "no_language_test language_tests"
        )
    );
}

TEST(Import, takes_a_candidate_document_as_it_is_and_refuses_what_is_neither) {
    const auto cases =
        support::read_document_cases(REPOSITORY_ROOT "/tests/wire/candidate_cases.json");
    const json::value base = json::parse(cases.front().document);
    const auto same = wire::import_profile(base);
    ASSERT_TRUE(same);
    EXPECT_EQ(same->candidate, base.as_object());
    EXPECT_TRUE(same->complete);
    json::object wrong = base.as_object();
    wrong["marital"] = "maybe";
    EXPECT_EQ(wire::import_profile(wrong).error().field, "marital");
    wrong.erase("schema");
    EXPECT_EQ(wire::import_profile(wrong).error().field, "schema");
    for (const char* text : {"{}", "[]", "null", "7", R"("basics")", R"({"name": "Ada"})"}) {
        EXPECT_FALSE(wire::import_profile(json::parse(text))) << text;
    }
}

TEST(Import, says_everything_in_both_languages) {
    wire::ImportedProfile profile;
    for (const auto& named : wire::import_note_names) {
        profile.notes.push_back({.kind = named.value, .path = "a"});
    }
    const auto english = wire::imported_json(profile, domain::OfficialLanguage::english);
    const auto french = wire::imported_json(profile, domain::OfficialLanguage::french);
    for (std::size_t index = 0; index < profile.notes.size(); ++index) {
        EXPECT_NE(
            english.at("notes").at(index).at("text"), french.at("notes").at(index).at("text")
        );
    }
}

/// Résumés of the JSON Resume project itself, fictional all of them.
TEST(Import, reads_resumes_of_other_programs) {
    if (!std::filesystem::exists(support::shared() / "data/resumes")) {
        GTEST_SKIP() << "../shared absent";
    }
    for (const std::string name : {"sample", "new-grad", "senior-engineer", "career-changer"}) {
        SCOPED_TRACE(name);
        std::stringstream text;
        text
            << std::
                   ifstream{support::shared() / "data/resumes" / ("jsonresume_" + name + ".resume.json")}
                       .rdbuf();
        const auto profile = imported(text.str());
        EXPECT_EQ(profile.candidate.at("resume"), json::parse(text.str()));
        EXPECT_FALSE(profile.candidate.at("jobs").as_array().empty());
        EXPECT_FALSE(profile.candidate.at("skills").as_array().empty());
        EXPECT_THAT(notes_of(profile), Contains("missing jobs[0].noc"));
        EXPECT_THAT(notes_of(profile), Not(Contains("missing jobs[0].title")));
    }
}

}  // namespace
