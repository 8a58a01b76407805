#pragma once

#include "matcher/document/field_reader.hpp"
#include "matcher/domain/language.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>

/// Words that people agree to, each under a key: a text that has changed is another wording, and
/// who has agreed to the one before has not agreed to it.
namespace wire {

/// `{wording, text}`, from the message `consent.<wording>`.
boost::json::object wording_json(std::string_view wording, domain::OfficialLanguage language);

/// The member `wording`. What is no longer shown to anybody cannot be agreed to any more: refuses
/// all but the current one.
std::string read_wording(document::FieldReader& in, std::string_view current);

}  // namespace wire
