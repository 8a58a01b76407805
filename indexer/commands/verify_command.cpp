#include "indexer/commands/verify_command.hpp"

#include "indexer/search/writer.hpp"
#include "indexer/trust/trust.hpp"

#include <boost/json.hpp>

#include <array>
#include <iomanip>
#include <map>
#include <sstream>

namespace commands {
namespace {

namespace json = boost::json;
using verification::checks_count;

constexpr std::string_view letters = "pwfui";
using OfVerdict = std::array<std::int64_t, 5>;        ///< In the order of Verdict.
using OfCheck = std::array<OfVerdict, checks_count>;  ///< In the order of CheckKind.

json::object counts_json(const ingest::VerifyCounts& counts) {
    return {
        {"looked_at", counts.looked_at},
        {"changed", counts.changed},
        {"held_back", counts.held_back},
        {"released", counts.released},
        {"lapsed", counts.lapsed},
        {"renewed", counts.renewed},
        {"asked", counts.asked},
        {"closed", counts.closed},
        {"employers_asked", counts.employers_asked}};
}

std::string told(const ingest::VerifyCounts& counts, const ReportForm form) {
    json::object values = counts_json(counts);
    if (form.format == Format::json) {
        values.emplace(
            "seconds",
            json::object{
                {"reading", counts.reading.count()},
                {"deciding", counts.deciding.count()},
                {"writing", counts.writing.count()}}
        );
        return json::serialize(values) + "\n";
    }
    std::ostringstream out;
    out << "verified    ";
    const char* separator = "";
    for (const auto& [name, value] : values) {
        std::string words{name};
        std::replace(words.begin(), words.end(), '_', ' ');
        out << separator << value << ' ' << words;
        separator = ", ";
    }
    out << "\ntook        " << std::fixed << std::setprecision(1) << counts.reading.count()
        << " s reading, " << counts.deciding.count() << " s deciding, " << counts.writing.count()
        << " s writing\n";
    return out.str();
}

std::map<std::string, OfCheck> by_source(const std::vector<store::VerdictCount>& counts) {
    std::map<std::string, OfCheck> table;
    for (const store::VerdictCount& each : counts) {
        const auto verdict = letters.find(each.verdict);
        const auto place = static_cast<std::size_t>(each.place) - 1;
        if (verdict == std::string_view::npos || place >= checks_count) {
            continue;
        }
        for (const std::string& source : {each.source, std::string{}}) {
            table[source][place][verdict] += each.count;
        }
    }
    return table;
}

json::object table_json(const OfCheck& checks) {
    json::object result;
    for (std::size_t at = 0; at < checks_count; ++at) {
        json::object verdicts;
        for (std::size_t verdict = 0; verdict < letters.size(); ++verdict) {
            verdicts.emplace(
                verification::name(static_cast<verification::Verdict>(verdict)), checks[at][verdict]
            );
        }
        result.emplace(
            verification::name(static_cast<verification::CheckKind>(at)), std::move(verdicts)
        );
    }
    return result;
}

void write_table(std::ostream& out, const std::string& source, const OfCheck& checks) {
    out << (source.empty() ? "all sources" : source) << '\n'
        << std::left << std::setw(22) << "  check" << std::right;
    for (std::size_t verdict = 0; verdict < letters.size(); ++verdict) {
        out << std::setw(10) << verification::name(static_cast<verification::Verdict>(verdict));
    }
    out << '\n';
    for (std::size_t at = 0; at < checks_count; ++at) {
        const auto kind = static_cast<verification::CheckKind>(at);
        out << "  " << std::left << std::setw(20) << verification::name(kind) << std::right;
        for (const std::int64_t count : checks[at]) {
            out << std::setw(10) << count;
        }
        out << '\n';
    }
}

}  // namespace

domain::Result<Report> verify(
    store::Database& database, const VerifyRequest& request, const ReportForm form
) {
    const ingest::Reference reference = ingest::load_reference(database);
    const ingest::VerifyOptions options{
        .day = request.day,
        .due_only = request.which == VerifyRequest::Which::due,
        .ask = request.ask,
        .ask_employer = request.ask_employer,
        .progress = request.progress};
    ingest::VerifyCounts counts;
    if (request.which == VerifyRequest::Which::one) {
        const auto one = ingest::verify_one(database, reference, request.id, options);
        if (!one) {
            return domain::invalid("posting", std::to_string(request.id) + " is no posting's id");
        }
        counts = *one;
    } else {
        counts = ingest::verify(database, reference, options);
    }
    store::PostingStore postings{database};
    search::update_index(request.index_folder, postings, {}, reference.unit_groups);
    return Report{.text = told(counts, form)};
}

std::string list_verdicts(store::Database& database, const ReportForm form) {
    const auto table = by_source(store::TrustStore{database}.counts());
    if (form.format == Format::json) {
        json::object result;
        for (const auto& [source, checks] : table) {
            result.emplace(source.empty() ? "*" : source, table_json(checks));
        }
        return json::serialize(result) + "\n";
    }
    std::ostringstream out;
    for (const auto& [source, checks] : table) {
        write_table(out, source, checks);
    }
    return out.str();
}

}  // namespace commands
