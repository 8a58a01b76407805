#include "services/wire/messages.hpp"

#include "matcher/document/json.hpp"
#include "matcher/rules/regulations.hpp"
#include "services/wire/agreement_json.hpp"
#include "services/wire/fit_json.hpp"
#include "services/wire/interest_json.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/mail_json.hpp"
#include "services/wire/match_json.hpp"
#include "services/wire/reason_json.hpp"
#include "services/wire/reason_names.hpp"
#include "services/wire/shown_candidate_json.hpp"
#include "tests/wire/languages.hpp"

#include <boost/json/value.hpp>
#include <gtest/gtest.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

namespace {

using domain::OfficialLanguage;
using languages::both;

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
std::set<std::string> used_arguments(const std::string& pattern) {
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
        EXPECT_EQ(used_arguments(french.at(code)), used_arguments(pattern)) << code;
    }
    EXPECT_EQ(french.size(), english.size());
}

/// A reason is of one kind of part, and most bear its name.
fit::PartKind kind_of(const std::string_view reason) {
    using enum fit::PartKind;
    constexpr std::array begins{
        std::pair{"language", official_languages},
        std::pair{"experience", experience},
        std::pair{"education", qualifications},
        std::pair{"licence", qualifications},
        std::pair{"words", skills_and_duties},
        std::pair{"no_words", skills_and_duties},
        std::pair{"resume", skills_and_duties},
        std::pair{"place", place},
        std::pair{"province", place},
        std::pair{"pay", pay},
        std::pair{"remote", remote},
        std::pair{"start", start},
        std::pair{"terms", terms},
        std::pair{"title", title},
    };
    for (const auto& [begin, kind] : begins) {
        if (reason.starts_with(begin)) {
            return kind;
        }
    }
    return occupation;
}

TEST(Messages, exist_for_whatever_an_employer_is_told_of_a_candidate) {
    for (const OfficialLanguage language : both) {
        for (const auto& [code, reason] : wire::fit_reason_names) {
            using enum fit::PartKind;
            constexpr std::array wishes{place, pay, remote, start};
            const bool is_wish = std::ranges::find(wishes, kind_of(code)) != wishes.end();
            const std::string_view shown = is_wish ? std::string_view{"wishes"} : code;
            is_whole(wire::text(language, wire::message_code("shown", shown)), code);
        }
        for (const auto& [code, fact] : wire::placed_after_names) {
            is_whole(wire::text(language, wire::message_code("gap", code)), code);
        }
        for (const std::string_view reason : wire::interest_reasons()) {
            is_whole(wire::text(language, wire::message_code("interest", reason)), reason);
        }
        for (const auto& wordings :
             {wire::consent_wordings(), wire::agreement_wordings(), wire::mail_wordings()}) {
            for (const std::string_view wording : wordings) {
                is_whole(wire::text(language, wire::message_code("consent", wording)), wording);
            }
        }
    }
}

