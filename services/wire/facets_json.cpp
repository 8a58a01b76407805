#include "services/wire/facets_json.hpp"

#include "matcher/domain/place.hpp"
#include "services/wire/vocabulary.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace wire {
namespace {

namespace json = boost::json;

template <class ToJson>
json::array most_frequent_json(
    const std::string_view name, const std::span<const std::int64_t> counts, const ToJson& to_json
) {
    std::vector<std::size_t> order;
    for (std::size_t index = 0; index < counts.size(); ++index) {
        if (counts[index] > 0) {
            order.push_back(index);
        }
    }
    std::stable_sort(
        order.begin(),
        order.end(),
        [&](const std::size_t left, const std::size_t right) {
            return counts[left] > counts[right];
        }
    );
    json::array result;
    for (const std::size_t index : order) {
        result.push_back(json::object{{name, to_json(index)}, {"count", counts[index]}});
    }
    return result;
}

json::value province_json(const std::size_t index) {
    return json::string{domain::province_codes.at(index)};
}

json::value working_language_json(const std::size_t index) {
    const auto working = static_cast<domain::WorkingLanguage>(index);
    return working == domain::WorkingLanguage::not_stated
               ? json::value(nullptr)
               : json::value(name_of(working_language_names, working));
}

}  // namespace

json::object facet_numbers_json(const FacetNumbers& numbers) {
    return {
        {"provinces", most_frequent_json("province", numbers.provinces, province_json)},
        {"teers",
         most_frequent_json(
             "teer", numbers.teers, [](const std::size_t index) { return json::value(index); }
         )},
        {"working_languages",
         most_frequent_json("working_language", numbers.languages, working_language_json)},
        {"remote", numbers.remote}};
}

}  // namespace wire
