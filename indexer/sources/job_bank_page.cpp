#include "indexer/sources/job_bank_page.hpp"

#include "indexer/sources/json_ld.hpp"
#include "indexer/sources/text.hpp"

#include <algorithm>
#include <array>

namespace sources {

namespace {

/// A word of the page in English or French, lower case.
using PageWords = std::initializer_list<std::string_view>;

bool contains_any(const std::string_view text, const PageWords words) {
    const auto lower = lower_case_ascii(text);
    return std::ranges::any_of(words, [&lower](const std::string_view word) {
        return lower.find(word) != std::string::npos;
    });
}

std::string text_at(const Element& root, const std::string_view property) {
    const auto found = root.first(with_property(property));
    return found ? found->text() : std::string{};
}

/// The value for machines where the page gives one, else that for people.
std::string content_at(const Element& root, const std::string_view property) {
    const auto found = root.first(with_property(property));
    if (!found) {
        return {};
    }
    const auto content = found->attribute("content");
    return content.empty() ? found->text() : std::string{content};
}

/// The paragraph behind a heading of the fourth level.
std::string text_under_heading(const Element& root, const PageWords words) {
    bool heading_seen = false;
    const auto paragraph = root.first([&heading_seen, &words](const Element& element) {
        if (element.tag() == "h4") {
            heading_seen = contains_any(element.text(), words);
        }
        return heading_seen && element.tag() == "p";
    });
    return paragraph ? paragraph->text() : std::string{};
}

/// The part of the page that is the posting. The rest is the site's own and also says `name`.
std::optional<Element> posting_of(const Page& page) {
    const auto holds_a_title = [](const Element& element) {
        return element.first(with_property("title")).has_value();
    };
    auto posting = page.root().first([&holds_a_title](const Element& element) {
        return element.has("typeof", "JobPosting") && holds_a_title(element);
    });
    if (!posting) {
        // Pages of partners' postings carry the properties under an empty `typeof`.
        posting = page.root().first([&holds_a_title](const Element& element) {
            return element.has("class", "job-posting-details-body") && holds_a_title(element);
        });
    }
    return posting;
}

/// `Posted on March 12, 2021`, `Publiée le 12 mars 2021` without the words before the day.
std::string day_of(const std::string& text) {
    for (const std::string_view before : {" on ", " le "}) {
        if (const auto at = text.find(before); at != std::string::npos) {
            return text.substr(at + before.size());
        }
    }
    return text;
}

std::string address_line(const Element& address) {
    const auto locality = without_separators(text_at(address, "addressLocality"));
    const auto street = without_separators(text_at(address, "streetAddress"));
    const auto region = without_separators(text_at(address, "addressRegion"));
    const auto postal_code = without_separators(text_at(address, "postalCode"));
    auto line = street.empty() || locality.empty() ? street + locality : street + ", " + locality;
    line += (region.empty() ? "" : ", ") + region;
    return line + (postal_code.empty() ? "" : " ") + postal_code;
}

void add_places(RawPosting& raw, const Element& posting) {
    const PageWords remote{
        "remote", "virtual", "virtuel", "tele", "t\u00e9l\u00e9travail", "\u00e0 distance"};
    const auto location = posting.first(with_property("jobLocation"));
    if (!location) {
        return;
    }
    const bool virtual_job = contains_any(location->own_text(), {"virtual", "virtuel"});
    const auto addresses = location->all(with_property("address"));
    for (const auto& address : addresses) {
        raw.add(Field::location, address_line(address));
    }
    if (addresses.empty()) {
        const auto city = location->first(with_class("city"));
        const auto stated = joined((city ? *city : *location).lines(), ", ");
        if (virtual_job) {
            raw.add(Field::location_hint, location->text());
        } else {
            raw.add(Field::location, stated);
        }
    }
    if (virtual_job) {
        raw.add(Field::remote, location->own_text());
    }
    for (const auto& badge : location->all(with_class("nomargin"))) {
        if (contains_any(badge.text(), remote)) {
            raw.add(Field::remote, badge.text());
        }
    }
}

void add_pay(RawPosting& raw, const Element& posting) {
    const auto pay = posting.first(with_property("baseSalary"));
    if (!pay) {
        return;
    }
    raw.add(Field::pay_min, content_at(*pay, "minValue"));
    raw.add(Field::pay_max, content_at(*pay, "maxValue"));
    raw.add(Field::pay_period, content_at(*pay, "unitText"));
    raw.add(Field::pay_currency, content_at(*pay, "currency"));
    if (raw.get(Field::pay_min).empty()) {
        raw.add(Field::pay_text, pay->text());
    }
}

void add_list(RawPosting& raw, const Field field, const Element& element) {
    for (const auto& line : element.lines()) {
        for (const auto& item : pieces_of(line, ";")) {
            raw.add(field, item);
        }
    }
}

/// The lists under the property `skills`, of which the circumstances of the work are none.
void add_skills(RawPosting& raw, const Element& skills) {
    const PageWords circumstances{
        "transport",
        "setting",
        "milieu",
        "environ",
        "conditions",
        "location",
        "lieu",
        "weight",
        "poids",
        "tools",
        "outils",
        "supervis",
        "securit",
        "s\u00e9curit",
        "groups",
        "audience",
        "responsibility",
        "children",
        "enfants"};
    const PageWords telework{"telework", "t\u00e9l\u00e9travail"};
    std::string heading;
    for (const auto& element : skills.all([](const Element& inner) {
             return inner.tag() == "dt" || inner.tag() == "dd";
         })) {
        if (element.tag() == "dt") {
            heading = element.text();
        } else if (contains_any(heading, telework)) {
            raw.add(Field::remote, element.text());
        } else if (!contains_any(heading, circumstances)) {
            add_list(raw, Field::skills, element);
        }
    }
}

void add_requirements(RawPosting& raw, const Element& posting) {
    raw.add(Field::languages, text_under_heading(posting, {"language", "langue"}));
    if (const auto education = posting.first(with_property("educationRequirements"))) {
        raw.add(Field::education, joined(education->lines(), "; "));
    }
    raw.add(Field::experience, text_at(posting, "experienceRequirements"));
    for (const auto& credentials : posting.all(with_property("qualifications"))) {
        add_list(raw, Field::credentials, credentials);
    }
    for (const auto& duties : posting.all(with_property("responsibilities"))) {
        add_list(raw, Field::duties, duties);
    }
    for (const auto& skills : posting.all(with_property("skills"))) {
        add_skills(raw, skills);
    }
    raw.add(
        Field::audience,
        text_under_heading(posting, {"audience", "auditoire", "public cible", "public vis"})
    );
}

/// The items of the brief that have a label for screen readers in place of a property.
void add_brief(RawPosting& raw, const Element& posting) {
    for (const auto& item : posting.all(with_tag("li"))) {
        const auto label = item.first(with_class("wb-inv"));
        if (!label) {
            continue;
        }
        const auto spans = item.all(with_tag("span"));
        if (contains_any(label->text(), {"vacanc", "poste"})) {
            raw.add(Field::vacancies, spans.back().text());
        }
        if (contains_any(label->text(), {"start date", "date de d\u00e9but"})) {
            // Some pages put the day into an element of its own, some beside the label.
            const auto beside = item.own_text();
            raw.add(Field::starts_on, beside.empty() ? spans.back().text() : beside);
        }
        const auto source = item.first(with_class("source-image"));
        if (source && contains_any(item.text(), {"#"})) {
            raw.add(Field::source_id, source->text() + "/" + spans.back().text());
        }
    }
}

std::string link_of(const Page& page, const Element& posting, const std::string_view language) {
    const auto button = posting.first([](const Element& element) {
        return !element.attribute("data-jbfejobid").empty();
    });
    if (button) {
        const std::string id{button->attribute("data-jbfejobid")};
        return (language == "fr" ? "https://www.guichetemplois.gc.ca/rechercheemplois/offredemploi/"
                                 : "https://www.jobbank.gc.ca/jobsearch/jobposting/") +
               id;
    }
    const auto outside = posting.first([](const Element& element) {
        return element.attribute("id") == "externalJobLink";
    });
    return std::string{outside ? outside->attribute("href") : canonical_link(page)};
}

void add_noc(RawPosting& raw, const Page& page) {
    const auto box = page.root().first(with_class("noc-no"));
    if (!box) {
        return;
    }
    const auto text = box->text();
    const auto start = std::min(text.find_first_of("0123456789"), text.size());
    const auto code = text.substr(start, text.find_first_not_of("0123456789", start) - start);
    constexpr std::size_t digits_2016 = 4;
    raw.add(code.size() == digits_2016 ? Field::noc_2016 : Field::noc_2021, code);
}

}  // namespace

bool is_job_bank(const Page& page) {
    return page.root().first(with_class("job-posting-details-body")).has_value();
}

std::string closing_words(const Page& page) {
    const auto says_so = [](const Element& element) {
        return (element.tag() == "h1" || element.tag() == "h2") && contains_any(
                                                                       element.text(),
                                                                       {"no longer advertised",
                                                                        "n'est plus annonc",
                                                                        "n\u2019est plus annonc",
                                                                        "n'est plus affich",
                                                                        "n\u2019est plus affich"}
                                                                   );
    };
    const auto heading = page.root().first(says_so);
    return heading ? heading->text() : std::string{};
}

std::string_view language_of(const Page& page) {
    if (const auto stated = official_language(page.root().attribute("lang")); !stated.empty()) {
        return stated;
    }
    const auto heading = page.root().first(with_tag("h1"));
    if (heading && contains_any(heading->text(), {"job posting"})) {
        return "en";
    }
    return heading && contains_any(heading->text(), {"offre d'emploi", "offre d\u2019emploi"})
               ? "fr"
               : std::string_view{};
}

std::string_view canonical_link(const Page& page) {
    const auto link = page.root().first([](const Element& element) {
        return element.tag() == "link" && element.has("rel", "canonical");
    });
    return link ? link->attribute("href") : std::string_view{};
}

domain::Result<RawPosting> posting_from_job_bank(const Page& page) {
    const auto posting = posting_of(page);
    if (!posting) {
        return domain::invalid("", "the page holds no JobPosting");
    }
    RawPosting raw;
    const auto language = language_of(page);
    raw.add(Field::text_language, language);
    raw.add(Field::title, posting->first(with_property("title"))->text());
    if (const auto original = posting->first(with_class("source-title"))) {
        raw.add(Field::original_title, original->own_text());
    }
    if (const auto employer = posting->first(with_property("hiringOrganization"))) {
        raw.add(Field::employer, text_at(*employer, "name"));
    }
    add_places(raw, *posting);
    if (const auto heading = page.root().first(with_tag("h1"))) {
        raw.add(Field::location_hint, heading->text());
    }
    raw.add(Field::date_posted, day_of(content_at(*posting, "datePosted")));
    raw.add(Field::valid_through, content_at(*posting, "validThrough"));
    add_noc(raw, page);
    add_pay(raw, *posting);
    raw.add(Field::hours, text_at(*posting, "workHours"));
    if (const auto employment = posting->first(with_property("employmentType"))) {
        raw.add(Field::employment, joined(employment->lines(), "; "));
    }
    add_requirements(raw, *posting);
    add_brief(raw, *posting);
    raw.add(Field::url, link_of(page, *posting, language));
    if (raw.get(Field::source_id).empty()) {
        raw.add(Field::source_id, raw.get(Field::url));
    }
    return raw;
}

}  // namespace sources
