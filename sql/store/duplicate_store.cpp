#include "sql/store/duplicate_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/column.hpp"
#include "sql/store/json_array.hpp"
#include "sql/store/lease.hpp"
#include "sql/store/posting_json.hpp"

#include <boost/json.hpp>

namespace store {
namespace {

namespace json = boost::json;
namespace queries = embedded_queries;

std::vector<AdvertisedPosting> advertised_from_rows(const pqxx::result& rows) {
    std::vector<AdvertisedPosting> postings;
    for (const auto& row : rows) {
        const json::value value = json::parse(row[0].c_str());
        const json::object& object = value.as_object();
        postings.push_back(
            {.posting = advertised_from(object),
             .verified = object.at("verified").as_bool(),
             .employer_key = std::string{object.at("employer_key").as_string()},
             .record_digest = std::string{object.at("record_digest").as_string()},
             .text_digest = std::string{object.at("text_digest").as_string()},
             .revision = object.at("revision").as_int64(),
             .canonical = object.at("canonical_id").is_null()
                              ? object.at("id").as_int64()
                              : object.at("canonical_id").as_int64()}
        );
    }
    return postings;
}

Appearance appearance_from(const pqxx::row& row) {
    domain::Posting posting;
    posting.date_posted = date_in(row[4]);
    posting.valid_through = date_in(row[5]);
    posting.closed_on = date_in(row[6]);
    return {
        .id = row[0].as<domain::PostingId>(),
        .source = row[1].as<std::string>(),
        .source_id = row[2].as<std::string>(),
        .url = row[3].as<std::string>(),
        .date_posted = posting.date_posted,
        .last_live_day =
            posting.date_posted ? std::optional{domain::last_live_day(posting)} : std::nullopt,
        .is_canonical = row[7].as<bool>(),
    };
}

}  // namespace

DuplicateStore::DuplicateStore(Database& database) : database_{database} {}

DuplicateProgress DuplicateStore::progress() {
    return in_transaction(database_, [](pqxx::work& transaction) {
        const auto row = run(transaction, queries::find_progress.name).front();
        return DuplicateProgress{
            .revision = row[0].as<Revision>(),
            .id = row[1].as<domain::PostingId>(),
            .rules_version = row[2].as<int>()};
    });
}

void DuplicateStore::start_over(const int rules_version) {
    in_transaction(database_, [&](pqxx::work& transaction) {
        run(transaction, queries::drop_all_keys.name);
        return run(transaction, queries::write_progress.name, 0, 0, rules_version);
    });
}

std::vector<AdvertisedPosting> DuplicateStore::changed_since(
    const Revision after, const domain::PostingId after_id, const std::size_t count
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return advertised_from_rows(
            run(transaction, queries::list_advertised.name, after, after_id, count)
        );
    });
}

std::vector<AdvertisedPosting> DuplicateStore::find(const std::vector<domain::PostingId>& ids) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return advertised_from_rows(run(transaction, queries::find_advertised.name, json_array(ids))
        );
    });
}

std::vector<domain::PostingId> DuplicateStore::sharing(const std::vector<domain::PostingId>& ids) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<domain::PostingId> sharing;
        for (const auto& row : run(transaction, queries::list_sharing.name, json_array(ids))) {
            sharing.push_back(row[0].as<domain::PostingId>());
        }
        return sharing;
    });
}

void DuplicateStore::write_keys(
    const std::vector<domain::PostingId>& ids, const std::vector<DuplicateKeys>& keys
) {
    json::array rows;
    for (const DuplicateKeys& key : keys) {
        json::object row{{"posting_id", key.id}, {"raw", key.raw}};
        if (key.block) {
            row.emplace("block", *key.block);
        }
        if (key.ad) {
            row.emplace("ad", *key.ad);
        }
        rows.push_back(std::move(row));
    }
    in_transaction(database_, [&](pqxx::work& transaction) {
        run(transaction, queries::drop_keys.name, json_array(ids));
        return run(transaction, queries::write_keys.name, json::serialize(rows));
    });
}

Revision DuplicateStore::mark(
    const std::vector<Canonical>& marks, const DuplicateProgress& progress
) {
    json::array rows;
    for (const Canonical& mark : marks) {
        rows.push_back(json::array{mark.id, mark.canonical});
    }
    return in_transaction(database_, [&](pqxx::work& transaction) {
        Revision revision = 0;
        if (!rows.empty()) {
            run(transaction, queries::lock_revision.name);
            revision = run(transaction, queries::advance_revision.name).front()[0].as<Revision>();
            run(transaction, queries::write_marks.name, json::serialize(rows), revision);
        }
        run(transaction,
            queries::write_progress.name,
            progress.revision,
            progress.id,
            progress.rules_version);
        return revision;
    });
}

std::int64_t DuplicateStore::merged() {
    return in_transaction(database_, [](pqxx::work& transaction) {
        return run(transaction, queries::count_merged.name).front()[0].as<std::int64_t>();
    });
}

std::vector<Appearance> DuplicateStore::appearances(const domain::PostingId id) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        std::vector<Appearance> appearances;
        for (const auto& row : run(transaction, queries::list_appearances.name, id)) {
            appearances.push_back(appearance_from(row));
        }
        return appearances;
    });
}

}  // namespace store
