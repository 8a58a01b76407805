#include "indexer/lifecycle_report.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace ingest {
namespace {

namespace json_value = boost::json;
using History = store::PostingStore::History;

json_value::value day(const std::optional<domain::Date>& date) {
    return date ? json_value::value(domain::to_string(*date)) : json_value::value{};
}

json_value::value parsed(const std::string& text) {
    return text.empty() ? json_value::value{} : json_value::parse(text);
}

json_value::object history_json(const History& history, const domain::Date as_of) {
    json_value::array changes;
    for (const auto& change : history.changes) {
        changes.push_back(
            {{"revision", change.revision},
             {"state", change.state},
             {"day", domain::to_string(change.day)},
             {"reason", change.reason},
             {"changes", parsed(change.changes)}}
        );
    }
    const domain::Posting& posting = history.posting;
    return {
        {"id", std::to_string(posting.id)},
        {"source", posting.source},
        {"source_id", posting.source_id},
        {"title", posting.title},
        {"url", posting.url},
        {"state", state_on(history, as_of)},
        {"as_of", domain::to_string(as_of)},
        {"open_to",
         posting.date_posted ? day(domain::last_live_day(posting)) : json_value::value{}},
        {"first_seen", domain::to_string(history.first_seen)},
        {"last_seen", domain::to_string(history.last_seen)},
        {"gone_on", day(history.gone_on)},
        {"closed_on", day(posting.closed_on)},
        {"history", std::move(changes)}};
}

json_value::object run_json(const store::RunStore::Run& run) {
    return {
        {"id", run.id},
        {"source", run.source},
        {"file", run.file},
        {"day", domain::to_string(run.day)},
        {"started_at", run.started_at},
        {"finished_at",
         run.finished_at.empty() ? json_value::value{} : json_value::value(run.finished_at)},
        {"outcome", run.outcome.empty() ? "unfinished" : run.outcome},
        {"message", run.message},
        {"counts", parsed(run.counts)}};
}

void write_counts(std::ostream& out, const std::string& counts) {
    if (counts.empty()) {
        return;
    }
    const char* separator = ": ";
    const json_value::value parsed_counts = json_value::parse(counts);
    for (const auto& [name, value] : parsed_counts.as_object()) {
        if (value.is_int64() && value.as_int64() != 0) {
            out << separator << value << ' ' << name;
            separator = ", ";
        }
    }
}

}  // namespace

std::string state_on(const History& history, const domain::Date as_of) {
    const domain::Posting& posting = history.posting;
    if (!history.verified) {
        return "held_back";
    }
    if (posting.closed_on && *posting.closed_on <= as_of) {
        const auto ended = std::find_if(
            history.changes.rbegin(),
            history.changes.rend(),
            [](const store::PostingStore::Change& change) {
                return change.state == "gone" || change.state == "closed";
            }
        );
        // A record that states its own end has no such change.
        return history.gone_on && ended != history.changes.rend() ? ended->state : "closed";
    }
    return domain::last_live_day(posting) < as_of ? "expired" : "open";
}

std::string text(const HistoryReport& report) {
    std::ostringstream out;
    for (const History& history : report.postings) {
        const domain::Posting& posting = history.posting;
        out << "posting " << posting.id << ", " << posting.source << '/' << posting.source_id
            << ": " << posting.title << '\n'
            << "  " << state_on(history, report.as_of) << " on " << domain::to_string(report.as_of)
            << "; seen from " << domain::to_string(history.first_seen) << " to "
            << domain::to_string(history.last_seen) << '\n';
        for (const auto& change : history.changes) {
            out << "  " << domain::to_string(change.day) << "  " << change.state << " (revision "
                << change.revision << ")" << (change.reason.empty() ? "" : ": ") << change.reason
                << '\n';
            if (change.changes.empty()) {
                continue;
            }
            const json_value::value changes = json_value::parse(change.changes);
            for (const auto& [column, values] : changes.as_object()) {
                out << "      " << column;
                if (values.is_array()) {
                    out << ": " << values.at(0) << " -> " << values.at(1);
                }
                out << '\n';
            }
        }
        if (posting.date_posted && state_on(history, report.as_of) == "expired") {
            out << "  " << domain::to_string(domain::last_live_day(posting))
                << "  was its last day\n";
        }
    }
    return out.str();
}

std::string json(const HistoryReport& report) {
    json_value::array postings;
    for (const History& history : report.postings) {
        postings.push_back(history_json(history, report.as_of));
    }
    return json_value::serialize(json_value::object{{"postings", std::move(postings)}}) + '\n';
}

std::string text(const RunsReport& report) {
    std::ostringstream out;
    for (const auto& run : report.runs) {
        out << std::setw(6) << run.id << "  " << run.started_at << "  " << std::setw(10)
            << std::left << (run.outcome.empty() ? "unfinished" : run.outcome) << std::right << "  "
            << run.source << (run.file.empty() ? " (what it has no longer)" : " " + run.file);
        write_counts(out, run.counts);
        out << (run.message.empty() ? "" : ": ") << run.message << '\n';
    }
    return out.str();
}

std::string json(const RunsReport& report) {
    json_value::array runs;
    for (const auto& run : report.runs) {
        runs.push_back(run_json(run));
    }
    return json_value::serialize(json_value::object{{"runs", std::move(runs)}}) + '\n';
}

std::string text(const search::CrossCheck& check) {
    std::ostringstream out;
    for (const std::string& fault : check.faults) {
        out << fault << '\n';
    }
    out << check.postings << " served postings, " << check.documents << " documents, "
        << check.faults_found << " faults\n";
    if (check.faults_found > 0) {
        out << "what is wrong with the index goes with jobscout-indexer reindex\n";
    }
    return out.str();
}

std::string json(const search::CrossCheck& check) {
    return json_value::serialize(json_value::object{
               {"postings", check.postings},
               {"documents", check.documents},
               {"faults", json_value::value_from(check.faults)},
               {"faults_found", check.faults_found}}) +
           '\n';
}

}  // namespace ingest
