#pragma once

#include "indexer/search/search.hpp"
#include "matcher/domain/language.hpp"
#include "services/api/service.hpp"
#include "services/http/target.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

/// Query parameters as values. What is refused names its parameter.
namespace api {

domain::Result<domain::Date> as_of(const http::Query& query, const Service& service);

/// `lang=en|fr`, the language of texts in the answer; English unless said.
domain::Result<domain::OfficialLanguage> language(const http::Query& query);

/// `rules=`: null where none is asked for.
domain::Result<const rules::RuleSet*> asked_rules(const http::Query& query, const Service& service);

/// What every answer about points takes.
struct MatchParameters {
    matching::MatchQuery query;
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
};
domain::Result<MatchParameters> match_parameters(const http::Query& query, const Service& service);

/// `province=&noc=&teer=&working_language=&remote=&pay_min=` of a ranking.
domain::Result<ranking::Filter> match_filter(const http::Query& query);

/// `limit=`, 1 to 100.
domain::Result<std::size_t> limit(const http::Query& query, std::size_t by_default);

/// How many items a page of a list has, unless `limit=` says.
inline constexpr std::size_t page_items = 20;

/// Which page of a list that goes by id.
struct AskedPage {
    std::size_t count = page_items;    ///< `limit=`
    std::optional<std::int64_t> from;  ///< `cursor=`: the last one of the page before.
};
domain::Result<AskedPage> asked_page(const http::Query& query);

/// `true` or `false`, which it is unless said.
domain::Result<bool> flag(const http::Query& query, std::string_view name);

/// A text to filter by; nothing without.
std::optional<std::string> asked_text(const http::Query& query, std::string_view name);

/// The same of a parameter that is one of these words.
domain::Result<std::optional<std::string>> asked_word(
    const http::Query& query, std::string_view name, std::initializer_list<std::string_view> words
);

/// `from=`: how many characters of a text were read before; 0 unless said.
domain::Result<std::int32_t> first_character(const http::Query& query);

/// `months=`, 1 to 120.
domain::Result<int> months(const http::Query& query, int by_default);

/// `q=&province=&noc=&teer=&pay_min=&facets=&as_of=&limit=&cursor=`; pay_min in cents an hour.
domain::Result<search::Query> search_query(const http::Query& query, const Service& service);

}  // namespace api
