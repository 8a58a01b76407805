#include "services/wire/candidate_json.hpp"

#include "matcher/document/json.hpp"
#include "tests/support/temporary_folder.hpp"

#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace json = boost::json;
using testing::ElementsAre;

const std::filesystem::path repository{REPOSITORY_ROOT};

std::string read(const std::filesystem::path& path) {
    std::ifstream file{path};
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

/// `document` with the value at `pointer` replaced, or removed where there is none.
json::value changed(json::value document, const std::string& pointer, const json::value* value) {
    if (pointer.empty()) {
        return *value;
    }
    const auto slash = pointer.rfind('/');
    const std::string member = pointer.substr(slash + 1);
    boost::system::error_code error;
    json::value* parent = document.find_pointer(pointer.substr(0, slash), error);
    if (parent->is_array()) {
        parent->get_array().at(std::stoul(member)) = *value;
    } else if (value != nullptr) {
        parent->get_object()[member] = *value;
    } else {
        EXPECT_EQ(parent->get_object().erase(member), 1U) << pointer;
    }
    return document;
}

struct Case {
    std::string what;
    json::value document;
    std::string field;
    bool accepted = false;
    bool schema_accepts = false;
};

std::vector<Case> cases() {
    const json::value file =
        document::parse(read(repository / "tests/wire/candidate_cases.json")).value();
    std::vector<Case> result;
    for (const std::string group : {"accepted", "refused", "refused_by_the_reader_alone"}) {
        for (const json::value& stated : file.at(group).as_array()) {
            const json::object& entry = stated.as_object();
            const auto text = [&](const char* key) {
                return entry.contains(key) ? std::string{entry.at(key).as_string()} : "";
            };
            std::string repeated;
            for (std::int64_t left = entry.contains("times") ? entry.at("times").as_int64() : 0;
                 left > 0;
                 --left) {
                repeated += text("repeat");
            }
            const json::value text_value(repeated);
            const json::value* value =
                entry.contains("times") ? &text_value : entry.if_contains("to");
            result.push_back(
                {.what = text("what"),
                 .document = entry.contains("at") ? changed(file.at("base"), text("at"), value)
                                                  : file.at("base"),
                 .field = text("field"),
                 .accepted = group == "accepted",
                 .schema_accepts = group != "refused"}
            );
        }
    }
    return result;
}

domain::Candidate base() {
    const json::value file =
        document::parse(read(repository / "tests/wire/candidate_cases.json")).value();
    return wire::candidate_from(file.at("base")).value();
}

TEST(CandidateJson, accepts_and_refuses_with_the_path_of_the_offending_member) {
    for (const Case& given : cases()) {
        const auto candidate = wire::candidate_from(given.document);
        EXPECT_EQ(candidate.has_value(), given.accepted)
            << given.what << ": "
            << (candidate ? "" : candidate.error().field + ": " + candidate.error().message);
        if (!candidate && !given.accepted) {
            EXPECT_EQ(candidate.error().field, given.field) << given.what;
            EXPECT_FALSE(candidate.error().message.empty());
        }
    }
}

TEST(CandidateJson, agrees_with_its_json_schema_as_an_independent_validator_reads_it) {
    const std::vector<Case> all = cases();
    std::string documents;
    for (const Case& given : all) {
        documents += document::serialize(given.document) + '\n';
    }
    const support::TemporaryFolder folder;
    const auto input = folder.write("documents.ndjson", documents);
    const auto output = folder.path() / "verdicts";
    const std::string command = "/usr/bin/python3 '" +
                                (repository / "tests/wire/validate.py").string() + "' '" +
                                (repository / "services/wire/candidate.schema.json").string() +
                                "' < '" + input.string() + "' > '" + output.string() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0) << "python3-jsonschema is in deploy/packages";
    std::istringstream verdicts{read(output)};
    for (const Case& given : all) {
        int verdict = -1;
        verdicts >> verdict;
        EXPECT_EQ(verdict, given.schema_accepts ? 1 : 0) << given.what;
    }
}

TEST(CandidateJson, gives_every_member_to_the_candidate) {
    const domain::Candidate candidate = base();
    EXPECT_EQ(domain::to_string(candidate.birth_date), "1994-05-17");
    EXPECT_EQ(candidate.citizenship_status, domain::CitizenshipStatus::abroad);
    ASSERT_EQ(candidate.language_tests.size(), 2U);
    EXPECT_EQ(candidate.language_tests[0].kind, domain::LanguageTestKind::ielts_general);
    EXPECT_TRUE(candidate.language_tests[0].first);
    EXPECT_FALSE(candidate.language_tests[1].first);
    EXPECT_EQ(
        candidate.language_tests[1].levels,
        (domain::AbilityLevels{.listening = 7, .reading = 7, .writing = 6, .speaking = 7})
    );
    ASSERT_EQ(candidate.education.size(), 1U);
    EXPECT_EQ(candidate.education[0].level, domain::EducationLevel::masters_or_professional);
    EXPECT_EQ(domain::to_string(*candidate.education[0].eca_date), "2025-08-20");
    ASSERT_EQ(candidate.jobs.size(), 2U);
    EXPECT_EQ(candidate.jobs[0].hours_per_week, 37.5);
    EXPECT_EQ(candidate.jobs[1].noc.to_string(), "00012");
    EXPECT_FALSE(candidate.jobs[1].end);
    EXPECT_TRUE(candidate.jobs[1].paid);
    ASSERT_TRUE(candidate.spouse);
    EXPECT_EQ(candidate.spouse->education.size(), 1U);
    EXPECT_EQ(candidate.funds, 2500000);
    EXPECT_EQ(candidate.nomination, domain::Province::NS);
    EXPECT_THAT(candidate.skills, ElementsAre("C++", "génie logiciel"));
    EXPECT_THAT(
        candidate.preferences.provinces, ElementsAre(domain::Province::NS, domain::Province::ON)
    );
    EXPECT_EQ(candidate.preferences.hourly_pay_min, 3500);
    EXPECT_EQ(candidate.preferences.remote, false);
    EXPECT_THAT(candidate.exclusions.postings, ElementsAre(17));
    ASSERT_EQ(candidate.exclusions.nocs.size(), 1U);
    EXPECT_EQ(candidate.exclusions.nocs[0].to_string(), "65201");
}

TEST(CandidateJson, converts_scores_to_levels) {
    EXPECT_EQ(
        base().language_tests[0].levels,
        (domain::AbilityLevels{.listening = 10, .reading = 9, .writing = 9, .speaking = 10})
    );
}

TEST(CandidateJson, finds_licences_in_the_resume_and_in_the_certificate) {
    EXPECT_THAT(
        base().licences,
        ElementsAre(domain::Licence::engineering, domain::Licence::trade_certificate)
    );
}

TEST(CandidateJson, shows_the_schema_that_ships_with_the_program) {
    EXPECT_EQ(wire::candidate_schema(), read(repository / "services/wire/candidate.schema.json"));
}

}  // namespace
