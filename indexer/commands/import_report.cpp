#include "indexer/commands/import_report.hpp"

#include <boost/json.hpp>

#include <iomanip>
#include <sstream>
#include <utility>

namespace commands {
namespace {

namespace json_value = boost::json;
using Did = store::ImportOutcome::Did;
using store::Import;

std::string name_of(const Import& import) { return import.kind + " '" + import.list + "'"; }

/// `import 7, published 2024-12-20`
std::string which(const Import& import) {
    return (import.shipped ? "what shipped, published "
                           : "import " + std::to_string(import.id) + ", published ") +
           domain::to_string(import.published_on);
}

void write_counts(std::ostream& out, const Import& import) {
    out << import.rows << " rows, " << import.refused << " refused";
    if (import.left_out > 0) {
        out << ", " << import.left_out << " values left out";
    }
    if (!import.passed_over.empty()) {
        out << "; no entries:";
        const char* separator = " ";
        for (const auto& [what, count] : import.passed_over) {
            out << separator << what << ' ' << count;
            separator = ", ";
        }
    }
}

void write_refused(
    std::ostream& out, const std::vector<store::Refused>& rows, const Import& import
) {
    for (const auto& row : rows) {
        out << (row.extent == store::Refused::Extent::row ? "  refused: " : "  left out: ")
            << import.file_name << ": line " << row.line << ": "
            << (row.field.empty() ? "" : row.field + ": ") << row.reason << '\n';
    }
    const auto more = import.refused + import.left_out - static_cast<std::int64_t>(rows.size());
    if (more > 0) {
        out << "  and " << more << " more, all kept in reference_refused\n";
    }
}

void write_dry_run(std::ostream& out, const store::Commit commit) {
    if (commit == store::Commit::rehearsed) {
        out << "dry run: nothing was written\n";
    }
}

json_value::object import_json(const Import& import) {
    return {
        {"id", import.id},
        {"kind", import.kind},
        {"list", import.list},
        {"publisher", import.publisher},
        {"published_on", domain::to_string(import.published_on)},
        {"file", import.file_name},
        {"sha256", import.sha256},
        {"rows", import.rows},
        {"refused", import.refused},
        {"left_out", import.left_out},
        {"passed_over", json_value::value_from(import.passed_over)},
        {"imported_at", import.imported_at},
        {"shipped", import.shipped},
        {"active", import.active}};
}

json_value::value import_json(const std::optional<Import>& import) {
    return import ? json_value::value(import_json(*import)) : json_value::value(nullptr);
}

/// What a dry run numbers is given to another import afterwards.
json_value::object without_id(json_value::object import, const store::Commit commit) {
    if (commit == store::Commit::rehearsed) {
        import["id"] = nullptr;
    }
    return import;
}

}  // namespace

std::string text(const ImportReport& report) {
    const auto& [did, import, superseded, superseded_by, refused] = report.outcome;
    std::ostringstream out;
    out << import.file_name << " (" << name_of(import) << "), published "
        << domain::to_string(import.published_on) << ", " << std::fixed << std::setprecision(1)
        << report.seconds << " s\n  ";
    write_counts(out, import);
    out << '\n';
    if (did == Did::nothing) {
        out << "  nothing to do: these bytes are import " << import.id << " already\n";
    } else if (report.commit == store::Commit::real) {
        out << "  import " << import.id << (import.active ? " is active\n" : " is not active\n");
    }
    if (superseded) {
        out << "  supersedes " << which(*superseded) << '\n';
    }
    if (superseded_by) {
        out << "  superseded by " << which(*superseded_by) << '\n';
    }
    write_refused(out, refused, import);
    write_dry_run(out, report.commit);
    return out.str();
}

std::string json(const ImportReport& report) {
    const auto& [did, import, superseded, superseded_by, refused] = report.outcome;
    json_value::array refused_rows;
    for (const auto& row : refused) {
        const bool whole_row = row.extent == store::Refused::Extent::row;
        refused_rows.push_back(
            {{"line", row.line},
             {"field", row.field},
             {"extent", whole_row ? "row" : "value"},
             {"reason", row.reason},
             {"raw", row.raw}}
        );
    }
    const json_value::object document{
        {"import",
         did == Did::nothing ? import_json(import)
                             : without_id(import_json(import), report.commit)},
        {"unchanged", did == Did::nothing},
        {"superseded", import_json(superseded)},
        {"superseded_by", import_json(superseded_by)},
        {"first_refused", std::move(refused_rows)},
        {"dry_run", report.commit == store::Commit::rehearsed},
        {"seconds", report.seconds}};
    return json_value::serialize(document) + '\n';
}

std::string text(const RevertReport& report) {
    const auto& [reverted, active] = report.outcome;
    std::ostringstream out;
    out << name_of(reverted) << ": import " << reverted.id << ", published "
        << domain::to_string(reverted.published_on) << ", is gone with its " << reverted.rows
        << " rows and " << reverted.refused << " refused ones\n";
    if (!active) {
        out << "  nothing of this list is left\n";
    } else {
        out << "  active " << (reverted.active ? "again" : "as before") << ": " << which(*active)
            << ", " << active->rows << " rows\n";
    }
    write_dry_run(out, report.commit);
    return out.str();
}

std::string json(const RevertReport& report) {
    const json_value::object document{
        {"reverted", import_json(report.outcome.reverted)},
        {"active", import_json(report.outcome.active)},
        {"dry_run", report.commit == store::Commit::rehearsed}};
    return json_value::serialize(document) + '\n';
}

std::string text(const std::vector<Import>& imports) {
    std::ostringstream out;
    for (const Import& import : imports) {
        out << std::setw(6) << import.id << (import.active ? "  active    " : "            ")
            << domain::to_string(import.published_on) << "  " << name_of(import) << ": ";
        write_counts(out, import);
        out << (import.shipped ? "; shipped\n" : "; " + import.file_name + '\n');
    }
    return out.str();
}

std::string json(const std::vector<Import>& imports) {
    json_value::array list;
    for (const Import& import : imports) {
        list.push_back(import_json(import));
    }
    return json_value::serialize(json_value::object{{"imports", std::move(list)}}) + '\n';
}

}  // namespace commands
