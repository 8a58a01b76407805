// Employer names: one key for the spellings of one employer, two keys for two. The traps are those
// of real names; the names are fictional.

#include "indexer/normalise/employer_name.hpp"

#include "tests/support/shared.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace {

using normalise::employer_name_from;

struct Split {
    std::string name;
    std::string legal;
    std::string operating;
    std::string key;
};

TEST(EmployerName, has_a_legal_name_an_operating_name_and_a_key) {
    const std::vector<Split> all{
        {"Harbourline Trust Inc.", "Harbourline Trust Inc.", "", "harbourline trust"},
        {"HARBOURLINE  TRUST, INC", "HARBOURLINE TRUST, INC", "", "harbourline trust"},
        {"Les Ateliers Fictifs Ltée", "Les Ateliers Fictifs Ltée", "", "ateliers fictifs"},
        {"Ateliers Fictifs limitée", "Ateliers Fictifs limitée", "", "ateliers fictifs"},
        {"Notaires Fictifs S.E.N.C.R.L.", "Notaires Fictifs S.E.N.C.R.L.", "", "notaires fictifs"},
        {"Notaires Fictifs s.e.n.c.", "Notaires Fictifs s.e.n.c.", "", "notaires fictifs"},
        {"Fiction S.E.C.", "Fiction S.E.C.", "", "fiction"},
        {"Fiction L.P./S.E.C.", "Fiction L.P./S.E.C.", "", "fiction"},
        {"Fiction s.e.c / l.p", "Fiction s.e.c / l.p", "", "fiction"},
        {"Fiction Sec/LP", "Fiction Sec/LP", "", "fiction"},
        {"Fiction & Sons Ltd.", "Fiction & Sons Ltd.", "", "fiction & sons"},
        {"Fiction and Sons Limited", "Fiction and Sons Limited", "", "fiction & sons"},
        {"Invention et Fils ULC", "Invention et Fils ULC", "", "invention & fils"},
        {"A.B.C. Fiction Ltd", "A.B.C. Fiction Ltd", "", "abc fiction"},
        {"ABC Fiction", "ABC Fiction", "", "abc fiction"},
        {"9123-4567 Québec inc.", "9123-4567 Québec inc.", "", "91234567 qc"},
        {"91234567 QUEBEC INC", "91234567 QUEBEC INC", "", "91234567 qc"},
        {"1234567 B.C. Ltd.", "1234567 B.C. Ltd.", "", "1234567 bc"},
        {"1234567BC Ltd. DBA Inn of Nowhere", "1234567BC Ltd.", "Inn of Nowhere", "1234567 bc"},
        {"9123-4567 Québec inc. / Chez Fiction",
         "9123-4567 Québec inc.",
         "Chez Fiction",
         "91234567 qc"},
        {"Chez Fiction (9123-4567 Québec inc.)",
         "9123-4567 Québec inc.",
         "Chez Fiction",
         "91234567 qc"},
        {"Fiction Foods Ltd. o/a Nowhere Burger",
         "Fiction Foods Ltd.",
         "Nowhere Burger",
         "fiction foods"},
        {"Fiction Foods Ltd (dba Nowhere Burger)",
         "Fiction Foods Ltd",
         "Nowhere Burger",
         "fiction foods"},
        {"Nowhere Burger o/a Fiction Foods Ltd.",
         "Fiction Foods Ltd.",
         "Nowhere Burger",
         "fiction foods"},
        {"Aliments Fictifs inc. faisant affaire sous Chez Rien",
         "Aliments Fictifs inc.",
         "Chez Rien",
         "aliments fictifs"},
        {"Aliments Fictifs inc. f.a.s.r.s. Chez Rien",
         "Aliments Fictifs inc.",
         "Chez Rien",
         "aliments fictifs"},
        {"Montr\xC3\x83\xC2\xA9"
         "al Fiction inc.",
         "Montréal Fiction inc.",
         "",
         "montreal fiction"},
        {"Fiction Depot of Canada Inc.", "Fiction Depot of Canada Inc.", "", "fiction depot"},
        {"Société du Néant (SN)", "Société du Néant (SN)", "", "societe du neant"},
        {"Pain Fictif (marque de commerce)", "Pain Fictif (marque de commerce)", "", "pain fictif"},
        {"", "", "", ""},
        {"...", "...", "", ""},
    };
    for (const Split& expected : all) {
        const auto found = employer_name_from(expected.name);
        EXPECT_EQ(found.legal_name, expected.legal) << expected.name;
        EXPECT_EQ(found.operating_name, expected.operating) << expected.name;
        EXPECT_EQ(found.key, expected.key) << expected.name;
    }
}

