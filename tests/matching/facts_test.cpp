#include "services/matching/facts.hpp"

#include "tests/support/test_database.hpp"

#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <string>

namespace {

class Facts : public testing::Test {
protected:
    void execute(const std::string& statement) {
        pqxx::connection connection{test_database_.conninfo()};
        pqxx::work transaction{connection};
        transaction.exec(statement);
        transaction.commit();
    }

    support::TestDatabase test_database_;
    store::Database database_{{.conninfo = test_database_.conninfo("jobscout_owner")}};
    store::ReferenceStore reference_{database_};
    store::RoundStore rounds_{database_};
    matching::FactsKeeper keeper_{reference_, rounds_, fit::built_in_weights().value()};
};

TEST_F(Facts, find_a_place_with_or_without_its_province) {
    keeper_.refresh();
    const auto find = [&](const std::string& name) {
        return matching::wished_places(keeper_.current()->gazetteer, {name});
    };
    for (const std::string name : {"Halifax", "halifax", "Halifax, NS", " Halifax ,NS "}) {
        ASSERT_EQ(find(name).size(), 1U) << name;
        EXPECT_EQ(find(name).front().province, domain::Province::NS);
        EXPECT_EQ(find(name).front().spot.latitude, 4464);
    }
    EXPECT_EQ(find("Montréal, QC").size(), 1U);
    EXPECT_EQ(find("Trois Rivieres").size(), 1U);
    EXPECT_TRUE(find("Halifax, ON").empty());
    EXPECT_TRUE(find("Atlantis").empty());
    EXPECT_TRUE(find("").empty());
    EXPECT_TRUE(find(",").empty());
}

TEST_F(Facts, are_not_had_before_they_are_read) {
    EXPECT_FALSE(keeper_.is_loaded());
    EXPECT_THROW(keeper_.current(), std::runtime_error);
    keeper_.refresh();
    EXPECT_TRUE(keeper_.is_loaded());
    EXPECT_FALSE(matching::wished_places(keeper_.current()->gazetteer, {"Halifax"}).empty());
}

TEST_F(Facts, take_up_the_skill_profiles_that_are_imported_and_drop_them_when_they_go) {
    keeper_.refresh();
    EXPECT_TRUE(keeper_.current()->model.relatedness.empty());
    execute(R"(
        INSERT INTO reference_import (kind, list, publisher, published_on, file_name, sha256, rows,
                                      refused, left_out, passed_over, shipped, active)
        SELECT 'oasis_ratings', list, 'nobody', '2023-01-01', list, repeat(hash, 64), 3, 0, 0, '{}',
               false, true
        FROM (VALUES ('skills', 'a'), ('abilities', 'b')) AS made (list, hash);
        INSERT INTO oasis_rating (import_id, line, profile, noc, code_as_published, label, ratings)
        SELECT id, line, noc || '.00', noc, noc, 'fictional', ratings::jsonb
        FROM reference_import,
             (VALUES (1, '21231', '{"reading": 5, "lifting": 1}'),
                     (2, '21232', '{"reading": 4, "lifting": 1}'),
                     (3, '75110', '{"reading": 1, "lifting": 5}')) AS made (line, noc, ratings)
        WHERE kind = 'oasis_ratings')");
    keeper_.refresh();
    const auto facts = keeper_.current();
    const auto alike = [&](const int left, const int right) {
        return facts->model.relatedness.permille(
            domain::NocCode::from_number(left), domain::NocCode::from_number(right)
        );
    };
    EXPECT_GT(alike(21231, 21232), 900);
    EXPECT_EQ(alike(21231, 75110), 0);
    EXPECT_EQ(alike(21231, 65200), 0);
    execute("DELETE FROM reference_import WHERE kind = 'oasis_ratings'");
    keeper_.refresh();
    EXPECT_TRUE(keeper_.current()->model.relatedness.empty());
    EXPECT_FALSE(facts->model.relatedness.empty());  // Who holds them keeps them.
}

TEST_F(Facts, take_up_the_rounds_that_are_imported_and_drop_them_when_they_go) {
    keeper_.refresh();
    const auto shipped = keeper_.current()->rounds;
    EXPECT_EQ(shipped, rounds_.list());
    execute(R"(
        WITH import AS (
            INSERT INTO reference_import (kind, list, publisher, published_on, file_name, sha256,
                                          rows, refused, left_out, passed_over, shipped, active)
            VALUES ('rounds', 'rounds', 'nobody', '2031-01-02', 'rounds', repeat('a', 64), 1, 0, 0,
                    '{}', false, true)
            RETURNING id
        )
        INSERT INTO imported_round (import_id, line, number, held_on, kind, name_as_published,
                                    invitations, cutoff_crs)
        SELECT id, 1, '9001', '2031-01-01', 'general', 'Fictional', 10, 500 FROM import)");
    keeper_.refresh();
    ASSERT_EQ(keeper_.current()->rounds.size(), shipped.size() + 1);
    EXPECT_EQ(keeper_.current()->rounds.back().number, "9001");
    execute("DELETE FROM reference_import WHERE kind = 'rounds' AND NOT shipped");
    keeper_.refresh();
    EXPECT_EQ(keeper_.current()->rounds, shipped);
}

}  // namespace
