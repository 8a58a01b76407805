#include "tests/quality/report.hpp"

#include "matcher/document/json.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <cstdio>
#include <iomanip>
#include <set>
#include <sstream>

namespace quality {
namespace {

namespace json_of = boost::json;

std::string decimals(const double value) {
    std::ostringstream out;
    out << std::fixed << std::setprecision(3) << value;
    return out.str();
}

std::string shown(const Estimate& estimate) {
    if (estimate.count == 0) {
        return "none";
    }
    return decimals(estimate.mean) + " [" + decimals(estimate.low) + ", " +
           decimals(estimate.high) + "]";
}

/// What became of the judgments on all candidates.
struct JudgmentCounts {
    std::size_t made = 0;
    std::size_t counted = 0;
    std::size_t merged = 0;
    std::size_t held_back = 0;
    std::size_t good_held_back = 0;
};

JudgmentCounts judgment_counts(const std::vector<Asked>& all) {
    JudgmentCounts counts;
    for (const Asked& each : all) {
        counts.made += each.asked.judgments.size();
        counts.counted += each.judged.postings.size();
        counts.merged += each.judged.merged;
        counts.held_back += each.judged.held_back;
        counts.good_held_back += each.judged.good_held_back;
    }
    return counts;
}

void print_head(std::ostream& out, const Results& results) {
    const Corpus::Counts& corpus = results.corpus.counts();
    out << "Set " << results.set << ": " << results.all.size() << " candidates on "
        << domain::to_string(as_of()) << "\n\nCorpus: " << corpus.named << " postings named, "
        << corpus.held_back << " held back, " << corpus.merged
        << " merged into another one for the same job, " << corpus.closed
        << " not open on the day, " << results.corpus.postings().size() << " to be found\n";
    for (const std::string& reason : corpus.reasons) {
        out << "  " << reason << '\n';
    }
    const JudgmentCounts counts = judgment_counts(results.all);
    out << "Judgments: " << counts.made << " made, " << counts.counted << " counted; "
        << counts.held_back << " on postings that are not served, of these "
        << counts.good_held_back << " of grade " << good_grade << " and more; " << counts.merged
        << " on postings merged into a judged one\n"
        << "Intervals: 95 percent, bootstrap over candidates, " << bootstrap_resamples
        << " resamples, seed " << bootstrap_seed << "\n\n";
}

json_of::object to_json(const Estimate& estimate) {
    if (estimate.count == 0) {
        return {{"mean", nullptr}, {"low", nullptr}, {"high", nullptr}, {"count", 0}};
    }
    return {
        {"mean", estimate.mean},
        {"low", estimate.low},
        {"high", estimate.high},
        {"count", estimate.count}};
}

json_of::object to_json(const Group& group) {
    json_of::array systems;
    for (const std::string& name : system_names()) {
        const Figures each = figures(group.members, name);
        json_of::object system{
            {"system", name},
            {"ndcg_10", to_json(each.ndcg)},
            {"ndcg_10_judged", to_json(each.ndcg_judged)},
            {"recall_100", to_json(each.recall)},
            {"violations_10", to_json(each.violations)},
            {"violations_sum", each.violations_sum},
            {"unjudged_10", to_json(each.unjudged)}};
        if (name != our_name) {
            system["ours_ahead_ndcg_10"] = to_json(ahead(group.members, name));
        }
        systems.push_back(std::move(system));
    }
    return {
        {"group", group.name},
        {"candidates", group.members.size()},
        {"systems", std::move(systems)}};
}

/// From 1; nothing where the posting is not listed.
std::string rank_in(const Ranking& ranking, const domain::PostingId id) {
    const auto found = std::ranges::find(ranking, id);
    return found == ranking.end() ? ">" + std::to_string(ranked_max)
                                  : std::to_string(found - ranking.begin() + 1);
}

class CandidateTable {
public:
    CandidateTable(const Results& results, const Asked& asked, std::ostream& out)
        : results_{results},
          asked_{asked},
          candidate_{candidate_of(asked.asked.document)},
          out_{out} {}

    void print() const {
        out_ << asked_.asked.name << "  (" << asked_.asked.language << ')';
        for (const std::string& name : system_names()) {
            const auto ndcg = asked_.scores.at(name).ndcg;
            out_ << "  " << name << ' ' << (ndcg ? decimals(*ndcg) : "none");
        }
        out_ << "\n  rank grade  fit  by bm25\n";
        const Ranking& ranking = asked_.rankings.at(our_name);
        const auto listed = static_cast<std::ptrdiff_t>(std::min(ranking.size(), top));
        const Ranking first{ranking.begin(), ranking.begin() + listed};
        for (const domain::PostingId id : first) {
            print_line(id);
        }
        out_ << "  missed:\n";
        for (const auto& [id, judgment] : asked_.judged.postings) {
            if (judgment.grade == grade_max && std::ranges::find(first, id) == first.end()) {
                print_line(id);
            }
        }
        out_ << '\n';
    }

private:
    static constexpr int grade_max = 3;

