#include "matcher/domain/licence.hpp"

#include <gtest/gtest.h>

namespace {

using domain::covers;
using domain::kind_of;
using domain::Licence;

TEST(Licence, is_of_a_kind_which_is_its_own) {
    EXPECT_EQ(kind_of(Licence::none), Licence::none);
    EXPECT_EQ(kind_of(Licence::teaching), Licence::teaching);
    EXPECT_EQ(kind_of(Licence::trade_certificate), Licence::trade_certificate);
    EXPECT_EQ(kind_of(Licence::automotive_technician), Licence::trade_certificate);
    EXPECT_EQ(kind_of(Licence::hairstylist), Licence::trade_certificate);
    EXPECT_EQ(kind_of(Licence::registered_nurse), Licence::health_college);
    EXPECT_EQ(kind_of(Licence::medical_radiation), Licence::health_college);
    EXPECT_EQ(kind_of(Licence::class_1), Licence::heavy_vehicle);
    EXPECT_EQ(kind_of(Licence::bus), Licence::heavy_vehicle);
    EXPECT_EQ(kind_of(Licence::early_childhood), Licence::other_regulated);
    EXPECT_EQ(kind_of(Licence::law), Licence::other_regulated);
}

TEST(Licence, of_one_trade_or_profession_is_none_of_another) {
    EXPECT_TRUE(covers({}, Licence::none));
    EXPECT_FALSE(covers({}, Licence::plumber));
    EXPECT_TRUE(covers({Licence::law, Licence::plumber}, Licence::plumber));
    EXPECT_FALSE(covers({Licence::plumber}, Licence::gas_fitter));
    EXPECT_FALSE(covers({Licence::automotive_technician}, Licence::truck_mechanic));
    EXPECT_FALSE(covers({Licence::registered_nurse}, Licence::physician));
    EXPECT_FALSE(covers({Licence::physician}, Licence::engineering));
}

TEST(Licence, whose_trade_is_not_said_is_taken_for_any_unless_another_one_is) {
    EXPECT_TRUE(covers({Licence::trade_certificate}, Licence::gas_fitter));
    EXPECT_TRUE(covers({Licence::plumber}, Licence::trade_certificate));
    EXPECT_FALSE(covers({Licence::plumber, Licence::trade_certificate}, Licence::gas_fitter));
    EXPECT_TRUE(covers({Licence::plumber, Licence::health_college}, Licence::physician));
    EXPECT_FALSE(covers({Licence::trade_certificate}, Licence::health_college));
}

TEST(Licence, for_larger_vehicles_is_one_for_smaller_ones) {
    EXPECT_TRUE(covers({Licence::class_1}, Licence::tractor_trailer));
    EXPECT_TRUE(covers({Licence::class_1}, Licence::bus));
    EXPECT_TRUE(covers({Licence::tractor_trailer}, Licence::class_1));
    EXPECT_TRUE(covers({Licence::tractor_trailer}, Licence::straight_truck));
    EXPECT_FALSE(covers({Licence::tractor_trailer}, Licence::bus)) << "Ontario tests buses apart";
    EXPECT_TRUE(covers({Licence::bus}, Licence::straight_truck));
    EXPECT_FALSE(covers({Licence::bus}, Licence::class_1));
    EXPECT_FALSE(covers({Licence::straight_truck}, Licence::tractor_trailer));
    EXPECT_TRUE(covers({Licence::straight_truck}, Licence::heavy_vehicle));
}

}  // namespace
