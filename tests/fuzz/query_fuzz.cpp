// A query is typed by anybody. Whatever it is, it is read or refused with a place in it; what it
// asks for stands in it; and what is shown of a text for it is that text.

#include "indexer/search/highlight.hpp"
#include "indexer/search/query_language.hpp"
#include "indexer/search/query_words.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void require(const bool holds) {
    if (!holds) {
        std::abort();
    }
}

void check_text(const std::string& query, const search::Text& text) {
    require(query.compare(text.begin, text.text.size(), text.text) == 0);
}

}  // namespace

/// The first line is the query, the rest the text of a posting.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    const std::string input{reinterpret_cast<const char*>(data), size};
    const std::size_t line = std::min(input.find('\n'), size);
    const std::string query = input.substr(0, line);
    domain::Posting posting;
    posting.title = input.substr(std::min(line + 1, size));
    posting.description = posting.title;

    const auto clauses = search::parse_query(query);
    if (!clauses) {
        require(clauses.error().position >= 1 && clauses.error().position <= query.size() + 1);
        require(query.find(clauses.error().read) != std::string::npos);
        return 0;
    }
    require(clauses->size() <= search::clauses_max);
    for (const search::Clause& clause : *clauses) {
        require(!clause.any_of.empty() && clause.any_of.size() <= search::values_max);
        for (const search::Value& value : clause.any_of) {
            if (const auto* text = std::get_if<search::Text>(&value)) {
                check_text(query, *text);
            }
        }
    }
    for (const search::AskedText& text : search::query_words(*clauses).wanted) {
        for (const search::AskedWords& words : text.any_of) {
            for (const search::AskedWord& word : words.words) {
                require(word.begin < word.end && word.end <= query.size());
            }
        }
    }
    const search::Highlights shown = search::Highlighter{*clauses}.highlights(posting);
    std::string title;
    for (const search::Fragment& fragment : shown.title) {
        title += fragment.text;
    }
    require(title == posting.title);
    return 0;
}
