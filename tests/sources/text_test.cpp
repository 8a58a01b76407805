#include "indexer/sources/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace std::string_literals;
using sources::Decoder;
using sources::Encoding;

TEST(Text, tells_text_from_other_bytes) {
    for (const auto& text : {""s, "plain"s, "é’😀"s}) {
        EXPECT_TRUE(sources::is_text(text)) << text;
        EXPECT_EQ(sources::as_text(text), text);
    }
    for (const auto& bytes :
         {"\xE9"s, "a\0b"s, "\xC0\x80"s, "\xED\xA0\x80"s, "\xF5\x80\x80\x80"s}) {
        EXPECT_FALSE(sources::is_text(bytes));
        EXPECT_TRUE(sources::is_text(sources::as_text(bytes)));
    }
    EXPECT_EQ(sources::as_text("a\xE9z"), "a\xEF\xBF\xBDz");
}

TEST(Text, decodes_a_stream_wherever_it_is_cut) {
    const auto utf_16 = "\x61\x00\xE9\x00\x3D\xD8\x00\xDE\x7A\x00"s;  // "aé😀z"
    for (std::size_t cut = 0; cut <= utf_16.size(); ++cut) {
        Decoder decoder{Encoding::utf_16le};
        auto text = decoder.decode(utf_16.substr(0, cut), Decoder::Piece::middle);
        text += decoder.decode(utf_16.substr(cut), Decoder::Piece::last);
        EXPECT_EQ(text, "aé😀z") << "cut at " << cut;
    }
}

TEST(Text, decodes_every_encoding) {
    EXPECT_EQ(sources::decoded("\x00\x61\x00\xE9"s, Encoding::utf_16be), "aé");
    EXPECT_EQ(sources::decoded("d\x92\xE9t\xE9 \x80", Encoding::windows_1252), "d’été €");
    EXPECT_EQ(sources::decoded("été", Encoding::utf_8), "été");
    EXPECT_EQ(
        sources::decoded("\x3D\xD8\x61\x00"s, Encoding::utf_16le),
        "\xEF\xBF\xBD"
        "a"
    );
}

TEST(Text, splits_and_trims) {
    EXPECT_THAT(sources::pieces_of("a; b ;;c", ";"), testing::ElementsAre("a", "b", "c"));
    EXPECT_THAT(sources::pieces_of("", ";"), testing::IsEmpty());
    EXPECT_EQ(sources::trimmed("\t a b\r\n"), "a b");
    EXPECT_EQ(sources::without_separators(", Mountain View ,"), "Mountain View");
    EXPECT_EQ(sources::without_separators(" ,"), "");
}

}  // namespace
