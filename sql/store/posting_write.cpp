// How PostingStore writes: what is new goes in by COPY; of what changes, each kind of row of a
// batch travels in one JSON parameter of one statement.

#include "embedded_queries.hpp"
#include "sql/store/bulk_copy.hpp"
#include "sql/store/posting_history.hpp"
#include "sql/store/posting_json.hpp"
#include "sql/store/posting_store.hpp"
#include "sql/store/refusals.hpp"
#include "sql/store/text_row.hpp"
#include "sql/store/trust_row.hpp"

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
std::map<SourceKey, const Record*> last_of_each(const std::span<const Record> batch) {
    std::map<SourceKey, const Record*> records;
    for (const auto& record : batch) {
        records[key_of(record.posting)] = &record;
    }
    return records;
}

/// The records of a batch that differ from what is stored.
struct News {
    std::vector<const PostingRecord*> added;
    std::map<domain::PostingId, const PostingRecord*> changed;

    bool empty() const { return added.empty() && changed.empty(); }
};

bool is_stored(const PostingRecord& record, const pqxx::row& known) {
    const bool gone = known[4].as<bool>();
    return record.sha256 == known[1].c_str() && record.normaliser_version == known[2].as<int>() &&
           record.verified == known[3].as<bool>() && !gone;
}

News news_of(pqxx::work& transaction, std::map<SourceKey, const PostingRecord*> records) {
    std::map<std::string, json::array> ids_by_source;
    for (const auto& [key, record] : records) {
        ids_by_source[key.first].emplace_back(key.second);
    }
    News news;
    for (const auto& [source, ids] : ids_by_source) {
        for (const auto& row :
             run(transaction, queries::find_fingerprints.name, source, json::serialize(ids))) {
            const auto found = records.find({source, row[0].as<std::string>()});
            if (!is_stored(*found->second, row)) {
                news.changed.emplace(row[5].as<domain::PostingId>(), found->second);
            }
            records.erase(found);
        }
    }
    news.added.reserve(records.size());
    for (const auto& [key, record] : records) {
        news.added.push_back(record);
    }
    return news;
}

struct WrittenRecord {
    domain::PostingId id = 0;
    const PostingRecord* record = nullptr;
};

/// Folded name -> id, of every employer that these records name; the unknown are added.
std::map<std::string, std::int64_t> employers_of(
    pqxx::work& transaction, const std::vector<const PostingRecord*>& records
) {
    std::set<std::string> names;
    for (const PostingRecord* record : records) {
        const auto name = text(record->posting.hiring_organization);
        names.emplace(name.data(), name.size());
    }
    const std::string list = json::serialize(json::value_from(names));
    run(transaction, queries::add_employers.name, list);
    std::map<std::string, std::int64_t> employers;
    for (const auto& row : run(transaction, queries::find_employers.name, list)) {
        employers.emplace(row[0].as<std::string>(), row[1].as<std::int64_t>());
    }
    return employers;
}

json::object record_row(const WrittenRecord& written) {
    return {
        {"posting_id", written.id},
        {"file", text(written.record->file)},
        {"line", written.record->line},
        {"raw", text(written.record->raw)},
        {"sha256", written.record->sha256},
        {"normaliser_version", written.record->normaliser_version}};
}

