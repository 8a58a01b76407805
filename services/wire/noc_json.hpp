#pragma once

#include "indexer/coding/coder.hpp"
#include "indexer/coding/title_search.hpp"

#include <boost/json/object.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wire {

/// The name of each NOC 2021 unit group, in both languages.
struct UnitGroupNames {
    std::string english;
    std::string french;
};

/// What finds unit groups for people who type.
struct NocFinder {
    coding::Coder coder;
    coding::TitleSearch titles;
    std::map<domain::NocCode, UnitGroupNames> names;
};

/// `{"noc", "teer", "title", "matched"?, "p"?}`, the best first and at most `count`: first those
/// with a title that has every word of the query (`matched` is that title), then what the coder
/// makes of it (`p` is its probability).
boost::json::array noc_suggestions_json(
    const NocFinder& finder,
    std::string_view query,
    domain::OfficialLanguage language,
    std::size_t count
);

/// `{"id", "title", "duties"?}` -> `{"id", "top": [{"noc", "p"}, ...], "abstained"}`; `duties` is a
/// text or an array of texts.
std::string noc_line(const coding::Coder& coder, std::string_view line, std::size_t line_number);

}  // namespace wire
