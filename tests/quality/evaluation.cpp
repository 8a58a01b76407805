#include "tests/quality/evaluation.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace quality {
namespace {

using Rank = std::function<Ranking(const Case&)>;
using TextOf = std::string (*)(const boost::json::object&);

/// Titles alone say what the work is, in fewer words that mislead: a stronger baseline for some.
std::string titles_of(const boost::json::object& document) {
    std::string text;
    for (const boost::json::value& job : document.at("jobs").as_array()) {
        text.append(job.at("title").as_string()) += '\n';
    }
    return text;
}

std::vector<double> values_of(
    const std::vector<const Asked*>& group,
    const std::function<std::optional<double>(const Asked&)>& value_of
) {
    std::vector<double> values;
    for (const Asked* const each : group) {
        if (const auto value = value_of(*each)) {
            values.push_back(*value);
        }
    }
    return values;
}

}  // namespace

const std::vector<std::string>& system_names() {
    static const std::vector<std::string> names{
        our_name,
        "bm25",
        "bm25 titles",
        "bm25 filtered",
        "bm25 titles filtered",
        "ts_rank",
        "ts_rank_cd"};
    return names;
}

std::vector<Asked> ask_all(const Ours& ours, const Corpus& corpus, std::vector<Case> cases) {
    const FullText full_text{corpus};
    const auto by_words = [&corpus](const TextOf words_of, const HardFacts hard_facts) -> Rank {
        return [&corpus, words_of, hard_facts](const Case& asked) {
            const domain::Candidate candidate = candidate_of(asked.document);
            return bm25(corpus, candidate, words_of(asked.document), hard_facts);
        };
    };
    const std::map<std::string, Rank> systems{
        {our_name,
         [&](const Case& asked) { return ranking_of(ours.matches(candidate_of(asked.document))); }},
        {"bm25", by_words(text_of, HardFacts::ignored)},
        {"bm25 titles", by_words(titles_of, HardFacts::ignored)},
        {"bm25 filtered", by_words(text_of, HardFacts::left_out)},
        {"bm25 titles filtered", by_words(titles_of, HardFacts::left_out)},
        {"ts_rank",
         [&](const Case& asked) {
             return full_text.top(text_of(asked.document), FullText::Rank::frequency);
         }},
        {"ts_rank_cd",
         [&](const Case& asked) {
             return full_text.top(text_of(asked.document), FullText::Rank::cover_density);
         }},
    };
    std::vector<Asked> all;
    for (Case& each : cases) {
        Asked asked{.asked = std::move(each), .judged = {}, .rankings = {}, .scores = {}};
        asked.judged = corpus.judged(asked.asked.judgments);
        for (const std::string& name : system_names()) {
            const Ranking& ranking = asked.rankings[name] = systems.at(name)(asked.asked);
            asked.scores[name] = scores(ranking, asked.judged.postings);
        }
        all.push_back(std::move(asked));
    }
    return all;
}

Figures figures(const std::vector<const Asked*>& group, const std::string& system) {
    const auto estimated = [&](const auto& value_of) {
        return estimate(values_of(group, [&](const Asked& asked) {
            return std::optional<double>{value_of(asked.scores.at(system))};
        }));
    };
    Figures result{
        .ndcg = estimated([](const Scores& scores) { return scores.ndcg; }),
        .ndcg_judged = estimated([](const Scores& scores) { return scores.ndcg_judged; }),
        .recall = estimated([](const Scores& scores) { return scores.recall; }),
        .violations = estimated([](const Scores& scores) { return scores.violations; }),
        .unjudged = estimated([](const Scores& scores) { return scores.unjudged; }),
        .violations_sum = 0,
    };
    for (const Asked* const each : group) {
        result.violations_sum += each->scores.at(system).violations;
    }
    return result;
}

Estimate ahead(const std::vector<const Asked*>& group, const std::string& system) {
    return estimate(values_of(group, [&](const Asked& asked) -> std::optional<double> {
        const auto own = asked.scores.at(our_name).ndcg;
        const auto other = asked.scores.at(system).ndcg;
        return own && other ? std::optional{*own - *other} : std::nullopt;
    }));
}

std::string best_of(const std::vector<const Asked*>& group, const std::vector<std::string>& names) {
    return *std::ranges::max_element(names, {}, [&](const std::string& name) {
        return figures(group, name).ndcg.mean;
    });
}

std::vector<Group> groups(const std::vector<Asked>& all) {
    std::vector<const Asked*> members;
    std::map<std::string, std::vector<const Asked*>> narrower;
    for (const Asked& each : all) {
        members.push_back(&each);
        narrower["category " + each.asked.category].push_back(&each);
        narrower["language " + each.asked.language].push_back(&each);
    }
    std::vector<Group> result{{.name = "all", .members = std::move(members)}};
    for (auto& [name, group] : narrower) {
        result.push_back({.name = name, .members = std::move(group)});
    }
    return result;
}

}  // namespace quality
