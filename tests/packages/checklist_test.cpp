#include "services/packages/checklist.hpp"

#include "services/packages/ats.hpp"
#include "services/packages/sheets.hpp"
#include "tests/packages/cases.hpp"
#include "tests/support/values.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace {

namespace json = boost::json;
using domain::OfficialLanguage;
using packages::Matter;
using support::day;
using namespace package_cases;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> texts(
    const json::object& document, const std::string& as_of, const Matter matter
) {
    std::vector<std::string> result;
    const auto made = order(document, sample_posting("Cook"), as_of);
    for (const auto& item : packages::checklist(made.facts, OfficialLanguage::english)) {
        if (item.matter == matter) {
            std::string text = item.text;
            for (const std::string& detail : item.details) {
                text += " " + detail;
            }
            result.push_back(std::move(text));
        }
    }
    return result;
}

TEST(Checklist, holds_letters_of_reference_against_what_the_government_asks) {
    const auto letters = texts(candidate("accountant"), "2021-03-25", Matter::letters);
    ASSERT_EQ(letters.size(), 2U);
    EXPECT_THAT(letters[0], HasSubstr("Senior accountant, Visayan Tide Shipping (fictional)"));
    EXPECT_THAT(
        letters[0], HasSubstr("says: your name, job title, dates worked, hours per week and duties")
    );
    EXPECT_THAT(
        letters[0],
        HasSubstr("needed in the letter: company letterhead, the company’s "
                  "address, telephone and e-mail, name, title and signature")
    );
    EXPECT_THAT(letters[0], HasSubstr("that you still work there and annual salary and benefits"));
    EXPECT_THAT(letters[1], Not(HasSubstr("still work there"))) << "it has ended";

    json::object document = candidate("accountant");
    json::object& job = document["jobs"].at(1).as_object();
    job["noc"] = "65201";
    EXPECT_EQ(texts(document, "2021-03-25", Matter::letters).size(), 1U) << "TEER 5 is not claimed";
    job["noc"] = "12200";
    job["self_employed"] = true;
    EXPECT_THAT(texts(document, "2021-03-25", Matter::letters)[1], HasSubstr("proof of ownership"));
}

TEST(Checklist, tells_gaps_and_where_resume_and_profile_disagree) {
    json::object document = candidate("welder");
    EXPECT_THAT(
        texts(document, "2021-03-25", Matter::history),
        Contains(HasSubstr("from 2014-07-01 to 2014-08-02"))
    );
    EXPECT_THAT(
        texts(document, "2021-03-25", Matter::history),
        Contains(HasSubstr("from 2020-10-01 to 2021-03-24"))
    );
    auto& work = document["resume"].at("work").as_array();
    work[0].as_object()["position"] = "Welding inspector";
    work[1].as_object()["endDate"] = "2014-01";
    work.push_back(json::object{{"name", "X"}, {"position", "Diver"}, {"startDate", "2005-01"}});
    const auto told = texts(document, "2021-03-25", Matter::history);
    EXPECT_THAT(
        told, Contains(HasSubstr("says Welding inspector, the profile Pipe and structural"))
    );
    EXPECT_THAT(told, Contains(HasSubstr("Subic Ship Repair (fictional) ends on another date")));
    EXPECT_THAT(told, Contains(HasSubstr("Diver, X stands in the résumé and not among")));
}

TEST(Checklist, tells_of_assessments_and_tests_that_lack_or_have_ended) {
    json::object document = candidate("accountant");
    EXPECT_TRUE(texts(document, "2021-03-25", Matter::credentials).empty());
    EXPECT_THAT(
        texts(document, "2026-11-16", Matter::credentials),
        Contains(HasSubstr("no longer counts. It ended on 2025-05-04"))
    );
    EXPECT_THAT(
        texts(document, "2026-11-16", Matter::language_tests),
        Contains(HasSubstr("no longer counts since 2022-08-22"))
    );
    document["education"].at(0).as_object()["eca_date"] = nullptr;
    document["language_tests"] = json::array{};
    EXPECT_THAT(
        texts(document, "2021-03-25", Matter::credentials), Contains(HasSubstr("has no assessment"))
    );
    EXPECT_THAT(
        texts(document, "2021-03-25", Matter::language_tests), Contains(HasSubstr("no approved"))
    );
}

