// The evidence card in words: every check with every verdict that a row can hold, in both
// languages.

#include "services/wire/evidence_json.hpp"

#include "indexer/trust/trust.hpp"
#include "services/wire/messages.hpp"
#include "tests/wire/languages.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/messagepattern.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace {

namespace json = boost::json;
using domain::OfficialLanguage;
using languages::both;
using testing::HasSubstr;
using verification::Check;
using verification::CheckKind;
using verification::Verdict;

const domain::Date today = domain::parse_date("2026-11-16").value();

domain::Posting open_posting() {
    domain::Posting posting;
    posting.id = 7;
    posting.date_posted = domain::parse_date("2026-11-02").value();
    return posting;
}

store::TrustCard card_of(store::PackedVerdicts verdicts) {
    store::TrustCard card;
    card.source = "fictional";
    card.file = "/somewhere/private/feed.ndjson";
    card.fetched_at = "2026-11-15T10:00:00Z";
    card.verdicts = std::move(verdicts);
    card.verified = true;
    return card;
}

json::object evidence(const store::TrustCard& card, const OfficialLanguage language) {
    static const domain::Posting posting = open_posting();
    return wire::evidence_json(
        {.posting = posting, .card = card, .as_of = today, .language = language}
    );
}

/// What the card says of this one check.
json::value shown(const Check& check, const OfficialLanguage language) {
    const auto card = card_of(trust::pack(std::array{check}, today, 0));
    return evidence(card, language).at("checks").at(static_cast<std::size_t>(check.kind));
}

void expect_whole(const json::value& check) {
    for (const char* name : {"title", "text"}) {
        const std::string words{check.at(name).as_string()};
        EXPECT_FALSE(words.empty()) << check;
        EXPECT_EQ(words.find_first_of("{}"), std::string::npos) << words;
    }
}

/// The arguments of a pattern, and whether each has to be a number.
std::map<std::string, bool> numeric_arguments(const std::string& pattern) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessagePattern parsed{icu::UnicodeString::fromUTF8(pattern), nullptr, status};
    EXPECT_TRUE(U_SUCCESS(status)) << pattern;
    std::map<std::string, bool> result;
    for (int index = 0; index < parsed.countParts(); ++index) {
        const icu::MessagePattern::Part& part = parsed.getPart(index);
        if (part.getType() == UMSGPAT_PART_TYPE_ARG_START) {
            std::string name;
            parsed.getSubstring(parsed.getPart(index + 1)).toUTF8String(name);
            const auto kind = part.getArgType();
            result[name] = kind == UMSGPAT_ARG_TYPE_SIMPLE || kind == UMSGPAT_ARG_TYPE_PLURAL;
        }
    }
    return result;
}

TEST(EvidenceCard, shows_the_pay_of_zero_that_was_read) {
    const auto pay = shown(
        {.kind = CheckKind::pay,
         .verdict = Verdict::unknown,
         .field = "pay_min",
         .evidence = "0.00 to  CAD HOUR",
         .code = "zero"},
        OfficialLanguage::english
    );
    EXPECT_EQ(pay.at("evidence"), "0.00 to  CAD HOUR");
    EXPECT_EQ(pay.at("verdict"), "unknown");
    EXPECT_TRUE(std::string{pay.at("text").as_string()}.starts_with("The source states a pay of 0")
    );
}

TEST(EvidenceCard, has_a_title_and_a_text_for_every_verdict_of_every_check) {
    for (const OfficialLanguage language : both) {
        std::set<std::string> titles;
        for (std::size_t kind = 0; kind < verification::checks_count; ++kind) {
            for (const Verdict verdict :
                 {Verdict::pass, Verdict::warn, Verdict::fail, Verdict::unknown, Verdict::info}) {
                const auto check =
                    shown({.kind = static_cast<CheckKind>(kind), .verdict = verdict}, language);
                expect_whole(check);
                EXPECT_EQ(check.at("verdict").as_string(), verification::name(verdict));
                titles.emplace(check.at("title").as_string());
            }
        }
        EXPECT_EQ(titles.size(), verification::checks_count) << "each has one of its own";
    }
}

