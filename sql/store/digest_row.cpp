#include "sql/store/digest_row.hpp"

#include "embedded_queries.hpp"
#include "sql/store/owned.hpp"

#include <boost/json.hpp>

#include <utility>

namespace store {
namespace {

namespace json = boost::json;
namespace queries = embedded_queries;

std::optional<int> figure(const json::value& value) {
    return value.is_null() ? std::nullopt : std::optional{value.to_number<int>()};
}

void add_or_null(json::array& list, const std::optional<int>& value) {
    if (value) {
        list.emplace_back(*value);
    } else {
        list.emplace_back(nullptr);
    }
}

}  // namespace

std::vector<Announced> announced_from(const std::string& text) {
    std::vector<Announced> result;
    const json::value list = json::parse(text);
    for (const json::value& one : list.as_array()) {
        result.push_back(
            {.posting_id = one.at(0).to_number<domain::PostingId>(),
             .fit = figure(one.at(1)),
             .basis_points = figure(one.at(2))}
        );
    }
    return result;
}

std::vector<Digest> list_digests(
    pqxx::transaction_base& transaction,
    const std::string& search_id,
    const std::optional<std::int64_t>& before,
    const std::size_t count
) {
    const auto from = number_text(before);
    std::vector<Digest> result;
    for (const auto& row :
         run(transaction, queries::list_digests.name, search_id, or_null(from), count)) {
        result.push_back(
            {.id = row[0].as<std::int64_t>(),
             .revision_after = row[1].as<std::int64_t>(),
             .revision = row[2].as<std::int64_t>(),
             .day = domain::parse_date(row[3].c_str()).value(),
             .rules = row[4].as<std::string>(),
             .matching = row[5].as<int>(),
             .made_at = row[6].as<std::string>(),
             .postings = announced_from(row[7].as<std::string>())}
        );
    }
    return result;
}

void add_digests(
    pqxx::transaction_base& transaction,
    const std::vector<std::pair<std::string, Digest>>& by_search
) {
    json::array rows;
    for (const auto& [search, digest] : by_search) {
        json::array postings;
        for (const Announced& one : digest.postings) {
            json::array figures;
            figures.emplace_back(one.posting_id);
            add_or_null(figures, one.fit);
            add_or_null(figures, one.basis_points);
            postings.emplace_back(std::move(figures));
        }
        json::object row{{"saved_search_id", search}, {"day", domain::to_string(digest.day)}};
        row["revision_after"] = digest.revision_after;
        row["revision"] = digest.revision;
        row["rules"] = digest.rules;
        row["matching"] = digest.matching;
        row["postings"] = std::move(postings);
        rows.emplace_back(std::move(row));
    }
    run(transaction, queries::add_digests.name, json::serialize(rows));
}

}  // namespace store
