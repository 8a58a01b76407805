#include "services/packages/resume.hpp"

#include "matcher/document/json.hpp"
#include "services/packages/letter.hpp"
#include "services/packages/tailoring.hpp"
#include "services/packages/wording.hpp"
#include "services/wire/export_json.hpp"
#include "services/wire/resume_import.hpp"
#include "tests/packages/cases.hpp"
#include "tests/support/document_cases.hpp"
#include "tests/support/shared.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace {

namespace json = boost::json;
using domain::OfficialLanguage;
using packages::Form;
using packages::SectionKind;
using namespace package_cases;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

packages::Resume resume_of(
    const packages::Order& order, const packages::Length& length = packages::length(0)
) {
    return packages::tailored_resume(order.facts, order.sent, length).value();
}

const packages::Section* section(const packages::Resume& resume, const SectionKind kind) {
    const auto found = std::ranges::find(resume.sections, kind, &packages::Section::kind);
    return found == resume.sections.end() ? nullptr : &*found;
}

std::string text_of(const packages::Order& order) {
    return packages::plain_text(packages::document_of(resume_of(order), order.facts));
}

std::string written(const std::string& words, const Form form, const bool french = false) {
    return packages::written(
               words, form, french ? OfficialLanguage::french : OfficialLanguage::english
    )
        .value_or("(not of this form)");
}

TEST(Wording, is_that_of_canada_in_both_languages) {
    EXPECT_EQ(written("2021-03", Form::short_month), "Mar 2021");
    EXPECT_EQ(written("2021-03-15", Form::short_month), "Mar 2021");
    EXPECT_EQ(written("2021", Form::short_month), "2021");
    EXPECT_EQ(written("2021-08", Form::short_month, true), "août 2021");
    EXPECT_EQ(written("2021-02", Form::short_month, true), "févr. 2021");
    EXPECT_EQ(written("2026-11-16", Form::day), "November 16, 2026");
    EXPECT_EQ(written("2026-11-01", Form::day, true), "1er novembre 2026");
    EXPECT_EQ(written("2026-11-16", Form::day, true), "16 novembre 2026");
    EXPECT_EQ(written("(902) 555-0123", Form::phone), "902-555-0123");
    EXPECT_EQ(written("+19025550123", Form::phone), "902-555-0123");
    EXPECT_EQ(written("1-902-555-0123", Form::phone, true), "902-555-0123");
    EXPECT_EQ(written("+33 6 39 98 01 42", Form::phone), "+33 6 39 98 01 42");
    EXPECT_EQ(written("98450 55501", Form::phone), "98450 55501") << "not ours to regroup";
    EXPECT_EQ(written("https://www.linkedin.com/in/a/", Form::web_address), "linkedin.com/in/a");
    EXPECT_EQ(written("https://www.jobbank.gc.ca/x/1", Form::host), "jobbank.gc.ca");
    EXPECT_EQ(written("Job Bank/1671068", Form::reference), "1671068");
    EXPECT_EQ(written("Software developer", Form::in_sentence), "software developer");
    EXPECT_EQ(written("Red Seal welder", Form::in_sentence), "Red Seal welder");
    EXPECT_EQ(written("CNC operator", Form::in_sentence), "CNC operator");
    EXPECT_EQ(written("Infirmière", Form::in_sentence, true), "infirmière");
    EXPECT_EQ(written("Welded pipes. ", Form::clause), "Welded pipes");
    EXPECT_EQ(written("PH", Form::country), "Philippines");
    EXPECT_EQ(written("DE", Form::country, true), "Allemagne");
    EXPECT_EQ(written("yesterday", Form::year), "(not of this form)");
    EXPECT_EQ(written("2021-13", Form::month), "(not of this form)");
    EXPECT_EQ(packages::clean(" a\n\tb\u0007 \u202Ec "), "a b c");
}

TEST(Resume, is_reverse_chronological_whatever_the_order_of_the_document) {
    json::object document = candidate("accountant");
    auto& jobs = document["jobs"].as_array();
    std::swap(jobs[0], jobs[1]);
    auto& work = document["resume"].at("work").as_array();
    std::swap(work[0], work[1]);
    const auto resume = resume_of(order(document, sample_posting("Cook"), "2021-03-25"));
    std::vector<std::string> titles;
    for (const packages::Entry& entry : section(resume, SectionKind::experience)->entries) {
        titles.push_back(entry.title.text + ", " + entry.period->text);
    }
    EXPECT_THAT(
        titles,
        ElementsAre(
            "Senior accountant, Jul 2016 – Present", "Accounting technician, Jun 2012 – Jun 2016"
        )
    );
}

