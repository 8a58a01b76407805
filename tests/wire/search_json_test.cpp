#include "services/wire/search_json.hpp"

#include <gtest/gtest.h>

namespace {

using domain::OfficialLanguage;
using search::Field;
using search::QueryFaultCode;

TEST(QueryFaults, are_told_in_both_languages_with_a_hint) {
    using enum QueryFaultCode;
    for (const auto language : {OfficialLanguage::english, OfficialLanguage::french}) {
        for (const auto code :
             {quote_not_closed,
              unknown_field,
              value_missing,
              value_not_understood,
              place_not_known,
              place_ambiguous,
              too_many_clauses,
              too_many_values}) {
            for (int field = 1; field <= static_cast<int>(Field::posted); ++field) {
                for (const std::string suggestion : {"", "title"}) {
                    const wire::QueryFaultText text = wire::fault_text(
                        {.code = code,
                         .position = 12,
                         .read = "read",
                         .field = static_cast<Field>(field),
                         .suggestion = suggestion},
                        language
                    );
                    EXPECT_NE(text.detail.find("12"), std::string::npos) << text.detail;
                    EXPECT_FALSE(text.hint.empty());
                    EXPECT_EQ((text.detail + text.hint).find_first_of("{}"), std::string::npos);
                }
            }
        }
    }
}

/// What a hint tells to write can be read.
TEST(QueryFaults, have_hints_that_hold) {
    for (const auto language : {OfficialLanguage::english, OfficialLanguage::french}) {
        for (int field = 1; field <= static_cast<int>(Field::posted); ++field) {
            const wire::QueryFaultText text = wire::fault_text(
                {.code = QueryFaultCode::value_missing, .field = static_cast<Field>(field)},
                language
            );
            int examples = 0;
            for (std::size_t at = text.hint.find(':'); at != std::string::npos;
                 at = text.hint.find(':', at + 1)) {
                const bool is_example = at + 1 < text.hint.size() && text.hint[at + 1] != ' ' &&
                                        text.hint[at - 1] != ' ';
                if (!is_example) {
                    continue;
                }
                const std::size_t start = text.hint.rfind(' ', at) + 1;
                const bool quoted = text.hint[at + 1] == '"';
                std::size_t end = text.hint.find(' ', quoted ? text.hint.find('"', at + 2) : at);
                end = std::min(end, text.hint.size());
                std::string example = text.hint.substr(start, end - start);
                example.resize(example.size() - (example.ends_with(',') ? 1 : 0));
                EXPECT_TRUE(search::parse_query(example)) << example;
                ++examples;
            }
            EXPECT_GE(examples, 1) << text.hint;
        }
    }
}

}  // namespace
