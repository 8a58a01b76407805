// XML feeds that are broken, hostile or very large.

#include "indexer/sources/lines.hpp"
#include "indexer/sources/xml_value.hpp"
#include "tests/sources/reading.hpp"
#include "tests/support/temporary_folder.hpp"

#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <archive.h>
#include <archive_entry.h>
#include <cstdlib>
#include <fstream>
#include <unistd.h>

namespace {

using sources::Field;
using support::TemporaryFolder;
using testing::ElementsAre;
using testing::HasSubstr;

Reading reading_of_text(const std::string_view text) {
    const TemporaryFolder folder;
    return reading_of({.path = folder.write("feed.xml", text), .mapping = std::nullopt, .name = {}}
    );
}

std::vector<std::string> titles(const Reading& reading) {
    std::vector<std::string> titles;
    for (const auto& record : reading.records) {
        titles.emplace_back(record.posting.get(Field::title));
    }
    return titles;
}

std::string job(const std::string_view title) {
    return "<job><title>" + std::string{title} + "</title></job>\n";
}

TEST(XmlFeed, goes_on_after_every_fault) {
    const auto reading =
        reading_of({.path = fixture("job_feed.xml"), .mapping = std::nullopt, .name = {}});
    EXPECT_THAT(titles(reading), ElementsAre("Cook & <job> helper", "Fine"));
    EXPECT_THAT(
        reading.reasons(),
        ElementsAre(
            HasSubstr("20: the record is not XML: line 1 of it: Opening and ending tag mismatch"),
            "21: the element `job` is never closed",
            HasSubstr("22: the record is not XML: line 1 of it: xmlParseEntityRef: no name"),
            HasSubstr("23: the record is not XML that is taken: line 1 of it: Entity 'lol' not")
        )
    );
    EXPECT_EQ(reading.records.back().origin.line, 24);
    EXPECT_THAT(reading.records.back().raw, testing::StartsWith("<job><title>Fine</title>"));
}

TEST(XmlFeed, gives_what_is_whole_of_a_file_that_is_cut_off) {
    const std::string whole = "<source>\n" + job("a") + job("b") + "</source>";
    const auto inside = reading_of_text(whole.substr(0, whole.find("b</title>")));
    EXPECT_THAT(titles(inside), ElementsAre("a"));
    EXPECT_THAT(inside.reasons(), ElementsAre("3: the file ends inside the element `job`"));
    EXPECT_THAT(inside.unreadable.front().raw, HasSubstr("<job><title>"));

    const auto between = reading_of_text(whole.substr(0, whole.find("</source>")));
    EXPECT_THAT(titles(between), ElementsAre("a", "b"));
    EXPECT_THAT(between.reasons(), ElementsAre("4: the file ends before `</source>`"));

    std::string many = "<source>\n";
    for (int number = 0; number < 20'000; ++number) {
        many += job("number " + std::to_string(number * 7919 % 10'007));
    }
    const auto zipped = gzipped(many + "</source>");
    const auto cut = reading_of_text(zipped.substr(0, zipped.size() / 2));
    EXPECT_GT(cut.records.size(), 1'000U);
    EXPECT_LT(cut.records.size(), 20'000U);
    ASSERT_EQ(cut.unreadable.size(), 1U);
    EXPECT_THAT(cut.unreadable.front().reason, HasSubstr("truncated gzip input"));
}

TEST(XmlFeed, reads_every_encoding_it_declares) {
    const std::string body = "<source><job><title>caf\xE9</title></job></source>";
    for (const auto* name : {"windows-1252", "ISO-8859-1"}) {
        const auto reading =
            reading_of_text("<?xml version='1.0' encoding='" + std::string{name} + "'?>" + body);
        EXPECT_THAT(titles(reading), ElementsAre("café")) << name;
    }
    std::string utf_16 = "\xFF\xFE";
    for (const char character :
         std::string{"<?xml version='1.0' "
                     "encoding='UTF-16'?><source><job><title>ab</title></job></source>"}) {
        utf_16 += {character, '\0'};
    }
    EXPECT_THAT(titles(reading_of_text(utf_16)), ElementsAre("ab"));

    const auto undeclared = reading_of_text("<?xml version='1.0'?>" + body);
    EXPECT_THAT(
        undeclared.reasons(),
        ElementsAre("1: the record is not UTF-8 text; the encoding may be another")
    );
}

TEST(XmlFeed, refuses_what_it_does_not_know) {
    const TemporaryFolder folder;
    const auto refusal = [&folder](const std::string_view text) {
        return sources::read(
                   {.path = folder.write("f.xml", text), .mapping = std::nullopt, .name = {}}, {}
        )
            .error()
            .message;
    };
    EXPECT_THAT(
        refusal("<?xml version='1.0'?><urlset></urlset>"), HasSubstr("`urlset` is no feed")
    );
    EXPECT_THAT(
        refusal("<?xml version='1.0' encoding='EBCDIC-US'?><source></source>"),
        HasSubstr("encoding `EBCDIC-US`")
    );
}

TEST(XmlFeed, expands_nothing_that_a_file_declares) {
    std::string bomb = "<?xml version='1.0'?>\n<!DOCTYPE source [\n<!ENTITY lol0 'lol'>\n";
    for (int level = 1; level < 30; ++level) {
        const auto before = "&lol" + std::to_string(level - 1) + ";";
        bomb += "<!ENTITY lol" + std::to_string(level) + " '" + before + before + before + "'>\n";
    }
    bomb += "<!ENTITY secret SYSTEM 'file:///etc/hostname'>\n";
    bomb += "<!ENTITY inner '<job><title>declared</title></job>'>\n]>\n<source>\n";
    bomb += job("&lol29;") + job("&secret;") + job("good") + "<job a='&lol29;'></job></source>";
    const auto reading = reading_of_text(bomb);
    EXPECT_THAT(titles(reading), ElementsAre("good"));
    ASSERT_EQ(reading.unreadable.size(), 3U);
    for (const auto& each : reading.unreadable) {
        EXPECT_THAT(each.reason, HasSubstr("what a file declares itself is never put"));
    }
}

TEST(XmlFeed, loses_one_record_to_what_is_too_long) {
    const std::string long_text(3 * sources::record_bytes_max, 'x');
    const auto reading = reading_of_text(
        "<source>" + job("a") + job("<![CDATA[" + long_text + "]]>") + job("b") + "<job x='" +
        long_text + "'>" + job("c") + "</source>"
    );
    EXPECT_THAT(titles(reading), ElementsAre("a", "b", "c"));
    ASSERT_EQ(reading.unreadable.size(), 2U);
    for (const auto& each : reading.unreadable) {
        EXPECT_THAT(each.reason, HasSubstr("longer than 1048576 bytes"));
        EXPECT_LE(each.raw.size(), 1024U);
    }
}

/// A stream comes in pieces of 128 KiB; whatever stands across their border is one.
TEST(XmlFeed, reads_across_the_borders_of_a_stream) {
    constexpr std::size_t piece_bytes = 128 * std::size_t{1024};
    const std::string record =
        "<job><!-- > --><title a='>'><![CDATA[x]]]]><![CDATA[>y]]></title></job>";
    for (std::size_t back = 0; back <= record.size(); ++back) {
        std::string text = "<source>";
        text += std::string(piece_bytes - back - text.size(), ' ') + record + job("after") +
                "</source>";
        const auto reading = reading_of_text(text);
        ASSERT_EQ(reading.records.size(), 2U) << back;
        EXPECT_TRUE(reading.unreadable.empty()) << back;
        EXPECT_EQ(reading.records.front().raw, record) << back;
    }
}

TEST(XmlFeed, refuses_nesting_that_no_posting_has) {
    std::string deep;
    for (int level = 0; level < 50'000; ++level) {
        deep += "<b>";
    }
    const auto reading =
        reading_of_text("<source><job>" + deep + "</job>" + job("a") + "</source>");
    EXPECT_THAT(titles(reading), ElementsAre("a"));
    EXPECT_THAT(reading.reasons(), ElementsAre(HasSubstr("the record is not XML")));
}

TEST(XmlValue, keeps_attributes_repeats_and_text) {
    struct Case {
        std::string_view element;
        std::string_view value;
    };
    const std::array cases{
        Case{"<a>text</a>", R"("text")"},
        Case{"<a/>", R"("")"},
        Case{"<a><b>1</b><b>2</b><b/></a>", R"({"b":["1","2",""]})"},
        Case{"<a x='1'>t<b>2</b>u</a>", R"({"@x":"1","b":"2","#text":"tu"})"},
        Case{"<p:a><p:b q:c='1'/></p:a>", R"({"p:b":{"@q:c":"1"}})"},
        Case{"<a>&eacute;&amp;&#233;&hellip;</a>", R"("é&é…")"},
        Case{"<a t='&eacute;&lt;'>x</a>", R"({"@t":"é<","#text":"x"})"},
        Case{"<a><![CDATA[&nbsp;<b>]]> \x0B.</a>", R"("&nbsp;<b>  .")"},
    };
    for (const auto& [element, value] : cases) {
        const auto read = sources::xml_value_from(element);
        ASSERT_TRUE(read) << element << read.error().message;
        EXPECT_EQ(boost::json::serialize(*read), value) << element;
    }
    for (const auto* none : {"", "text", "<a>", "<a></b>", "<a/><b/>", "<a x=1/>", "<a>&#0;</a>"}) {
        EXPECT_FALSE(sources::xml_value_from(none)) << none;
    }
}

/// Bytes that this process holds in memory now.
std::int64_t resident_bytes() {
    std::ifstream statm{"/proc/self/statm"};
    std::int64_t total = 0;
    std::int64_t resident = 0;
    statm >> total >> resident;
    return resident * ::sysconf(_SC_PAGESIZE);
}

/// Writes a gzipped feed of at least so many bytes, and says how many records it has.
int write_feed(const std::filesystem::path& file, const std::int64_t bytes) {
    archive* writer = archive_write_new();
    archive_write_add_filter_gzip(writer);
    archive_write_set_format_raw(writer);
    archive_write_open_filename(writer, file.c_str());
    archive_entry* entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(writer, entry);
    const auto write = [writer](const std::string& text) {
        EXPECT_EQ(archive_write_data(writer, text.data(), text.size()), std::ssize(text));
    };
    const std::string duties(1'500, 'd');
    int records = 0;
    write("<source>");
    for (std::int64_t written = 0; written < bytes; ++records) {
        const auto text = "<job><title>Cook</title><referencenumber>" + std::to_string(records) +
                          "</referencenumber><description><![CDATA[<p>" + duties +
                          "</p>]]></description></job>\n";
        write(text);
        written += std::ssize(text);
    }
    write("</source>");
    archive_entry_free(entry);
    archive_write_close(writer);
    archive_write_free(writer);
    return records;
}

/// 16 MB in the suite; JOBSCOUT_SOAK_MB says how many it shall be instead.
TEST(XmlFeed, takes_the_same_memory_however_long_the_feed_is) {
    const char* asked = std::getenv("JOBSCOUT_SOAK_MB");
    const std::int64_t megabytes = asked == nullptr ? 16 : std::atoll(asked);
    const TemporaryFolder folder;
    const auto file = folder.path() / "long.xml.gz";
    const int written = write_feed(file, megabytes * 1'000'000);
    int records = 0;
    std::int64_t at_first = 0;
    std::int64_t at_most = 0;
    constexpr int measured_every = 1'000;
    const auto read = sources::read(
        {.path = file, .mapping = std::nullopt, .name = {}},
        {.record =
             [&](const sources::Record&) {
                 if (++records % measured_every == 0) {
                     at_most = std::max(at_most, resident_bytes());
                     at_first = at_first == 0 ? at_most : at_first;
                 }
             },
         .unreadable = [](const sources::Unreadable& each) { ADD_FAILURE() << each.reason; },
         .progress = {}}
    );
    ASSERT_TRUE(read);
    EXPECT_EQ(records, written);
    constexpr std::int64_t growth_max = 4'000'000;
    EXPECT_LT(at_most - at_first, growth_max) << at_first << " bytes at first";
}

}  // namespace
