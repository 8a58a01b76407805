#include "indexer/search/words.hpp"

#include <gmock/gmock.h>

#include <random>
#include <string>
#include <vector>

namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;

void check(const std::string& text, const std::vector<std::string>& expected) {
    EXPECT_THAT(search::words(text), ElementsAreArray(expected)) << text;
}

TEST(Words, are_folded_and_split_alike_in_both_languages) {
    check("Électricien, Montréal", {"electricien", "montreal"});
    check("ÉLECTRICIENNE", {"electricienne"});
    check("Main-d’œuvre agricole", {"main", "oeuvre", "agricole"});
    check("préposé à l'entretien d’hôtel", {"prepose", "entretien", "hotel"});
    check("Truck driver's helper", {"truck", "driver", "helper"});
    check("the head of nursing", {"head", "nursing"});
    check("C++ / C# developer (.NET, Node.js)", {"c++", "c#", "developer", "net", "node", "js"});
    check("R&D at 3M", {"r", "d", "3m"});
    check("IT support", {"it", "support"});
    check("", {});
    check(" -*?\"()~^: ", {});
}

TEST(Words, drop_the_feminine_endings_of_inclusive_writing) {
    check("technicien(ne)", {"technicien"});
    check("Infirmier(ère) auxiliaire", {"infirmier", "auxiliaire"});
    check("développeur/euse web", {"developpeur", "web"});
    check("agent·e de bord", {"agent", "bord"});
    check("conseiller-ère", {"conseiller"});
    check("préposé(e)s, welder(s)", {"prepose", "welder"});
    check("e-commerce", {"e", "commerce"});
    check("infirmier/infirmière", {"infirmier", "infirmiere"});
}

TEST(Words, of_a_text_without_meaning_never_fail) {
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    std::uniform_int_distribution<int> byte{0, 255};
    std::uniform_int_distribution<std::size_t> length{0, 200};
    for (int round = 0; round < 2000; ++round) {
        std::string text(length(random), '\0');
        for (char& character : text) {
            character = static_cast<char>(byte(random));
        }
        const auto words = search::words(text);
        const auto placed = search::placed_words(text);
        ASSERT_EQ(placed.size(), words.size());
        std::size_t last_begin = 0;
        for (std::size_t index = 0; index < words.size(); ++index) {
            const std::string& word = words[index];
            EXPECT_FALSE(word.empty());
            EXPECT_LE(search::french_stem(word).size(), 200U);
            EXPECT_LE(search::english_stem(word).size(), 200U);
            EXPECT_EQ(placed[index].text, word);
            // One character may hold two words: a quarter is 1 and 4.
            EXPECT_GE(placed[index].begin, last_begin);
            EXPECT_GT(placed[index].end, placed[index].begin);
            EXPECT_LE(placed[index].end, text.size());
            last_begin = placed[index].begin;
        }
    }
    check(std::string(100'000, 'x') + " welder", {"welder"});
}

TEST(Words, are_placed_by_the_bytes_that_they_were_read_from) {
    const auto placed = [](const std::string& text) {
        std::vector<std::string> pieces;
        for (const search::PlacedWord& word : search::placed_words(text)) {
            pieces.push_back(text.substr(word.begin, word.end - word.begin));
        }
        return pieces;
    };
    EXPECT_THAT(placed("Électricien(ne), Montréal"), ElementsAre("Électricien", "Montréal"));
    EXPECT_THAT(placed("Main-d’œuvre"), ElementsAre("Main", "œuvre"));
    EXPECT_THAT(placed("e\u0301lectricite\u0301!"), ElementsAre("e\u0301lectricite\u0301"));
    EXPECT_THAT(placed("the C++ / C#"), ElementsAre("C++", "C#"));
    EXPECT_EQ(search::folded("Élève D’Œuvre"), "eleve d'oeuvre");
    EXPECT_EQ(search::in_lower_case("ÉLÈVE"), "élève");
}

std::string stem_of(const std::string& title) {
    return search::french_stem(search::words(title).front());
}

TEST(French, stems_are_the_same_in_the_feminine_and_in_the_masculine) {
    struct Pair {
        std::string feminine;
        std::string masculine;
    };
    const std::vector<Pair> pairs{
        {"développeuse", "développeur"},
        {"infirmière", "infirmier"},
        {"infirmières", "infirmiers"},
        {"directrice", "directeur"},
        {"rédactrices", "rédacteur"},
        {"technicienne", "technicien"},
        {"électriciennes", "électricien"},
        {"soudeuse", "soudeur"},
        {"caissière", "caissier"},
        {"conseillère", "conseiller"},
        {"boulangère", "boulanger"},
        {"vigneronne", "vigneron"},
        {"cheffe", "chef"},
        {"agente", "agent"},
        {"assistante", "assistants"},
        {"adjointe", "adjoint"},
        {"avocate", "avocat"},
        {"professeure", "professeur"},
        {"ingénieure", "ingénieurs"},
        {"employée", "employé"},
        {"préposées", "préposé"},
        {"professionnelle", "professionnel"},
        {"gérante", "gérant"},
        {"monteuse", "monteurs"},
        {"administratrice", "administrateur"},
        {"serveuses", "serveur"},
        {"représentante", "représentant"},
        {"chargée", "chargé"},
        {"enseignante", "enseignant"},
        {"traductrice", "traducteur"},
        {"opératrice", "opérateur"},
        {"éducatrice", "éducateurs"},
        {"pharmacienne", "pharmacien"},
        {"cuisinière", "cuisinier"},
        {"charpentière", "charpentiers"},
        {"coiffeuse", "coiffeur"},
        {"vendeuse", "vendeur"},
        {"camionneuse", "camionneur"},
        {"menuisière", "menuisier"},
        {"mécanicienne", "mécanicien"},
        {"plombière", "plombier"},
        {"peintre", "peintres"},
        {"chercheuse", "chercheur"}};
    for (const Pair& pair : pairs) {
        EXPECT_EQ(stem_of(pair.feminine), stem_of(pair.masculine)) << pair.feminine;
    }
}

TEST(French, stems_keep_different_trades_apart) {
    EXPECT_NE(stem_of("serveuse"), stem_of("serrurier"));
    EXPECT_NE(stem_of("boulangère"), stem_of("bouchère"));
    EXPECT_NE(stem_of("infirmière"), stem_of("infirmité"));
    EXPECT_NE(stem_of("technicienne"), stem_of("technique"));
}

TEST(English, stems_fold_number_and_form) {
    EXPECT_EQ(search::english_stem("welders"), search::english_stem("welder"));
    EXPECT_EQ(search::english_stem("nursing"), search::english_stem("nurses").substr(0, 4));
    EXPECT_NE(search::english_stem("welder"), search::english_stem("weaver"));
}

}  // namespace