TEST(EvidenceCard, says_every_statement_of_its_checks_whole) {
    std::ifstream file{std::string{REPOSITORY_ROOT} + "/services/wire/messages/en.json"};
    std::ostringstream content;
    content << file.rdbuf();
    std::size_t seen = 0;
    const json::value messages = json::parse(content.str());
    for (const auto& [code, pattern] : messages.as_object()) {
        const std::string name{code};
        const auto dot = name.rfind('.');
        if (!name.starts_with("check.") || dot == 5) {
            continue;
        }
        const auto kind = verification::kind_from(name.substr(6, dot - 6));
        const std::string statement = name.substr(dot + 1);
        if (!kind || verification::verdict_from(statement)) {
            continue;
        }
        ++seen;
        const auto names = numeric_arguments(std::string{pattern.as_string()});
        Check check{.kind = *kind, .verdict = Verdict::info, .code = statement};
        for (const auto& [argument, is_number] : names) {
            check.values.emplace_back(
                argument,
                is_number ? verification::Value{std::int64_t{12}} : verification::Value{"any"}
            );
        }
        for (const OfficialLanguage language : both) {
            const auto told = shown(check, language);
            expect_whole(told);
            EXPECT_NE(told.at("text").as_string(), wire::text(language, "check.any.info"))
                << name << " lacks a value";
        }
    }
    EXPECT_GT(seen, 5U);
}

TEST(EvidenceCard, says_what_was_found_with_its_values_and_days) {
    const Check repost{
        .kind = CheckKind::repost,
        .verdict = Verdict::warn,
        .evidence = "fictional 3",
        .values = {
            {"count", std::int64_t{1}},
            {"first", domain::parse_date("2026-09-01").value()},
            {"last", domain::parse_date("2026-11-02").value()}}};
    const auto english = shown(repost, OfficialLanguage::english);
    EXPECT_EQ(
        english.at("text"),
        "The same job was advertised 1 other time, between 2026-09-01 and 2026-11-02."
    );
    EXPECT_EQ(english.at("evidence"), "fictional 3");
    EXPECT_EQ(english.at("values").at("count"), 1);
    EXPECT_EQ(english.at("values").at("first"), "2026-09-01");
    EXPECT_THAT(
        std::string{shown(repost, OfficialLanguage::french).at("text").as_string()},
        HasSubstr("2026-09-01")
    );
    const Check hours{
        .kind = CheckKind::hours,
        .verdict = Verdict::info,
        .code = "under_30",
        .values = {{"tenths", std::int64_t{275}}}};
    EXPECT_THAT(
        std::string{shown(hours, OfficialLanguage::english).at("text").as_string()},
        HasSubstr("27.5 hours")
    );
    EXPECT_THAT(
        std::string{shown(hours, OfficialLanguage::french).at("text").as_string()},
        HasSubstr("27,5")
    );
}

TEST(EvidenceCard, of_another_version_says_what_it_understands) {
    auto card = card_of(
        {.letters = "pwz",
         .details =
             R"([{"check":"liveness","code":"as_of_old","values":{"a":{"b":1}}},{"check":"no_more"}])",
         .verified_on = today}
    );
    for (const OfficialLanguage language : both) {
        const auto checks = evidence(card, language).at("checks").as_array();
        ASSERT_EQ(checks.size(), verification::checks_count);
        for (const json::value& check : checks) {
            expect_whole(check);
        }
        EXPECT_EQ(checks[1].at("verdict"), "warn");
        EXPECT_EQ(checks[2].at("verdict"), "unknown") << "an unknown letter is never pass";
        EXPECT_EQ(checks[3].at("verdict"), "unknown") << "nor is a check that came later";
    }
}

TEST(EvidenceCard, tells_what_its_source_said_last) {
    auto card = card_of(trust::pack(std::array{Check{.kind = CheckKind::liveness}}, today, 0));
    const auto liveness = [&] {
        return evidence(card, OfficialLanguage::english).at("checks").at(1);
    };
    const std::string never{liveness().at("text").as_string()};
    card.liveness = store::StoredLiveness{
        .state = "uncertain",
        .day = today,
        .evidence = "the host does not answer",
        .until = domain::parse_date("2026-11-17").value()};
    EXPECT_NE(liveness().at("text").as_string(), never);
    EXPECT_EQ(liveness().at("evidence"), "the host does not answer");
    EXPECT_EQ(liveness().at("fetched_on"), "2026-11-16");
    EXPECT_EQ(liveness().at("expires_on"), "2026-11-17");
    EXPECT_EQ(liveness().at("source"), "fictional");
}

