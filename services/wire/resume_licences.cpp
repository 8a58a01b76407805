#include "services/wire/resume_licences.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/licence.hpp"
#include "indexer/normalise/other_language.hpp"
#include "indexer/normalise/phrases.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace wire {
namespace {

/// Folded: the country, its provinces and territories, and titles that only Canada gives.
constexpr auto canadian = std::to_array<std::string_view>(
    {"canada",
     "canadian",
     "canadien",
     "canadienne",
     "alberta",
     "british columbia",
     "colombie-britannique",
     "manitoba",
     "new brunswick",
     "nouveau-brunswick",
     "newfoundland",
     "terre-neuve",
     "nova scotia",
     "nouvelle-ecosse",
     "northwest territories",
     "territoires du nord-ouest",
     "nunavut",
     "ontario",
     "prince edward island",
     "ile-du-prince-edouard",
     "quebec",
     "saskatchewan",
     "yukon",
     "red seal",
     "sceau rouge",
     "p.eng",
     "p. eng",
     "oiiq",
     "oiiaq",
     "oiq"}
);

std::string_view text_under(const boost::json::object& object, const std::string_view member) {
    const boost::json::value* value = object.if_contains(member);
    return value != nullptr && value->is_string() ? std::string_view{value->get_string()}
                                                  : std::string_view{};
}

}  // namespace

std::vector<domain::Licence> resume_licences(const boost::json::object& resume) {
    std::vector<domain::Licence> licences;
    const boost::json::value* certificates = resume.if_contains("certificates");
    if (certificates == nullptr || !certificates->is_array()) {
        return licences;
    }
    for (const boost::json::value& certificate : certificates->get_array()) {
        if (!certificate.is_object()) {
            continue;
        }
        const std::string_view name = text_under(certificate.get_object(), "name");
        const std::string stated =
            std::string{name}.append(" ").append(text_under(certificate.get_object(), "issuer"));
        const domain::Licence licence = normalise::licence_from(name);
        if (licence != domain::Licence::none &&
            normalise::says_any(normalise::fold(stated), canadian)) {
            licences.push_back(licence);
        }
    }
    return licences;
}

bool resume_names_other_language(const boost::json::object& resume) {
    const boost::json::value* languages = resume.if_contains("languages");
    return languages != nullptr && languages->is_array() &&
           std::ranges::any_of(languages->get_array(), [](const boost::json::value& one) {
               return one.is_object() &&
                      normalise::names_other_language(text_under(one.get_object(), "language"));
           });
}

}  // namespace wire
