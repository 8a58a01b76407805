#include "services/wire/messages.hpp"

#include "matcher/document/json.hpp"
#include "services/wire/fit_json.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/match_json.hpp"
#include "services/wire/reason_names.hpp"

#include <boost/json/value.hpp>
#include <gtest/gtest.h>
#include <unicode/messagepattern.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

namespace {

using domain::OfficialLanguage;

constexpr std::array both{OfficialLanguage::english, OfficialLanguage::french};

std::map<std::string, std::string> messages(const std::string& language) {
    std::ifstream file{
        std::string{REPOSITORY_ROOT} + "/services/wire/messages/" + language + ".json"};
    std::ostringstream content;
    content << file.rdbuf();
    std::map<std::string, std::string> result;
    const boost::json::value document = document::parse(content.str()).value();
    for (const auto& [code, pattern] : document.as_object()) {
        result.emplace(code, pattern.as_string());
    }
    return result;
}

/// The arguments of a pattern with how each is used: `months plural`, `noc none`.
std::set<std::string> arguments(const std::string& pattern) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessagePattern parsed{icu::UnicodeString::fromUTF8(pattern), nullptr, status};
    EXPECT_TRUE(U_SUCCESS(status)) << pattern;
    std::set<std::string> result;
    for (int index = 0; index < parsed.countParts(); ++index) {
        const icu::MessagePattern::Part& part = parsed.getPart(index);
        if (part.getType() == UMSGPAT_PART_TYPE_ARG_START) {
            std::string name;
            parsed.getSubstring(parsed.getPart(index + 1)).toUTF8String(name);
            result.insert(name + ' ' + std::to_string(part.getArgType()));
        }
    }
    return result;
}

void is_whole(const std::string& text, const std::string_view code) {
    EXPECT_FALSE(text.empty()) << code;
    EXPECT_EQ(text.find_first_of("{}"), std::string::npos) << code << ": " << text;
}

TEST(Messages, exist_in_both_languages_with_the_same_arguments) {
    const auto english = messages("en");
    const auto french = messages("fr");
    ASSERT_FALSE(english.empty());
    for (const auto& [code, pattern] : english) {
        ASSERT_TRUE(french.contains(code)) << code;
        EXPECT_EQ(arguments(french.at(code)), arguments(pattern)) << code;
    }
    EXPECT_EQ(french.size(), english.size());
}

TEST(Messages, exist_for_every_reason_that_the_matcher_can_give) {
    for (const OfficialLanguage language : both) {
        for (const auto& [code, reason] : wire::fit_reason_names) {
            const bool of_languages = code.starts_with("language");
            const bool of_experience = code.starts_with("experience");
            is_whole(
                wire::reason_text(
                    fit::Part{
                        .kind = of_languages    ? fit::PartKind::official_languages
                                : of_experience ? fit::PartKind::experience
                                                : fit::PartKind::occupation,
                        .reason = reason},
                    language
                ),
                code
            );
        }
        for (const auto& [code, fact] : wire::placed_after_names) {
            is_whole(wire::placed_after_text(fact, language), code);
        }
        for (const auto& [code, reason] : wire::lift_reason_names) {
            express_entry::Lift lift;
            lift.reason = reason;
            is_whole(wire::reason_text(lift, language), code);
        }
        for (const auto& [code, condition] : wire::lift_condition_names) {
            is_whole(wire::condition_text(condition, language), code);
        }
        for (const auto& [code, note] : wire::profile_note_names) {
            is_whole(wire::note_text({.note = note, .path = ""}, language), code);
        }
    }
}

TEST(Messages, speak_the_language_with_its_plurals) {
    const auto held = [](const OfficialLanguage language, const std::int64_t months) {
        return wire::text(language, "fit.experience_met", {{"held", months}, {"asked", months}});
    };
    EXPECT_EQ(held(OfficialLanguage::english, 1), "1 month held, 1 asked");
    EXPECT_EQ(held(OfficialLanguage::english, 0), "0 months held, 0 asked");
    EXPECT_EQ(held(OfficialLanguage::french, 24), "24 mois acquis, 24 demandés");
    EXPECT_EQ(
        wire::text(
            OfficialLanguage::french,
            "status.historic",
            {{"date", domain::parse_date("2025-03-25").value()}}
        ),
        "plus en vigueur depuis le 2025-03-25"
    );
    EXPECT_EQ(wire::join(OfficialLanguage::english, {"a", "b", "c"}), "a, b and c");
    EXPECT_EQ(wire::join(OfficialLanguage::french, {"a", "b", "c"}), "a, b et c");
}

TEST(Messages, are_asked_for_in_english_or_french) {
    EXPECT_EQ(wire::language_from("fr").value(), OfficialLanguage::french);
    ASSERT_FALSE(wire::language_from("de"));
    EXPECT_EQ(wire::language_from("de").error().field, "lang");
}

}  // namespace
