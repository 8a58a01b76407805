#include "services/packages/claims.hpp"

#include "services/packages/html.hpp"
#include "services/packages/resume.hpp"
#include "services/wire/candidate_json.hpp"
#include "tests/packages/cases.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

namespace json = boost::json;
using domain::OfficialLanguage;
using packages::Facts;
using packages::Unsupported;
using namespace package_cases;

/// Words of trades, names and figures, some of them hostile.
std::string random_text(std::mt19937& random) {
    static const std::vector<std::string> words{
        "welded",  "pipe",     "12",         "3.5%",       "éclairé",
        "l’usine", "<b>",      "{{name}}",   "${HOME}",    "العربية",
        "😀",       "software", "robots",     "$40,000",    "file:///etc/passwd",
        "C++",     "A&B",      "\"quoted\"", "Administre", "soins",
        "2019",    "it's"};
    std::uniform_int_distribution<std::size_t> pick{0, words.size() - 1};
    std::uniform_int_distribution<int> count{1, 12};
    std::string text;
    for (int left = count(random); left > 0; --left) {
        text += (text.empty() ? "" : " ") + words[pick(random)];
    }
    return text;
}

json::array random_texts(std::mt19937& random, const int most) {
    json::array texts;
    for (int left = std::uniform_int_distribution{0, most}(random); left > 0; --left) {
        texts.emplace_back(random_text(random));
    }
    return texts;
}

std::string month(const int index) {
    const int of_year = index % 12 + 1;
    return std::to_string(index / 12) + (of_year < 10 ? "-0" : "-") + std::to_string(of_year);
}

/// A candidate document that the service takes, with whatever a résumé can hold.
json::object random_candidate(std::mt19937& random) {
    json::object document = candidate("welder");
    json::array jobs;
    json::array work;
    int at = 2000 * 12;
    for (int left = std::uniform_int_distribution{0, 6}(random); left > 0; --left) {
        const int end = at + std::uniform_int_distribution{1, 60}(random);
        const bool goes_on = left == 1 && random() % 2 == 0;
        jobs.push_back(
            {{"noc", random() % 2 == 0 ? "72106" : "21231"},
             {"title", random_text(random)},
             {"duties", random_texts(random, 5)},
             {"country", random() % 2 == 0 ? "CA" : "PH"},
             {"start", month(at) + "-01"},
             {"end", goes_on ? json::value(nullptr) : json::value(month(end) + "-28")},
             {"hours_per_week", 40}}
        );
        if (random() % 3 != 0) {
            json::object one{
                {"name", random_text(random)},
                {"position", random_text(random)},
                {"startDate", month(at)},
                {"highlights", random_texts(random, 7)}};
            if (!goes_on) {
                one["endDate"] = month(end);
            }
            work.push_back(std::move(one));
        }
        at = end + 1;
    }
    document["jobs"] = std::move(jobs);
    document["skills"] = random_texts(random, 8);
    json::object resume;
    resume["basics"] = json::object{
        {"name", "Ann Example " + random_text(random)},
        {"email", "ann@example.com"},
        {"phone", "+1 902 555 0100"},
        {"image", "photo.png"},
        {"summary", random_text(random)}};
    resume["work"] = std::move(work);
    resume["education"] = json::array{json::object{
        {"institution", random_text(random)},
        {"studyType", random_text(random)},
        {"endDate", "2008-04"}}};
    resume["certificates"] =
        json::array{json::object{{"name", random_text(random)}, {"date", "2015-05-05"}}};
    resume["languages"] = json::array{
        json::object{{"language", random_text(random)}, {"fluency", random_text(random)}}};
    document["resume"] = std::move(resume);
    return document;
}

packages::Order random_order(std::mt19937& random) {
    const bool french = random() % 2 == 0;
    return order(
        random_candidate(random),
        sample_posting(french ? "Infirmière ou infirmier" : "Software Engineer"),
        "2026-11-16",
        french ? OfficialLanguage::french : OfficialLanguage::english
    );
}

std::vector<packages::Document> documents(const packages::Order& order) {
    const auto sent = packages::write_sent(order, packages::length(0));
    EXPECT_TRUE(sent) << sent.error().message;
    return {sent->resume_document, sent->letter};
}

TEST(Claims, of_any_candidate_are_supported_and_nothing_else_is_said) {
    std::mt19937 random{20261129};
    for (int round = 0; round < 300; ++round) {
        SCOPED_TRACE(round);
        documents(random_order(random));
    }
}

/// Where a value of the candidate's document stands that a sentence rests on.
std::vector<std::string> facts_of(const packages::Sentence& sentence) {
    std::vector<std::string> ids;
    for (const packages::Claim& claim : sentence.claims) {
        for (const std::string& id : claim.facts) {
            if (id.starts_with("candidate:")) {
                ids.push_back(id);
            }
        }
    }
    return ids;
}

/// Every sentence with every one of its facts: `act` on the document without it.
template <class Act>
void for_each_fact(std::mt19937& random, const int rounds, Act act) {
    for (int round = 0; round < rounds; ++round) {
        const packages::Order made = random_order(random);
        for (const packages::Document& document : documents(made)) {
            for (const packages::Block& block : document.blocks) {
                for (const packages::Sentence& sentence : block.sentences) {
                    for (const std::string& id : facts_of(sentence)) {
                        SCOPED_TRACE(id);
                        act(made, document, sentence, id);
                    }
                }
            }
        }
    }
}

