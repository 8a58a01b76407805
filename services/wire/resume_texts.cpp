#include "services/wire/resume_texts.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <array>
#include <string_view>

namespace wire {
namespace {

namespace json = boost::json;

/// A section of a JSON Resume and the members of its entries that speak of work.
struct Section {
    std::string_view name;
    std::array<std::string_view, 4> members;  ///< Empty where there are fewer.
};

constexpr auto sections_on_work = std::to_array<Section>({
    {"work", {"position", "summary", "highlights", ""}},
    {"volunteer", {"position", "summary", "highlights", ""}},
    {"projects", {"description", "highlights", "keywords", ""}},
    {"education", {"area", "courses", "", ""}},
    {"skills", {"name", "keywords", "", ""}},
});

/// A text, or each text of a list.
void add(const json::value* value, std::vector<std::string>& texts) {
    if (value == nullptr) {
        return;
    }
    if (value->is_string()) {
        texts.emplace_back(value->get_string());
    } else if (value->is_array()) {
        for (const json::value& item : value->get_array()) {
            if (item.is_string()) {
                texts.emplace_back(item.get_string());
            }
        }
    }
}

void add_members(
    const json::object& entry,
    const std::array<std::string_view, 4>& members,
    std::vector<std::string>& texts
) {
    for (const std::string_view member : members) {
        if (!member.empty()) {
            add(entry.if_contains(member), texts);
        }
    }
}

}  // namespace

std::vector<std::string> resume_texts(const json::object& resume) {
    std::vector<std::string> texts;
    if (const json::value* basics = resume.if_contains("basics");
        basics != nullptr && basics->is_object()) {
        add_members(basics->get_object(), {"label", "summary", "", ""}, texts);
    }
    for (const Section& section : sections_on_work) {
        const json::value* entries = resume.if_contains(section.name);
        if (entries == nullptr || !entries->is_array()) {
            continue;
        }
        for (const json::value& entry : entries->get_array()) {
            if (entry.is_object()) {
                add_members(entry.get_object(), section.members, texts);
            }
        }
    }
    return texts;
}

}  // namespace wire
