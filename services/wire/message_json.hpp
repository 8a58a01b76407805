#pragma once

#include "sql/store/message_store.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <vector>

/// What candidates and firms write to each other.
namespace wire {

/// The body of POST /v1/messages/{candidate}/{firm}.
struct MessageRequest {
    std::string words;  ///< 1 to 4000 characters.
    std::optional<domain::PostingId> posting_id;
};

/// `{words, posting_id?}`
domain::Result<MessageRequest> message_from(const boost::json::value& document);

/// The body of PUT /v1/messages/{candidate}/{firm}/read, `{up_to}`: the id of a message.
domain::Result<std::int64_t> read_mark_from(const boost::json::value& document);

/// `[{candidate, name, firm, firm_name, last_at, unread, open}]`
boost::json::array threads_json(const std::vector<store::MessageStore::Thread>& threads);

/// `{id, by{role, you, firm}, posting_id, title, words, made_at, read}`: `read` by the other side.
boost::json::object message_json(const store::MessageStore::Message& message);
boost::json::array messages_json(const std::vector<store::MessageStore::Message>& messages);

}  // namespace wire