/// The lines of an iCalendar as they were before they were folded. Refuses what RFC 5545 does.
std::vector<std::string> unfolded(const std::string& file) {
    std::vector<std::string> lines;
    std::size_t at = 0;
    while (at < file.size()) {
        const auto end = file.find("\r\n", at);
        EXPECT_NE(end, std::string::npos) << "every line ends in CRLF";
        const std::string line = file.substr(at, end - at);
        EXPECT_LE(line.size(), 75U) << line;
        EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos);
        if (line.starts_with(' ')) {
            lines.back() += line.substr(1);
        } else {
            lines.push_back(line);
        }
        at = end + 2;
    }
    return lines;
}

TEST(Calendar, holds_the_sixty_days_after_an_invitation) {
    json::object document = candidate("acheteuse");
    document["invited_on"] = "2026-08-07";
    document["language_tests"].at(0).as_object()["date"] = "2026-02-01";
    const auto made = order(document, sample_posting("Cook"), "2026-08-10");
    const auto items = packages::checklist(made.facts, OfficialLanguage::french);
    const std::string file = packages::calendar(items, made.facts, OfficialLanguage::french);
    const auto lines = unfolded(file);
    EXPECT_EQ(lines.front(), "BEGIN:VCALENDAR");
    EXPECT_EQ(lines.back(), "END:VCALENDAR");
    EXPECT_THAT(lines, Contains("VERSION:2.0"));
    EXPECT_THAT(lines, Contains("DTSTART;VALUE=DATE:20261006")) << "60 days from 2026-08-07";
    EXPECT_THAT(lines, Contains("DTEND;VALUE=DATE:20261007"));
    EXPECT_THAT(lines, Contains("DTSTAMP:20260810T000000Z"));
    EXPECT_THAT(lines, Contains("TRIGGER:-P7D"));
    EXPECT_THAT(lines, Contains(HasSubstr("SUMMARY:la demande doit arriver"))) << file;
    EXPECT_EQ(std::ranges::count(lines, "BEGIN:VEVENT"), std::ranges::count(lines, "END:VEVENT"));
    std::set<std::string> ids;
    for (const std::string& line : lines) {
        if (line.starts_with("UID:")) {
            EXPECT_TRUE(ids.insert(line).second) << "an id for each event: " << line;
        }
        EXPECT_FALSE(
            line.starts_with("DTSTART;VALUE=DATE:202608") && line < "DTSTART;VALUE=DATE:20260810"
        ) << "what has passed is no event";
    }
    EXPECT_EQ(file, packages::calendar(items, made.facts, OfficialLanguage::french));
}

TEST(Calendar, folds_between_letters_and_escapes) {
    packages::ChecklistItem item{.matter = Matter::days, .text = "", .day = day("2026-12-01")};
    for (int count = 0; count < 60; ++count) {
        item.text += "é,";
    }
    item.text += ";\\\nend";
    const auto made = order(candidate("welder"), sample_posting("Cook"), "2026-11-16");
    const auto lines = unfolded(packages::calendar({item}, made.facts, OfficialLanguage::english));
    EXPECT_THAT(lines, Contains(testing::EndsWith("é\\,é\\,\\;\\\\\\nend")));
    EXPECT_TRUE(packages::calendar({}, made.facts, OfficialLanguage::english).empty());
}

std::set<std::string> found(const json::object& document, const int pages = 1) {
    const auto made = order(document, sample_posting("Cook"), "2026-11-16");
    const auto resume =
        packages::tailored_resume(made.facts, made.sent, packages::length(0)).value();
    std::set<std::string> ids;
    for (const auto& finding :
         packages::ats_check(packages::built_in_ats_rules(), resume, made.facts, pages)) {
        ids.insert(finding.rule->id);
    }
    return ids;
}

