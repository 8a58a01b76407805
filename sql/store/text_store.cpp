#include "sql/store/text_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/lease.hpp"
#include "sql/store/text_row.hpp"

#include <boost/json.hpp>

namespace store {
namespace {

namespace json = boost::json;
namespace queries = embedded_queries;

SketchedPosting sketched_from(const pqxx::row& row) {
    SketchedPosting text{
        .id = row[0].as<domain::PostingId>(),
        .text = {.sketch = row[1].as<std::int64_t>(), .employer = row[2].as<std::int64_t>()},
        .posted = {},
        .use = {}};
    if (!row[3].is_null()) {
        text.posted = domain::parse_date(row[3].c_str()).value();
    }
    if (!row[4].is_null()) {
        text.use = {.first = row[4].as<domain::PostingId>(), .employers = row[5].as<int>()};
    }
    return text;
}

}  // namespace

json::object text_row(const SketchedPosting& text) {
    json::object row{
        {"posting_id", text.id}, {"sketch", text.text.sketch}, {"employer", text.text.employer}};
    if (text.posted) {
        row.emplace("posted", domain::to_string(*text.posted));
    }
    return row;
}

bool TextStore::any_to_compare() {
    return in_transaction(database_, [](pqxx::work& transaction) {
        return run(transaction, queries::has_texts_to_compare.name).front()[0].as<bool>();
    });
}

std::vector<SketchedPosting> TextStore::list(
    const domain::PostingId after, const std::size_t count
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<SketchedPosting> texts;
        for (const auto& row : run(transaction, queries::list_texts.name, after, count)) {
            texts.push_back(sketched_from(row));
        }
        return texts;
    });
}

void TextStore::write(const std::vector<SketchedPosting>& texts) {
    json::array rows;
    for (const SketchedPosting& text : texts) {
        rows.push_back(text_row(text));
    }
    in_transaction(database_, [&](pqxx::work& transaction) {
        return run(transaction, queries::write_texts.name, json::serialize(rows));
    });
}

void TextStore::write_uses(const std::vector<Found>& found, const Verdict of_settled) {
    json::array rows;
    json::array settled;
    json::array due;
    for (const Found& each : found) {
        rows.push_back(
            {{"posting_id", each.id},
             {"first_id", each.use.first},
             {"employers", each.use.employers}}
        );
        (each.settled ? settled : due).emplace_back(each.id);
    }
    in_transaction(database_, [&](pqxx::work& transaction) {
        run(transaction, queries::write_text_uses.name, json::serialize(rows));
        run(transaction, queries::ask_for_verdicts.name, json::serialize(due));
        return run(
            transaction,
            queries::settle_texts.name,
            json::serialize(settled),
            of_settled.place,
            std::string{of_settled.letter}
        );
    });
}

}  // namespace store