TEST(EvidenceCard, tells_what_the_page_of_the_employer_said_and_when) {
    Check check{
        .kind = CheckKind::employer_page,
        .verdict = Verdict::pass,
        .evidence = "https://granitecove.example/jobs/7",
        .code = "live",
        .values = {{"site", "granitecove.example"}},
        .source = "https://granitecove.example/jobs/7",
        .source_on = domain::parse_date("2026-11-15").value(),
        .expires_on = domain::parse_date("2026-12-15").value()};
    const auto live = shown(check, OfficialLanguage::english);
    EXPECT_EQ(live.at("text"), "The employer's own page, at granitecove.example, shows it.");
    EXPECT_EQ(live.at("evidence"), "https://granitecove.example/jobs/7");
    EXPECT_EQ(live.at("source"), "https://granitecove.example/jobs/7");
    EXPECT_EQ(live.at("fetched_on"), "2026-11-15");
    EXPECT_EQ(live.at("expires_on"), "2026-12-15");
    auto card = card_of(trust::pack(std::array{check}, today, 0));
    EXPECT_EQ(evidence(card, OfficialLanguage::english).at("expires_on"), json::value(nullptr))
        << "the posting stands without it";
    check.verdict = Verdict::unknown;
    check.code = "uncertain";
    check.evidence = "HTTP 503";
    const auto uncertain = shown(check, OfficialLanguage::french);
    EXPECT_EQ(uncertain.at("evidence"), "HTTP 503");
    EXPECT_THAT(std::string{uncertain.at("text").as_string()}, HasSubstr("granitecove.example"));
}

TEST(EvidenceCard, names_the_list_that_a_verdict_rests_on) {
    auto card = card_of(trust::pack(std::array<Check, 0>{}, today, 0));
    card.basis = R"json({"checks":1,"lists":{"non_compliant_list":
        {"name":"List (fictional)","on":"2026-11-01","expires_on":"2026-12-01"}}})json";
    const auto check = evidence(card, OfficialLanguage::english)
                           .at("checks")
                           .at(static_cast<std::size_t>(CheckKind::non_compliant_list));
    EXPECT_EQ(check.at("source"), "List (fictional)");
    EXPECT_EQ(check.at("fetched_on"), "2026-11-01");
    EXPECT_EQ(check.at("expires_on"), "2026-12-01");
}

struct Standing {
    std::string state;
    std::function<void(store::TrustCard&, domain::Posting&)> change;
};

TEST(EvidenceCard, tells_how_the_posting_stands) {
    const std::vector<Standing> all{
        {"verified", [](auto&, auto&) {}},
        {"received", [](auto& card, auto&) { card.verdicts.reset(); }},
        {"received", [](auto& card, auto&) { card.verdicts->letters.clear(); }},
        {"quarantined", [](auto& card, auto&) { card.verified = false; }},
        {"needs_recheck", [](auto& card, auto&) { card.lapsed_on = today; }},
        {"needs_recheck",
         [](auto& card, auto&) { card.verdicts->expires_on = today - std::chrono::days{1}; }},
        {"verified", [](auto& card, auto&) { card.verdicts->expires_on = today; }},
        {"closed", [](auto&, auto& posting) { posting.closed_on = today; }},
        {"verified",
         [](auto&, auto& posting) { posting.closed_on = today + std::chrono::days{1}; }},
        {"expired",
         [](auto&, auto& posting) { posting.valid_through = today - std::chrono::days{1}; }},
    };
    for (const Standing& one : all) {
        auto card = card_of(trust::pack(std::array<Check, 0>{}, today, 0));
        domain::Posting posting = open_posting();
        one.change(card, posting);
        for (const OfficialLanguage language : both) {
            const auto told = wire::evidence_json(
                {.posting = posting, .card = card, .as_of = today, .language = language}
            );
            EXPECT_EQ(told.at("state").as_string(), one.state);
            EXPECT_FALSE(told.at("state_text").as_string().empty());
            EXPECT_EQ(told.at("file"), "feed.ndjson") << "the folder is the operator's affair";
        }
    }
}

}  // namespace
