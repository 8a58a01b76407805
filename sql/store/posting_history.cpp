#include "sql/store/posting_history.hpp"

#include "sql/store/posting_json.hpp"

#include <array>

namespace store {
namespace {

namespace json = boost::json;
using std::string_view;

/// Longer values are named in a difference and not quoted: the record of each is kept anyway.
constexpr std::size_t quoted_bytes_max = 200;

/// Columns that say nothing of the posting itself, or that others than row_from() write.
bool is_bookkeeping(const string_view column) {
    static constexpr std::array<string_view, 5> columns{
        "id", "revision", "employer_id", "verified", "evidence_lapsed_on"};
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

void put_difference(
    json::object& differences,
    const string_view column,
    const json::value& before,
    const json::value& after
) {
    if (json::serialize(before).size() > quoted_bytes_max ||
        json::serialize(after).size() > quoted_bytes_max) {
        differences.emplace(column, nullptr);
    } else {
        differences.emplace(column, json::array{before, after});
    }
}

std::string reason_of(const PostingRecord& record) {
    if (record.verified) {
        return {};
    }
    return record.quarantine_field.empty()
               ? record.quarantine_reason
               : record.quarantine_field + ": " + record.quarantine_reason;
}

string_view state_of(const PostingBefore& before, const json::object& after, const bool verified) {
    const bool was_verified = before.row.at("verified").as_bool();
    if (was_verified && !verified) {
        return "held_back";
    }
    if (before.gone) {
        return "back_again";
    }
    if (!was_verified && verified) {
        return "released";
    }
    if (!before.row.at("evidence_lapsed_on").is_null()) {
        return "renewed";
    }
    const bool closes = after.contains("closed_on") && before.row.at("closed_on").is_null();
    return closes ? "closed" : "changed";
}

json::object history(
    const string_view state, const PostingRecord& record, const json::object& changes
) {
    json::object row{
        {"state", state},
        {"day", domain::to_string(record.seen_on)},
        {"reason", text(reason_of(record))}};
    if (!changes.empty()) {
        row.emplace("changes", json::serialize(changes));
    }
    return row;
}

}  // namespace

json::object difference(const json::object& before, const json::object& after) {
    json::object differences;
    for (const auto& [column, value] : before) {
        if (is_bookkeeping(column)) {
            continue;
        }
        const json::value* now = after.if_contains(column);
        const json::value absent;
        if (value != (now == nullptr ? absent : *now)) {
            put_difference(differences, column, value, now == nullptr ? absent : *now);
        }
    }
    return differences;
}

json::object history_of_new(const PostingRecord& record) { return history("new", record, {}); }

json::object history_of_change(const PostingBefore& before, const PostingRecord& record) {
    const json::object after = row_from(record.posting);
    return history(state_of(before, after, record.verified), record, difference(before.row, after));
}

}  // namespace store
