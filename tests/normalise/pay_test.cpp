#include "indexer/normalise/pay.hpp"

#include <gtest/gtest.h>

#include <random>

namespace {

using domain::PayPeriod;
using normalise::StatedPay;

constexpr domain::WeeklyHours full_week{.min_tenths = 400, .max_tenths = 400};

TEST(Pay, is_read_from_text_in_both_languages) {
    struct Case {
        const char* text;
        domain::Cents min;
        domain::Cents max;  ///< 0 for none.
        PayPeriod period;
    };
    using enum PayPeriod;
    for (const auto& [text, low, high, period] : {
             Case{"$$15.70 to $16.00HOUR hourly for 40 hours per week", 1570, 1600, hour},
             Case{"$$15.00HOUR hourly", 1500, 0, hour},
             Case{"$ 28.50 HOUR hourly / 35 hours per week", 2850, 0, hour},
             Case{
                 "$ 20.00 to $ 25.00 HOUR hourly (To be negotiated) / 30 to 40 hours per week",
                 2000,
                 2500,
                 hour},
             Case{"$20.00HOUR", 2000, 0, hour},
             Case{"$ 60,000 to $ 65,000 YEAR annually", 6'000'000, 6'500'000, year},
             Case{"$162,891.75 annually", 16'289'175, 0, year},
             Case{"$10,000.00 monthly", 1'000'000, 0, month},
             Case{"$$524WEEKLY weekly for 40 hours per week", 52'400, 0, week},
             Case{"$2,000.00 biweekly", 200'000, 0, two_weeks},
             Case{"$200.00 daily", 20'000, 0, day},
             Case{"24,50 $ de l’heure", 2450, 0, hour},
             Case{"52 000 $ par année", 5'200'000, 0, year},
             Case{"52\u00A0000,00 $ à 60\u00A0000,00 $ par an", 5'200'000, 6'000'000, year},
             Case{"entre 20 $ et 25 $/h", 2000, 2500, hour},
             Case{"85k per year", 8'500'000, 0, year},
             Case{"70-85k annually", 7'000'000, 8'500'000, year},
             Case{"$20/hour to $25/hour", 2000, 2500, hour},
             Case{"$25 an hour plus 5% commission", 2500, 0, hour},
             Case{"Range is $60,000 to $80,000 based on experience", 6'000'000, 8'000'000, year},
         }) {
        const auto pay = normalise::pay_from({.text = text}, std::nullopt);
        ASSERT_TRUE(pay) << text << ": " << pay.error().message;
        ASSERT_TRUE(*pay) << text;
        EXPECT_EQ((*pay)->min, low) << text;
        EXPECT_EQ((*pay)->max.value_or(0), high) << text;
        EXPECT_EQ((*pay)->period, period) << text;
    }
}

TEST(Pay, compares_by_the_hour_and_by_the_year) {
    struct Case {
        const char* amount;
        const char* period;
        domain::Cents hourly;
        domain::Cents yearly;
    };
    for (const auto& [amount, period, hourly, yearly] : {
             Case{"25.00", "HOUR", 2500, 5'200'000},
             Case{"200", "DAY", 2500, 5'200'000},
             Case{"1,000", "WEEKLY", 2500, 5'200'000},
             Case{"2000", "BIWEEKLY", 2500, 5'200'000},
             Case{"4333.33", "MONTH", 2500, 5'200'000},
             Case{"52,000", "YEAR", 2500, 5'200'000},
         }) {
        const auto pay = normalise::pay_from({.min = amount, .period = period}, full_week);
        ASSERT_TRUE(pay && *pay) << period;
        EXPECT_EQ((*pay)->hourly_min, hourly) << period;
        EXPECT_EQ((*pay)->hourly_max, hourly) << period;
        EXPECT_NEAR(static_cast<double>((*pay)->yearly_min), static_cast<double>(yearly), 4)
            << period;
        EXPECT_FALSE((*pay)->hours_assumed);
    }
}

TEST(Pay, rests_on_the_stated_hours_and_says_when_it_does_not) {
    const domain::WeeklyHours part{.min_tenths = 150, .max_tenths = 250};
    const StatedPay stated{.min = "26000", .period = "YEAR", .currency = "CAD"};
    const auto part_time = normalise::pay_from(stated, part).value();
    EXPECT_EQ(part_time->hourly_min, 2500);
    const auto assumed = normalise::pay_from(stated, std::nullopt).value();
    EXPECT_EQ(assumed->hourly_min, 1250);
    EXPECT_TRUE(assumed->hours_assumed);
    const auto from_text =
        normalise::pay_from({.text = "$26,000 annually for 20 hours per week"}, std::nullopt)
            .value();
    EXPECT_EQ(from_text->hourly_min, 2500);
    EXPECT_FALSE(from_text->hours_assumed);
}

TEST(Pay, is_absent_where_no_amount_is_stated) {
    for (const auto* const text :
         {"", "Not available", "to be discussed", "Depending on experience"}) {
        const auto pay = normalise::pay_from({.text = text}, std::nullopt);
        ASSERT_TRUE(pay) << text;
        EXPECT_FALSE(*pay) << text;
    }
}

TEST(Pay, by_the_day_is_for_a_day_of_the_fullest_week) {
    const auto pay =
        normalise::pay_from({.text = "$239.44DAY daily for 7 to 35 hours per week"}, std::nullopt);
    EXPECT_EQ((*pay)->hourly_min, 3421) << "7 hours, not 4.2";
    EXPECT_EQ((*pay)->yearly_min, 3'735'264) << "21 hours a week";
}

TEST(Pay, is_refused_with_the_reason) {
    struct Case {
        StatedPay stated;
        const char* reason;
    };
    for (const auto& [stated, reason] : {
             Case{{.text = "$0.00 per hour"}, "pay of 0 is not filled in"},
             Case{{.text = "$$0YEAR annually for 40 hours per week"}, "pay of 0 is not filled in"},
             Case{{.text = "-5 $ hourly"}, "pay is not above zero"},
             Case{{.min = "0", .max = "0", .period = "HOUR"}, "pay of 0 is not filled in"},
             Case{
                 {.min = "0.00", .period = "HOUR", .currency = "CAD"}, "pay of 0 is not filled in"},
             Case{{.min = "0", .max = "20", .period = "HOUR"}, "states a maximum only"},
             Case{{.text = "$0.00 to $20.56 hourly"}, "states a maximum only"},
             Case{
                 {.text = "$0.00 based on commission, mileage or piece of work"},
                 "paid by no unit of time that is known here"},
             Case{{.min = "50", .period = "HOUR", .currency = "usd"}, "pay in USD"},
             Case{{.text = "50 USD hourly"}, "pay in USD"},
             Case{{.text = "€50 hourly"}, "pay in EUR"},
             Case{{.text = "$1.00 hourly"}, "too little to be a wage"},
             Case{{.text = "$36,000 WEEKLY"}, "too much to be a wage"},
             Case{{.min = "20", .max = "15", .period = "HOUR"}, "the maximum is below the minimum"},
             Case{{.max = "20", .period = "HOUR"}, "states a maximum only"},
             Case{{.text = "up to $30 per hour"}, "states a maximum only"},
             Case{{.text = "$.48 per mile"}, "paid by no unit of time that is known here"},
             Case{{.text = "40% per sale"}, "paid by no unit of time that is known here"},
             Case{{.text = "$25"}, "no period is stated"},
         }) {
        const auto pay = normalise::pay_from(stated, std::nullopt);
        ASSERT_FALSE(pay) << reason;
        EXPECT_EQ(pay.error().message, reason);
    }
}

TEST(Pay, of_any_stated_figures_comes_back_as_stated) {
    const unsigned seed = std::random_device{}();
    RecordProperty("seed", static_cast<int>(seed));
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    std::uniform_int_distribution<domain::Cents> wages{300, 49'000};
    for (int round = 0; round < 2'000; ++round) {
        const domain::Cents low = wages(random);
        const domain::Cents high = low + wages(random) % 900;
        const auto written = [](const domain::Cents cents) {
            const std::string fraction = std::to_string(cents % 100 + 100).substr(1);
            return std::to_string(cents / 100) + "." + fraction;
        };
        const std::string text = "$" + written(low) + " to $" + written(high) + " hourly";
        const auto pay = normalise::pay_from({.text = text}, std::nullopt);
        ASSERT_TRUE(pay && *pay) << text;
        ASSERT_EQ((*pay)->min, low) << text;
        ASSERT_EQ((*pay)->max, high) << text;
        ASSERT_EQ((*pay)->hourly_max, high) << text;
    }
}

}  // namespace
