#pragma once

#include "indexer/search/location.hpp"
#include "matcher/document/named.hpp"
#include "matcher/domain/date.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <map>
#include <string>

namespace cli {

/// The words of a table as an option's values.
template <class E, std::size_t N>
CLI::CheckedTransformer one_of(const std::array<document::Named<E>, N>& names) {
    std::map<std::string, E> values;
    for (const document::Named<E>& named : names) {
        values.emplace(named.name, named.value);
    }
    return CLI::CheckedTransformer{values};
}

/// A day, YYYY-MM-DD.
inline CLI::Validator is_day() {
    return {
        [](const std::string& text) {
            const auto day = domain::parse_date(text);
            return day ? "" : day.error().message;
        },
        "DAY"};
}

/// Servers of shards, `host:port,host:port`.
inline CLI::Validator is_remotes() {
    return {
        [](const std::string& text) {
            const auto remotes = search::parse_remotes(text);
            return remotes ? "" : remotes.error().message;
        },
        "HOST:PORT,..."};
}

}  // namespace cli
