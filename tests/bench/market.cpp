#include "tests/bench/market.hpp"

#include "sql/store/shipped_unit_groups.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace market {
namespace {

using Random = std::mt19937_64;

constexpr std::size_t vocabulary_size = 30'000;
constexpr std::size_t cities = 400;
constexpr std::size_t words_of_occupation = 60;

}  // namespace

/// Draws indexes whose frequencies fall with a power of their rank.
class Falling {
public:
    Falling(const std::size_t count, const double power) {
        double sum = 0;
        for (std::size_t rank = 0; rank < count; ++rank) {
            sum += 1 / std::pow(static_cast<double>(rank) + 2.7, power);
            cumulated_.push_back(sum);
        }
    }
    std::size_t draw(Random& random) const {
        std::uniform_real_distribution<double> anywhere{0, cumulated_.back()};
        return static_cast<std::size_t>(
            std::ranges::lower_bound(cumulated_, anywhere(random)) - cumulated_.begin()
        );
    }

private:
    std::vector<double> cumulated_;
};

namespace {

std::size_t below(Random& random, const std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>{0, bound - 1}(random);
}

int between(Random& random, const int least, const int most) {
    return std::uniform_int_distribution{least, most}(random);
}

bool chance(Random& random, const double probability) {
    return std::bernoulli_distribution{probability}(random);
}

/// Made of syllables; the frequent ones are short.
std::vector<std::string> vocabulary(Random& random) {
    static constexpr std::array syllables{"ba", "con", "di",  "er",  "fal", "gu", "hin", "ism",
                                          "jo", "kel", "lu",  "mon", "ner", "op", "pra", "qui",
                                          "ro", "ste", "tan", "ul",  "ver", "wi", "xa",  "zor"};
    std::vector<std::string> words;
    for (std::size_t rank = 0; rank < vocabulary_size; ++rank) {
        std::string& word = words.emplace_back();
        for (std::size_t count = 1 + below(random, 2) + (rank > 200 ? 2 : 0); count > 0; --count) {
            word += syllables[below(random, syllables.size())];
        }
    }
    return words;
}

}  // namespace

