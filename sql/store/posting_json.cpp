#include "sql/store/posting_json.hpp"

#include "sql/store/json_row.hpp"
#include "sql/store/posting_words.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <string>

namespace store {
namespace {

namespace json = boost::json;
using domain::Date;
using std::string_view;

void put_pay(RowWriter& row, const domain::Pay& pay) {
    row.put("pay_min", pay.min);
    row.put("pay_max", pay.max);
    row.put("pay_period", pay.period, pay_periods);
    row.put("hours_assumed", pay.hours_assumed);
    row.put("hourly_min", pay.hourly_min);
    row.put("hourly_max", pay.hourly_max);
    row.put("yearly_min", pay.yearly_min);
    row.put("yearly_max", pay.yearly_max);
}

/// What a posting says of hours, term and languages.
void put_conditions(RowWriter& row, const domain::Posting& posting) {
    if (posting.work_hours) {
        row.put("hours_min_tenths", std::int64_t{posting.work_hours->min_tenths});
        row.put("hours_max_tenths", std::int64_t{posting.work_hours->max_tenths});
    }
    row.put("term_ends", posting.term_ends);
    row.put("starts_on", posting.starts_on);
    row.put("for_students", posting.for_students);
    row.put("working_language", posting.working_language, working_languages);
    row.put("asks_other_language", posting.asks_other_language);
    row.put("refuses_outside_canada", posting.refuses_outside_canada);
    row.put_unless_empty("refusal_quote", posting.refusal_quote);
    row.put("lmia", posting.lmia, lmia_statements);
    row.put("sponsorship", posting.sponsorship, sponsorships);
    row.put_unless_empty("sponsorship_quote", posting.sponsorship_quote);
}

/// Where the occupation comes from, and what title and duties say beside it.
void put_coding(RowWriter& row, const domain::Posting& posting) {
    row.put("noc_origin", posting.noc_origin, noc_origins);
    std::vector<std::string> nocs;
    std::vector<std::string> permille;
    nocs.reserve(posting.coded_nocs.size());
    permille.reserve(posting.coded_nocs.size());
    for (const domain::CodedNoc& coded : posting.coded_nocs) {
        nocs.push_back(coded.noc.to_string());
        permille.push_back(std::to_string(coded.permille));
    }
    row.put("coded_nocs", nocs);
    row.put("coded_permille", permille);
}

/// What a posting asks of a person.
void put_requirements(RowWriter& row, const domain::Posting& posting) {
    if (posting.education_asked) {
        row.put("education_asked", *posting.education_asked, education_levels);
    }
    row.put("equivalent_experience_accepted", posting.equivalent_experience_accepted);
    if (posting.experience_asked) {
        row.put("experience_min_months", std::int64_t{posting.experience_asked->min_months});
        if (posting.experience_asked->max_months) {
            row.put("experience_max_months", std::int64_t{*posting.experience_asked->max_months});
        }
    }
    row.put("credentials", posting.credentials);
    row.put("licence_asked", posting.licence_asked, licences);
    row.put("duties", posting.duties);
    row.put("skills", posting.skills);
}

domain::Pay pay_from(const RowReader& row) {
    return {
        .min = row.number<domain::Cents>("pay_min"),
        .max = row.optional_number<domain::Cents>("pay_max"),
        .period = row.word<domain::PayPeriod>("pay_period", pay_periods),
        .hours_assumed = row.boolean("hours_assumed"),
        .hourly_min = row.number<domain::Cents>("hourly_min"),
        .hourly_max = row.number<domain::Cents>("hourly_max"),
        .yearly_min = row.number<domain::Cents>("yearly_min"),
        .yearly_max = row.number<domain::Cents>("yearly_max"),
    };
}

void read_pay_and_hours(domain::Posting& posting, const RowReader& row) {
    if (row.has("pay_min")) {
        posting.base_salary = pay_from(row);
    }
    if (row.has("hours_min_tenths")) {
        posting.work_hours = {
            .min_tenths = row.number<int>("hours_min_tenths"),
            .max_tenths = row.number<int>("hours_max_tenths"),
        };
    }
}

domain::Place place_from(const RowReader& row) {
    domain::Place place{
        .province = domain::province_from_code(row.string("province")).value(),
        .city = row.string("city"),
        .postal_code = row.string("postal_code"),
        .gazetteer_id = row.optional_number<std::int32_t>("place_id"),
        .coordinates = std::nullopt,
        .region = row.string("region"),
    };
    if (row.has("latitude")) {
        place.coordinates = {
            .latitude = row.degrees("latitude"),
            .longitude = row.degrees("longitude"),
        };
    }
    return place;
}

void read_identity(domain::Posting& posting, const RowReader& row) {
    posting.id = row.number<domain::PostingId>("id");
    posting.source = row.string("source");
    posting.source_id = row.string("source_id");
    posting.url = row.string("url");
    posting.title = row.string("title");
    posting.original_title = row.string("original_title");
    posting.text_language = row.word<domain::OfficialLanguage>("text_language", text_languages);
    posting.hiring_organization = row.string("hiring_organization");
    posting.description = row.string("description");
    posting.vacancies = row.number<int>("vacancies");
    posting.date_posted = row.date("date_posted");
    posting.valid_through = row.date("valid_through");
    posting.closed_on = row.date("closed_on");
}

void read_conditions(domain::Posting& posting, const RowReader& row) {
    posting.remote = row.boolean("remote");
    read_pay_and_hours(posting, row);
    posting.term = row.word<domain::EmploymentTerm>("term", terms);
    posting.term_ends = row.date("term_ends");
    posting.starts_on = row.date("starts_on");
    posting.for_students = row.boolean("for_students");
    posting.work_time = row.word<domain::WorkTime>("work_time", work_times);
    posting.working_language =
        row.word<domain::WorkingLanguage>("working_language", working_languages);
    posting.asks_other_language = row.boolean("asks_other_language");
    posting.refuses_outside_canada = row.boolean("refuses_outside_canada");
    posting.refusal_quote = row.string("refusal_quote");
    posting.lmia = row.word<domain::LmiaStatement>("lmia", lmia_statements);
    posting.sponsorship = row.word<domain::Sponsorship>("sponsorship", sponsorships);
    posting.sponsorship_quote = row.string("sponsorship_quote");
}

void read_occupation(domain::Posting& posting, const RowReader& row) {
    if (row.has("noc")) {
        posting.noc = domain::NocCode::parse(row.string("noc")).value();
    }
    posting.noc_origin = row.word<domain::NocOrigin>("noc_origin", noc_origins);
    posting.noc_2016 = row.string("noc_2016");
    const std::vector<std::string> nocs = row.strings("coded_nocs");
    const std::vector<int> permille = row.numbers("coded_permille");
    assert(nocs.size() == permille.size());
    for (std::size_t at = 0; at < nocs.size(); ++at) {
        posting.coded_nocs.push_back(
            {.noc = domain::NocCode::parse(nocs[at]).value(), .permille = permille[at]}
        );
    }
}

void read_requirements(domain::Posting& posting, const RowReader& row) {
    if (row.has("education_asked")) {
        posting.education_asked =
            row.word<domain::EducationLevel>("education_asked", education_levels);
    }
    posting.equivalent_experience_accepted = row.boolean("equivalent_experience_accepted");
    if (row.has("experience_min_months")) {
        posting.experience_asked = {
            .min_months = row.number<int>("experience_min_months"),
            .max_months = row.optional_number<int>("experience_max_months"),
        };
    }
    posting.credentials = row.strings("credentials");
    posting.licence_asked = row.word<domain::Licence>("licence_asked", licences);
    posting.duties = row.strings("duties");
    posting.skills = row.strings("skills");
}

}  // namespace

json::string text(const string_view value) {
    json::string result;
    result.reserve(value.size());
    for (auto rest = value;;) {
        const auto end = rest.find('\0');
        result.append(rest.substr(0, end));
        if (end == rest.npos) {
            return result;
        }
        result.append("\xEF\xBF\xBD");
        rest.remove_prefix(end + 1);
    }
}

std::string storable_text(const string_view value) {
    const json::string held = text(value);
    return {held.data(), held.size()};
}

json::object statistic_row_from(const domain::Posting& posting) {
    json::object object;
    object.reserve(64);
    RowWriter row{object};
    row.put("source", posting.source);
    row.put("source_id", posting.source_id);
    row.put("title", posting.title);
    if (posting.noc) {
        row.put("noc", posting.noc->to_string());
    }
    row.put_unless_empty("noc_2016", posting.noc_2016);
    row.put("date_posted", posting.date_posted);
    if (posting.base_salary) {
        put_pay(row, *posting.base_salary);
    }
    row.put("term", posting.term, terms);
    row.put("work_time", posting.work_time, work_times);
    row.put("vacancies", std::int64_t{posting.vacancies});
    return object;
}

json::object row_from(const domain::Posting& posting) {
    json::object object = statistic_row_from(posting);
    RowWriter row{object};
    row.put("url", posting.url);
    row.put("original_title", posting.original_title);
    row.put("text_language", posting.text_language, text_languages);
    row.put("hiring_organization", posting.hiring_organization);
    row.put("remote", posting.remote);
    row.put("valid_through", posting.valid_through);
    row.put("closed_on", posting.closed_on);
    put_conditions(row, posting);
    put_coding(row, posting);
    put_requirements(row, posting);
    row.put("description", posting.description);
    return object;
}

json::object row_from(const domain::Place& place) {
    json::object object;
    RowWriter row{object};
    row.put("province", domain::code(place.province));
    row.put("city", place.city);
    row.put_unless_empty("region", place.region);
    row.put("postal_code", place.postal_code);
    if (place.gazetteer_id) {
        row.put("place_id", std::int64_t{*place.gazetteer_id});
    }
    if (place.coordinates) {
        row.put("latitude", place.coordinates->latitude);
        row.put("longitude", place.coordinates->longitude);
    }
    return object;
}

domain::Posting advertised_from(const json::object& object) {
    const RowReader row{object};
    domain::Posting posting;
    posting.id = row.number<domain::PostingId>("id");
    posting.source = row.string("source");
    posting.source_id = row.string("source_id");
    posting.url = row.string("url");
    posting.title = row.string("title");
    posting.original_title = row.string("original_title");
    posting.date_posted = row.date("date_posted");
    posting.valid_through = row.date("valid_through");
    posting.closed_on = row.date("closed_on");
    if (row.has("noc")) {
        posting.noc = domain::NocCode::parse(row.string("noc")).value();
    }
    read_pay_and_hours(posting, row);
    posting.term = row.word<domain::EmploymentTerm>("term", terms);
    posting.work_time = row.word<domain::WorkTime>("work_time", work_times);
    posting.vacancies = row.number<int>("vacancies");
    if (row.has("education_asked")) {
        posting.education_asked =
            row.word<domain::EducationLevel>("education_asked", education_levels);
    }
    if (row.has("experience_min_months")) {
        posting.experience_asked = {
            .min_months = row.number<int>("experience_min_months"), .max_months = std::nullopt};
    }
    posting.duties.resize(row.boolean("has_duties") ? 1 : 0);
    posting.skills.resize(row.boolean("has_skills") ? 1 : 0);
    posting.description.resize(row.boolean("has_description") ? 1 : 0, ' ');
    if (row.has("places")) {
        for (const auto& place : object.at("places").as_array()) {
            posting.job_locations.push_back(place_from(RowReader{place.as_object()}));
        }
    }
    return posting;
}

domain::Posting posting_from(const json::object& row, const json::value& places) {
    domain::Posting posting;
    const RowReader reader{row};
    read_identity(posting, reader);
    read_conditions(posting, reader);
    read_occupation(posting, reader);
    read_requirements(posting, reader);
    if (const auto* const list = places.if_array()) {
        for (const auto& place : *list) {
            posting.job_locations.push_back(place_from(RowReader{place.as_object()}));
        }
    }
    return posting;
}

}  // namespace store