TEST(Messages, exist_for_every_reason_that_the_matcher_can_give) {
    for (const OfficialLanguage language : both) {
        for (const auto& [code, reason] : wire::fit_reason_names) {
            is_whole(
                wire::reason_text(fit::Part{.kind = kind_of(code), .reason = reason}, language),
                code
            );
        }
        for (const auto& [code, kind] : wire::part_names) {
            is_whole(wire::part_text(kind, language), code);
            // The words of a résumé are its owner's to change; we invent none.
            const bool can_move = kind != fit::PartKind::skills_and_duties &&
                                  kind != fit::PartKind::terms && kind != fit::PartKind::title;
            const fit::Fit fit{
                .total = 0, .parts = {{.kind = kind, .attainable = can_move ? 3 : 0}}};
            const auto move = wire::fit_json(fit, language).at("parts").at_pointer("/0/move");
            EXPECT_EQ(move.is_string(), can_move) << code;
            if (can_move) {
                is_whole(std::string{move.as_string()}, code);
            }
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

/// What ICU's MessageFormat makes of a pattern, asked without what this project adds to it.
std::string as_icu_has_it(
    const OfficialLanguage language, const std::string& pattern, const wire::Arguments& arguments
) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessageFormat format{
        icu::UnicodeString::fromUTF8(pattern),
        language == OfficialLanguage::french ? icu::Locale::getCanadaFrench()
                                             : icu::Locale::getCanada(),
        status};
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const auto& [name, argument] : arguments) {
        names.push_back(icu::UnicodeString::fromUTF8(std::string{name}));
        const auto* number = std::get_if<std::int64_t>(&argument);
        const auto* words = std::get_if<std::string>(&argument);
        values.emplace_back(
            number != nullptr  ? icu::Formattable{*number}
            : words != nullptr ? icu::Formattable{icu::UnicodeString::fromUTF8(*words)}
                               : icu::Formattable{icu::UnicodeString::fromUTF8(
                                     domain::to_string(std::get<domain::Date>(argument))
                                 )}
        );
    }
    icu::UnicodeString result;
    format.format(
        names.data(), values.data(), static_cast<std::int32_t>(values.size()), result, status
    );
    EXPECT_TRUE(U_SUCCESS(status)) << pattern;
    std::string text;
    return result.toUTF8String(text);
}

TEST(Messages, say_what_icu_makes_of_their_patterns_whatever_the_arguments) {
    const std::vector<wire::Argument> given{
        std::int64_t{0},
        std::int64_t{1},
        std::int64_t{-1'234'567},
        std::string{},
        std::string{"l'été {0} d''un <b>"},
        *domain::parse_date("2026-11-30")};
    constexpr std::size_t numbers = 3;  // They stand first.
    for (const auto language : both) {
        for (const auto& [code, pattern] :
             messages(language == OfficialLanguage::french ? "fr" : "en")) {
            std::map<std::string, std::set<std::string>> uses;
            for (const std::string& use : used_arguments(pattern)) {
                uses[use.substr(0, use.find(' '))].insert(use.substr(use.find(' ') + 1));
            }
            for (std::size_t first = 0; first < given.size(); ++first) {
                wire::Arguments arguments;
                std::size_t next = first;
                for (const auto& [name, types] : uses) {
                    const std::size_t place = next++;
                    if (types.contains(std::to_string(UMSGPAT_ARG_TYPE_SELECT))) {
                        arguments.emplace_back(name, std::string{"yes"});
                    } else if (types == std::set{std::to_string(UMSGPAT_ARG_TYPE_NONE)}) {
                        arguments.emplace_back(name, given[place % given.size()]);
                    } else {
                        arguments.emplace_back(name, given[place % numbers]);
                    }
                }
                EXPECT_EQ(
                    wire::text(language, code, arguments),
                    as_icu_has_it(language, pattern, arguments)
                ) << code;
            }
        }
    }
    EXPECT_EQ(
        wire::text(OfficialLanguage::english, "status.replaced"),
        as_icu_has_it(OfficialLanguage::english, messages("en").at("status.replaced"), {})
    );
}

/// Every reason is said in both languages with exactly the arguments of its kind.
TEST(Messages, exist_for_every_reason_code_with_the_arguments_of_its_kind) {
    for (const std::string language : {"en", "fr"}) {
        const auto all = messages(language);
        for (const express_entry::ReasonKind& kind : express_entry::reason_kinds()) {
            const std::string code = "reason." + std::string{kind.name};
            ASSERT_TRUE(all.contains(code)) << language << ' ' << code;
            std::set<std::string> expected;
            for (std::size_t index = 0; index < kind.arity(); ++index) {
                expected.emplace(kind.parameters[index].name);
            }
            std::set<std::string> used;
            for (const std::string& argument : used_arguments(all.at(code))) {
                used.insert(argument.substr(0, argument.find(' ')));
            }
            EXPECT_EQ(used, expected) << language << ' ' << code;
        }
        for (const auto& [code, pattern] : all) {
            const std::string name = code.substr(code.find('.') + 1);
            const auto kinds = express_entry::reason_kinds();
            const bool known =
                !code.starts_with("reason.") ||
                std::ranges::find(kinds, name, &express_entry::ReasonKind::name) != kinds.end();
            EXPECT_TRUE(known) << code << " is no reason that the matcher gives";
        }
    }
}

/// A reason of each kind with some value for each argument.
express_entry::Reason example(const express_entry::ReasonKind& kind) {
    std::vector<express_entry::Argument> values;
    for (std::size_t index = 0; index < kind.arity(); ++index) {
        switch (kind.parameters[index].kind) {
            case express_entry::ArgumentKind::number:
                values.emplace_back(std::int64_t{12});
                break;
            case express_entry::ArgumentKind::text:
                values.emplace_back(std::string{"fr"});
                break;
            case express_entry::ArgumentKind::date:
                values.emplace_back(domain::parse_date("2026-03-02").value());
                break;
        }
    }
    return express_entry::because(kind.code, std::move(values));
}

TEST(Messages, say_each_reason_whole_with_its_numbers_and_days) {
    for (const OfficialLanguage language : both) {
        for (const express_entry::ReasonKind& kind : express_entry::reason_kinds()) {
            const express_entry::Reason reason = example(kind);
            is_whole(wire::reason_text(reason, language), kind.name);
            const auto json = wire::reason_json(reason, language);
            EXPECT_EQ(json.at("code").as_string(), kind.name);
            EXPECT_EQ(json.at("arguments").as_object().size(), kind.arity()) << kind.name;
        }
    }
    const auto funds =
        express_entry::because(express_entry::ReasonCode::funds_short, {14'000, 28'362, 4});
    EXPECT_EQ(
        wire::reason_text(funds, OfficialLanguage::english),
        "$14,000 for a family of 4 as stated, short of $28,362"
    );
}

TEST(Messages, exist_for_every_clause_verdict_program_and_category) {
    for (const OfficialLanguage language : both) {
        const auto holds = [&](const std::string_view group, const std::string_view code) {
            is_whole(wire::text(language, wire::message_code(group, code)), code);
        };
        for (const auto& named : wire::program_clause_names) {
            holds("clause", named.name);
        }
        for (const auto& named : wire::offer_clause_names) {
            holds("offer_clause", named.name);
        }
        for (const auto& named : wire::verdict_names) {
            holds("verdict", named.name);
        }
        for (const auto& named : wire::program_names) {
            holds("program", named.name);
        }
        for (const auto& named : wire::marital_names) {
            holds("column", named.name);
        }
        for (const auto& list : rules::regulations().categories) {
            for (const auto& category : list.categories) {
                holds("category", category.id);
            }
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
