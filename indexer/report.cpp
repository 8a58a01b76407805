#include "indexer/report.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <iomanip>
#include <sstream>
#include <utility>

namespace ingest {
namespace {

namespace json_value = boost::json;

/// Lines of reasons in a report for people; the JSON report has all.
constexpr std::size_t reasons_shown_max = 12;

Counts sum(const std::vector<FileReport>& files) {
    Counts sum;
    for (const FileReport& file : files) {
        if (file.outcome) {
            sum.records += file.outcome->counts.records;
            sum.stored += file.outcome->counts.stored;
            sum.statistics += file.outcome->counts.statistics;
            sum.quarantined += file.outcome->counts.quarantined;
            sum.closed += file.outcome->counts.closed;
        }
    }
    return sum;
}

std::string of_field(const std::string& field, const std::string& reason) {
    return field.empty() ? reason : field + ": " + reason;
}

using ReasonLine = std::pair<std::int64_t, std::string>;

void write_reasons(std::ostream& out, std::vector<ReasonLine> lines) {
    std::stable_sort(lines.begin(), lines.end(), [](const auto& left, const auto& right) {
        return left.first > right.first;
    });
    const std::size_t shown = std::min(lines.size(), reasons_shown_max);
    for (std::size_t index = 0; index < shown; ++index) {
        out << std::setw(10) << lines[index].first << "  " << lines[index].second << '\n';
    }
    if (lines.size() > shown) {
        out << std::setw(10) << ' ' << "  and " << lines.size() - shown << " other reasons\n";
    }
}

void write_counts(std::ostream& out, const Counts& counts) {
    out << counts.records << " records: " << counts.stored << " stored, " << counts.statistics
        << " statistics, " << counts.quarantined << " kept aside";
    if (counts.closed > 0) {
        out << ", " << counts.closed << " closed by their page";
    }
    out << '\n';
}

void write(std::ostream& out, const Missing& missing) {
    out << missing.source << ", a complete feed: ";
    if (missing.kept_because.empty()) {
        out << missing.closed << " postings are in it no longer and were closed\n";
    } else {
        out << "nothing was closed, for " << missing.kept_because << '\n';
    }
}

void write(std::ostream& out, const Report& report) {
    const Counts& counts = report.counts;
    out << "  " << counts.added << " added, " << counts.changed << " changed, " << counts.unchanged
        << " unchanged\n";
    for (const std::string& warning : report.source.warnings) {
        out << "  warning: " << warning << '\n';
    }
    if (!counts.not_understood.empty()) {
        out << "  not understood, and left out of the posting:";
        const char* separator = " ";
        for (const auto& [field, count] : counts.not_understood) {
            out << separator << field << ' ' << count;
            separator = ", ";
        }
        out << '\n';
    }
    if (!counts.reasons.empty()) {
        out << "  kept aside:\n";
        std::vector<ReasonLine> lines;
        for (const auto& [reason, count] : counts.reasons) {
            lines.emplace_back(count, of_field(reason.field, reason.reason));
        }
        write_reasons(out, std::move(lines));
    }
}

void write(std::ostream& out, const FileReport& file) {
    out << file.file;
    if (!file.outcome) {
        const domain::Error& error = file.outcome.error();
        out << ": refused: " << of_field(error.field, error.message) << '\n';
        return;
    }
    out << " (" << file.outcome->source.name << "), " << std::fixed << std::setprecision(1)
        << file.seconds << " s\n  ";
    write_counts(out, file.outcome->counts);
    write(out, *file.outcome);
}

json_value::object reason(
    const std::string& field, const std::string& reason, const std::int64_t count
) {
    return {{"field", field}, {"reason", reason}, {"count", count}};
}

json_value::object source_json(const FileReport& file) {
    json_value::object source{{"name", file.outcome->source.name}, {"file", file.file}};
    for (const auto& member : counts_json(file.outcome->counts)) {
        source.insert(member);
    }
    source["warnings"] = json_value::value_from(file.outcome->source.warnings);
    source["seconds"] = file.seconds;
    return source;
}

json_value::object missing_json(const Missing& missing) {
    return {
        {"source", missing.source},
        {"open", missing.offered},
        {"missing", missing.missing},
        {"closed", missing.closed},
        {"kept_because", missing.kept_because}};
}

json_value::value index_json(const std::optional<search::IndexStatus>& index) {
    if (!index) {
        return nullptr;
    }
    return {{"revision", index->revision}, {"documents", index->documents}};
}

}  // namespace

json_value::object counts_json(const Counts& counts) {
    json_value::array reasons;
    for (const auto& [key, count] : counts.reasons) {
        reasons.push_back(reason(key.field, key.reason, count));
    }
    json_value::object not_understood;
    for (const auto& [field, count] : counts.not_understood) {
        not_understood[field] = count;
    }
    return {
        {"records", counts.records},
        {"stored", counts.stored},
        {"statistics", counts.statistics},
        {"quarantined", counts.quarantined},
        {"closed", counts.closed},
        {"added", counts.added},
        {"changed", counts.changed},
        {"unchanged", counts.unchanged},
        {"reasons", std::move(reasons)},
        {"not_understood", std::move(not_understood)}};
}

std::string text(const RunReport& run) {
    std::ostringstream out;
    for (const FileReport& file : run.files) {
        write(out, file);
    }
    if (run.files.size() > 1) {
        out << "in all ";
        write_counts(out, sum(run.files));
    }
    for (const Missing& missing : run.missing) {
        write(out, missing);
    }
    if (run.index) {
        out << "duplicates: " << run.duplicates.merged
            << " postings advertise the job of another\n";
        out << "index: revision " << run.index->revision << ", " << run.index->documents
            << " postings\n";
    } else {
        out << "dry run: nothing was written\n";
    }
    return out.str();
}

std::string json(const RunReport& run) {
    json_value::array sources;
    json_value::array refused;
    for (const FileReport& file : run.files) {
        if (file.outcome) {
            sources.push_back(source_json(file));
        } else {
            const domain::Error& error = file.outcome.error();
            refused.push_back(
                {{"file", file.file}, {"field", error.field}, {"message", error.message}}
            );
        }
    }
    json_value::array missing;
    for (const Missing& each : run.missing) {
        missing.push_back(missing_json(each));
    }
    const Counts counts = sum(run.files);
    const json_value::object report{
        {"sources", std::move(sources)},
        {"refused", std::move(refused)},
        {"records", counts.records},
        {"stored", counts.stored},
        {"statistics", counts.statistics},
        {"quarantined", counts.quarantined},
        {"closed", counts.closed},
        {"missing", std::move(missing)},
        {"duplicates",
         {{"looked_at", run.duplicates.looked_at},
          {"changed", run.duplicates.changed},
          {"merged", run.duplicates.merged}}},
        {"index", index_json(run.index)}};
    return json_value::serialize(report) + '\n';
}

std::string text(const Status& status) {
    std::ostringstream out;
    out << "postings    " << status.totals.verified << " verified, " << status.totals.held_back
        << " held back\n"
        << "statistics  " << status.totals.statistics << '\n'
        << "quarantine  " << status.totals.quarantined << '\n'
        << "revision    " << status.totals.revision << '\n'
        << "index       revision " << status.index.revision << ", " << status.index.documents
        << " postings\n";
    if (!status.reasons.empty()) {
        out << "kept aside:\n";
        std::vector<ReasonLine> lines;
        for (const auto& line : status.reasons) {
            lines.emplace_back(line.count, line.source + ": " + of_field(line.field, line.reason));
        }
        write_reasons(out, std::move(lines));
    }
    return out.str();
}

std::string json(const Status& status) {
    json_value::array reasons;
    for (const auto& line : status.reasons) {
        json_value::object entry{{"source", line.source}};
        for (const auto& member : reason(line.field, line.reason, line.count)) {
            entry.insert(member);
        }
        reasons.push_back(std::move(entry));
    }
    const json_value::object report{
        {"verified", status.totals.verified},
        {"held_back", status.totals.held_back},
        {"statistics", status.totals.statistics},
        {"quarantined", status.totals.quarantined},
        {"revision", status.totals.revision},
        {"index", index_json(status.index)},
        {"reasons", std::move(reasons)}};
    return json_value::serialize(report) + '\n';
}

std::string text(const RoundsReport& rounds) {
    std::ostringstream out;
    out << "rounds: " << rounds.done.added << " added, " << rounds.done.changed << " changed, "
        << rounds.done.unchanged << " unchanged, " << rounds.refused.size() << " refused\n";
    for (const sources::RefusedRound& each : rounds.refused) {
        out << "  refused: " << of_field(each.field, each.reason) << '\n';
    }
    if (rounds.run == RoundsReport::Run::dry) {
        out << "dry run: nothing was written\n";
    }
    return out.str();
}

std::string json(const RoundsReport& rounds) {
    json_value::array refused;
    for (const sources::RefusedRound& each : rounds.refused) {
        refused.push_back({{"field", each.field}, {"reason", each.reason}});
    }
    const json_value::object report{
        {"added", rounds.done.added},
        {"changed", rounds.done.changed},
        {"unchanged", rounds.done.unchanged},
        {"refused", std::move(refused)},
        {"dry_run", rounds.run == RoundsReport::Run::dry}};
    return json_value::serialize(report) + '\n';
}

}  // namespace ingest
