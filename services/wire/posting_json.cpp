#include "services/wire/posting_json.hpp"

#include "services/wire/optional_json.hpp"
#include "services/wire/vocabulary.hpp"

namespace wire {
namespace {

namespace json = boost::json;

/// The word, or null for the first value of the enumeration, which says that nothing was stated.
template <class E, std::size_t N>
json::value stated(const std::array<Named<E>, N>& names, const E value) {
    return value == E{} ? json::value(nullptr) : json::value(name_of(names, value));
}

json::array strings(const std::vector<std::string>& texts) {
    json::array result;
    for (const std::string& text : texts) {
        result.push_back(json::value(text));
    }
    return result;
}

json::object place_json(const domain::Place& place) {
    const auto& at = place.coordinates;
    return {
        {"province", code(place.province)},
        {"city", or_null(place.city)},
        {"region", or_null(place.region)},
        {"postal_code", or_null(place.postal_code)},
        {"latitude", at ? json::value(at->latitude) : json::value(nullptr)},
        {"longitude", at ? json::value(at->longitude) : json::value(nullptr)}};
}

json::value salary_json(const std::optional<domain::Pay>& pay) {
    if (!pay) {
        return nullptr;
    }
    return json::object{
        {"currency", "CAD"},
        {"unit", "cents"},
        {"period", name_of(pay_period_names, pay->period)},
        {"min", pay->min},
        {"max", or_null(pay->max)},
        {"hourly_min", pay->hourly_min},
        {"hourly_max", pay->hourly_max},
        {"yearly_min", pay->yearly_min},
        {"yearly_max", pay->yearly_max},
        {"hours_assumed", pay->hours_assumed}};
}

json::value hours_json(const std::optional<domain::WeeklyHours>& hours) {
    if (!hours) {
        return nullptr;
    }
    return json::object{{"min", hours->min_tenths / 10.0}, {"max", hours->max_tenths / 10.0}};
}

json::value experience_json(const std::optional<domain::ExperienceAsked>& experience) {
    if (!experience) {
        return nullptr;
    }
    return json::object{
        {"min_months", experience->min_months}, {"max_months", or_null(experience->max_months)}};
}

json::array coded_nocs_json(const std::vector<domain::CodedNoc>& coded_nocs) {
    json::array list;
    for (const domain::CodedNoc& coded : coded_nocs) {
        list.push_back(json::object{
            {"noc", coded.noc.to_string()}, {"p", static_cast<double>(coded.permille) / 1'000}});
    }
    return list;
}

}  // namespace

json::object posting_json(const domain::Posting& posting) {
    json::array locations;
    for (const domain::Place& place : posting.job_locations) {
        locations.push_back(place_json(place));
    }
    const auto& education = posting.education_asked;
    return {
        {"id", std::to_string(posting.id)},
        {"source", posting.source},
        {"source_id", posting.source_id},
        {"url", or_null(posting.url)},
        {"title", posting.title},
        {"original_title", or_null(posting.original_title)},
        {"text_language", name_of(language_names, posting.text_language)},
        {"hiring_organization", or_null(posting.hiring_organization)},
        {"job_locations", std::move(locations)},
        {"remote", posting.remote},
        {"date_posted", or_null(posting.date_posted)},
        {"valid_through", or_null(posting.valid_through)},
        {"closed_on", or_null(posting.closed_on)},
        {"starts_on", or_null(posting.starts_on)},
        {"last_live_day",
         posting.date_posted ? json::value(domain::to_string(domain::last_live_day(posting)))
                             : json::value(nullptr)},
        {"noc", or_null(posting.noc)},
        {"noc_origin", stated(noc_origin_names, posting.noc_origin)},
        {"noc_2016", or_null(posting.noc_2016)},
        {"coded_nocs", coded_nocs_json(posting.coded_nocs)},
        {"teer", posting.noc ? json::value(posting.noc->teer()) : json::value(nullptr)},
        {"base_salary", salary_json(posting.base_salary)},
        {"work_hours", hours_json(posting.work_hours)},
        {"employment_term", stated(employment_term_names, posting.term)},
        {"term_ends", or_null(posting.term_ends)},
        {"for_students", posting.for_students},
        {"work_time", stated(work_time_names, posting.work_time)},
        {"working_language", stated(working_language_names, posting.working_language)},
        {"education_asked",
         education ? json::value(name_of(education_level_names, *education))
                   : json::value(nullptr)},
        {"equivalent_experience_accepted", posting.equivalent_experience_accepted},
        {"experience_asked", experience_json(posting.experience_asked)},
        {"credentials", strings(posting.credentials)},
        {"licence_asked", stated(licence_names, posting.licence_asked)},
        {"refuses_outside_canada", posting.refuses_outside_canada},
        {"refusal_quote", or_null(posting.refusal_quote)},
        {"lmia", stated(lmia_names, posting.lmia)},
        {"sponsorship", stated(sponsorship_names, posting.sponsorship)},
        {"sponsorship_quote", or_null(posting.sponsorship_quote)},
        {"vacancies", posting.vacancies},
        {"duties", strings(posting.duties)},
        {"skills", strings(posting.skills)},
        {"description", or_null(posting.description)}};
}

json::array appearances_json(const std::vector<store::Appearance>& appearances) {
    json::array list;
    for (const store::Appearance& appearance : appearances) {
        list.push_back(
            {{"id", std::to_string(appearance.id)},
             {"source", appearance.source},
             {"source_id", appearance.source_id},
             {"url", or_null(appearance.url)},
             {"first_live_day", or_null(appearance.date_posted)},
             {"last_live_day", or_null(appearance.last_live_day)}}
        );
    }
    return list;
}

}  // namespace wire