    void print_line(const domain::PostingId id) const {
        const domain::Posting& posting = results_.corpus.postings().at(id);
        const matching::Match match = results_.ours.match(posting, candidate_);
        const auto judgment = asked_.judged.postings.find(id);
        const bool is_judged = judgment != asked_.judged.postings.end();
        out_ << std::setw(6) << rank_in(asked_.rankings.at(our_name), id) << std::setw(6)
             << (is_judged ? std::to_string(judgment->second.grade) : "-") << std::setw(5)
             << match.fit.total << " =";
        for (const fit::Part& part : match.fit.parts) {
            out_ << ' ' << part.points;
        }
        out_ << (match.placed_after.empty() ? "" : " after") << std::setw(6)
             << rank_in(asked_.rankings.at("bm25"), id) << "  " << posting.noc->to_string() << ' '
             << posting.title;
        if (!posting.original_title.empty()) {
            out_ << " [" << posting.original_title << ']';
        }
        out_ << " - " << posting.hiring_organization << ", " << posting.job_locations.front().city
             << ' ' << domain::code(posting.job_locations.front().province) << "  "
             << posting.source_id;
        if (is_judged) {
            out_ << "  (" << judgment->second.reason << ')';
        }
        out_ << '\n';
    }

    const Results& results_;
    const Asked& asked_;
    domain::Candidate candidate_;
    std::ostream& out_;
};

}  // namespace

std::string text(const Results& results) {
    std::ostringstream out;
    print_head(out, results);
    for (const Group& group : groups(results.all)) {
        out << group.name << " (" << group.members.size() << ")\n"
            << std::left << std::setw(24) << "  system" << std::setw(24) << "nDCG@10"
            << std::setw(24) << "of judged only" << std::setw(24) << "recall@100" << std::setw(12)
            << "violations" << std::setw(24) << "unjudged in 10"
            << "ours ahead by\n";
        for (const std::string& name : system_names()) {
            const Figures each = figures(group.members, name);
            out << "  " << std::setw(22) << name << std::setw(24) << shown(each.ndcg)
                << std::setw(24) << shown(each.ndcg_judged) << std::setw(24) << shown(each.recall)
                << std::setw(12) << static_cast<int>(each.violations_sum) << std::setw(24)
                << shown(each.unjudged)
                << (name == our_name ? "" : shown(ahead(group.members, name))) << '\n';
        }
        out << std::right << '\n';
    }
    return out.str();
}

std::string json(const Results& results) {
    const Corpus::Counts& corpus = results.corpus.counts();
    const JudgmentCounts counts = judgment_counts(results.all);
    json_of::array reasons(corpus.reasons.begin(), corpus.reasons.end());
    json_of::array all_groups;
    for (const Group& group : groups(results.all)) {
        all_groups.push_back(to_json(group));
    }
    json_of::array candidates;
    for (const Asked& each : results.all) {
        json_of::object ndcg;
        for (const std::string& name : system_names()) {
            const auto value = each.scores.at(name).ndcg;
            ndcg[name] = value ? json_of::value{*value} : json_of::value{nullptr};
        }
        candidates.push_back(json_of::object{
            {"candidate", each.asked.name},
            {"category", each.asked.category},
            {"language", each.asked.language},
            {"ndcg_10", std::move(ndcg)}});
    }
    const json_of::object document{
        {"set", results.set},
        {"as_of", domain::to_string(as_of())},
        {"bootstrap", {{"seed", bootstrap_seed}, {"resamples", bootstrap_resamples}}},
        {"corpus",
         {{"named", corpus.named},
          {"held_back", corpus.held_back},
          {"merged", corpus.merged},
          {"not_open", corpus.closed},
          {"to_be_found", results.corpus.postings().size()},
          {"reasons", std::move(reasons)}}},
        {"judgments",
         {{"made", counts.made},
          {"counted", counts.counted},
          {"on_merged", counts.merged},
          {"on_held_back", counts.held_back},
          {"good_on_held_back", counts.good_held_back}}},
        {"groups", std::move(all_groups)},
        {"candidates", std::move(candidates)}};
    return document::serialize(document) + '\n';
}

std::string per_candidate(const Results& results) {
    std::ostringstream out;
    for (const Asked& each : results.all) {
        CandidateTable{results, each, out}.print();
    }
    return out.str();
}

std::string judged(const Results& results) {
    std::ostringstream out;
    out << "candidate\tposting\tgrade\tafter\tparts\n";
    for (const Asked& each : results.all) {
        const domain::Candidate candidate = candidate_of(each.asked.document);
        for (const auto& [id, judgment] : each.judged.postings) {
            const domain::Posting& posting = results.corpus.postings().at(id);
            const matching::Match match = results.ours.match(posting, candidate);
            out << each.asked.name << '\t' << posting.source_id << '\t' << judgment.grade << '\t'
                << match.placed_after.size();
            for (const fit::Part& part : match.fit.parts) {
                out << '\t' << part.points << '/' << part.max;
            }
            out << '\n';
        }
    }
    return out.str();
}

std::string unjudged(const Results& results) {
    std::set<std::string> lines;
    for (const Asked& each : results.all) {
        for (const auto& [system, ranking] : each.rankings) {
            for (std::size_t index = 0; index < std::min(top, ranking.size()); ++index) {
                if (!each.judged.postings.contains(ranking[index])) {
                    std::string name = results.corpus.postings().at(ranking[index]).source_id;
                    name[name.find('/')] = '\t';
                    lines.insert(each.asked.name + '\t' + name + '\n');
                }
            }
        }
    }
    std::string text;
    for (const std::string& line : lines) {
        text += line;
    }
    return text;
}

}  // namespace quality
