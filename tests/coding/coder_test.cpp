#include "indexer/coding/coder.hpp"

#include "tests/support/values.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <random>

namespace coding {
namespace {

using support::noc;

const Coder& shipped() {
    static const Coder coder{Model::shipped()};
    return coder;
}

struct Expected {
    const char* title;
    const char* noc;
};

// Plain titles that leave no doubt, in both languages.
TEST(Coder, finds_what_leaves_no_doubt) {
    for (const auto& [title, code] : {
             Expected{"Welder", "72106"},
             Expected{"Soudeuse", "72106"},
             Expected{"Registered nurse", "31301"},
             Expected{"Infirmière auxiliaire", "32101"},
             Expected{"Long haul truck driver", "73300"},
             Expected{"Cook", "63200"},
             Expected{"Cuisinier(ère)", "63200"},
             Expected{"Caissière", "65100"},
             Expected{"Électricien industriel", "72201"},
             Expected{"Early childhood educator", "42202"},
             Expected{"Éducatrice de la petite enfance", "42202"},
             Expected{"Pharmacist", "31120"},
             Expected{"Civil engineer", "21300"},
             Expected{"Ingénieure civile", "21300"},
             Expected{"Plombier", "72300"},
             Expected{"Carpenter", "72310"},
         }) {
        const Coding coding = shipped().code(title);
        EXPECT_EQ(coding.top.front().noc.to_string(), code) << title;
        EXPECT_FALSE(coding.abstained) << title;
    }
}

TEST(Coder, abstains_where_there_is_nothing_to_go_by) {
    for (const char* title : {"", "12345", "!!!", "xqzv", "Join our team!", "\xff\xfe"}) {
        EXPECT_TRUE(shipped().code(title).abstained) << title;
    }
    EXPECT_TRUE(shipped().code("").top.empty());
    EXPECT_EQ(shipped().code("worker").top.size(), 5U);
}

TEST(Coder, gives_probabilities_in_order) {
    std::mt19937 random{20261125};
    const std::string letters = "abcdefghijklmnopqrstuvwxyz  -/()é";
    for (int round = 0; round < 500; ++round) {
        std::string title;
        for (auto length = random() % 60; length > 0; --length) {
            title += letters[random() % letters.size()];
        }
        const Coding coding = shipped().code(title);
        float sum = 0;
        float last = 1;
        for (const Suggestion& suggestion : coding.top) {
            EXPECT_GE(suggestion.probability, 0);
            EXPECT_LE(suggestion.probability, last) << title;
            last = suggestion.probability;
            sum += suggestion.probability;
        }
        EXPECT_LE(sum, 1.001F) << title;
        EXPECT_LE(coding.teer_certainty, 1.001F);
    }
}

TEST(Coder, takes_the_duties_into_account) {
    const float alone = shipped().code("Technician").top.front().probability;
    const Coding with_duties = shipped().code(
        "Technician",
        {"Diagnose and repair mechanical and electrical faults of cars and trucks",
         "Inspect brakes, steering and suspension of vehicles and replace worn parts"}
    );
    EXPECT_EQ(with_duties.top.front().noc, noc("72410"));
    EXPECT_GT(with_duties.top.front().probability, alone);
}

TEST(Coder, prefers_the_official_index_where_it_is_known) {
    const Coder coder{Model::shipped(), {{"zymurgist/zymurgiste - brasserie", noc("22110")}}};
    EXPECT_EQ(coder.code("Zymurgiste, brasserie").top.front().noc, noc("22110"));
    EXPECT_FALSE(coder.code("Zymurgiste, brasserie").abstained);
    EXPECT_TRUE(shipped().code("Zymurgiste, brasserie").abstained);
}

TEST(Coder, passes_over_an_index_title_of_several_unit_groups) {
    const Coder coder{
        Model::shipped(), {{"zymurgist", noc("22110")}, {"Zymurgists", noc("21110")}}};
    const Coder twice{Model::shipped(), {{"zymurgist", noc("22110")}, {"zymurgist", noc("21110")}}};
    EXPECT_FALSE(coder.code("zymurgist").abstained);
    EXPECT_TRUE(twice.code("zymurgist").abstained);
}

TEST(Coder, chooses_among_what_a_code_became) {
    // NOC 2016 2174 became three unit groups.
    const std::vector choices{noc("21230"), noc("21232"), noc("21234")};
    EXPECT_EQ(shipped().choose(choices, "Développeuse Web")->noc, noc("21234"));
    EXPECT_EQ(shipped().choose(choices, "Software developer")->noc, noc("21232"));
    EXPECT_FALSE(shipped().choose({}, "Software developer"));
}

TEST(Coder, takes_part_of_a_title_for_the_index_title_that_it_is_where_the_rest_agrees) {
    // "Intern" is a medical intern in the index; Job Bank's label of the title is 21301.
    const Coder coder{Model::shipped(), {{"Nurse", noc("31301")}, {"Intern", noc("31102")}}};
    EXPECT_TRUE(shipped().code("Nurse - Inventory").abstained);
    EXPECT_EQ(coder.code("Nurse - Inventory").top.front().noc, noc("31301"));
    EXPECT_FALSE(coder.code("Nurse - Inventory").abstained);
    EXPECT_EQ(coder.code("Intern - Mechanical Engineer").top.front().noc, noc("21301"));
}

TEST(Coder, chooses_by_an_index_title_that_is_turned_round) {
    // NOC 2016 2174 and 8431 became these.
    const Coder coder{
        Model::shipped(),
        {{"Web programmer", noc("21234")}, {"Mushroom farm worker", noc("85101")}}};
    const std::vector programmers{noc("21230"), noc("21232"), noc("21234")};
    const std::vector farm_workers{noc("84120"), noc("85100"), noc("85101")};
    EXPECT_LT(shipped().choose(programmers, "Programmer, Web")->probability, 0.6F);
    EXPECT_EQ(coder.choose(programmers, "Programmer, Web")->noc, noc("21234"));
    EXPECT_EQ(shipped().choose(farm_workers, "Farm Worker, Mushrooms")->noc, noc("85100"));
    EXPECT_EQ(coder.choose(farm_workers, "Farm Worker, Mushrooms")->noc, noc("85101"));
}

TEST(Coder, chooses_by_duties_where_the_index_tells_a_title_apart_by_them) {
    const std::vector farm_workers{noc("84120"), noc("85100"), noc("85101")};
    const Coder coder{
        Model::shipped(),
        {{"Farm labourer - harvesting", noc("85101")},
         {"Farm labourer - livestock", noc("85100")}}};
    const std::vector<std::string> crops{
        "Plant, cultivate and irrigate crops",
        "Operate and maintain farm machinery and equipment",
        "Harvest crops"};
    const std::vector<std::string> animals{
        "Feed and tend animals", "Clean stables, barns, barnyards and pens", "Milk cows"};
    // The title alone weighs more than any duties: it would be livestock either way.
    EXPECT_EQ(shipped().choose(farm_workers, "Farm Labourer", crops)->noc, noc("85100"));
    EXPECT_EQ(coder.choose(farm_workers, "Farm Labourer", crops)->noc, noc("85101"));
    EXPECT_GE(coder.choose(farm_workers, "Farm Labourer", crops)->probability, 0.6F);
    EXPECT_EQ(coder.choose(farm_workers, "Farm Labourer", animals)->noc, noc("85100"));
    EXPECT_EQ(coder.choose(farm_workers, "General Labourer - Farm", crops)->noc, noc("85101"));
    const std::vector<std::string> bees{
        "Apiary work", "Apiary work", "Harvesting honey", "Honey bees", "Honey farm"};
    EXPECT_EQ(coder.choose(farm_workers, "Farm Labourer", bees)->noc, noc("85100"))
        << "where duties leave doubt, the title is asked as before";
}

TEST(Coder, chooses_by_the_whole_of_a_title_and_not_by_part_of_it) {
    // What NOC 2016 4163 became. The index has the consultant; who looks into markets is another.
    const Coder coder{Model::shipped(), {{"Marketing consultant", noc("11202")}}};
    const std::vector choices{noc("11202"), noc("41402")};
    EXPECT_EQ(coder.choose(choices, "Marketing Consultant - Market Research")->noc, noc("41402"));
    EXPECT_EQ(coder.choose(choices, "Consultant, Marketing")->noc, noc("11202"));
}

TEST(Coder, chooses_nothing_that_a_code_did_not_become) {
    const Coder coder{Model::shipped(), {{"Prevention officer", noc("22232")}}};
    const std::vector choices{noc("41310"), noc("41404")};
    EXPECT_NE(coder.choose(choices, "Prevention Officer")->noc, noc("22232"));
}

TEST(TitleLanguage, goes_by_words_then_by_accents) {
    using domain::OfficialLanguage;
    EXPECT_EQ(title_language("Registered nurse"), OfficialLanguage::english);
    EXPECT_EQ(title_language("Technicien en comptabilité"), OfficialLanguage::french);
    EXPECT_EQ(title_language("Ébéniste"), OfficialLanguage::french);
    EXPECT_EQ(title_language("Barista"), OfficialLanguage::english);
}

TEST(Figures, survive_being_written_and_read) {
    Figures figures;
    figures.thresholds = {.english = 0.5F, .french = 0.625F};
    figures.nocs = {noc("00012"), noc("21231")};
    figures.biases = {0.25F, -1};
    std::array<float, hidden_units> weights{};
    weights[0] = 1.27F;
    weights[1] = -0.5F;
    figures.outputs = {output_weights(weights), output_weights({})};
    figures.keys = {7, 0xFFFFFFFF};
    figures.inputs = {input_weights(weights), input_weights({})};
    figures.titles = {
        {.noc = 0, .weight_step = 31, .concepts = {300'000, 5}},
        {.noc = 1, .weight_step = 0, .concepts = {5}}};
    const std::string bytes = write_figures(figures);
    const Figures read = read_figures(bytes).value();
    EXPECT_EQ(write_figures(read), bytes);
    EXPECT_EQ(read.nocs, figures.nocs);
    EXPECT_EQ(read.keys, figures.keys);
    ASSERT_EQ(read.titles.size(), 2U);
    EXPECT_EQ(read.titles[0].weight_step, 31);
    EXPECT_EQ(read.titles[0].concepts, figures.titles[0].concepts);
    EXPECT_EQ(read.titles[1].noc, 1);
    EXPECT_EQ(read.outputs[0].steps[0], 127);
    EXPECT_EQ(read.outputs[0].steps[1], -50);
    EXPECT_EQ(read.inputs[0].nibbles[0], 0x5F);  // 7 and -3 steps from 8.
    EXPECT_EQ(read.inputs[0].nibbles[1], 0x88);
}

TEST(Figures, are_refused_wherever_they_are_cut_short) {
    Figures figures;
    figures.nocs = {noc("00012")};
    figures.biases = {0};
    figures.outputs.resize(1);
    figures.keys = {1'000};
    figures.inputs.resize(1);
    figures.titles = {{.noc = 0, .weight_step = 4, .concepts = {200, 100}}};
    const std::string bytes = write_figures(figures);
    ASSERT_TRUE(read_figures(bytes));
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        EXPECT_FALSE(read_figures(std::string_view{bytes}.substr(0, length))) << length;
    }
    EXPECT_FALSE(read_figures(bytes + "x"));
    std::string unknown_word = bytes;
    unknown_word.back() = 1;  // The last two bytes are the place of a word, of which there are two.
    EXPECT_FALSE(read_figures(unknown_word));
}

TEST(Model, ships_in_at_most_four_megabytes_with_every_unit_group) {
    const Model model = Model::shipped();
    EXPECT_EQ(model.nocs().size(), 516U);
    EXPECT_GT(model.thresholds().english, 0.2F);
    EXPECT_GT(model.thresholds().french, 0.2F);
}

}  // namespace
}  // namespace coding