TEST(Resume, never_says_what_canadian_employers_must_not_ask) {
    json::object document = candidate("registered_nurse");
    json::object& resume = document["resume"].as_object();
    json::object& basics = resume["basics"].as_object();
    basics["image"] = "https://example.com/photo.jpg";
    basics["location"].as_object()["address"] = "17 Harbour Street";
    basics["location"].as_object()["postalCode"] = "B3H 1A1";
    resume["references"] = json::array{json::object{{"name", "Dr. Referee"}}};
    resume["interests"] = json::array{json::object{{"name", "chess"}}};
    const packages::Order made =
        order(document, sample_posting("Infirmière ou infirmier"), "2021-03-25");
    const std::string text = text_of(made);
    const std::string exported =
        document::serialize(packages::resume_json(resume_of(made), made.facts));
    const std::string born{document["birth_date"].as_string()};
    for (const std::string& told : {text, exported}) {
        for (const std::string& secret :
             {born,
              born.substr(0, 4),
              std::string{"photo"},
              std::string{"Harbour Street"},
              std::string{"B3H"},
              std::string{"single"},
              std::string{"open_permit"},
              std::string{"Referee"},
              std::string{"chess"},
              std::string{"Objective"}}) {
            EXPECT_THAT(told, Not(HasSubstr(secret)));
        }
    }
}

TEST(Resume, orders_bullets_and_skills_by_what_the_posting_asks) {
    domain::Posting posting = sample_posting("Cook");
    posting.title = "Payroll clerk";
    posting.duties = {"Run the payroll of employees without late payments"};
    posting.skills = {"QuickBooks"};
    const auto resume = resume_of(order(candidate("accountant"), posting, "2021-03-25"));
    const packages::Entry& earlier = section(resume, SectionKind::experience)->entries[1];
    EXPECT_EQ(
        earlier.bullets.front().text, "Ran the payroll of 140 employees without a late payment"
    );
    EXPECT_EQ(section(resume, SectionKind::skills)->sentences.front().text, "QuickBooks");
    EXPECT_THAT(
        section(resume, SectionKind::summary)->sentences.back().text, HasSubstr("QuickBooks")
    );
}

TEST(Resume, says_the_same_of_a_job_once) {
    const auto resume = resume_of(order(
        candidate("developpeur_web"), sample_posting("Cook"), "2021-03-25", OfficialLanguage::french
    ));
    int applications = 0;
    for (const auto& bullet : section(resume, SectionKind::experience)->entries[0].bullets) {
        applications += bullet.text.find("Vue.js") == std::string::npos ? 0 : 1;
    }
    EXPECT_EQ(applications, 1);
}

TEST(Resume, leaves_jobs_of_long_ago_to_a_line) {
    const auto resume = resume_of(order(candidate("welder"), sample_posting("Cook"), "2032-01-01"));
    ASSERT_NE(section(resume, SectionKind::earlier), nullptr);
    const packages::Entry& old = section(resume, SectionKind::earlier)->entries.front();
    EXPECT_EQ(old.title.text, "Welder");
    EXPECT_TRUE(old.bullets.empty());
}

TEST(Resume, counts_years_of_the_same_work_once) {
    json::object document = candidate("welder");
    document["jobs"].at(0).as_object()["start"] = "2014-08-03";
    document["jobs"].at(0).as_object()["end"] = "2020-09-30";
    document["resume"].as_object().erase("work");
    const auto resume = resume_of(order(document, sample_posting("Cook"), "2021-03-25"));
    EXPECT_THAT(
        section(resume, SectionKind::summary)->sentences.front().text,
        HasSubstr("with 6 years of experience")
    ) << "two jobs at one time are one";
}

TEST(Resume, of_a_document_that_names_nobody_is_refused) {
    json::object document = candidate("welder");
    document["resume"].at("basics").as_object().erase("name");
    const packages::Order made = order(document, sample_posting("Cook"), "2021-03-25");
    EXPECT_EQ(
        packages::tailored_resume(made.facts, made.sent, packages::length(0)).error().field,
        "resume.basics.name"
    );
    EXPECT_FALSE(packages::letter(made.facts, made.sent, {}));
}

TEST(ResumeJson, is_a_json_resume_with_the_facts_of_the_candidate) {
    const packages::Order made =
        order(candidate("software_developer"), sample_posting("Software Engineer"), "2026-11-16");
    const json::value exported = packages::resume_json(resume_of(made), made.facts);
    EXPECT_EQ(exported.at("basics").at("email"), "meera.krishnan@example.com");
    EXPECT_EQ(exported.at("work").at(0).at("name"), "Cargo Loop Logistics (fictional)");
    EXPECT_EQ(exported.at("work").at(0).at("location"), "Bengaluru, India");
    EXPECT_EQ(exported.at("work").at(0).at("startDate"), "2016-08");
    EXPECT_FALSE(exported.at("work").at(0).as_object().contains("endDate"));
    EXPECT_EQ(exported.at("work").at(1).at("endDate"), "2016-07");
    EXPECT_EQ(exported.at("education").at(0).at("area"), "Computer Science");
    const auto schema = support::shared() / "data/resumes/jsonresume_schema.json";
    if (!std::filesystem::exists(schema)) {
        GTEST_SKIP() << "../shared absent";
    }
    EXPECT_THAT(
        support::schema_verdicts(
            schema,
            {{.what = "tailored",
              .document = document::serialize(exported),
              .field = "",
              .accepted = true,
              .schema_accepts = true}}
        ),
        ElementsAre(true)
    );
}

