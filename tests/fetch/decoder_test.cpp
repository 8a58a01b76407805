#include "indexer/fetch/decoder.hpp"

#include "tests/fetch/compressed.hpp"

#include <gtest/gtest.h>

namespace {

using fetch::Decoder;

struct Decoded {
    std::string text;
    bool whole = false;
    bool damaged = false;
};

/// Feeds `bytes` in pieces of `size`.
Decoded decoded(const std::string& encoding, const std::string_view bytes, const std::size_t size) {
    Decoder decoder = Decoder::of(encoding).value();
    Decoded result;
    for (std::size_t at = 0; at < bytes.size() && !result.damaged; at += size) {
        const auto progress =
            decoder.decode(bytes.substr(at, size), [&](const std::string_view piece) {
                result.text += piece;
                return true;
            });
        result.damaged = progress == Decoder::Progress::damaged;
    }
    result.whole = decoder.whole();
    return result;
}

std::string long_text() {
    std::string text;
    for (int line = 0; line < 20000; ++line) {
        text += "line " + std::to_string(line * line) + "\n";
    }
    return text;
}

TEST(Decoder, gives_back_what_was_encoded_whatever_the_pieces) {
    const std::string text = long_text();
    const std::array encoded{
        std::pair{std::string{"gzip"}, gzipped(text)},
        std::pair{std::string{"br"}, brotlied(text)},
        std::pair{std::string{}, text}};
    for (const auto& [encoding, bytes] : encoded) {
        for (const std::size_t size : {std::size_t{1}, std::size_t{1000}, bytes.size()}) {
            const Decoded result = decoded(encoding, bytes, size);
            EXPECT_TRUE(result.text == text && result.whole && !result.damaged) << encoding << size;
        }
    }
}

TEST(Decoder, takes_a_gzip_of_several_members) {
    const Decoded result = decoded("gzip", gzipped("one ") + gzipped("two"), 7);
    EXPECT_EQ(result.text, "one two");
    EXPECT_TRUE(result.whole);
}

TEST(Decoder, knows_a_body_that_was_cut_short_or_damaged) {
    const std::string text = long_text();
    for (const auto& [encoding, bytes] :
         {std::pair{"gzip", gzipped(text)}, std::pair{"br", brotlied(text)}}) {
        for (const std::size_t left : {bytes.size() - 1, bytes.size() / 2, std::size_t{1}}) {
            EXPECT_FALSE(decoded(encoding, bytes.substr(0, left), 512).whole) << encoding << left;
        }
        std::string changed = bytes;
        changed[bytes.size() / 2] = static_cast<char>(~changed[bytes.size() / 2]);
        const Decoded result = decoded(encoding, changed, 512);
        EXPECT_TRUE(result.damaged || !result.whole || result.text != text) << encoding;
        EXPECT_TRUE(decoded(encoding, bytes + "more", 512).damaged) << encoding;
        EXPECT_TRUE(decoded(encoding, "<html>no such thing</html>", 512).damaged) << encoding;
    }
}

TEST(Decoder, stops_when_its_sink_has_enough) {
    Decoder decoder = Decoder::of("gzip").value();
    std::size_t taken = 0;
    const auto progress =
        decoder.decode(gzipped(std::string(100'000'000, ' ')), [&](const std::string_view piece) {
            taken += piece.size();
            return taken < 1'000'000;
        });
    EXPECT_EQ(progress, Decoder::Progress::stopped_by_sink);
    EXPECT_LT(taken, 1'100'000U);
}

TEST(Decoder, refuses_what_it_did_not_ask_for) {
    for (const auto* encoding : {"deflate", "zstd", "gzip, br", "GZIP "}) {
        EXPECT_FALSE(Decoder::of(encoding)) << encoding;
    }
}

}  // namespace
