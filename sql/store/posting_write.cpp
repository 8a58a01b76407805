// How PostingStore writes: each kind of row of a batch travels in one JSON parameter of one
// statement.

#include "embedded_queries.hpp"
#include "sql/store/lease.hpp"
#include "sql/store/posting_json.hpp"
#include "sql/store/posting_store.hpp"

#include <boost/json.hpp>

#include <map>
#include <set>
#include <utility>

namespace store {
namespace {

namespace json = boost::json;
namespace queries = embedded_queries;

using SourceKey = std::pair<std::string, std::string>;  ///< Source and the source's own key.

/// As the database will give it back.
SourceKey key_of(const domain::Posting& posting) {
    const auto source = text(posting.source);
    const auto source_id = text(posting.source_id);
    return {{source.data(), source.size()}, {source_id.data(), source_id.size()}};
}

/// The records to write, by key: a statement cannot touch a row twice, so the last one counts.
template <class Record>
std::map<SourceKey, const Record*> last_of_each(const std::vector<Record>& batch) {
    std::map<SourceKey, const Record*> records;
    for (const auto& record : batch) {
        records[key_of(record.posting)] = &record;
    }
    return records;
}

/// Takes out the records that are stored with the same fingerprint and verdict.
void drop_unchanged(pqxx::work& transaction, std::map<SourceKey, const PostingRecord*>& records) {
    std::map<std::string, json::array> ids_by_source;
    for (const auto& [key, record] : records) {
        ids_by_source[key.first].emplace_back(key.second);
    }
    for (const auto& [source, ids] : ids_by_source) {
        for (const auto& row :
             run(transaction, queries::find_fingerprints.name, source, json::serialize(ids))) {
            const auto found = records.find({source, row[0].as<std::string>()});
            if (found != records.end() && found->second->sha256 == row[1].c_str() &&
                found->second->normaliser_version == row[2].as<int>() &&
                found->second->verified == row[3].as<bool>()) {
                records.erase(found);
            }
        }
    }
}

struct WrittenPosting {
    domain::PostingId id = 0;
    const PostingRecord* record = nullptr;
    bool added = false;
};

std::vector<WrittenPosting> write_postings(
    pqxx::work& transaction,
    const std::map<SourceKey, const PostingRecord*>& records,
    const Revision revision
) {
    json::array employers;
    json::array rows;
    for (const auto& [key, record] : records) {
        employers.emplace_back(text(record->posting.hiring_organization));
        json::object row = row_from(record->posting);
        row.emplace("verified", record->verified);
        rows.push_back(std::move(row));
    }
    run(transaction, queries::add_employers.name, json::serialize(employers));
    std::vector<WrittenPosting> written;
    for (const auto& row :
         run(transaction, queries::write_postings.name, json::serialize(rows), revision)) {
        const SourceKey key{row[1].as<std::string>(), row[2].as<std::string>()};
        written.push_back(
            {.id = row[0].as<domain::PostingId>(),
             .record = records.at(key),
             .added = row[3].as<bool>()}
        );
    }
    return written;
}

void write_records(pqxx::work& transaction, const std::vector<WrittenPosting>& written) {
    json::array rows;
    for (const auto& [id, record, added] : written) {
        rows.push_back(
            {{"posting_id", id},
             {"file", text(record->file)},
             {"line", record->line},
             {"raw", text(record->raw)},
             {"sha256", record->sha256},
             {"normaliser_version", record->normaliser_version}}
        );
    }
    run(transaction, queries::write_posting_records.name, json::serialize(rows));
}

json::array place_rows(const std::vector<WrittenPosting>& written) {
    json::array rows;
    for (const auto& [id, record, added] : written) {
        int ordinal = 0;
        for (const auto& place : record->posting.job_locations) {
            json::object row = row_from(place);
            row.emplace("posting_id", id);
            row.emplace("ordinal", ++ordinal);
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

json::array check_rows(const std::vector<WrittenPosting>& written) {
    json::array rows;
    for (const auto& [id, record, added] : written) {
        int ordinal = 0;
        for (const auto& check : record->checks) {
            rows.push_back(
                {{"posting_id", id},
                 {"ordinal", ++ordinal},
                 {"check_name", text(check.check)},
                 {"verdict", text(check.verdict)},
                 {"field", text(check.field)},
                 {"evidence", text(check.evidence)}}
            );
        }
    }
    return rows;
}

void write_details(pqxx::work& transaction, const std::vector<WrittenPosting>& written) {
    json::array rewritten;
    for (const auto& [id, record, added] : written) {
        if (!added) {
            rewritten.emplace_back(id);
        }
    }
    if (!rewritten.empty()) {
        run(transaction, queries::delete_posting_details.name, json::serialize(rewritten));
    }
    run(transaction, queries::add_posting_places.name, json::serialize(place_rows(written)));
    run(transaction, queries::add_posting_checks.name, json::serialize(check_rows(written)));
}

/// What is verified leaves the quarantine, what is held back enters it, and a record of which a
/// posting could be made is unreadable no longer.
void update_quarantine(pqxx::work& transaction, const std::vector<WrittenPosting>& written) {
    json::array verified;
    json::array held_back;
    json::array stored;
    for (const auto& [id, record, added] : written) {
        stored.push_back({{"source", text(record->posting.source)}, {"sha256", record->sha256}});
        if (record->verified) {
            verified.emplace_back(id);
            continue;
        }
        held_back.push_back(
            {{"posting_id", id},
             {"source", text(record->posting.source)},
             {"file", text(record->file)},
             {"line", record->line},
             {"field", text(record->quarantine_field)},
             {"reason", text(record->quarantine_reason)},
             {"sha256", record->sha256}}
        );
    }
    run(transaction, queries::release_records.name, json::serialize(stored));
    run(transaction, queries::release_postings.name, json::serialize(verified));
    run(transaction, queries::hold_back_postings.name, json::serialize(held_back));
}

/// Counts of a statement that returns, for each row written, whether it is new.
WriteCounts counts_of(const pqxx::result& rows, const std::size_t batch_size) {
    WriteCounts counts;
    for (const auto& row : rows) {
        ++(row[0].as<bool>() ? counts.added : counts.changed);
    }
    counts.unchanged = static_cast<std::int64_t>(batch_size) - counts.added - counts.changed;
    return counts;
}

/// The first line of what PostgreSQL says names the constraint; what follows quotes the record.
RecordRefused refused(const std::exception& error) {
    const std::string_view message = error.what();
    return RecordRefused{std::string{message.substr(0, message.find('\n'))}};
}

/// in_transaction() for records that came from outside.
template <class Write>
WriteCounts write_records_of_sources(Database& database, Write write) {
    try {
        return in_transaction(database, write);
    } catch (const pqxx::integrity_constraint_violation& error) {
        throw refused(error);
    } catch (const pqxx::data_exception& error) {
        throw refused(error);
    }
}

}  // namespace

WriteCounts PostingStore::write(const std::vector<PostingRecord>& batch) {
    return write_records_of_sources(database_, [&](pqxx::work& transaction) {
        // Locked first, so that two writers cannot both find a record new, nor wait for each
        // other in a circle; held until the commit, so that revisions become visible in order.
        run(transaction, queries::lock_revision.name);
        auto records = last_of_each(batch);
        drop_unchanged(transaction, records);
        WriteCounts counts;
        counts.unchanged = static_cast<std::int64_t>(batch.size() - records.size());
        if (records.empty()) {
            return counts;
        }
        const auto revision =
            run(transaction, queries::advance_revision.name).front()[0].as<Revision>();
        const auto written = write_postings(transaction, records, revision);
        write_records(transaction, written);
        write_details(transaction, written);
        update_quarantine(transaction, written);
        for (const auto& posting : written) {
            ++(posting.added ? counts.added : counts.changed);
        }
        return counts;
    });
}

WriteCounts PostingStore::quarantine(const std::vector<QuarantinedRecord>& batch) {
    std::map<SourceKey, json::object> rows_by_record;
    for (const auto& record : batch) {
        rows_by_record[{record.source, record.sha256}] = {
            {"source", text(record.source)},
            {"file", text(record.file)},
            {"line", record.line},
            {"field", text(record.field)},
            {"reason", text(record.reason)},
            {"sha256", record.sha256},
            {"raw", text(record.raw)},
        };
    }
    json::array rows;
    for (auto& [key, row] : rows_by_record) {
        rows.push_back(std::move(row));
    }
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return counts_of(
            run(transaction, queries::quarantine_records.name, json::serialize(rows)), batch.size()
        );
    });
}

WriteCounts PostingStore::write_statistics(const std::vector<StatisticRecord>& batch) {
    json::array rows;
    for (const auto& [key, record] : last_of_each(batch)) {
        json::object row = statistic_row_from(record->posting);
        if (!record->posting.job_locations.empty()) {
            for (const auto& field : row_from(record->posting.job_locations.front())) {
                row.insert(field);
            }
        }
        row.emplace("sha256", record->sha256);
        row.emplace("normaliser_version", record->normaliser_version);
        rows.push_back(std::move(row));
    }
    return write_records_of_sources(database_, [&](pqxx::work& transaction) {
        return counts_of(
            run(transaction, queries::write_statistics.name, json::serialize(rows)), batch.size()
        );
    });
}

}  // namespace store
