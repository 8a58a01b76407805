#include "services/wire/export_json.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace wire {
namespace {

namespace json = boost::json;

/// The root of a JSON Resume 1.0.0 takes no other members.
constexpr std::array<std::string_view, 12> resume_sections{
    "basics",
    "work",
    "volunteer",
    "education",
    "awards",
    "certificates",
    "publications",
    "skills",
    "languages",
    "interests",
    "references",
    "projects",
};

/// The document's members that stand elsewhere in an export.
constexpr std::array<std::string_view, 2> no_facts{"schema", "resume"};

template <class Names>
bool is_one_of(const Names& names, const std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

struct Member {
    std::string_view from;
    std::string_view to;
};

json::array translated(const json::array& entries, const std::initializer_list<Member> members) {
    json::array result;
    for (const json::value& entry : entries) {
        json::object one;
        for (const Member& member : members) {
            const json::object* said = entry.if_object();
            const json::value* value = said == nullptr ? nullptr : said->if_contains(member.from);
            if (value != nullptr && value->is_string()) {
                one[member.to] = *value;
            }
        }
        result.emplace_back(std::move(one));
    }
    return result;
}

json::array named(const json::array& names) {
    json::array result;
    for (const json::value& name : names) {
        result.emplace_back(json::object{{"name", name}});
    }
    return result;
}

const json::array* list_in(const json::object& object, const std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value == nullptr ? nullptr : value->if_array();
}

/// What of a résumé stands in an export in the way in which it stood in the document, and what
/// does not.
struct Taken {
    json::object sections;
    json::object meta;
    json::object rest;   ///< Members for which the root of a JSON Resume has no place.
    json::array absent;  ///< Members that the export has and the résumé has not.
};

Taken take(const json::object& resume) {
    Taken taken;
    for (const auto& [name, value] : resume) {
        const json::object* const meta = name == "meta" ? value.if_object() : nullptr;
        if (is_one_of(resume_sections, name)) {
            taken.sections[name] = value;
        } else if (meta != nullptr && !meta->contains(own_member)) {
            taken.meta = *meta;
        } else {
            taken.rest[name] = value;
        }
    }
    if (!resume.contains("meta")) {
        taken.absent.emplace_back("meta");
    }
    return taken;
}

}  // namespace

json::object sections_from_facts(const json::object& candidate) {
    json::object result;
    if (const json::array* jobs = list_in(candidate, "jobs")) {
        result["work"] =
            translated(*jobs, {{"title", "position"}, {"start", "startDate"}, {"end", "endDate"}});
    }
    if (const json::array* education = list_in(candidate, "education")) {
        result["education"] =
            translated(*education, {{"level", "studyType"}, {"completed", "endDate"}});
    }
    if (const json::array* skills = list_in(candidate, "skills")) {
        result["skills"] = named(*skills);
    }
    return result;
}

json::object json_resume(const json::object& candidate) {
    const json::value* kept = candidate.if_contains("resume");
    Taken taken = take(kept != nullptr && kept->is_object() ? kept->get_object() : json::object{});
    json::object result{
        {"$schema",
         "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"}};
    for (const std::string_view section : resume_sections) {
        if (const json::value* value = taken.sections.if_contains(section)) {
            result[section] = *value;
        }
    }
    for (const auto& [name, value] : sections_from_facts(candidate)) {
        if (!result.contains(name)) {
            result[name] = value;
            taken.absent.emplace_back(name);
        }
    }
    json::object facts;
    for (const auto& [name, value] : candidate) {
        if (!is_one_of(no_facts, name)) {
            facts[name] = value;
        }
    }
    if (kept != nullptr) {
        facts["resume"] =
            kept->is_object()
                ? json::value(json::object{
                      {"absent", std::move(taken.absent)}, {"rest", std::move(taken.rest)}})
                : *kept;
    }
    taken.meta[own_member] = std::move(facts);
    result["meta"] = std::move(taken.meta);
    return result;
}

}  // namespace wire
