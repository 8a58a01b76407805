#include "indexer/search/highlight.hpp"

#include <gmock/gmock.h>

#include <array>
#include <numeric>
#include <random>

namespace {

using search::Fragment;
using search::Highlights;
using search::Mark;
using testing::ElementsAre;
using testing::IsEmpty;

Highlights highlights(const std::string& query, const domain::Posting& posting) {
    return search::Highlighter{search::parse_query(query).value()}.highlights(posting);
}

domain::Posting posting(const std::string& title) {
    domain::Posting result;
    result.title = title;
    return result;
}

std::string text_of(const search::Fragments& fragments) {
    return std::accumulate(
        fragments.begin(),
        fragments.end(),
        std::string{},
        [](std::string text, const Fragment& each) { return text + each.text; }
    );
}

/// `[marked] not <synonym>`
std::string shown(const search::Fragments& fragments) {
    std::string text;
    for (const Fragment& each : fragments) {
        text += each.mark == Mark::word      ? "[" + each.text + "]"
                : each.mark == Mark::synonym ? "<" + each.text + ">"
                                             : each.text;
    }
    return text;
}

struct MarkedCase {
    std::string query;
    std::string title;
    std::string expected;
};

TEST(Highlights, mark_words_in_any_form_accent_and_gender) {
    const std::vector<MarkedCase> all{
        {"welder", "Welders and WELDER's helper", "[Welders] and [WELDER]'s helper"},
        {"electricien", "Électricienne industrielle", "[Électricienne] industrielle"},
        {"developpeur web", "Développeuse Web", "[Développeuse] [Web]"},
        {"c++", "C++ developer", "[C++] developer"},
        {"\"night shift\"", "Night shift, night", "[Night shift], night"},
        {"\"night shift\"", "Shift, night", "Shift, night"},
        {"title:cook", "Cook", "[Cook]"},
        {"employer:cook", "Cook", "Cook"},
        {"welder -cook", "Cook or welder", "Cook or [welder]"},
        {"province:NS", "Welder NS", "Welder NS"},
        {"RN", "Registered Nurse (RN)", "<Registered Nurse> ([RN])"},
        {"registered nurse", "RN, infirmières autorisées", "<RN>, <infirmières autorisées>"},
        {"oeuvre", "Main-d’œuvre agricole", "Main-d’[œuvre] agricole"},
        {"", "Welder", "Welder"},
    };
    for (const MarkedCase& one : all) {
        const Highlights found = highlights(one.query, posting(one.title));
        EXPECT_EQ(shown(found.title), one.expected) << one.query;
        EXPECT_EQ(text_of(found.title), one.title);
    }
}

TEST(Highlights, show_the_stretch_of_text_with_most_of_the_words) {
    domain::Posting one = posting("Helper");
    one.hiring_organization = "Robot Works";
    one.duties = {"Weld frames", "Program robots and weld with robots"};
    one.description = std::string(300, 'x') + " robot " + std::string(300, 'y');
    const Highlights found = highlights("weld robot employer:works", one);
    ASSERT_TRUE(found.snippet);
    EXPECT_EQ(found.snippet->part, search::TextPart::duties);
    EXPECT_EQ(shown(found.snippet->fragments), "Program [robots] and [weld] with [robots]");
    EXPECT_FALSE(found.snippet->cut_before || found.snippet->cut_after);
    EXPECT_EQ(shown(found.employer), "[Robot] [Works]");
    EXPECT_FALSE(highlights("plumber", one).snippet);

    one.duties.clear();
    one.description.clear();
    for (int count = 0; count < 100; ++count) {
        one.description += "Étape numéro. ";
    }
    one.description += "Weld it. ";
    for (int count = 0; count < 100; ++count) {
        one.description += "Étape numéro. ";
    }
    const auto cut = highlights("weld", one).snippet;
    ASSERT_TRUE(cut);
    EXPECT_TRUE(cut->cut_before && cut->cut_after);
    const std::string text = text_of(cut->fragments);
    EXPECT_LE(text.size(), search::snippet_bytes_max);
    EXPECT_GT(text.size(), search::snippet_bytes_max / 2);
    EXPECT_TRUE(text.starts_with("Étape") || text.starts_with("numéro")) << text;
    EXPECT_TRUE(text.ends_with("Étape") || text.ends_with("numéro")) << text;
}

TEST(Highlights, are_pieces_of_the_text_whatever_it_is) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    static constexpr std::array<std::string_view, 16> pieces{
        "welder",
        " ",
        "<script>",
        "&amp;",
        "\xCC\x81",
        "é",
        "\xFF",
        "½",
        "rn",
        "-",
        "\n",
        "registered nurse",
        "\xF0\x9F\x98\x80",
        "'",
        "soudeuse",
        "(ne)"};
    std::uniform_int_distribution<std::size_t> at{0, pieces.size() - 1};
    for (int round = 0; round < 2'000; ++round) {
        std::string text;
        for (int count = 0; count < round % 90; ++count) {
            text += pieces[at(random)];
        }
        domain::Posting one = posting(text);
        one.description = text;
        one.text_language =
            round % 2 == 0 ? domain::OfficialLanguage::english : domain::OfficialLanguage::french;
        const Highlights found = highlights("welder RN soudeur 1 e \"amp script\"", one);
        EXPECT_EQ(text_of(found.title), text) << testing::PrintToString(text);
        if (found.snippet) {
            const std::string snippet = text_of(found.snippet->fragments);
            EXPECT_NE(text.find(snippet), std::string::npos);
            EXPECT_EQ(found.snippet->cut_before || found.snippet->cut_after, snippet != text);
            EXPECT_LE(snippet.size(), search::snippet_bytes_max);
        }
    }
    EXPECT_THAT(highlights("welder", posting("")).title, IsEmpty());
}

}  // namespace
