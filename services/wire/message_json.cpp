#include "services/wire/message_json.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/wire/application_json.hpp"
#include "services/wire/ids.hpp"
#include "services/wire/optional_json.hpp"

namespace wire {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::ValueReader;
using store::MessageStore;

constexpr std::size_t message_words_max = 4'000;

}  // namespace

domain::Result<MessageRequest> message_from(const json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object([](FieldReader& in) {
            return MessageRequest{
                .words = in.required("words").text({.min = 1, .max = message_words_max}),
                .posting_id = in.optional("posting_id", read_number)};
        });
    });
}

domain::Result<std::int64_t> read_mark_from(const json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object([](FieldReader& in) { return read_number(in.required("up_to")); });
    });
}

json::array threads_json(const std::vector<MessageStore::Thread>& threads) {
    json::array items;
    for (const auto& thread : threads) {
        json::object one{{"candidate", thread.candidate_id}};
        one["name"] = or_null(thread.name.value_or(""));
        one["firm"] = thread.firm;
        one["firm_name"] = or_null(thread.firm_name.value_or(""));
        one["last_at"] = thread.last_at;
        one["unread"] = thread.unread;
        one["open"] = thread.open;
        items.push_back(std::move(one));
    }
    return items;
}

json::object message_json(const MessageStore::Message& message) {
    json::object result{{"id", std::to_string(message.id)}};
    result["by"] =
        party_json(message.by_owner ? "candidate" : "advisor", message.own, message.firm_name);
    result["posting_id"] = message.about ? json::value(std::to_string(message.about->posting_id))
                                         : json::value(nullptr);
    result["title"] = message.about ? json::value(message.about->title) : json::value(nullptr);
    result["words"] = message.words;
    result["made_at"] = message.made_at;
    result["read"] = message.read_by_other;
    return result;
}

json::array messages_json(const std::vector<MessageStore::Message>& messages) {
    json::array items;
    for (const auto& message : messages) {
        items.push_back(message_json(message));
    }
    return items;
}

}  // namespace wire
