#include "indexer/syndication/atom_feed.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include <memory>

namespace {

using syndication::AtomFeed;
using testing::HasSubstr;
using testing::Not;

AtomFeed sample() {
    return {
        .id = "urn:uuid:0a1b2c3d-0000-4000-8000-0123456789ab",
        .title = "Job Scout: Welding",
        .subtitle = "Facts",
        .updated = "2026-11-16T12:00:00Z",
        .self = "/v1/feeds/0/alerts.atom",
        .author = "Job Scout",
        .language = "en",
        .entries = {
            {.id = "urn:uuid:1a1b2c3d-0000-8000-8000-0123456789ab",
             .title = "Welder",
             .updated = "2026-11-16T12:00:00Z",
             .link = "https://jobs.example/1?a=b&c=d",
             .summary = "Fit 90"}}};
}

template <class Thing, class Free>
std::unique_ptr<Thing, Free> owned(Thing* thing, Free free) {
    return {thing, free};
}

/// What the schema of Atom says against the document; empty where nothing.
std::string against_schema(const std::string& xml) {
    const auto parser = owned(
        xmlRelaxNGNewParserCtxt(REPOSITORY_ROOT "/tests/syndication/atom.rng"),
        xmlRelaxNGFreeParserCtxt
    );
    const auto schema = owned(xmlRelaxNGParse(parser.get()), xmlRelaxNGFree);
    const auto document = owned(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "feed", nullptr, XML_PARSE_NONET),
        xmlFreeDoc
    );
    if (!schema || !document) {
        return schema ? "not well-formed" : "no schema";
    }
    const auto valid = owned(xmlRelaxNGNewValidCtxt(schema.get()), xmlRelaxNGFreeValidCtxt);
    return xmlRelaxNGValidateDoc(valid.get(), document.get()) == 0 ? "" : "not valid";
}

TEST(AtomFeed, is_valid_with_entries_and_without) {
    AtomFeed feed = sample();
    EXPECT_EQ(against_schema(to_xml(feed)), "") << to_xml(feed);
    EXPECT_EQ(to_xml(feed), to_xml(feed));
    feed.entries.clear();
    EXPECT_EQ(against_schema(to_xml(feed)), "");
    // The schema can tell.
    feed.updated = "yesterday";
    EXPECT_EQ(against_schema(to_xml(feed)), "not valid");
}

TEST(AtomFeed, takes_texts_for_texts) {
    AtomFeed feed = sample();
    feed.entries[0].title = "R&D <b>\"bold\"</b> ]]> é 漢 😀";
    feed.entries[0].summary = std::string{"a\x01 b\x1f c\0 d", 10} + "\xEF\xBF\xBF";
    feed.entries[0].link = "https://jobs.example/?q=\"<&'";
    const std::string xml = to_xml(feed);
    EXPECT_EQ(against_schema(xml), "") << xml;
    EXPECT_THAT(xml, HasSubstr("R&amp;D &lt;b&gt;"));
    EXPECT_THAT(xml, HasSubstr("é 漢 😀"));
    EXPECT_THAT(xml, HasSubstr("a\xEF\xBF\xBD b\xEF\xBF\xBD c"));
    EXPECT_THAT(xml, Not(HasSubstr("\xEF\xBF\xBF")));
}

TEST(AtomFeed, has_no_link_where_there_is_none) {
    AtomFeed feed = sample();
    feed.entries[0].link.clear();
    EXPECT_EQ(against_schema(to_xml(feed)), "");
    EXPECT_THAT(to_xml(feed), Not(HasSubstr("alternate")));
}

}  // namespace
