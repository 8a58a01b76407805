#include "tests/api/refused_query.hpp"
#include "tests/api/stand.hpp"

#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace {

using api_test::header;
using api_test::json_of;
using api_test::RefusedQuery;
using api_test::stand;
using testing::HasSubstr;
using testing::UnorderedElementsAreArray;

std::vector<std::string> found(const http::Response& response) {
    std::vector<std::string> keys;
    const auto page = json_of(response);
    for (const auto& posting : page.at("postings").as_array()) {
        keys.emplace_back(posting.at("source_id").as_string());
    }
    return keys;
}

struct Search {
    std::string query;
    std::vector<std::string> keys;
};

void check(const Search& search) {
    SCOPED_TRACE(search.query);
    const auto response = stand().ask("GET", "/v1/postings" + search.query);
    ASSERT_EQ(response.status, 200U) << response.body;
    EXPECT_THAT(found(response), UnorderedElementsAreArray(search.keys));
}

TEST(Postings, are_found_by_words_and_filters) {
    const std::vector<Search> all{
        {"", {"engineer", "welder", "soudeuse", "nurse", "manager", "helper"}},
        {"?q=nurse", {"nurse"}},
        {"?q=soudeuses", {"soudeuse", "welder"}},
        {"?province=QC", {"soudeuse"}},
        {"?province=QC&province=AB", {"soudeuse", "welder"}},
        {"?noc=72106", {"soudeuse", "welder"}},
        {"?noc=72106&noc=31301&province=NB", {"nurse"}},
        {"?teer=5", {"helper"}},
        {"?teer=0&teer=5", {"helper", "manager"}},
        {"?pay_min=5000", {"engineer"}},
        {"?as_of=2026-11-01", {}},
        {"?as_of=2026-12-16", {}},
        {"?limit=1&q=nurse", {"nurse"}},
        {"?q=title:soudeur", {"soudeuse"}},
        {"?q=province:QC,AB", {"soudeuse", "welder"}},
        {"?q=teer:0,5%20-title:helper", {"manager"}},
        {"?q=lang:fr", {"soudeuse", "nurse"}},
        {"?q=pay:%3E=50/h&province=ON", {"engineer"}},
        {"?q=noc:72&province=AB", {"welder"}},
        {"?q=lift:200", {"manager"}},
        {"?q=lift:%3E=50", {"engineer", "welder", "nurse", "manager"}},
        {"?q=lift:0", {"soudeuse", "helper"}},
        {"?q=%22software%20engineer%22", {"engineer"}},
        {"?q=posted:7d", {}},
    };
    for (const Search& search : all) {
        check(search);
    }
}

TEST(Postings, refuse_a_parameter_that_cannot_be_by_its_name) {
    const std::vector<RefusedQuery> all{
        {"?province=XX", "province"},
        {"?province=ON&province=on", "province"},
        {"?noc=2123", "noc"},
        {"?noc=29231", "noc"},
        {"?teer=6", "teer"},
        {"?teer=", "teer"},
        {"?pay_min=-1", "pay_min"},
        {"?pay_min=35.50", "pay_min"},
        {"?as_of=2026-02-30", "as_of"},
        {"?limit=0", "limit"},
        {"?limit=101", "limit"},
        {"?limit=5&limit=6", "limit"},
        {"?cursor=nonsense", "cursor"},
        {"?page=2", "page"},
        {"?facets=yes", "facets"},
        {"?lang=de", "lang"},
        {"?q=teer:9", "q"},
    };
    for (const RefusedQuery& refused : all) {
        SCOPED_TRACE(refused.query);
        const auto response = stand().ask("GET", "/v1/postings" + refused.query);
        expect_refused(response, refused);
    }
}

TEST(Postings, say_where_a_query_cannot_be_read_and_what_to_write) {
    const auto problem = [](const std::string& query) {
        const auto response = stand().ask("GET", "/v1/postings?" + query);
        EXPECT_EQ(response.status, 400U) << query;
        EXPECT_THAT(response.content_type, HasSubstr("application/problem+json"));
        return json_of(response);
    };
    const auto misspelt = problem("q=nurse%20provnce:NB");
    EXPECT_EQ(misspelt.at("parameter"), "q");
    EXPECT_EQ(misspelt.at("position"), 7);
    EXPECT_EQ(misspelt.at("read"), "provnce");
    EXPECT_EQ(misspelt.at("detail"), "character 7: there is no field provnce");
    EXPECT_EQ(misspelt.at("hint"), "did you mean province:?");
    const auto french = problem("lang=fr&q=feer:9");
    EXPECT_EQ(french.at("detail"), "caractère 6 : 9 n’est pas une valeur de teer");
    EXPECT_EQ(french.at("hint"), "0 à 5 : feer:1, feer:0,1, feer:<=3, feer:2..4");
    EXPECT_EQ(problem("q=near:Halifx").at("hint"), "did you mean Halifax?");
    EXPECT_THAT(
        std::string{problem("q=near:Souris").at("hint").as_string()}, HasSubstr("near:Windsor,ON")
    );
}

