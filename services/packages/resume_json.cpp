#include "services/packages/resume.hpp"

#include <boost/json/array.hpp>

#include <string_view>
#include <utility>

namespace packages {
namespace {

namespace json = boost::json;

std::string paragraph_text(const std::vector<Sentence>& sentences) {
    return text_of(Block{.style = Style::paragraph, .sentences = sentences});
}

/// What the candidate's document says in the place of a claim, as it says it.
void add_fact(
    json::object& result,
    const std::string_view member,
    const Sentence& sentence,
    const std::string_view claim,
    const Facts& facts
) {
    for (const Claim& filled : sentence.claims) {
        if (filled.name == claim && filled.facts.size() == 1) {
            result[member] = facts.words(filled.facts.front());
        }
    }
}

void add_period(json::object& result, const Entry& entry, const Facts& facts) {
    if (entry.period) {
        add_fact(result, "startDate", *entry.period, "start", facts);
        add_fact(result, "endDate", *entry.period, "end", facts);
        add_fact(result, "endDate", *entry.period, "fact", facts);
    }
}

json::array texts_of(const std::vector<Sentence>& sentences) {
    json::array result;
    for (const Sentence& sentence : sentences) {
        result.emplace_back(sentence.text);
    }
    return result;
}

struct Members {
    std::string_view list;
    std::string_view title;
    std::string_view organization;
};

Members members_of(const SectionKind kind) {
    switch (kind) {
        case SectionKind::education:
            return {.list = "education", .title = "studyType", .organization = "institution"};
        case SectionKind::projects:
            return {.list = "projects", .title = "name", .organization = "entity"};
        case SectionKind::volunteering:
            return {.list = "volunteer", .title = "position", .organization = "organization"};
        default:
            return {.list = "work", .title = "position", .organization = "name"};
    }
}

json::object entry_json(const Entry& entry, const Members& members, const Facts& facts) {
    json::object result{{members.title, entry.title.text}};
    if (members.list == "education") {
        add_fact(result, "studyType", entry.title, "type", facts);
        add_fact(result, "area", entry.title, "area", facts);
    }
    const auto& where = entry.organization;
    if (!where.empty()) {
        const auto id = where.front().claims.front();
        const bool place = id.form == Form::country || id.facts.front().ends_with("/location");
        result[place && members.list == "work" ? "location" : members.organization] =
            where.front().text;
    }
    if (where.size() > 1 && members.list == "work") {
        result["location"] = where.back().text;
    }
    add_period(result, entry, facts);
    if (!entry.bullets.empty()) {
        result[members.list == "education" ? "courses" : "highlights"] = texts_of(entry.bullets);
    }
    return result;
}

json::array& list_made_in(json::object& resume, const std::string_view name) {
    return resume.emplace(name, json::array{}).first->value().get_array();
}

void add_named(json::object& resume, const Section& section, const Facts& facts) {
    for (const Sentence& sentence : section.sentences) {
        json::object one;
        if (section.kind == SectionKind::languages) {
            one["language"] = sentence.text;
            add_fact(one, "language", sentence, "language", facts);
            add_fact(one, "fluency", sentence, "fluency", facts);
            list_made_in(resume, "languages").push_back(std::move(one));
        } else if (section.kind == SectionKind::certificates) {
            add_fact(one, "name", sentence, "name", facts);
            add_fact(one, "issuer", sentence, "issuer", facts);
            add_fact(one, "date", sentence, "year", facts);
            list_made_in(resume, "certificates").push_back(std::move(one));
        } else if (section.kind == SectionKind::skills) {
            list_made_in(resume, "skills").push_back(json::object{{"name", sentence.text}});
        }
    }
}

json::object basics_json(const Resume& resume, const Facts& facts) {
    json::object basics{{"name", resume.name.text}};
    for (const auto& [member, id] : std::initializer_list<std::pair<const char*, const char*>>{
             {"phone", "candidate:/resume/basics/phone"},
             {"email", "candidate:/resume/basics/email"}}) {
        if (const std::string words = facts.words(id); !words.empty()) {
            basics[member] = words;
        }
    }
    json::object location;
    for (const char* const member : {"city", "region", "countryCode"}) {
        const auto words = facts.words(std::string{"candidate:/resume/basics/location/"} + member);
        if (!words.empty()) {
            location[member] = words;
        }
    }
    if (!location.empty()) {
        basics["location"] = std::move(location);
    }
    for (const Section& section : resume.sections) {
        if (section.kind == SectionKind::summary) {
            basics["summary"] = paragraph_text(section.sentences);
        }
    }
    return basics;
}

}  // namespace

json::object resume_json(const Resume& resume, const Facts& facts) {
    json::object result{
        {"$schema",
         "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"},
        {"basics", basics_json(resume, facts)}};
    for (const Section& section : resume.sections) {
        const Members members = members_of(section.kind);
        for (const Entry& entry : section.entries) {
            list_made_in(result, members.list).push_back(entry_json(entry, members, facts));
        }
        add_named(result, section, facts);
    }
    return result;
}

}  // namespace packages