std::vector<json::object> place_rows(const std::vector<WrittenRecord>& written) {
    std::vector<json::object> rows;
    for (const auto& [id, record] : written) {
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

json::object with_key(json::object history, const domain::PostingId id, const Revision revision) {
    history.emplace("posting_id", id);
    history.emplace("revision", revision);
    return history;
}

json::object trust_row_of(const WrittenRecord& written) {
    const PostingRecord& record = *written.record;
    return trust_row(
        written.id, record.verdicts, record.liveness, {.url = record.employer_page}, 0
    );
}

/// Of those whose text is long enough to be compared.
std::vector<json::object> text_rows(const std::vector<WrittenRecord>& written) {
    std::vector<json::object> rows;
    for (const auto& [id, record] : written) {
        if (record->text) {
            rows.push_back(text_row(
                {.id = id, .text = *record->text, .posted = record->posting.date_posted, .use = {}}
            ));
        }
    }
    return rows;
}

void replace_texts(pqxx::work& transaction, const std::vector<WrittenRecord>& written) {
    json::array short_texts;
    for (const auto& [id, record] : written) {
        if (!record->text) {
            short_texts.emplace_back(id);
        }
    }
    json::array rows;
    for (json::object& row : text_rows(written)) {
        rows.push_back(std::move(row));
    }
    run(transaction, queries::drop_texts.name, json::serialize(short_texts));
    run(transaction, queries::write_texts.name, json::serialize(rows));
}

/// Rows for COPY, which knows columns and no nesting: JSON travels as its text.
json::object flat(json::object row, const std::string_view json_column) {
    if (json::value* const nested = row.if_contains(json_column)) {
        *nested = json::serialize(*nested);
    }
    return row;
}

/// Postings that nobody has seen before go in by COPY.
std::vector<WrittenRecord> add_postings(
    pqxx::work& transaction,
    const std::vector<const PostingRecord*>& records,
    const Revision revision
) {
    std::vector<WrittenRecord> written;
    if (records.empty()) {
        return written;
    }
    const auto employers = employers_of(transaction, records);
    const auto ids = run(transaction, queries::take_posting_ids.name, records.size());
    std::vector<json::object> postings;
    std::vector<json::object> raw_records;
    std::vector<json::object> trusts;
    std::vector<json::object> lifecycles;
    std::vector<json::object> histories;
    for (auto* rows : {&postings, &raw_records, &trusts, &lifecycles, &histories}) {
        rows->reserve(records.size());
    }
    written.reserve(records.size());
    for (std::size_t at = 0; at < records.size(); ++at) {
        const PostingRecord& record = *records[at];
        const auto id = ids[static_cast<pqxx::result::size_type>(at)][0].as<domain::PostingId>();
        written.push_back({.id = id, .record = &record});
        json::object posting = row_from(record.posting);
        posting.emplace("id", id);
        posting.emplace("revision", revision);
        posting.emplace("verified", record.verified);
        const auto name = text(record.posting.hiring_organization);
        if (const auto employer = employers.find(std::string{name.data(), name.size()});
            employer != employers.end()) {
            posting.emplace("employer_id", employer->second);
        }
        postings.push_back(std::move(posting));
        raw_records.push_back(record_row(written.back()));
        trusts.push_back(flat(trust_row_of(written.back()), "details"));
        const std::string day = domain::to_string(record.seen_on);
        lifecycles.push_back({{"posting_id", id}, {"first_seen", day}, {"last_seen", day}});
        histories.push_back(with_key(history_of_new(record), id, revision));
    }
    copy_rows(transaction, "posting", postings);
    copy_rows(transaction, "posting_record", raw_records);
    copy_rows(transaction, "posting_place", place_rows(written));
    copy_rows(transaction, "posting_trust", trusts);
    copy_rows(transaction, "posting_lifecycle", lifecycles);
    copy_rows(transaction, "posting_history", histories);
    copy_rows(transaction, "posting_text", text_rows(written));
    return written;
}

std::map<domain::PostingId, PostingBefore> rows_before(
    pqxx::work& transaction, const std::string& ids
) {
    std::map<domain::PostingId, PostingBefore> before;
    for (const auto& row : run(transaction, queries::find_rows.name, ids)) {
        before.emplace(
            row[0].as<domain::PostingId>(),
            PostingBefore{.row = json::parse(row[1].c_str()).as_object(), .gone = row[2].as<bool>()}
        );
    }
    return before;
}

/// Changed postings are few: they travel as JSON in one parameter of a statement.
std::vector<WrittenRecord> change_postings(
    pqxx::work& transaction,
    const std::map<domain::PostingId, const PostingRecord*>& records,
    const Revision revision
) {
    std::vector<WrittenRecord> written;
    if (records.empty()) {
        return written;
    }
    json::array ids;
    json::array employers;
    json::array postings;
    json::array raw_records;
    json::array trusts;
    for (const auto& [id, record] : records) {
        written.push_back({.id = id, .record = record});
        ids.emplace_back(id);
        employers.emplace_back(text(record->posting.hiring_organization));
        json::object row = row_from(record->posting);
        row.emplace("verified", record->verified);
        postings.push_back(std::move(row));
        raw_records.push_back(record_row(written.back()));
        trusts.push_back(trust_row_of(written.back()));
    }
    const std::string changed = json::serialize(ids);
    const auto before = rows_before(transaction, changed);
    std::vector<json::object> histories;
    histories.reserve(records.size());
    for (const auto& [id, record] : records) {
        histories.push_back(with_key(history_of_change(before.at(id), *record), id, revision));
    }
    run(transaction, queries::add_employers.name, json::serialize(employers));
    run(transaction, queries::write_postings.name, json::serialize(postings), revision);
    run(transaction, queries::write_posting_records.name, json::serialize(raw_records));
    run(transaction, queries::write_verdicts.name, json::serialize(trusts));
    replace_texts(transaction, written);
    run(transaction, queries::delete_posting_places.name, changed);
    copy_rows(transaction, "posting_place", place_rows(written));
    run(transaction,
        queries::mark_seen_again.name,
        changed,
        domain::to_string(records.begin()->second->seen_on));
    copy_rows(transaction, "posting_history", histories);
    return written;
}

/// What is verified leaves the quarantine, what is held back enters it, and a record of which a
/// posting could be made is unreadable no longer.
void update_quarantine(pqxx::work& transaction, const std::vector<WrittenRecord>& written) {
    json::array verified;
    json::array held_back;
    json::array stored;
    for (const auto& [id, record] : written) {
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

}  // namespace

Written PostingStore::write_some(const std::span<const PostingRecord> batch) {
    return write_records_of_sources(database_, [&](pqxx::work& transaction) {
        // Locked first, so that two writers cannot both find a record new, nor wait for each
        // other in a circle; held until the commit, so that revisions become visible in order.
        run(transaction, queries::lock_revision.name);
        const News news = news_of(transaction, last_of_each(batch));
        Written result;
        result.counts.added = static_cast<std::int64_t>(news.added.size());
        result.counts.changed = static_cast<std::int64_t>(news.changed.size());
        result.counts.unchanged =
            static_cast<std::int64_t>(batch.size()) - result.counts.added - result.counts.changed;
        if (news.empty()) {
            return result;
        }
        result.revision =
            run(transaction, queries::advance_revision.name).front()[0].as<Revision>();
        auto written = add_postings(transaction, news.added, result.revision);
        const auto changed = change_postings(transaction, news.changed, result.revision);
        written.insert(written.end(), changed.begin(), changed.end());
        update_quarantine(transaction, written);
        result.postings.reserve(written.size());
        for (const auto& [id, record] : written) {
            const auto at = static_cast<std::size_t>(record - batch.data());
            result.postings.push_back({.id = id, .record = at});
        }
        return result;
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
    for (const auto& [key, record] : last_of_each(std::span<const StatisticRecord>{batch})) {
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
