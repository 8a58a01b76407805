#include "services/wire/operation_json.hpp"

#include "indexer/trust/trust.hpp"
#include "indexer/verification/check_lists.hpp"
#include "matcher/document/json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/optional_json.hpp"

#include <algorithm>
#include <array>

namespace wire {
namespace {

namespace json = boost::json;
using Store = store::OperationStore;

json::value id_or_null(const std::optional<std::int64_t> id) {
    return id ? json::value(std::to_string(*id)) : json::value(nullptr);
}

json::value schedule_json(const Store::Listed& listed) {
    return {
        {"every_minutes",
         listed.every_minutes ? json::value(*listed.every_minutes) : json::value(nullptr)},
        {"daily_at", or_null(listed.daily_at)}};
}

json::value last_run_json(const std::optional<Store::LastRun>& run) {
    if (!run) {
        return nullptr;
    }
    return {
        {"started_at", run->started_at},
        {"finished_at", run->finished_at},
        {"succeeded_at", or_null(run->succeeded_at)},
        {"outcome", run->error.empty() ? "succeeded" : "failed"},
        {"failures_in_a_row", run->failures},
        {"error", or_null(run->error)},
        {"not_before", or_null(run->not_before)},
        {"records", run->records},
        {"quarantined", run->quarantined}};
}

json::value last_ingest_json(const std::optional<Store::LastIngest>& ingest) {
    if (!ingest) {
        return nullptr;
    }
    return {
        {"run_id", std::to_string(ingest->run)},
        {"started_at", ingest->started_at},
        {"outcome", or_null(ingest->outcome)},
        {"message", or_null(ingest->message)}};
}

json::value pages_json(const std::optional<Store::Pages>& pages) {
    if (!pages) {
        return nullptr;
    }
    return {
        {"count", pages->count},
        {"bytes", pages->bytes},
        {"with_etag", pages->with_etag},
        {"with_last_modified", pages->with_last_modified},
        {"fetched_at", pages->fetched_at}};
}

json::value added_json(const std::optional<store::AddedSource>& added) {
    if (!added) {
        return nullptr;
    }
    return {
        {"by", added->added_by},
        {"at", added->added_at},
        {"entry", document::parse(added->entry).value()}};
}

std::string last_error(const Store::Source& source) {
    if (source.last_run && !source.last_run->error.empty()) {
        return source.last_run->error;
    }
    return source.last_ingest ? source.last_ingest->message : "";
}

std::string_view kind_name(const bool is_record) { return is_record ? "record" : "posting"; }

/// Everything that the counts of a run can have; each is null where the run has not counted it.
json::object run_counts_json(const json::object& counted) {
    json::object counts;
    for (const std::string_view name :
         {"records",
          "stored",
          "added",
          "changed",
          "unchanged",
          "statistics",
          "quarantined",
          "closed",
          "open",
          "missing"}) {
        counts[name] = member_or_null(counted, name);
    }
    return counts;
}

json::array kept_aside_of(const json::object& counted) {
    const json::value* reasons = counted.if_contains("reasons");
    return reasons != nullptr ? reasons->as_array() : json::array{};
}

/// Runs keep it as `{field: count}`.
json::array not_understood_of(const json::object& counted) {
    json::array fields;
    if (const json::value* by_field = counted.if_contains("not_understood")) {
        for (const auto& [field, count] : by_field->as_object()) {
            fields.push_back({{"field", field}, {"count", count}});
        }
    }
    return fields;
}

json::object import_json(const store::Import& import, const domain::Date as_of) {
    json::array passed_over;
    for (const auto& [what, count] : import.passed_over) {
        passed_over.push_back({{"what", what}, {"count", count}});
    }
    return {
        {"id", std::to_string(import.id)},
        {"kind", import.kind},
        {"list", import.list},
        {"publisher", import.publisher},
        {"published_on", domain::to_string(import.published_on)},
        {"age_days", (as_of - import.published_on).count()},
        {"file", import.file_name},
        {"sha256", import.sha256},
        {"rows", import.rows},
        {"refused", import.refused},
        {"left_out", import.left_out},
        {"passed_over", std::move(passed_over)},
        {"imported_at", import.imported_at},
        {"shipped", import.shipped},
        {"active", import.active}};
}

/// The newest that is active of the kinds in which the check looks; null without.
const store::Import* newest_for(
    const std::vector<store::Import>& imports, const verification::CheckKind check
) {
    const store::Import* newest = nullptr;
    for (const store::Import& import : imports) {
        const bool asked = std::ranges::any_of(verification::check_lists(), [&](const auto& one) {
            return one.check == check && one.list_kind == import.kind;
        });
        if (asked && import.active &&
            (newest == nullptr || import.published_on > newest->published_on)) {
            newest = &import;
        }
    }
    return newest;
}

json::object check_lists_json(
    const verification::CheckKind check,
    const std::vector<store::Import>& imports,
    const domain::Date as_of,
    const domain::OfficialLanguage language
) {
    const store::Import* newest = newest_for(imports, check);
    const int days = verification::rule_of(check).days;
    json::array kinds;
    for (const auto& one : verification::check_lists()) {
        if (one.check == check) {
            kinds.emplace_back(one.list_kind);
        }
    }
    const std::string name{verification::name(check)};
    json::object result{
        {"check", name},
        {"title", text(language, "check." + name)},
        {"kinds", std::move(kinds)},
        {"days", days}};
    if (newest == nullptr) {
        result["newest"] = nullptr;
        result["counts_through"] = nullptr;
        result["state"] = "no_list";
        return result;
    }
    const domain::Date counts_through = newest->published_on + std::chrono::days{days};
    result["newest"] = {
        {"id", std::to_string(newest->id)},
        {"kind", newest->kind},
        {"list", newest->list},
        {"published_on", domain::to_string(newest->published_on)}};
    result["counts_through"] = domain::to_string(counts_through);
    result["state"] = as_of <= counts_through ? "counts" : "too_old";
    return result;
}

}  // namespace

json::object source_json(const Store::Source& source) {
    const auto& listed = source.listed;
    return {
        {"name", source.name},
        {"posting_source", source.posting_source},
        {"listed", listed.has_value()},
        {"fetched", listed ? json::value(listed->fetched) : json::value(nullptr)},
        {"address", listed ? json::value(listed->address) : json::value(nullptr)},
        {"complete", listed ? json::value(listed->complete) : json::value(nullptr)},
        {"schedule", listed ? schedule_json(*listed) : json::value(nullptr)},
        {"due_at", listed ? json::value(listed->due_at) : json::value(nullptr)},
        {"last_run", last_run_json(source.last_run)},
        {"last_ingest", last_ingest_json(source.last_ingest)},
        {"last_error", or_null(last_error(source))},
        {"live_postings", source.live_postings},
        {"records_kept_aside", source.records_kept_aside},
        {"postings_held_back", source.postings_held_back},
        {"pages", pages_json(source.pages)},
        {"added", added_json(source.added)}};
}

json::array verdict_counts_json(
    const std::vector<store::VerdictCount>& counts, const domain::OfficialLanguage language
) {
    using verification::CheckKind;
    using verification::Verdict;
    json::array rows;
    for (auto count = counts.begin(); count != counts.end();) {
        const auto end = std::find_if(count, counts.end(), [&](const store::VerdictCount& other) {
            return other.source != count->source || other.place != count->place;
        });
        if (static_cast<std::size_t>(count->place) > verification::checks_count) {
            count = end;  // Of a version that came after this one.
            continue;
        }
        const std::string check{verification::name(static_cast<CheckKind>(count->place - 1))};
        json::object verdicts;
        for (const Verdict verdict : verification::all_verdicts) {
            const char letter = trust::letter_of(verdict);
            const auto found = std::find_if(count, end, [&](const store::VerdictCount& one) {
                return one.verdict == letter;
            });
            verdicts.emplace(verification::name(verdict), found == end ? 0 : found->count);
        }
        rows.push_back(
            {{"source", count->source},
             {"check", check},
             {"title", text(language, "check." + check)},
             {"verdicts", std::move(verdicts)}}
        );
        count = end;
    }
    return rows;
}

json::object run_json(const Store::Run& run) {
    const json::value read =
        run.counts.empty() ? json::value(json::object{}) : document::parse(run.counts).value();
    const json::object& counted = read.as_object();
    return {
        {"id", std::to_string(run.id)},
        {"source", or_null(run.source)},
        {"kind", run.file.empty() ? "closing" : "file"},
        {"file", or_null(run.file)},
        {"day", run.day},
        {"started_at", run.started_at},
        {"finished_at", or_null(run.finished_at)},
        {"outcome", or_null(run.outcome)},
        {"message", or_null(run.message)},
        {"counts", run_counts_json(counted)},
        {"kept_aside", kept_aside_of(counted)},
        {"not_understood", not_understood_of(counted)}};
}

json::object kept_aside_json(const Store::KeptAside& kept) {
    return {
        {"id", std::to_string(kept.id)},
        {"source", kept.source},
        {"kind", kind_name(!kept.posting)},
        {"file", kept.file},
        {"line", kept.line},
        {"field", or_null(kept.field)},
        {"reason", kept.reason},
        {"sha256", kept.sha256},
        {"posting_id", id_or_null(kept.posting)},
        {"first_seen", kept.first_seen},
        {"run_id", id_or_null(kept.run)}};
}

json::object kept_record_json(
    const Store::Record& record, const std::int64_t from, const std::int64_t characters
) {
    json::object result = kept_aside_json(record.about);
    const std::int64_t next = from + characters;
    result["record"] = {
        {"text", record.text},
        {"from", from},
        {"next_from", next < record.characters ? json::value(next) : json::value(nullptr)},
        {"characters", record.characters},
        {"bytes", record.bytes},
        {"replaced", record.replaced}};
    return result;
}

json::object reason_count_json(const Store::ReasonCount& reason) {
    return {
        {"source", reason.source},
        {"kind", kind_name(reason.records)},
        {"field", or_null(reason.field)},
        {"reason", reason.reason},
        {"count", reason.count},
        {"last_seen", reason.last_seen}};
}

json::object references_json(
    const std::vector<store::Import>& imports,
    const std::vector<std::string_view>& kinds,
    const domain::Date as_of,
    const domain::OfficialLanguage language
) {
    json::array items;
    for (const store::Import& import : imports) {
        items.push_back(import_json(import, as_of));
    }
    json::array not_imported;
    for (const std::string_view kind : kinds) {
        if (std::ranges::find(imports, kind, &store::Import::kind) == imports.end()) {
            not_imported.emplace_back(kind);
        }
    }
    json::array checks;
    std::optional<verification::CheckKind> before;
    for (const auto& one : verification::check_lists()) {
        if (one.check != before) {
            checks.push_back(check_lists_json(one.check, imports, as_of, language));
        }
        before = one.check;
    }
    return {
        {"as_of", domain::to_string(as_of)},
        {"checks", std::move(checks)},
        {"not_imported", std::move(not_imported)},
        {"items", std::move(items)}};
}

}  // namespace wire
