#include "services/cli/terminal_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::ElementsAre;

TEST(TerminalText, counts_letters_and_not_bytes) {
    EXPECT_EQ(cli::columns("Québec"), 6U);
    EXPECT_EQ(cli::fitted("Québec", 8), "Québec  ");
    EXPECT_EQ(cli::fitted("Québec", 4), "Qué…");
    EXPECT_EQ(cli::fitted("Québec", 6), "Québec");
}

TEST(TerminalText, lets_no_control_character_through) {
    EXPECT_EQ(cli::printable("a\x1b[31mb\r\nc\x7f"), "a [31mb  c ");
    EXPECT_EQ(
        cli::printable("a\xc2\x9b"
                       "31mé"),
        "a 31mé"
    );
}

TEST(TerminalText, breaks_lines_at_spaces) {
    EXPECT_THAT(cli::wrapped("the quick brown fox", 10), ElementsAre("the quick", "brown fox"));
    EXPECT_THAT(
        cli::wrapped("a verylongwordindeed b", 5), ElementsAre("a", "verylongwordindeed", "b")
    );
    EXPECT_TRUE(cli::wrapped("", 5).empty());
}

}  // namespace