/// What the pointer names, to be changed.
json::value& value_at(json::value& document, const std::string& pointer) {
    boost::system::error_code error;
    return *document.find_pointer(pointer, error);
}

/// The same order over another document; what the service reads of it does not matter here.
Facts with(const packages::Order& made, const json::object& document) {
    return {document, made.facts.read(), made.facts.posting(), made.facts.as_of()};
}

TEST(Claims, are_refused_where_a_fact_is_dropped) {
    std::mt19937 random{1};
    for_each_fact(
        random,
        20,
        [](const auto& made, const auto& document, const auto&, const auto& id) {
            json::value less = made.facts.candidate();
            const std::string pointer = id.substr(std::string{"candidate:"}.size());
            value_at(less, pointer) = nullptr;
            const auto faults =
                packages::unsupported_claims(document, with(made, less.as_object()));
            EXPECT_TRUE(std::ranges::any_of(faults, [&](const auto& fault) {
                return fault.why == Unsupported::unknown_fact && fault.fact.starts_with(id);
            }));
        }
    );
}

TEST(Claims, are_refused_where_a_fact_is_another) {
    std::mt19937 random{2};
    for_each_fact(
        random,
        20,
        [](const auto& made, const auto& document, const auto&, const auto& id) {
            json::value other = made.facts.candidate();
            const std::string pointer = id.substr(std::string{"candidate:"}.size());
            const json::value& before = other.at_pointer(pointer);
            if (!before.is_string()) {
                return;  // A job as a whole: its dates are told elsewhere.
            }
            const std::string words{before.get_string()};
            const auto date = packages::said_date(words);
            value_at(other, pointer) =
                date ? "1987-0" + std::to_string(date->month % 9 + 1) : words + " 7";
            EXPECT_FALSE(
                packages::unsupported_claims(document, with(made, other.as_object())).empty()
            );
        }
    );
}

TEST(Claims, are_refused_where_a_number_or_a_word_is_changed_in_a_sentence) {
    std::mt19937 random{3};
    int changed = 0;
    for (int round = 0; round < 40; ++round) {
        const packages::Order made = random_order(random);
        for (packages::Document document : documents(made)) {
            for (packages::Block& block : document.blocks) {
                for (packages::Sentence& sentence : block.sentences) {
                    const std::string before = sentence.text;
                    const auto digit = sentence.text.find_first_of("0123456789");
                    if (digit == std::string::npos) {
                        sentence.text += "!";
                    } else {
                        sentence.text[digit] = sentence.text[digit] == '9' ? '8' : '9';
                    }
                    ++changed;
                    EXPECT_FALSE(packages::unsupported_claims(document, made.facts).empty())
                        << sentence.text;
                    sentence.text = before;
                }
            }
            EXPECT_TRUE(packages::unsupported_claims(document, made.facts).empty());
        }
    }
    EXPECT_GT(changed, 1'000);
}

TEST(Claims, need_a_fact_unless_they_say_nothing_of_anybody) {
    const packages::Order made = order(candidate("welder"), sample_posting("Cook"), "2026-11-16");
    const auto refused = [&](packages::Sentence sentence) {
        const packages::Document document{
            .title = "",
            .language = OfficialLanguage::english,
            .blocks = {{.style = packages::Style::bullet, .sentences = {std::move(sentence)}}}};
        const auto faults = packages::unsupported_claims(document, made.facts);
        return faults.empty() ? std::optional<Unsupported>{} : std::optional{faults.front().why};
    };
    EXPECT_EQ(
        refused({.code = "", .claims = {}, .text = "Led a team of 40"}), Unsupported::no_fact
    );
    EXPECT_EQ(
        refused({.code = "package.claim.fact", .claims = {}, .text = "Led a team of 40"}),
        Unsupported::no_fact
    );
    EXPECT_EQ(
        refused({.code = "package.label.skills", .claims = {}, .text = "Led a team of 40"}),
        Unsupported::other_words
    );
    EXPECT_EQ(refused({.code = "notice", .claims = {}, .text = "x"}), Unsupported::no_fact);
    EXPECT_EQ(
        refused(
            {.code = "package.claim.fact",
             .claims = {{.name = "fact", .form = packages::Form::as_written, .facts = {}}},
             .text = "Led a team of 40"}
        ),
        Unsupported::no_fact
    );
    EXPECT_EQ(
        refused({.code = "package.label.skills", .claims = {}, .text = "Skills"}), std::nullopt
    );
    EXPECT_EQ(
        refused({.code = "", .claims = {}, .text = "I like trains.", .own_words = true}),
        std::nullopt
    );
}

TEST(Claims, of_documents_as_made_are_those_of_their_sentences) {
    const packages::Order made = order(candidate("welder"), sample_posting("Cook"), "2026-11-16");
    for (const packages::Document& document : documents(made)) {
        const std::string html = packages::html_of(document, packages::Layout::resume);
        EXPECT_TRUE(packages::unsupported_words(document, packages::text_in_html(html)).empty());
        const std::string text = packages::plain_text(document);
        EXPECT_EQ(
            packages::unsupported_words(document, text + "Won a prize").front().text, "Wonaprize"
        );
        EXPECT_FALSE(packages::unsupported_words(document, text.substr(0, text.size() - 9)).empty()
        );
    }
}

}  // namespace
