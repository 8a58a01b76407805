#include "services/packages/comparison.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace {

namespace json = boost::json;

json::object manifest(const std::string& resume) {
    return json::parse(
               R"({"as_of": "2026-11-16", "rule_sets": [], "inputs": {"candidate": "a"},
                   "versions": {"pandoc": "2"}, "ats": [], "documents": {"resume": [)" +
               resume + R"(], "letter": []}})"
    )
        .as_object();
}

std::string sentence(const std::string& text, const std::string& fact) {
    return R"({"text": ")" + text + R"(", "template": "t", "facts": [")" + fact + "\"]}";
}

TEST(Comparison, of_a_package_with_itself_is_empty) {
    const json::object one = manifest(sentence("Welds.", "candidate:/a"));
    const json::object same = packages::comparison(one, one);
    EXPECT_TRUE(same.at("documents").at("resume").at("added").as_array().empty());
    EXPECT_TRUE(same.at("documents").at("resume").at("removed").as_array().empty());
    EXPECT_TRUE(same.at("facts").at("added").as_array().empty());
    EXPECT_TRUE(same.at("inputs").as_array().empty());
    EXPECT_TRUE(same.at("versions").as_array().empty());
}

TEST(Comparison, counts_what_is_said_twice) {
    const std::string welds = sentence("Welds.", "candidate:/a");
    const json::object twice = packages::comparison(manifest(welds), manifest(welds + "," + welds));
    EXPECT_EQ(twice.at("documents").at("resume").at("added").as_array().size(), 1U);
    EXPECT_TRUE(twice.at("documents").at("resume").at("removed").as_array().empty());
    EXPECT_TRUE(twice.at("facts").at("added").as_array().empty());
}

TEST(Comparison, tells_moved_facts_apart_from_the_words_that_stay) {
    const json::object moved = packages::comparison(
        manifest(sentence("Welds.", "candidate:/a")), manifest(sentence("Welds.", "candidate:/b"))
    );
    EXPECT_EQ(moved.at("facts").at("added"), json::array{"candidate:/b"});
    EXPECT_EQ(moved.at("facts").at("removed"), json::array{"candidate:/a"});
    EXPECT_EQ(moved.at("documents").at("resume").at("added").as_array().size(), 1U);
}

TEST(Comparison, names_inputs_and_versions_that_were_not_there_before) {
    json::object later = manifest("");
    later["inputs"].as_object()["posting"] = "p";
    later["versions"].as_object()["weasyprint"] = "57";
    const json::object changes = packages::comparison(manifest(""), later);
    EXPECT_EQ(changes.at("inputs"), json::array{"posting"});
    EXPECT_EQ(changes.at("versions").at(0).at("before"), nullptr);
    EXPECT_EQ(changes.at("versions").at(0).at("after"), "57");
}

}  // namespace
