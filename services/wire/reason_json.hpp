#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/express_entry/reason.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>

namespace wire {

/// The reason in words.
std::string reason_text(const express_entry::Reason& reason, domain::OfficialLanguage language);

/// `{code, text, arguments{}}`
boost::json::object reason_json(
    const express_entry::Reason& reason, domain::OfficialLanguage language
);

/// `pass`, `fail` or `unknown`.
std::string_view name(express_entry::Verdict verdict);

}  // namespace wire
