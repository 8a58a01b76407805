#include "services/wire/noc_json.hpp"

#include "services/wire/answer_line.hpp"

#include <boost/json/array.hpp>

#include <cmath>
#include <set>

namespace wire {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::ValueReader;

constexpr std::size_t title_characters_max = 1'000;
constexpr std::size_t duty_characters_max = 20'000;
constexpr std::size_t duties_max = 200;

/// Three digits tell all that a probability from 10,000 titles can.
double rounded(const float probability) {
    return std::round(static_cast<double>(probability) * 1'000) / 1'000;
}

std::string duty(const ValueReader& value) { return value.text({.max = duty_characters_max}); }

std::vector<std::string> duties(const ValueReader& value) {
    return value.is_array() ? value.array(duties_max, duty) : std::vector{duty(value)};
}

json::object suggestion(
    const NocFinder& finder, const domain::NocCode noc, const domain::OfficialLanguage language
) {
    const auto names = finder.names.find(noc);
    json::object result{{"noc", noc.to_string()}, {"teer", noc.teer()}};
    if (names != finder.names.end()) {
        result["title"] = language == domain::OfficialLanguage::french ? names->second.french
                                                                       : names->second.english;
    }
    return result;
}

}  // namespace

json::array noc_suggestions_json(
    const NocFinder& finder,
    const std::string_view query,
    const domain::OfficialLanguage language,
    const std::size_t count
) {
    json::array result;
    std::set<domain::NocCode> shown;
    for (const coding::TitleHit& hit : finder.titles.find(query, count)) {
        json::object found = suggestion(finder, hit.noc, language);
        found["matched"] = hit.title;
        result.push_back(std::move(found));
        shown.insert(hit.noc);
    }
    for (const coding::Suggestion& likely : finder.coder.code(query).top) {
        if (result.size() < count && shown.insert(likely.noc).second) {
            json::object found = suggestion(finder, likely.noc, language);
            found["p"] = rounded(likely.probability);
            result.push_back(std::move(found));
        }
    }
    return result;
}

std::string noc_line(
    const coding::Coder& coder, const std::string_view line, const std::size_t line_number
) {
    return answer_line(line, line_number, [&coder](FieldReader& in) {
        in.has("id");
        const std::string title = in.required("title").text({.max = title_characters_max});
        const auto stated = in.optional("duties", duties);
        const coding::Coding coding =
            coder.code(title, stated.value_or(std::vector<std::string>{}));
        json::array top;
        for (const coding::Suggestion& suggestion : coding.top) {
            top.push_back(json::object{
                {"noc", suggestion.noc.to_string()}, {"p", rounded(suggestion.probability)}});
        }
        return json::object{{"top", std::move(top)}, {"abstained", coding.abstained}};
    });
}

}  // namespace wire
