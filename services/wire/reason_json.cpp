#include "services/wire/reason_json.hpp"

#include "services/wire/messages.hpp"
#include "services/wire/reason_names.hpp"

namespace wire {
namespace {

namespace json = boost::json;
using express_entry::Reason;

json::value argument_json(const express_entry::Argument& argument) {
    if (const auto* number = std::get_if<std::int64_t>(&argument)) {
        return *number;
    }
    const auto* date = std::get_if<domain::Date>(&argument);
    return json::string{
        date != nullptr ? domain::to_string(*date) : std::get<std::string>(argument)};
}

}  // namespace

std::string reason_text(const Reason& reason, const domain::OfficialLanguage language) {
    const express_entry::ReasonKind& kind = express_entry::kind_of(reason.code);
    Arguments arguments;
    for (std::size_t index = 0; index < reason.arguments.size(); ++index) {
        arguments.emplace_back(kind.parameters[index].name, reason.arguments[index]);
    }
    return text(language, message_code("reason", kind.name), arguments);
}

json::object reason_json(const Reason& reason, const domain::OfficialLanguage language) {
    const express_entry::ReasonKind& kind = express_entry::kind_of(reason.code);
    json::object arguments;
    for (std::size_t index = 0; index < reason.arguments.size(); ++index) {
        arguments[kind.parameters[index].name] = argument_json(reason.arguments[index]);
    }
    return {
        {"code", kind.name},
        {"text", reason_text(reason, language)},
        {"arguments", std::move(arguments)}};
}

std::string_view name(const express_entry::Verdict verdict) {
    return name_of(verdict_names, verdict);
}

}  // namespace wire
