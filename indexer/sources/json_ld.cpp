#include "indexer/sources/json_ld.hpp"

#include "indexer/sources/json_value.hpp"
#include "indexer/sources/text.hpp"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>

#include <algorithm>
#include <array>

namespace sources {

namespace {

namespace json = boost::json;

bool is_job_posting(const json::value& type) {
    if (const auto* types = type.if_array()) {
        return std::ranges::any_of(*types, is_job_posting);
    }
    const auto* name = type.if_string();
    if (name == nullptr) {
        return false;
    }
    // `JobPosting`, `schema:JobPosting`, `https://schema.org/JobPosting`.
    const std::string_view text = *name;
    return text.substr(text.find_last_of(":/#") + 1) == "JobPosting";
}

struct Address {
    std::string street;
    std::string city;
    std::string province;
    std::string postal_code;
    std::string country;
};

Address address_from(const json::value& object) {
    return {
        .street = without_separators(text_under(object, "streetAddress")),
        .city = without_separators(text_under(object, "addressLocality")),
        .province = without_separators(text_under(object, "addressRegion")),
        .postal_code = without_separators(text_under(object, "postalCode")),
        .country = without_separators(text_under(object, "addressCountry")),
    };
}

/// `Aurora, ON L4G 0A1`: with the street only where no city is given, and the country only where it
/// is another.
std::string one_line(const Address& address) {
    const auto country = lower_case_ascii(address.country);
    const bool abroad =
        !country.empty() && country != "ca" && country != "can" && country != "canada";
    const auto region = joined({address.province, address.postal_code}, " ");
    return joined(
        {address.city.empty() ? address.street : address.city,
         region,
         abroad ? address.country : std::string{}},
        ", "
    );
}

void add_places(RawPosting& raw, const json::value& posting) {
    for (const auto* place : each(member(posting, "jobLocation"))) {
        const auto* address = member(*place, "address");
        if (address == nullptr && member(*place, "addressLocality") != nullptr) {
            address = place;
        }
        const auto addresses = each(address);
        if (addresses.empty() || !addresses.front()->is_object()) {
            raw.add(Field::location, text_of(*place, {"address", "name"}));
            continue;
        }
        for (const auto* stated : addresses) {
            const auto parts = address_from(*stated);
            const auto line = one_line(parts);
            raw.add(Field::location, line.empty() ? text_of(*place, {"name"}) : line);
            raw.add(Field::city, parts.city);
            raw.add(Field::province, parts.province);
            raw.add(Field::postal_code, parts.postal_code);
            raw.add(Field::country, parts.country);
        }
    }
    raw.add(Field::remote, text_under(posting, "jobLocationType"));
    for (const auto& place : texts_under(posting, "applicantLocationRequirements")) {
        raw.add(Field::location_hint, place);
    }
}

bool has_digit(const std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
}

/// An amount as text; `69,693-86,541` and `20 to 25` are two.
void add_amount(RawPosting& raw, const std::string& amount) {
    for (const std::string_view separator : {" to ", " à ", "\u2013", "-"}) {
        const auto at = amount.find(separator);
        if (at == std::string::npos) {
            continue;
        }
        const auto low = amount.substr(0, at);
        const auto high = amount.substr(at + separator.size());
        if (has_digit(low) && has_digit(high)) {
            raw.add(Field::pay_min, low);
            raw.add(Field::pay_max, high);
            return;
        }
    }
    raw.add(has_digit(amount) ? Field::pay_min : Field::pay_text, amount);
}

void add_quantity(RawPosting& raw, const json::value& quantity) {
    if (!quantity.is_object()) {
        add_amount(raw, scalar_text(quantity));
        return;
    }
    const auto low = text_under(quantity, "minValue");
    const auto high = text_under(quantity, "maxValue");
    raw.add(Field::pay_min, low);
    raw.add(Field::pay_max, high);
    for (const auto* key : {"unitText", "unitCode"}) {
        if (raw.get(Field::pay_period).empty()) {
            raw.add(Field::pay_period, text_under(quantity, key));
        }
    }
    raw.add(Field::pay_currency, text_under(quantity, "currency"));
    const auto values = each(member(quantity, "value"));
    if (low.empty() && high.empty() && !values.empty()) {
        add_quantity(raw, *values.front());
    }
}

void add_pay(RawPosting& raw, const json::value& posting) {
    const auto pays = each(member(posting, "baseSalary"));
    if (!pays.empty()) {
        // A bare text may name amount, currency and period at once.
        if (const auto* text = pays.front()->if_string()) {
            raw.add(Field::pay_text, *text);
        } else {
            add_quantity(raw, *pays.front());
        }
    }
    if (raw.get(Field::pay_currency).empty()) {
        raw.add(Field::pay_currency, text_under(posting, "salaryCurrency"));
    }
}

/// Digits that stand alone: `NOC 21231` and `21231 Software engineers`, but not `15-1252.00`.
std::string code_in(const std::string_view text) {
    const auto first = text.find_first_of("0123456789");
    if (first == std::string_view::npos) {
        return {};
    }
    const auto last = std::min(text.find_first_not_of("0123456789", first), text.size());
    const bool alone =
        (first == 0 || std::string_view{"-."}.find(text[first - 1]) == std::string_view::npos) &&
        (last == text.size() || std::string_view{"-."}.find(text[last]) == std::string_view::npos);
    return alone ? std::string{text.substr(first, last - first)} : std::string{};
}

/// Five digits are NOC 2021; four are NOC 2016 only where the text says NOC or CNP, as ISCO has
/// four.
void add_occupation(RawPosting& raw, const json::value& posting) {
    for (const auto* category : each(member(posting, "occupationalCategory"))) {
        const auto text = text_of(*category, {"codeValue", "name"});
        const auto code = code_in(text);
        const auto named = lower_case_ascii(text + " " + text_under(*category, "inCodeSet"));
        const bool says_noc =
            named.find("noc") != std::string::npos || named.find("cnp") != std::string::npos;
        if (code.size() == 5) {
            raw.add(Field::noc_2021, code);
        } else if (code.size() == 4 && says_noc) {
            raw.add(Field::noc_2016, code);
        }
    }
}

void add_requirements(RawPosting& raw, const json::value& posting) {
    const auto education =
        joined(texts_under(posting, "educationRequirements", {"credentialCategory", "name"}), "; ");
    raw.add(Field::education, education);
    const auto instead = lower_case_ascii(text_under(posting, "experienceInPlaceOfEducation"));
    if (!education.empty() && instead == "true") {
        raw.add(Field::education, "or equivalent experience");
    }
    for (const auto* experience : each(member(posting, "experienceRequirements"))) {
        const auto months = text_under(*experience, "monthsOfExperience");
        raw.add(
            Field::experience,
            months.empty() ? text_of(*experience, {"description", "name"}) : months + " months"
        );
    }
    for (const auto& credential :
         texts_under(posting, "qualifications", {"name", "credentialCategory"})) {
        raw.add(Field::credentials, credential);
    }
    for (const auto& duty : texts_under(posting, "responsibilities")) {
        raw.add(Field::duties, duty);
    }
    for (const auto& skills : texts_under(posting, "skills")) {
        const bool semicolons = skills.find(';') != std::string::npos;
        for (const auto& skill : pieces_of(skills, semicolons ? ";" : ",")) {
            raw.add(Field::skills, skill);
        }
    }
    raw.add(Field::audience, text_under(posting, "eligibilityToWorkRequirement"));
}

bool is_link(const std::string_view text) {
    return text.starts_with("https://") || text.starts_with("http://");
}

/// Where a person can read the posting: its own link, else the page it stands on.
std::string link_of(const json::value& posting, const PageFacts& page) {
    const std::array links{
        text_under(posting, "url"),
        page.url,
        text_under(posting, "mainEntityOfPage", {"@id", "url"}),
        text_under(posting, "@id")};
    const auto link = std::ranges::find_if(links, is_link);
    return link == links.end() ? std::string{} : *link;
}

std::string identifier_of(const json::value& posting, const RawPosting& raw) {
    const auto* identifier = member(posting, "identifier");
    if (identifier != nullptr) {
        for (const auto* each_identifier : each(identifier)) {
            const auto value = text_of(*each_identifier, {"value", "@id"});
            const auto issuer = text_under(*each_identifier, "name");
            if (!value.empty()) {
                return joined({issuer, value}, "/");
            }
        }
    }
    if (auto url = text_under(posting, "url"); is_link(url)) {
        return url;
    }
    const std::string told = joined(
        {std::string{raw.get(Field::title)},
         std::string{raw.get(Field::employer)},
         joined(raw.all(Field::location), "|"),
         std::string{raw.get(Field::date_posted)}},
        "\n"
    );
    const boost::uuids::name_generator_sha1 generate{boost::uuids::ns::oid()};
    return boost::uuids::to_string(generate(told));
}

}  // namespace

std::vector<const json::value*> job_postings_in(const json::value& value) {
    std::vector<const json::value*> found;
    std::vector<const json::value*> open{&value};
    while (!open.empty()) {
        const auto* current = open.back();
        open.pop_back();
        if (const auto* array = current->if_array()) {
            for (auto element = array->rbegin(); element != array->rend(); ++element) {
                open.push_back(&*element);
            }
        } else if (const auto* object = current->if_object()) {
            const auto* type = object->if_contains("@type");
            if (type != nullptr && is_job_posting(*type)) {
                found.push_back(current);
                continue;
            }
            for (auto inner = object->end(); inner != object->begin();) {
                open.push_back(&(--inner)->value());
            }
        }
    }
    return found;
}

RawPosting posting_from_json_ld(const json::value& posting, const PageFacts& page) {
    RawPosting raw;
    raw.add(Field::url, link_of(posting, page));
    const auto title = text_under(posting, "title");
    raw.add(Field::title, title.empty() ? text_under(posting, "name") : title);
    raw.add(Field::employer, text_under(posting, "hiringOrganization", {"name", "legalName"}));
    add_places(raw, posting);
    raw.add(Field::date_posted, text_under(posting, "datePosted"));
    raw.add(Field::valid_through, text_under(posting, "validThrough"));
    raw.add(Field::starts_on, text_under(posting, "jobStartDate"));
    add_occupation(raw, posting);
    add_pay(raw, posting);
    raw.add(Field::hours, text_under(posting, "workHours"));
    raw.add(Field::employment, joined(texts_under(posting, "employmentType"), "; "));
    add_requirements(raw, posting);
    raw.add(Field::description, text_under(posting, "description"));
    raw.add(Field::vacancies, text_under(posting, "totalJobOpenings"));
    const auto language = text_under(posting, "inLanguage", {"@value", "alternateName", "name"});
    raw.add(Field::text_language, official_language(language.empty() ? page.language : language));
    raw.add(Field::source_id, identifier_of(posting, raw));
    return raw;
}

std::string_view official_language(const std::string_view text) {
    const auto lower = lower_case_ascii(trimmed(text));
    if (lower == "english" || lower == "en" || lower.starts_with("en-") ||
        lower.starts_with("en_")) {
        return "en";
    }
    if (lower == "french" || lower == "fr" || lower.starts_with("fr-") ||
        lower.starts_with("fr_") || lower.starts_with("fran")) {
        return "fr";
    }
    return {};
}

}  // namespace sources
