#include "indexer/normalise/normalise.hpp"

#include "indexer/normalise/audience.hpp"
#include "indexer/normalise/dates.hpp"
#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/hours.hpp"
#include "indexer/normalise/licence.hpp"
#include "indexer/normalise/location_text.hpp"
#include "indexer/normalise/noc.hpp"
#include "indexer/normalise/other_language.hpp"
#include "indexer/normalise/pay.hpp"
#include "indexer/normalise/phrases.hpp"
#include "indexer/normalise/place.hpp"
#include "indexer/normalise/province.hpp"
#include "indexer/normalise/requirements.hpp"
#include "indexer/normalise/sponsorship.hpp"
#include "indexer/normalise/students.hpp"
#include "indexer/normalise/terms.hpp"
#include "indexer/normalise/text.hpp"
#include "indexer/normalise/text_language.hpp"

#include <algorithm>

namespace normalise {
namespace {

using sources::Field;

/// One record being read. Every value that is stated and not understood is noted.
class Reading {
public:
    explicit Reading(const sources::RawPosting& raw) : raw_{raw} {}

    std::string line(const Field field) const { return one_line(raw_.get(field)); }

    std::vector<std::string> lines(const Field field) const {
        std::vector<std::string> lines;
        for (const std::string& value : raw_.all(field)) {
            if (std::string text = one_line(value); !text.empty()) {
                lines.push_back(std::move(text));
            }
        }
        return lines;
    }

    /// What `parse`, which returns a Result, makes of the field's first value.
    template <class Parse>
    auto understood(const Field field, const Parse& parse) {
        using Value = typename decltype(parse(std::string_view{}))::value_type;
        const std::string value = one_line(raw_.get(field));
        if (says_nothing(fold(value))) {
            return std::optional<Value>{};
        }
        auto result = parse(std::string_view{value});
        if (!result) {
            note(field, value, result.error().message);
            return std::optional<Value>{};
        }
        return std::optional<Value>{std::move(*result)};
    }

    void note(const Field field, const std::string_view value, const std::string_view reason) {
        not_understood_.push_back({field, clean(value), std::string{reason}});
    }

    const sources::RawPosting& raw() const { return raw_; }
    std::vector<NotUnderstood> take_not_understood() { return std::move(not_understood_); }

private:
    static std::string one_line(const std::string_view text) {
        const bool markup = text.find_first_of("<&") != std::string_view::npos;
        return markup ? clean(plain_text(text)) : clean(text);
    }

