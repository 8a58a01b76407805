#include "services/wire/application_json.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/wire/ids.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/optional_text.hpp"

namespace wire {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::ValueReader;
using store::ApplicationStore;

constexpr std::size_t due_for_max = 100;
constexpr std::size_t comment_max = 2'000;
constexpr std::chrono::year first_year{2000};
constexpr std::chrono::year last_year{2199};

std::optional<ApplicationStore::Due> due(FieldReader& in) {
    const auto on = in.optional("due_on", [](const ValueReader& value) {
        const domain::Date day = value.date();
        const auto year = std::chrono::year_month_day{day}.year();
        if (year < first_year || year > last_year) {
            value.refuse("not in a year from 2000 to 2199");
        }
        return day;
    });
    const auto what = in.optional("due_for", [](const ValueReader& value) {
        return value.text({.min = 1, .max = due_for_max});
    });
    if (on.has_value() != what.has_value()) {
        in.refuse(on ? "due_for" : "due_on", "a day and what is due then come together");
    }
    return on && what ? std::optional{ApplicationStore::Due{.on = *on, .what = *what}}
                      : std::nullopt;
}

domain::ApplicationState state(const ValueReader& value) {
    const std::string name = value.text({.min = 0, .max = due_for_max});
    const auto found = domain::application_state_from(name);
    if (!found) {
        value.refuse("'" + name + "' is not a state of an application");
    }
    return found.value_or(domain::ApplicationState::draft);
}

void add_due(json::object& to, const std::optional<ApplicationStore::Due>& due) {
    to["due_on"] = due ? json::value(domain::to_string(due->on)) : json::value(nullptr);
    to["due_for"] = due ? json::value(due->what) : json::value(nullptr);
}

}  // namespace

domain::Result<ApplicationRequest> application_from(const json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object([](FieldReader& in) {
            return ApplicationRequest{
                .candidate_id = read_uuid(in.required("candidate")),
                .posting_id = read_number(in.required("posting_id")),
                .due = due(in),
                .note = optional_text(in, "note", comment_max)};
        });
    });
}

domain::Result<ApplicationStore::Change> application_change_from(const json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object([](FieldReader& in) {
            return ApplicationStore::Change{
                .state = state(in.required("state")),
                .due = due(in),
                .note = optional_text(in, "note", comment_max)};
        });
    });
}

domain::Result<std::string> comment_from(const json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object([](FieldReader& in) {
            return in.required("words").text({.min = 1, .max = comment_max});
        });
    });
}

json::object application_json(const ApplicationStore::Application& application) {
    const auto party = application.reach == store::Reach::own ? domain::ApplicationParty::owner
                                                              : domain::ApplicationParty::firm;
    json::array next;
    for (const auto state : domain::next_states(application.state, party)) {
        next.emplace_back(domain::name_of(state));
    }
    json::object result{{"id", application.id}, {"candidate", application.candidate_id}};
    result["name"] = or_null(application.name.value_or(""));
    result["posting_id"] = std::to_string(application.posting_id);
    result["title"] = application.title;
    result["employer"] = application.employer;
    result["state"] = domain::name_of(application.state);
    result["next"] = std::move(next);
    add_due(result, application.due);
    result["created_at"] = application.created_at;
    result["changed_at"] = application.changed_at;
    return result;
}

json::array applications_json(const std::vector<ApplicationStore::Application>& applications) {
    json::array items;
    for (const auto& application : applications) {
        items.push_back(application_json(application));
    }
    return items;
}

json::object application_event_json(const ApplicationStore::Event& event) {
    json::object result{{"id", std::to_string(event.id)}};
    result["kind"] = event.state ? "change" : "comment";
    result["by"] = party_json(event.role, event.own, event.firm);
    result["state"] = event.state ? json::value(domain::name_of(*event.state)) : nullptr;
    add_due(result, event.due);
    result["words"] = or_null(event.words);
    result["made_at"] = event.made_at;
    return result;
}

json::array application_events_json(const std::vector<ApplicationStore::Event>& events) {
    json::array items;
    for (const auto& event : events) {
        items.push_back(application_event_json(event));
    }
    return items;
}

json::object party_json(
    const std::string& role, const bool own, const std::optional<std::string>& firm
) {
    json::object result{{"role", role}, {"you", own}};
    result["firm"] = or_null(firm.value_or(""));
    return result;
}

}  // namespace wire
