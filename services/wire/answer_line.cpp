#include "services/wire/answer_line.hpp"

namespace wire {
namespace {

namespace json = boost::json;

json::object error_json(const domain::Error& error) {
    return {{"error", {{"field", error.field}, {"message", error.message}}}};
}

/// The id as it came, if it is one.
json::value echoed_id(const json::object& line) {
    const json::value* id = line.if_contains("id");
    return id != nullptr && (id->is_string() || id->is_number()) ? *id : json::value(nullptr);
}

}  // namespace

std::string answer_line(
    const std::string_view line,
    const std::size_t line_number,
    const std::function<json::object(document::FieldReader&)>& read
) {
    const auto document = document::parse(line);
    const json::object* object = document ? document->if_object() : nullptr;
    if (object == nullptr) {
        json::object result{{"id", nullptr}, {"line", line_number}};
        const auto error = document ? domain::invalid("", "not an object") : document.error();
        result["error"] = error_json(error)["error"];
        return document::serialize(result);
    }
    json::object result{{"id", echoed_id(*object)}};
    auto members = document::read_document(*document, [&read](const document::ValueReader& root) {
        return root.object(read);
    });
    json::object said = members ? *std::move(members) : error_json(members.error());
    for (auto& member : said) {
        result[member.key()] = std::move(member.value());
    }
    return document::serialize(result);
}

}  // namespace wire
