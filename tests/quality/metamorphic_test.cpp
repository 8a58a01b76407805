// Changes to a candidate that must not move the ranking by one place: how words are written, in
// which order things are listed, and who the person is.

#include "indexer/normalise/fold.hpp"
#include "tests/quality/corpus_of_tests.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace {

namespace json = boost::json;

using Change = std::function<void(json::object&)>;

const std::vector<quality::Case>& cases() {
    static const auto all = quality::read_cases(quality::Set::tuned);
    return all;
}

quality::Ranking ranked(const json::object& document) {
    return quality::ranking_of(quality::ours_of_tests().matches(quality::candidate_of(document)));
}

class Metamorphic : public testing::Test {
protected:
    void SetUp() override {
        if (!quality::has_archive()) {
            GTEST_SKIP() << "../shared absent";
        }
    }

    /// That the change touches at least `touched_min` candidates, and moves the list of none.
    static void expect_unmoved(const std::size_t touched_min, const Change& change) {
        static const std::vector<quality::Ranking> before = [] {
            std::vector<quality::Ranking> rankings;
            for (const quality::Case& each : cases()) {
                rankings.push_back(ranked(each.document));
            }
            return rankings;
        }();
        std::size_t touched = 0;
        for (std::size_t index = 0; index < cases().size(); ++index) {
            json::object document = cases()[index].document;
            change(document);
            if (document == cases()[index].document) {
                continue;
            }
            ++touched;
            const quality::Ranking after = ranked(document);
            const auto [was, is] = std::ranges::mismatch(before[index], after);
            EXPECT_TRUE(was == before[index].end() && is == after.end())
                << cases()[index].name << " from rank " << was - before[index].begin() + 1
                << ": posting " << (was == before[index].end() ? 0 : *was) << " gave way to "
                << (is == after.end() ? 0 : *is);
        }
        EXPECT_GE(touched, touched_min);
    }
};

using Rewrite = std::function<std::string(const std::string&)>;

void rewrite(json::value& text, const Rewrite& rewritten) {
    text = rewritten(std::string{text.as_string()});
}

void rewrite_titles(json::object& document, const Rewrite& rewritten) {
    for (json::value& job : document.at("jobs").as_array()) {
        rewrite(job.at("title"), rewritten);
    }
}

/// Whatever the candidate says of their work.
void rewrite_texts(json::object& document, const Rewrite& rewritten) {
    rewrite_titles(document, rewritten);
    for (json::value& job : document.at("jobs").as_array()) {
        for (json::value& duty : job.at("duties").as_array()) {
            rewrite(duty, rewritten);
        }
    }
    for (json::value& skill : document.at("skills").as_array()) {
        rewrite(skill, rewritten);
    }
}

void replace_all(std::string& text, const std::string_view from, const std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// The Latin letters of English and French.
std::string upper_case(std::string text) {
    for (std::size_t index = 0; index < text.size(); ++index) {
        const auto byte = static_cast<unsigned char>(text[index]);
        const bool after_c3 = index > 0 && text[index - 1] == '\xC3';
        if ((byte >= 'a' && byte <= 'z') || (after_c3 && byte >= 0xA0 && byte <= 0xBE)) {
            text[index] = static_cast<char>(byte - 0x20);
        }
    }
    replace_all(text, "œ", "Œ");
    return text;
}

std::string punctuated(std::string text) {
    replace_all(text, "’", "'");
    replace_all(text, ", ", " ; ");
    return "« " + text + " » !";
}

/// Without the first letter, which may be a capital.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> genders{
    {{"irecteur ", "irectrice "},
     {"éveloppeur ", "éveloppeuse "},
     {"nstituteur ", "nstitutrice "},
     {"echnicien ", "echnicienne "},
     {"nfirmier ", "nfirmière "},
     {"nseignant ", "nseignante "},
     {"uisinier ", "uisinière "},
     {"écanicien ", "écanicienne "},
     {"mployé ", "mployée "}}};

enum class Gender : std::uint8_t { masculine, feminine };

/// Another form of a title, word by word.
std::string other_gender(std::string title, const Gender wanted) {
    title += ' ';  // So that a last word has an end.
    for (const auto& [masculine, feminine] : genders) {
        if (wanted == Gender::feminine) {
            replace_all(title, masculine, feminine);
        } else {
            replace_all(title, feminine, masculine);
        }
    }
    title.pop_back();
    return title;
}

TEST_F(Metamorphic, sees_that_another_occupation_moves_the_ranking) {
    const quality::Case& any = cases().front();
    json::object document = any.document;
    for (json::value& job : document.at("jobs").as_array()) {
        job.at("noc") = "31301";
        job.at("title") = "Registered nurse";
    }
    EXPECT_NE(ranked(document), ranked(any.document));
}

TEST_F(Metamorphic, is_not_moved_by_capitals) {
    expect_unmoved(cases().size(), [](json::object& document) {
        rewrite_texts(document, upper_case);
    });
}

TEST_F(Metamorphic, is_not_moved_by_missing_accents) {
    expect_unmoved(cases().size(), [](json::object& document) {
        rewrite_texts(document, [](const std::string& text) { return normalise::fold(text); });
    });
}

TEST_F(Metamorphic, is_not_moved_by_punctuation) {
    expect_unmoved(cases().size(), [](json::object& document) {
        rewrite_texts(document, punctuated);
    });
}

TEST_F(Metamorphic, is_not_moved_by_a_title_in_the_feminine) {
    expect_unmoved(3, [](json::object& document) {
        rewrite_titles(document, [](std::string title) {
            return other_gender(std::move(title), Gender::feminine);
        });
    });
}

TEST_F(Metamorphic, is_not_moved_by_a_title_in_the_masculine) {
    expect_unmoved(2, [](json::object& document) {
        rewrite_titles(document, [](std::string title) {
            return other_gender(std::move(title), Gender::masculine);
        });
    });
}

TEST_F(Metamorphic, is_not_moved_by_the_order_of_a_list) {
    expect_unmoved(cases().size(), [](json::object& document) {
        for (json::value& job : document.at("jobs").as_array()) {
            std::ranges::reverse(job.at("duties").as_array());
        }
        std::ranges::reverse(document.at("jobs").as_array());
        std::ranges::reverse(document.at("skills").as_array());
        std::ranges::reverse(document.at("education").as_array());
        std::ranges::reverse(document.at("language_tests").as_array());
    });
}

TEST_F(Metamorphic, is_not_moved_by_the_name_of_a_person) {
    for (const auto* const name : {"Amara Okonkwo (fictional)", "Zhang Wei (fictional)"}) {
        expect_unmoved(cases().size(), [&](json::object& document) {
            document.at("resume").at("basics").at("name") = name;
        });
    }
}

TEST_F(Metamorphic, is_not_moved_by_the_countries_that_a_person_comes_from) {
    for (const auto* const country : {"NG", "VN", "DE"}) {
        expect_unmoved(cases().size() / 2, [&](json::object& document) {
            for (const auto* const list : {"jobs", "education"}) {
                for (json::value& each : document.at(list).as_array()) {
                    if (each.at("country") != "CA") {
                        each.at("country") = country;
                    }
                }
            }
        });
    }
}

}  // namespace