TEST(Postings, are_shown_with_the_words_found_and_what_was_meant) {
    const auto page = json_of(stand().ask("GET", "/v1/postings?q=rn&lang=en"));
    const auto& posting = page.at("postings").at(0);
    EXPECT_EQ(posting.at("source_id"), "nurse");
    EXPECT_EQ(
        boost::json::serialize(posting.at_pointer("/match/title")),
        R"([{"text":"Registered nurse","mark":"synonym"}])"
    );
    EXPECT_EQ(
        boost::json::serialize(posting.at_pointer("/match/synonyms")),
        R"([{"asked":"rn","found":"registered nurse"}])"
    );
    EXPECT_EQ(
        json_of(stand().ask("GET", "/v1/postings?q=wleder%20province:AB")).at("did_you_mean"),
        "welder province:AB"
    );
    EXPECT_TRUE(
        json_of(stand().ask("GET", "/v1/postings")).at_pointer("/postings/0/match").is_null()
    );
}

TEST(Postings, are_counted_by_facet_where_asked) {
    const auto page =
        json_of(stand().ask("GET", "/v1/postings?facets=true&limit=1&lang=fr&noc=72106"));
    EXPECT_EQ(
        page.at("facets"),
        boost::json::parse(
            R"({"exact":true,"provinces":[{"province":"AB","count":1},{"province":"QC","count":1}],)"
            R"("teers":[{"teer":2,"count":2}],"nocs":[{"noc":"72106","title":)"
            R"("Soudeurs/soudeuses et opérateurs/opératrices de machines à souder et à braser",)"
            R"("count":2}],"working_languages":[{"working_language":"english","count":1},)"
            R"({"working_language":"french","count":1}],"remote":0})"
        )
    );
    EXPECT_TRUE(json_of(stand().ask("GET", "/v1/postings")).at("facets").is_null());
}

TEST(Postings, name_the_rules_that_a_lift_rests_on) {
    const auto page = json_of(stand().ask("GET", "/v1/postings?q=lift:%3E=50"));
    EXPECT_EQ(page.at_pointer("/basis/rules"), "2022-11-16");
    EXPECT_EQ(page.at_pointer("/basis/status"), "historic");
    EXPECT_EQ(page.at_pointer("/basis/status_text"), "no longer in force since 2025-03-25");
    EXPECT_TRUE(json_of(stand().ask("GET", "/v1/postings?q=nurse")).at("basis").is_null());
}

TEST(Postings, come_page_by_page_each_once) {
    std::multiset<std::string> keys;
    std::string target = "/v1/postings?limit=4&province=ON&province=AB&province=BC&province=NB";
    int pages = 0;
    while (!target.empty()) {
        const auto response = stand().ask("GET", target);
        ASSERT_EQ(response.status, 200U) << response.body;
        for (const std::string& key : found(response)) {
            keys.insert(key);
        }
        ++pages;
        const std::string link = header(response, "Link");
        EXPECT_EQ(link.empty(), json_of(response).at("next_cursor").is_null());
        EXPECT_TRUE(link.empty() || link.ends_with(R"(>; rel="next")")) << link;
        target = link.empty() ? "" : link.substr(1, link.find('>') - 1);
    }
    EXPECT_EQ(pages, 2);
    EXPECT_EQ(
        keys, (std::multiset<std::string>{"engineer", "helper", "manager", "nurse", "welder"})
    );
}

TEST(Posting, comes_with_its_evidence_and_whether_it_is_live) {
    const std::string path = "/v1/postings/" + stand().posting_id("welder");
    const auto body = json_of(stand().ask("GET", path));
    EXPECT_EQ(body.at("as_of").as_string(), api_test::today);
    EXPECT_TRUE(body.at("live").as_bool());
    EXPECT_EQ(body.at("posting").at("title").as_string(), "Welder");
    EXPECT_EQ(body.at("evidence").at("state"), "verified");
    EXPECT_EQ(body.at("evidence").at("verdicts").at("pass"), 2);
    EXPECT_EQ(body.at("evidence").at("verdicts").at("fail"), 0);
    EXPECT_EQ(body.at("evidence").at("verified_on").as_string(), api_test::today);
    EXPECT_FALSE(json_of(stand().ask("GET", path + "?as_of=2026-12-16")).at("live").as_bool());
    EXPECT_FALSE(json_of(stand().ask("GET", path + "?as_of=2026-11-01")).at("live").as_bool());
}

TEST(Posting, is_not_sent_again_to_who_has_it) {
    const std::string path = "/v1/postings/" + stand().posting_id("nurse");
    const std::string etag = header(stand().ask("GET", path), "ETag");
    ASSERT_THAT(etag, testing::MatchesRegex("\"[0-9a-f]{32}\""));
    const auto again = stand().ask("GET", path, "", {{"If-None-Match", "W/" + etag}});
    EXPECT_EQ(again.status, 304U);
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(header(again, "ETag"), etag);
    EXPECT_EQ(
        stand().ask("GET", path + "?as_of=2026-12-16", "", {{"If-None-Match", etag}}).status, 200U
    );
}

TEST(Posting, that_is_held_back_or_unknown_is_not_found) {
    std::int64_t last = 0;
    for (const char* key : {"engineer", "welder", "soudeuse", "nurse", "manager", "helper"}) {
        last = std::max<std::int64_t>(last, std::stoll(stand().posting_id(key)));
    }
    for (std::int64_t id = last + 1; id <= last + 3; ++id) {
        const auto response = stand().ask("GET", "/v1/postings/" + std::to_string(id));
        EXPECT_EQ(response.status, 404U);
        EXPECT_THAT(response.content_type, HasSubstr("application/problem+json"));
    }
}

}  // namespace
