#include "services/http/accept.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

namespace {

struct Negotiation {
    std::string accept;
    std::string_view answered;
};

TEST(Accept, prefers_the_greatest_weight_and_then_what_is_offered_first) {
    constexpr std::array<std::string_view, 3> offered{
        "application/json", "application/x-ndjson", "text/csv"};
    const std::vector<Negotiation> all{
        {"", "application/json"},
        {"*/*", "application/json"},
        {"text/csv", "text/csv"},
        {"Text/CSV; header=present", "text/csv"},
        {"application/x-ndjson", "application/x-ndjson"},
        {"text/*", "text/csv"},
        {"text/html, text/csv;q=0.9, */*;q=0.1", "text/csv"},
        {"text/html, */*", "application/json"},
        {"application/json;q=0.5, text/csv;q=0.501", "text/csv"},
        {"application/json;q=0.5 ,\ttext/csv ; q=0.5", "application/json"},
        {"*/*, application/json;q=0", "application/x-ndjson"},
        {"text/csv;q=0, text/*, */*;q=0.001", "application/json"},
        {"image/png", "application/json"},
        {"text/csv;q=2", "application/json"},
        {"text/csv;q=1.001", "application/json"},
        {"text/csv;q=0.0001", "application/json"},
        {"text/csv;q=x, application/x-ndjson", "application/x-ndjson"},
        {",,;;q=1,=", "application/json"},
    };
    for (const Negotiation& one : all) {
        EXPECT_EQ(offered[http::preferred(one.accept, offered)], one.answered) << one.accept;
    }
}

TEST(Accept, takes_a_language_for_those_of_its_regions) {
    constexpr std::array<std::string_view, 2> offered{"en", "fr"};
    const std::vector<Negotiation> all{
        {"", "en"},
        {"fr", "fr"},
        {"fr-CA", "fr"},
        {"FR-ca, en;q=0.8", "fr"},
        {"en;q=0.5, fr-CA;q=0.6, *;q=0.1", "fr"},
        {"en, fr", "en"},
        {"frr, de", "en"},
        {"*, en;q=0", "fr"},
    };
    for (const Negotiation& one : all) {
        EXPECT_EQ(offered[http::preferred_language(one.accept, offered)], one.answered)
            << one.accept;
    }
}

}  // namespace
