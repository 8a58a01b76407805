#include "tests/bench/listed_employers.hpp"

#include <array>
#include <random>

namespace listed {
namespace {

constexpr std::size_t rows_count = 300'000;

}  // namespace

std::string name_of(const std::size_t number) {
    constexpr std::array syllables{"ka", "lo", "mi", "ne", "ru", "sta", "ve", "dor", "fin", "gal"};
    constexpr std::array trades{"Transport", "Farms", "Restaurant", "Construction", "Services"};
    std::mt19937_64 random{number};
    std::string name;
    for (const int parts : {3, 2}) {
        std::string word;
        for (int part = 0; part < parts; ++part) {
            word += syllables.at(random() % syllables.size());
        }
        word[0] = static_cast<char>(word[0] - 'a' + 'A');
        name += word + " ";
    }
    return name + trades.at(random() % trades.size()) + (number % 3 == 0 ? " Ltd." : " Inc.");
}

std::string employer_of(const std::size_t posting) {
    std::string name =
        name_of(posting % 3 == 2 ? employers_count + posting : posting * 3 % employers_count);
    if (posting % 3 == 1) {
        name[4] = 'x';
    }
    return name;
}

verification::Lists lists(
    const std::vector<std::string>& occupations, const domain::Date published_on
) {
    verification::EmployerLists employers;
    std::mt19937_64 random{7};
    for (std::size_t row = 0; row < rows_count; ++row) {
        employers.add(verification::EmployerLists::LmiaRow{
            .list = 0,
            .period = "2025Q3",
            .province = static_cast<domain::Province>(row % 13),
            .employer = name_of(random() % employers_count),
            .address = "Halifax, NS",
            .occupation = "63200-Cooks",
            .positions = 1});
    }
    verification::WageTable wages;
    for (const std::string& noc : occupations) {
        wages.add(verification::WageTable::WageRow{
            .list = 1, .edition = "2021", .noc = noc, .region = "Canada", .median = 2'400});
    }
    for (std::size_t province = 0; province < 13; ++province) {
        wages.add(verification::WageTable::MinimumRow{
            .list = 2,
            .province = static_cast<domain::Province>(province),
            .from = published_on - std::chrono::days{365},
            .hourly = 1'650,
            .url = "https://wages.example"});
    }
    return {
        {{.kind = "lmia", .name = "positive 2025Q3", .publisher = "", .published_on = published_on},
         {.kind = "wages",
          .name = "by economic region",
          .publisher = "",
          .published_on = published_on},
         {.kind = "minimum_wages",
          .name = "by province",
          .publisher = "",
          .published_on = published_on}},
        std::move(employers),
        std::move(wages),
        {}};
}

}  // namespace listed