/// A value put into the document, and the rule that has to find it.
TEST(Ats, finds_what_each_of_its_rules_is_about) {
    std::set<std::string> seen;
    const auto expect = [&](const std::string& rule, const auto& change, const int pages = 1) {
        json::object document = candidate("accountant");
        change(
            document,
            document["resume"].as_object()["basics"].as_object(),
            document["resume"].as_object()["work"].as_array()
        );
        EXPECT_THAT(found(document, pages), Contains(rule));
        seen.insert(rule);
    };
    using O = json::object&;
    using A = json::array&;
    expect("email_missing", [](O, O basics, A) { basics.erase("email"); });
    expect("email_shape", [](O, O basics, A) { basics["email"] = "jocelyn at example"; });
    expect("phone_missing", [](O, O basics, A) { basics.erase("phone"); });
    expect("place_missing", [](O, O basics, A) { basics.erase("location"); });
    expect("link_protocol", [](O, O basics, A) { basics["url"] = "www.example.com"; });
    expect("photo_left_out", [](O, O basics, A) { basics["image"] = "a.png"; });
    expect("references", [](O document, O, A) {
        document["resume"].as_object()["references"] = json::array{json::object{{"name", "R"}}};
    });
    expect("experience_missing", [](O document, O, A work) {
        document["jobs"] = json::array{};
        work.clear();
    });
    expect("employer_missing", [](O, O, A work) { work[0].as_object().erase("name"); });
    expect("period_missing", [](O, O, A work) {
        work.push_back(json::object{{"name", "X"}, {"position", "Diver"}});
    });
    expect("period_order", [](O, O, A work) {
        work.push_back(json::object{
            {"name", "X"}, {"position", "Diver"}, {"startDate", "2015-05"}, {"endDate", "2014-05"}}
        );
    });
    expect("period_future", [](O, O, A work) {
        work.push_back(json::object{{"name", "X"}, {"position", "Diver"}, {"startDate", "2027-05"}}
        );
    });
    expect("bullets_missing", [](O, O, A work) {
        work.push_back(json::object{{"name", "X"}, {"position", "Diver"}, {"startDate", "2020-05"}}
        );
    });
    const auto told = [](const std::string& text) {
        return [text](O, O, A work) {
            work[0].as_object()["highlights"] = json::array{json::string{text}};
        };
    };
    expect("bullet_long", told(std::string(100, 'a') + " " + std::string(250, 'b')));
    expect("first_person", told("I prepare statements"));
    expect("word_long", told(std::string(100, 'a')));
    expect("signs", told("Prepare statements 🚀"));
    expect("personal_data", told("Marital status: single"));
    expect("other_language", [](O document, O, A work) {
        for (auto& job : document["jobs"].as_array()) {
            job.as_object()["duties"] = json::array{};
        }
        for (auto& job : work) {
            job.as_object()["highlights"] = json::array{
                "Prépare les états financiers et les déclarations de revenus de quatre sociétés",
                "Fait le suivi des comptes de la banque et de la paie"};
        }
    });
    expect("bullet_without_figure", [](O document, O, A work) {
        for (auto& job : document["jobs"].as_array()) {
            job.as_object()["duties"] = json::array{"Prepare statements"};
        }
        for (auto& job : work) {
            job.as_object()["highlights"] = json::array{"Prepare statements"};
        }
    });
    expect("skills_missing", [](O document, O, A) { document["skills"] = json::array{}; });
    expect("no_skill_asked_for", [](O document, O, A) {
        document["skills"] = json::array{"falconry"};
    });
    expect("education_missing", [](O document, O, A) {
        document["education"] = json::array{};
        document["resume"].as_object().erase("education");
    });
    expect(
        "too_long", [](O, O, A) {}, 3
    );
    expect("too_short", [](O document, O, A work) {
        document["jobs"] = json::array{};
        work.clear();
    });
    for (const packages::AtsRule& rule : packages::built_in_ats_rules().rules) {
        EXPECT_TRUE(seen.contains(rule.id)) << rule.id;
    }
}

TEST(Ats, finds_nothing_to_mend_in_a_good_resume) {
    const auto ids = found(candidate("accountant"));
    EXPECT_THAT(ids, Not(Contains("other_language")));
    EXPECT_THAT(ids, Not(Contains("employer_missing")));
    EXPECT_THAT(ids, Not(Contains("bullet_long")));
}

TEST(Ats, refuses_rules_of_another_form) {
    EXPECT_EQ(packages::ats_rules_from("{}").error().field, "version");
    EXPECT_FALSE(packages::ats_rules_from(
        R"({"version": "2026-11-29", "source": "x", "limits": {"pages_max": 2,
            "bullet_characters_max": 1, "word_characters_max": 1, "words_min": 1},
            "rules": [{"id": "a", "severity": "fatal", "meaning": {"en": "a", "fr": "b"},
            "action": {"en": "a", "fr": "b"}}]})"
    ));
}

}  // namespace