// As they stand in postings and on lists.
TEST(EmployerName, of_a_health_centre_is_one_in_full_and_in_short) {
    const auto key = [](const std::string_view name) { return employer_name_from(name).key; };
    for (const char* name :
         {"CENTRE INTÉGRÉ DE SANTÉ ET DE SERVICES SOCIAUX DE LA MONTÉRÉGIE-EST.",
          "Centre intégré de santé et services sociaux de la Montérégie-Est",
          "Centre intégré de santé et de service sociaux de la Montérégie-Est",
          "CISSS de la Montérégie-Est",
          "C.I.S.S.S. Montérégie-Est"}) {
        EXPECT_EQ(key(name), "cisss monteregie est") << name;
    }
    EXPECT_EQ(
        key("Centre intégré universitaire de santé et service sociaux de la Capitale-Nationale"),
        key("CIUSSS de la Capitale-Nationale")
    );
    EXPECT_NE(key("CIUSSS de l'Estrie"), key("CISSS de l'Estrie"));
    EXPECT_NE(key("CISSS de la Montérégie-Est"), key("CISSS de la Montérégie-Ouest"));
    EXPECT_EQ(
        key("Centre intégré d'employabilité locale des Collines"),
        "centre integre demployabilite locale des collines"
    );
    EXPECT_EQ(key("CISSS"), "cisss");
    EXPECT_EQ(key("Centre intégré de santé et de services sociaux"), "cisss");
}

TEST(EmployerName, never_takes_two_employers_for_one) {
    const std::vector<std::pair<std::string, std::string>> all{
        {"City of Nowhere", "Ville de Nowhere"},
        {"1234567 Alberta Ltd. o/a Nowhere Coffee", "7654321 Alberta Ltd. o/a Nowhere Coffee"},
        {"1234567 Alberta Ltd.", "1234567 Ontario Ltd."},
        {"9123-4567 Québec inc.", "9123-4568 Québec inc."},
        {"Nowhere Coffee (Main Street)", "Nowhere Coffee (Station Road)"},
        {"Bank of Canada", "Bank"},
        {"Fiction Canada", "Fiction"},
        {"Fiction Framing Ltd.", "Bright Fiction Framing Inc."},
        {"Concrete Company", "Concrete Inc."},
        {"Garderie Fictive des Anges inc.", "Garderie Fictive de l'Île inc."},
        {"Collège Fictif du Vieux-Port", "Collège Fictif Marie"},
        {"Nowhere Health Authority", "Nowhere Health"},
    };
    for (const auto& [one, other] : all) {
        EXPECT_NE(employer_name_from(one).key, employer_name_from(other).key)
            << one << " / " << other;
    }
}

TEST(EmployerName, is_what_people_call_the_employer) {
    struct Case {
        std::string name;
        std::string asked;
        bool called;
    };
    const std::vector<Case> all{
        {"Nowhere Coffee Inc.", "nowhere coffee", true},
        {"Nowhere Coffee", "Nowhere Coffee Ltd.", true},
        {"Nowhere Coffee (Main Street)", "Nowhere Coffee", true},
        {"Nowhere Coffee Fredericton & Oromocto", "The Nowhere-Coffee", true},
        {"1234567 Alberta Ltd. o/a Nowhere Coffee Airdrie", "NOWHERE COFFEE", true},
        {"1234567 Alberta Ltd. o/a Nowhere Coffee", "1234567 Alberta", true},
        {"Nowhere's Coffee", "Nowheres Coffee", true},
        {"Les Restaurants Nowhere's - Lachute", "Nowhere's", true},
        {"RESTAURANT NOWHERE'S (1234567 CANADA INC.)", "nowheres", true},
        {"Pharmacie Fictive #239", "Fictive", true},
        {"1234567 Alberta Ltd. dba Restaurant Nowhere", "Nowhere", true},
        {"Marché Fictif inc.", "Fictif", true},
        {"Restaurants Nowheres", "Restaurants", true},
        {"Black & Nowhere", "Nowhere", false},
        {"Nowhere Coffees", "Nowhere Coffee", false},
        {"Nowhere", "Nowhere Coffee", false},
        {"Bright Nowhere Coffee", "Nowhere Coffee", false},
        {"1234567 Alberta Ltd.", "Nowhere Coffee", false},
        {"Nowhere Coffee", "...", false},
        {"", "Nowhere Coffee", false},
        {"", "", false},
    };
    for (const Case& one : all) {
        EXPECT_EQ(normalise::is_called(employer_name_from(one.name), one.asked), one.called)
            << one.name << " / " << one.asked;
    }
}

/// No franchise is taken for another: a legal name with a number keeps it.
TEST(EmployerName, keeps_the_numbered_companies_of_a_real_list_apart) {
    const auto list =
        support::shared() / "data/employers/ircc_non_compliant_employers_2023-10-04.tsv";
    if (!std::filesystem::exists(list)) {
        GTEST_SKIP() << "../shared absent";
    }
    std::map<std::string, std::string> digits_by_key;
    std::size_t numbered = 0;
    std::ifstream file{list};
    for (std::string line; std::getline(file, line);) {
        const std::string name = line.substr(0, line.find('\t'));
        std::string digits;
        std::copy_if(
            name.begin(),
            name.end(),
            std::back_inserter(digits),
            [](const char character) { return character >= '0' && character <= '9'; }
        );
        if (digits.size() < 6) {
            continue;
        }
        ++numbered;
        const auto [known, added] = digits_by_key.emplace(employer_name_from(name).key, digits);
        EXPECT_EQ(known->second, digits) << name;
    }
    EXPECT_GT(numbered, 20U);
}

}  // namespace
