#pragma once

#include "matcher/domain/language.hpp"

#include <boost/json/object.hpp>

#include <string>

/// The answers of services/wire as text for people, in the language in which they were made.
namespace cli {

/// Of wire::programs_answer_json().
std::string programs_table(const boost::json::object& answer, domain::OfficialLanguage language);

/// Of wire::offer_answer_json().
std::string offer_table(const boost::json::object& answer, domain::OfficialLanguage language);

/// Of wire::rounds_answer_json().
std::string rounds_table(const boost::json::object& answer, domain::OfficialLanguage language);

/// Of wire::projection_answer_json(): the months in which something happens, and the last.
std::string projection_table(const boost::json::object& answer, domain::OfficialLanguage language);

/// Of wire::advice_answer_json().
std::string advice_table(const boost::json::object& answer, domain::OfficialLanguage language);

/// Of wire::clb_answer_json().
std::string clb_table(const boost::json::object& answer, domain::OfficialLanguage language);

}  // namespace cli
