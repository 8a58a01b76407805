#include "services/wire/job_posting_ld.hpp"

#include <boost/json.hpp>

#include <array>

namespace wire {
namespace {

namespace json = boost::json;

constexpr std::string_view country = "CA";

/// Description is HTML there: text is escaped, and each line is a paragraph.
void append_escaped(std::string& html, const std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            default:
                html += c;
        }
    }
}

void append_paragraphs(std::string& html, const std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) {
            html += "<p>";
            append_escaped(html, text.substr(begin, end - begin));
            html += "</p>";
        }
        begin = end + 1;
    }
}

void append_list(std::string& html, const std::vector<std::string>& items) {
    if (items.empty()) {
        return;
    }
    html += "<ul>";
    for (const std::string& item : items) {
        html += "<li>";
        append_escaped(html, item);
        html += "</li>";
    }
    html += "</ul>";
}

/// Of a record that has no text of its own, what it states is told in a line: a description must
/// say more than the title.
std::string line_of_facts(const domain::Posting& posting) {
    std::string line = posting.title;
    line.append(" \u2013 ").append(posting.hiring_organization);
    for (const domain::Place& place : posting.job_locations) {
        const std::string& name = domain::name_in_province(place);
        line.append(" \u2013 ").append(name).append(name.empty() ? "" : ", ");
        line.append(domain::code(place.province));
    }
    return line;
}

std::string description_of(const domain::Posting& posting) {
    std::string html;
    append_paragraphs(html, posting.description);
    append_list(html, posting.duties);
    append_list(html, posting.skills);
    if (html.empty()) {
        append_paragraphs(html, line_of_facts(posting));
    }
    return html;
}

json::object place_ld(const domain::Place& place) {
    json::object address{{"@type", "PostalAddress"}, {"addressCountry", country}};
    if (!place.city.empty()) {
        address.emplace("addressLocality", place.city);
    }
    address.emplace("addressRegion", domain::code(place.province));
    if (!place.postal_code.empty()) {
        address.emplace("postalCode", place.postal_code);
    }
    return {{"@type", "Place"}, {"address", std::move(address)}};
}

double dollars(const domain::Cents cents) { return static_cast<double>(cents) / 100.0; }

/// Two weeks is no unit there; the yearly amount says the same.
json::object monetary_amount_ld(const domain::Pay& pay) {
    using domain::PayPeriod;
    json::object value{{"@type", "QuantitativeValue"}};
    const bool two_weeks = pay.period == PayPeriod::two_weeks;
    const domain::Cents min = two_weeks ? pay.yearly_min : pay.min;
    const domain::Cents max = two_weeks ? pay.yearly_max : pay.max.value_or(pay.min);
    if (min == max) {
        value.emplace("value", dollars(min));
    } else {
        value.emplace("minValue", dollars(min));
        value.emplace("maxValue", dollars(max));
    }
    constexpr auto units =
        std::to_array<std::string_view>({"HOUR", "DAY", "WEEK", "YEAR", "MONTH", "YEAR"});
    value.emplace("unitText", units[static_cast<std::size_t>(pay.period)]);
    return {{"@type", "MonetaryAmount"}, {"currency", "CAD"}, {"value", std::move(value)}};
}

json::array employment_type(const domain::Posting& posting) {
    json::array types;
    if (posting.work_time == domain::WorkTime::full_time) {
        types.emplace_back("FULL_TIME");
    } else if (posting.work_time == domain::WorkTime::part_time) {
        types.emplace_back("PART_TIME");
    }
    if (posting.term == domain::EmploymentTerm::fixed_term ||
        posting.term == domain::EmploymentTerm::seasonal ||
        posting.term == domain::EmploymentTerm::casual) {
        types.emplace_back("TEMPORARY");
    }
    if (posting.for_students) {
        types.emplace_back("INTERN");
    }
    return types;
}

}  // namespace

json::object job_posting_ld(const domain::Posting& posting) {
    json::object result{
        {"@context", "https://schema.org"},
        {"@type", "JobPosting"},
        {"title", posting.title},
        {"description", description_of(posting)},
        {"datePosted", domain::to_string(*posting.date_posted)},
        {"identifier",
         json::object{
             {"@type", "PropertyValue"}, {"name", posting.source}, {"value", posting.source_id}}},
        {"hiringOrganization",
         json::object{{"@type", "Organization"}, {"name", posting.hiring_organization}}},
        {"directApply", false}};
    // Where a posting does not say how long it is open, nothing is to stand here.
    if (posting.valid_through || posting.closed_on) {
        result.emplace(
            "validThrough", domain::to_string(domain::last_live_day(posting)) + "T23:59:59Z"
        );
    }
    json::array places;
    for (const domain::Place& place : posting.job_locations) {
        places.push_back(place_ld(place));
    }
    result.emplace("jobLocation", std::move(places));
    if (posting.remote) {
        result.emplace("jobLocationType", "TELECOMMUTE");
        result.emplace(
            "applicantLocationRequirements", json::object{{"@type", "Country"}, {"name", "Canada"}}
        );
    }
    if (posting.base_salary) {
        result.emplace("baseSalary", monetary_amount_ld(*posting.base_salary));
    }
    if (json::array types = employment_type(posting); !types.empty()) {
        result.emplace("employmentType", std::move(types));
    }
    if (posting.noc) {
        result.emplace("occupationalCategory", posting.noc->to_string());
    }
    if (!posting.url.empty()) {
        result.emplace("url", posting.url);
    }
    if (posting.starts_on) {
        result.emplace("jobStartDate", domain::to_string(*posting.starts_on));
    }
    if (posting.vacancies > 1) {
        result.emplace("totalJobOpenings", posting.vacancies);
    }
    return result;
}

}  // namespace wire
