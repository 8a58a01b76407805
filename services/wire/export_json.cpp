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
constexpr std::array<std::string_view, 12> sections{
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

/// The document's members that the sections do not say.
constexpr std::array<std::string_view, 2> no_facts{"schema", "resume"};

struct Member {
    std::string_view from;
    std::string_view to;
};

json::array translated(const json::array& entries, const std::initializer_list<Member> members) {
    json::array result;
    for (const json::value& entry : entries) {
        json::object one;
        for (const Member& member : members) {
            const json::value* value = entry.as_object().if_contains(member.from);
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

}  // namespace

json::object json_resume(const json::object& candidate) {
    json::object result{
        {"$schema",
         "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"}};
    const json::value* kept = candidate.if_contains("resume");
    const json::object resume =
        kept != nullptr && kept->is_object() ? kept->get_object() : json::object{};
    for (const std::string_view section : sections) {
        if (const json::value* value = resume.if_contains(section)) {
            result[section] = *value;
        }
    }
    if (const json::array* jobs = list_in(candidate, "jobs");
        jobs != nullptr && !result.contains("work")) {
        result["work"] =
            translated(*jobs, {{"title", "position"}, {"start", "startDate"}, {"end", "endDate"}});
    }
    if (const json::array* education = list_in(candidate, "education");
        education != nullptr && !result.contains("education")) {
        result["education"] =
            translated(*education, {{"level", "studyType"}, {"completed", "endDate"}});
    }
    if (const json::array* skills = list_in(candidate, "skills");
        skills != nullptr && !result.contains("skills")) {
        result["skills"] = named(*skills);
    }
    json::object facts;
    for (const auto& [name, value] : candidate) {
        if (std::ranges::find(no_facts, std::string_view{name}) == no_facts.end()) {
            facts[name] = value;
        }
    }
    const json::value* meta = resume.if_contains("meta");
    json::object own = meta != nullptr && meta->is_object() ? meta->get_object() : json::object{};
    own["x-jobscout"] = std::move(facts);
    result["meta"] = std::move(own);
    return result;
}

}  // namespace wire
