// The evidence card over its route, and a posting as JSON-LD.

#include "indexer/verification/check.hpp"
#include "tests/api/stand.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using api_test::header;
using api_test::json_of;
using api_test::stand;
using testing::HasSubstr;

std::string evidence_path(const std::string& key) {
    return "/v1/postings/" + stand().posting_id(key) + "/evidence";
}

TEST(Evidence, shows_every_check_in_its_order) {
    const auto response = stand().ask("GET", evidence_path("welder"));
    ASSERT_EQ(response.status, 200U) << response.body;
    const auto card = json_of(response);
    EXPECT_EQ(card.at("state"), "verified");
    EXPECT_EQ(card.at("as_of").as_string(), api_test::today);
    EXPECT_EQ(card.at("verified_on").as_string(), api_test::today);
    EXPECT_TRUE(card.at("expires_on").is_null());
    EXPECT_EQ(card.at("source"), "fictional");
    EXPECT_EQ(card.at("file"), "fictional.ndjson");
    EXPECT_EQ(card.at("sha256").as_string().size(), 64U);
    const auto& checks = card.at("checks").as_array();
    ASSERT_EQ(checks.size(), verification::checks_count);
    for (std::size_t at = 0; at < checks.size(); ++at) {
        EXPECT_EQ(
            checks[at].at("check").as_string(),
            verification::name(static_cast<verification::CheckKind>(at))
        );
    }
    EXPECT_EQ(checks[0].at("verdict"), "pass");
    EXPECT_EQ(checks[1].at("verdict"), "unknown");
    EXPECT_EQ(checks.back().at("verdict"), "unknown") << "it came later than the row";
}

TEST(Evidence, is_told_in_english_and_in_french) {
    const auto english = json_of(stand().ask("GET", evidence_path("welder") + "?lang=en"));
    const auto french = json_of(stand().ask("GET", evidence_path("welder") + "?lang=fr"));
    for (std::size_t at = 0; at < verification::checks_count; ++at) {
        const auto& one = english.at("checks").at(at);
        const auto& other = french.at("checks").at(at);
        EXPECT_NE(one.at("text"), other.at("text")) << one.at("check");
        EXPECT_EQ(one.at("verdict"), other.at("verdict"));
    }
    EXPECT_NE(english.at("state_text"), french.at("state_text"));
}

TEST(Evidence, is_refused_by_the_parameter_that_is_wrong) {
    for (const std::string field : {"lang", "as_of"}) {
        const auto response =
            stand().ask("GET", evidence_path("welder") + "?" + field + "=nonsense");
        EXPECT_EQ(response.status, 400U);
        EXPECT_EQ(json_of(response).at("parameter").as_string(), field);
    }
    EXPECT_EQ(stand().ask("GET", "/v1/postings/999999/evidence").status, 404U);
}

TEST(Evidence, is_not_sent_again_to_who_has_it) {
    const std::string etag = header(stand().ask("GET", evidence_path("nurse")), "ETag");
    const auto again = stand().ask("GET", evidence_path("nurse"), "", {{"If-None-Match", etag}});
    EXPECT_EQ(again.status, 304U);
    EXPECT_EQ(again.body, "");
}

TEST(Evidence, tells_how_a_posting_stands_on_the_day_asked) {
    EXPECT_EQ(
        json_of(stand().ask("GET", evidence_path("welder") + "?as_of=2026-12-16")).at("state"),
        "expired"
    );
    const api_test::Stand one;
    store::Database owned{{.conninfo = one.database().conninfo()}};
    store::PostingStore postings{owned};
    auto record = api_test::records()[1];
    record.raw = "changed";
    record.sha256 = store::sha256(record.raw);
    record.verdicts.expires_on = domain::parse_date("2026-11-20").value();
    postings.write({record});
    const std::string path = "/v1/postings/" + one.posting_id("welder");
    EXPECT_EQ(
        json_of(one.ask("GET", path + "?as_of=2026-11-20")).at("evidence").at("state"), "verified"
    );
    EXPECT_EQ(one.ask("GET", path + "?as_of=2026-11-21").status, 404U) << "it is not served";
    const auto card = json_of(one.ask("GET", path + "/evidence?as_of=2026-11-21"));
    EXPECT_EQ(card.at("state"), "needs_recheck") << "and whoever has its link learns why";
    EXPECT_EQ(card.at("expires_on"), "2026-11-20");
}

TEST(JsonLd, is_given_to_who_asks_for_it) {
    const std::string path = "/v1/postings/" + stand().posting_id("soudeuse");
    const auto plain = stand().ask("GET", path);
    const auto linked = stand().ask("GET", path, "", {{"Accept", "application/ld+json"}});
    ASSERT_EQ(linked.status, 200U);
    EXPECT_EQ(linked.content_type, "application/ld+json");
    EXPECT_THAT(plain.content_type, HasSubstr("application/json"));
    EXPECT_EQ(header(linked, "Vary"), "Accept");
    EXPECT_EQ(header(plain, "Vary"), "Accept");
    EXPECT_NE(header(linked, "ETag"), header(plain, "ETag"));
    const auto document = json_of(linked);
    EXPECT_EQ(document.at("@context"), "https://schema.org");
    EXPECT_EQ(document.at("@type"), "JobPosting");
    EXPECT_EQ(document.at("title"), "Soudeuse-monteuse");
}

}  // namespace