/// Imported, and exported again by the service: every section as it was.
TEST(ResumeJson, of_other_programs_keep_their_facts) {
    if (!std::filesystem::exists(support::shared() / "data/resumes")) {
        GTEST_SKIP() << "../shared absent";
    }
    for (const std::string name : {"sample", "new-grad", "senior-engineer", "career-changer"}) {
        SCOPED_TRACE(name);
        std::ostringstream text;
        text
            << std::
                   ifstream{support::shared() / "data/resumes" / ("jsonresume_" + name + ".resume.json")}
                       .rdbuf();
        const json::value sample = document::parse(text.str()).value();
        const auto profile = wire::import_profile(sample).value();
        const json::object exported = wire::json_resume(profile.candidate);
        for (const auto& [section, value] : sample.as_object()) {
            if (section == "$schema") {
                continue;
            }
            ASSERT_TRUE(exported.contains(section)) << section;
            if (section != "meta") {
                EXPECT_EQ(exported.at(section), value) << section;
            }
        }
    }
}

TEST(Letter, has_the_parts_of_one_in_the_sender_s_own_words) {
    const packages::Order made =
        order(candidate("welder"), sample_posting("Software Engineer"), "2026-11-16");
    const auto own =
        packages::own_words_from(
            document::parse(
                R"({"employer": "I have followed your robots since the first one.", "matches": ""})"
            )
                .value()
        )
            .value();
    const auto letter = packages::letter(made.facts, made.sent, own).value();
    const std::string text = packages::plain_text(letter);
    EXPECT_THAT(text, HasSubstr("November 16, 2026"));
    EXPECT_THAT(text, HasSubstr("Dear Hiring Manager:"));
    EXPECT_THAT(
        text,
        HasSubstr("Software Engineer with Maple Harbour Robotics (fictional), which I "
                  "saw on maple-harbour-robotics.example.")
    );
    EXPECT_THAT(text, HasSubstr("I have followed your robots since the first one."));
    EXPECT_THAT(text, Not(HasSubstr("what I have done")));
    EXPECT_THAT(text, HasSubstr("open work permit")) << "for it is true";
    int own_sentences = 0;
    for (const packages::Block& block : letter.blocks) {
        for (const packages::Sentence& sentence : block.sentences) {
            own_sentences += sentence.own_words ? 1 : 0;
        }
    }
    EXPECT_EQ(own_sentences, 1);
}

TEST(Letter, refuses_other_parts_and_more_than_a_page) {
    const auto read = [](const std::string& text) {
        return packages::own_words_from(document::parse(text).value());
    };
    EXPECT_EQ(read(R"({"salary": "more"})").error().field, "salary");
    EXPECT_EQ(read(R"({"opening": 1})").error().field, "opening");
    EXPECT_EQ(
        read(R"({"opening": ")" + std::string(1'201, 'a') + R"("})").error().field, "opening"
    );
    const packages::Order made = order(candidate("welder"), sample_posting("Cook"), "2026-11-16");
    std::string words;
    for (int count = 0; count < 390; ++count) {
        words += "ab ";
    }
    const auto refused = packages::letter(made.facts, made.sent, {{"employer", words}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "letter");
}

TEST(Letter, in_french_is_french_throughout) {
    const packages::Order made = order(
        candidate("infirmiere"),
        sample_posting("Infirmière ou infirmier"),
        "2026-11-16",
        OfficialLanguage::french
    );
    const std::string text =
        packages::plain_text(packages::letter(made.facts, made.sent, {}).value());
    EXPECT_THAT(text, HasSubstr("16 novembre 2026"));
    EXPECT_THAT(text, HasSubstr("Madame, Monsieur,"));
    EXPECT_THAT(text, HasSubstr("comme infirmière en médecine et gériatrie"));
    EXPECT_THAT(
        text, HasSubstr("Évaluer l’état de santé des patientes et patients: Évalue l’état")
    );
    EXPECT_THAT(text, HasSubstr("salutations distinguées"));
}

TEST(Tailoring, pairs_duties_with_what_answers_them_and_each_once) {
    const std::vector<std::string> asked{
        "Assess patients to identify needs", "Administer medication", "Keep a team informed"};
    const std::vector<std::string> answers{
        "Administered medication to patients",
        "Assessed patients and identified their needs",
        "Taught patients"};
    EXPECT_THAT(
        packages::answered(asked, answers, 3),
        ElementsAre(packages::Answered{1, 0}, packages::Answered{0, 1})
    );
    EXPECT_EQ(packages::answered(asked, answers, 1).size(), 1U);
    EXPECT_TRUE(packages::answered({}, answers, 3).empty());
}

}  // namespace
