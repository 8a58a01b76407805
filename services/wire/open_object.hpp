#pragma once

#include "matcher/document/json.hpp"
#include "matcher/domain/posting.hpp"
#include "services/wire/posting_json.hpp"

#include <string>
#include <string_view>

namespace wire {

/// What matching::Shelved::written() keeps of a posting.
inline std::string posting_text(const domain::Posting& posting) {
    return document::serialize(posting_json(posting));
}

/// The text of an object, to which members are added behind those that it has.
class OpenObject {
public:
    /// Whose members so far stand there.
    explicit OpenObject(std::string& into) : text_{into} {}

    OpenObject(std::string& into, const std::string_view object) : text_{into} {
        text_.append(object.substr(0, object.size() - 1));
    }

    void add(const std::string_view name, const boost::json::value& value) {
        begin(name);
        document::append(text_, value);
    }

    /// The value is written by the caller.
    void begin(const std::string_view name) { text_.append(",\"").append(name).append("\":"); }

    void end() { text_.append("}"); }

private:
    std::string& text_;
};

}  // namespace wire