    const sources::RawPosting& raw_;
    std::vector<NotUnderstood> not_understood_;
};

void append(std::vector<domain::Place>& places, std::vector<domain::Place> more) {
    for (domain::Place& place : more) {
        if (std::find(places.begin(), places.end(), place) == places.end()) {
            places.push_back(std::move(place));
        }
    }
}

/// True if countries are stated and none of them is Canada.
bool is_abroad(const sources::RawPosting& raw) {
    const auto& countries = raw.all(Field::country);
    return !countries.empty() && std::none_of(countries.begin(), countries.end(), is_canada);
}

/// The province that all values of the field name.
std::optional<domain::Province> province_of(const sources::RawPosting& raw, const Field field) {
    const auto& stated = raw.all(field);
    if (stated.empty()) {
        return std::nullopt;
    }
    const auto first = province_from(stated.front());
    const bool same = std::ranges::all_of(stated, [&](const std::string& text) {
        return province_from(text) == first;
    });
    return same ? first : std::nullopt;
}

SaidElsewhere said_elsewhere(
    const sources::RawPosting& raw, const std::optional<domain::Province> of_source
) {
    auto province = province_of(raw, Field::province);
    if (!province) {
        province = province_of_postal_code(raw.get(Field::postal_code));
    }
    if (!province) {
        province = of_source;
    }
    const auto& countries = raw.all(Field::country);
    return {
        .in_canada = !countries.empty() && std::ranges::all_of(countries, is_canada),
        .province = province};
}

/// City, province and postal code of separate fields; the first city goes with the first province.
std::vector<domain::Place> places_of_fields(
    Reading& reading, const Gazetteer& gazetteer, const SaidElsewhere& elsewhere
) {
    const auto& cities = reading.raw().all(Field::city);
    const auto& provinces = reading.raw().all(Field::province);
    const auto& postal_codes = reading.raw().all(Field::postal_code);
    const auto value = [](const std::vector<std::string>& values, const std::size_t index) {
        return index < values.size() ? std::string_view{values[index]} : std::string_view{};
    };
    std::vector<domain::Place> places;
    const std::size_t count = std::max({cities.size(), provinces.size(), postal_codes.size()});
    for (std::size_t index = 0; index < count; ++index) {
        const StatedPlace stated{
            .city = value(cities, index),
            .province = value(provinces, index),
            .postal_code = value(postal_codes, index),
        };
        if (auto place = place_from(stated, gazetteer, elsewhere)) {
            append(places, {std::move(*place)});
        } else {
            reading.note(
                stated.city.empty() ? Field::province : Field::city,
                stated.city.empty() ? stated.province : stated.city,
                place.error().message
            );
        }
    }
    return places;
}

std::vector<domain::Place> places_of(Reading& reading, const Gazetteer& gazetteer) {
    const sources::RawPosting& raw = reading.raw();
    if (is_abroad(raw)) {
        reading.note(Field::country, raw.get(Field::country), "not in Canada");
        return {};
    }
    const auto of_source = province_of(raw, Field::province_hint);
    const SaidElsewhere elsewhere = said_elsewhere(raw, of_source);
    std::vector<domain::Place> places;
    std::string unread;
    for (const std::string& location : reading.lines(Field::location)) {
        if (auto found = places_from(location, gazetteer, elsewhere)) {
            append(places, std::move(*found));
        } else if (of_source) {
            unread = location;
        } else {
            reading.note(Field::location, location, found.error().message);
        }
    }
    if (places.empty()) {
        places = places_of_fields(reading, gazetteer, elsewhere);
    }
    if (!places.empty()) {
        return places;
    }
    const std::string hint = reading.line(Field::location_hint);
    if (!says_nothing(fold(beside_badges(hint)))) {
        auto found = places_from_hint(hint, gazetteer, elsewhere);
        if (found) {
            return std::move(*found);
        }
        if (of_source) {
            unread = unread.empty() ? hint : unread;
        } else if (!is_heading(hint)) {
            reading.note(Field::location_hint, hint, found.error().message);
        }
    }
    if (of_source) {
        places.push_back(place_of_source(unread, *of_source));
    }
    return places;
}

bool is_remote(Reading& reading) {
    const auto& locations = reading.raw().all(Field::location);
    if (std::any_of(locations.begin(), locations.end(), says_remote) ||
        says_remote(reading.raw().get(Field::location_hint))) {
        return true;
    }
    return reading.understood(Field::remote, remote_from).value_or(false);
}

std::optional<domain::Pay> pay_of(
    Reading& reading, const std::optional<domain::WeeklyHours> hours
) {
    const sources::RawPosting& raw = reading.raw();
    const std::string text = clean(raw.get(Field::pay_text));
    const StatedPay stated{
        .text = text,
        .min = raw.get(Field::pay_min),
        .max = raw.get(Field::pay_max),
        .period = raw.get(Field::pay_period),
        .currency = raw.get(Field::pay_currency),
    };
    auto pay = pay_from(stated, hours);
    if (pay) {
        return *pay;
    }
    if (stated.min.empty() && stated.max.empty()) {
        reading.note(Field::pay_text, text, pay.error().message);
    } else {
        std::string value{stated.min};
        value.append(" to ").append(stated.max).append(" ").append(stated.currency);
        value.append(" ").append(stated.period);
        reading.note(Field::pay_min, value, pay.error().message);
    }
    return std::nullopt;
}

void read_occupation(
    Reading& reading, const occupation::Occupations& occupations, domain::Posting& posting
) {
    posting.noc = reading.understood(Field::noc_2021, [&](const std::string_view text) {
        return noc_2021_from(text, occupations);
    });
    posting.noc_2016 = reading.understood(Field::noc_2016, noc_2016_from).value_or("");
    posting.noc_origin = posting.noc ? domain::NocOrigin::stated : domain::NocOrigin::unknown;
    if (!posting.noc && !posting.noc_2016.empty()) {
        posting.noc = occupations.from_2016(posting.noc_2016);
        posting.noc_origin =
            posting.noc ? domain::NocOrigin::concordance : domain::NocOrigin::unknown;
    }
}

void read_terms(Reading& reading, domain::Posting& posting) {
    posting.work_hours = reading.understood(Field::hours, hours_from);
    posting.base_salary = pay_of(reading, posting.work_hours);
    const auto employment = [&] {
        std::string joined;
        for (const std::string& value : reading.raw().all(Field::employment)) {
            joined += (joined.empty() ? "" : "; ") + clean(value);
        }
        return joined;
    }();
    if (!says_nothing(fold(employment))) {
        if (const auto read = employment_from(employment)) {
            posting.term = read->term;
            posting.term_ends = read->term_ends;
            posting.work_time = read->work_time;
            posting.for_students = read->for_students;
        } else {
            reading.note(Field::employment, employment, read.error().message);
        }
    }
    posting.for_students = posting.for_students || is_for_students(called(posting));
    posting.vacancies = reading.understood(Field::vacancies, vacancies_from).value_or(1);
    posting.lmia =
        reading.understood(Field::lmia, lmia_from).value_or(domain::LmiaStatement::not_stated);
    posting.refusal_quote = refusal_quote(reading.line(Field::audience));
    posting.refuses_outside_canada = !posting.refusal_quote.empty();
}

void read_requirements(Reading& reading, domain::Posting& posting) {
    posting.working_language = reading.understood(Field::languages, working_language_from)
                                   .value_or(domain::WorkingLanguage::not_stated);
    posting.asks_other_language = asks_other_language(called(posting));
    if (const auto asked = reading.understood(Field::education, education_from)) {
        posting.education_asked = asked->level;
        posting.equivalent_experience_accepted = asked->equivalent_experience_accepted;
    }
    posting.experience_asked = reading.understood(Field::experience, experience_from);
    for (const std::string& value : reading.raw().all(Field::credentials)) {
        for (std::string& credential : credentials_from(value)) {
            posting.credentials.push_back(std::move(credential));
        }
    }
    posting.licence_asked = licence_asked(posting.credentials, called(posting));
}

/// From what the posting says in words, wherever it says it.
void read_sponsorship(const sources::RawPosting& raw, domain::Posting& posting) {
    std::vector<std::string_view> texts{posting.description};
    using Lines = const std::vector<std::string>*;
    for (const Lines lines :
         {Lines{&posting.duties}, Lines{&posting.skills}, &raw.all(Field::audience)}) {
        texts.insert(texts.end(), lines->begin(), lines->end());
    }
    SponsorshipSaid said = sponsorship_said(texts);
    posting.sponsorship = said.verdict;
    posting.sponsorship_quote = std::move(said.quote);
}

/// The language of the employer's own words; where the source replaced the title, of the original.
domain::OfficialLanguage language_of(Reading& reading, const domain::Posting& posting) {
    if (const auto stated = stated_language(reading.raw().get(Field::text_language))) {
        return *stated;
    }
    std::string text = called(posting);
    for (const std::string& duty : posting.duties) {
        text.append(" ").append(duty);
    }
    text.append(" ").append(posting.description);
    return detect_language(text).value_or(domain::OfficialLanguage::english);
}

/// Only a web address can be followed; `javascript:` and its like never reach a page.
domain::Result<std::string> url_from(const std::string_view text) {
    const std::string folded = fold(text.substr(0, 8));
    const bool is_web = folded.starts_with("https://") || folded.starts_with("http://");
    if (!is_web || text.find_first_of(" \"<>") != std::string_view::npos) {
        return domain::invalid("", "'" + std::string{text} + "' is no web address");
    }
    return std::string{text};
}

}  // namespace

Normalised normalise(
    const std::string_view source,
    const sources::RawPosting& raw,
    const Gazetteer& gazetteer,
    const occupation::Occupations& occupations
) {
    Reading reading{raw};
    domain::Posting posting;
    posting.source = source;
    posting.source_id = reading.line(Field::source_id);
    posting.url = reading.understood(Field::url, url_from).value_or("");
    posting.title = reading.line(Field::title);
    posting.original_title = reading.line(Field::original_title);
    posting.hiring_organization = reading.line(Field::employer);
    posting.job_locations = places_of(reading, gazetteer);
    posting.remote = is_remote(reading);
    posting.date_posted = reading.understood(Field::date_posted, date_from);
    posting.valid_through = reading.understood(Field::valid_through, date_from);
    posting.closed_on = reading.understood(Field::closed_on, date_from);
    posting.starts_on = reading.understood(Field::starts_on, start_from).value_or(std::nullopt);
    read_occupation(reading, occupations, posting);
    read_terms(reading, posting);
    read_requirements(reading, posting);
    posting.duties = reading.lines(Field::duties);
    posting.skills = reading.lines(Field::skills);
    posting.description = plain_text(raw.get(Field::description));
    read_sponsorship(raw, posting);
    posting.text_language = language_of(reading, posting);
    return {.posting = std::move(posting), .not_understood = reading.take_not_understood()};
}

}  // namespace normalise