struct Market::World {
    explicit World(Random random) : words{vocabulary(random)} {
        for (const store::NocUnitGroup& group : store::shipped_unit_groups()) {
            nocs.push_back(group.noc);
        }
        std::ranges::shuffle(nocs, random);
        titles.resize(nocs.size());
        own_words.resize(nocs.size());
        for (std::size_t at = 0; at < nocs.size(); ++at) {
            titles[at] =
                words[300 + below(random, 3'000)] + ' ' + words[300 + below(random, 3'000)];
            for (std::size_t count = 0; count < words_of_occupation; ++count) {
                own_words[at].push_back(200 + below(random, 12'000));
            }
        }
        for (std::size_t at = 0; at < cities; ++at) {
            domain::Place& place = places.emplace_back();
            place.province = static_cast<domain::Province>(below(random, 13));
            place.city = "City " + std::to_string(at);
            place.coordinates = domain::Coordinates{
                .latitude = 43 + between(random, 0, 900) / 100.0,
                .longitude = -125 + between(random, 0, 7'000) / 100.0};
        }
    }

    std::string text(Random& random, const std::size_t occupation, const int count) const {
        std::string result;
        for (int at = 0; at < count; ++at) {
            const std::size_t word = chance(random, 0.15)
                                         ? own_words[occupation][of_occupation.draw(random)]
                                         : any_word.draw(random);
            result += words[word];
            result += ' ';
        }
        return result;
    }

    std::vector<std::string> words;
    std::vector<domain::NocCode> nocs = {};
    std::vector<std::string> titles = {};
    std::vector<std::vector<std::size_t>> own_words = {};
    std::vector<domain::Place> places = {};
    Falling any_word{vocabulary_size, 1.05};
    Falling any_occupation{516, 0.8};
    Falling any_place{cities, 0.9};
    Falling of_occupation{words_of_occupation, 0.6};
};

Market::Market(const unsigned seed)
    : seed_{seed}, world_{std::make_unique<const World>(Random{seed})} {}

Market::~Market() = default;

domain::Posting Market::posting(const domain::PostingId id) const {
    Random random{seed_ + 0x9E3779B97F4A7C15ULL * static_cast<std::uint64_t>(id)};
    const std::size_t occupation = world_->any_occupation.draw(random);
    domain::Posting posting;
    posting.id = id;
    posting.source = "market";
    posting.source_id = std::to_string(id);
    posting.title = world_->titles[occupation];
    if (chance(random, 0.5)) {
        posting.title += ' ' + world_->words[world_->any_word.draw(random)];
    }
    posting.hiring_organization = "Employer " + std::to_string(below(random, 20'000));
    posting.job_locations = {world_->places[world_->any_place.draw(random)]};
    posting.remote = chance(random, 0.05);
    posting.date_posted = today - std::chrono::days{between(random, 0, 59)};
    posting.noc = world_->nocs[occupation];
    if (chance(random, 0.8)) {
        const domain::Cents hourly = between(random, 1'600, 6'500);
        posting.base_salary = domain::Pay{
            .min = hourly,
            .max = std::nullopt,
            .hourly_min = hourly,
            .hourly_max = hourly,
            .yearly_min = hourly * 2'080,
            .yearly_max = hourly * 2'080};
    }
    if (chance(random, 0.6)) {
        posting.working_language = static_cast<domain::WorkingLanguage>(between(random, 1, 4));
        posting.experience_asked =
            domain::ExperienceAsked{.min_months = 12 * between(random, 0, 5), .max_months = {}};
        posting.education_asked = static_cast<domain::EducationLevel>(between(random, 0, 6));
        posting.refuses_outside_canada = chance(random, 0.5);
    }
    if (chance(random, 0.05)) {
        posting.licence_asked = static_cast<domain::Licence>(between(random, 1, 6));
    }
    posting.term = domain::EmploymentTerm::permanent;
    posting.duties = {world_->text(random, occupation, between(random, 60, 120))};
    posting.description = world_->text(random, occupation, between(random, 30, 120));
    return posting;
}

domain::Candidate Market::candidate(const int number) const {
    Random random{seed_ + 7 + 0x9E3779B97F4A7C15ULL * static_cast<std::uint64_t>(number)};
    domain::Candidate candidate;
    candidate.birth_date = today - std::chrono::days{11'000 + between(random, 0, 5'000)};
    for (int count = between(random, 1, 2); count > 0; --count) {
        const std::size_t occupation = world_->any_occupation.draw(random);
        domain::Job& job = candidate.jobs.emplace_back();
        job.noc = world_->nocs[occupation];
        job.title = world_->titles[occupation];
        job.duties = {world_->text(random, occupation, 20), world_->text(random, occupation, 20)};
        job.country = "IN";
        job.start = today - std::chrono::days{between(random, 400, 4'000)};
        job.hours_per_week = 40;
        candidate.skills.push_back(world_->words[world_->own_words[occupation][0]]);
        candidate.skills.push_back(world_->words[world_->own_words[occupation][1]]);
    }
    const domain::Clb level = between(random, 5, 10);
    candidate.language_tests.push_back(
        {.kind = chance(random, 0.75) ? domain::LanguageTestKind::ielts_general
                                      : domain::LanguageTestKind::tef_canada,
         .date = today - std::chrono::days{100},
         .first = true,
         .levels = {level, level, level, level}}
    );
    candidate.education.push_back(
        {.level = static_cast<domain::EducationLevel>(between(random, 1, 6)),
         .country = "IN",
         .completed = today - std::chrono::days{4'000},
         .eca_date = std::nullopt}
    );
    const domain::Place& place = world_->places[world_->any_place.draw(random)];
    candidate.preferences.provinces = {place.province};
    candidate.preferences.places = {place.city};
    if (chance(random, 0.5)) {
        candidate.preferences.hourly_pay_min = between(random, 1'800, 4'000);
    }
    return candidate;
}

}  // namespace market
