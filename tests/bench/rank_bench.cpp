// The best 20 postings of a candidate, side by side in one run and one thread: ours, the same
// ranking as one weighted Xapian query, and as one statement of PostgreSQL.
//
//   rank_bench [--keep FOLDER] [--sql] [POSTINGS] [CANDIDATES]    default 100,000 and 200
//
// Prints median and 99th percentile of each and the ratios, then how ours grows, to four times the
// postings. Xapian and PostgreSQL are asked less than we are: they know no distance, pay, months or
// refusals, and no day on which a posting is open. PostgreSQL (--sql: it needs minutes) answers for
// one candidate in ten, on a throwaway cluster unless JOBSCOUT_TEST_SOCKET names another.

#include "indexer/search/generation.hpp"
#include "indexer/search/generation_writer.hpp"
#include "indexer/search/relevance.hpp"
#include "indexer/search/schema.hpp"
#include "indexer/search/words.hpp"
#include "matcher/express_entry/profile.hpp"
#include "matcher/ranking/top_k.hpp"
#include "matcher/rules/rule_book.hpp"
#include "services/matching/resume.hpp"
#include "sql/store/shipped_unit_groups.hpp"
#include "tests/bench/market.hpp"
#include "tests/bench/sql_ranking.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>
#include <xapian.h>

namespace {

using Clock = std::chrono::steady_clock;
using domain::PostingId;

constexpr unsigned seed = 20261128;
constexpr std::size_t wanted = 20;
constexpr int sql_every = 10;  // Candidates for one that PostgreSQL is asked for.

struct Options {
    std::int64_t postings = 100'000;
    int candidates = 200;
    std::string keep{};
    bool sql = false;
};

/// Milliseconds of each call.
class Times {
public:
    void measure(const std::function<void()>& work) {
        const auto begin = Clock::now();
        work();
        milliseconds_.push_back(
            std::chrono::duration<double, std::milli>(Clock::now() - begin).count()
        );
    }
    double at(const double quantile) const {
        std::vector<double> sorted = milliseconds_;
        std::ranges::sort(sorted);
        return sorted[static_cast<std::size_t>(quantile * static_cast<double>(sorted.size() - 1))];
    }

private:
    std::vector<double> milliseconds_;
};

void print(const std::string& name, const Times& times) {
    std::cout << std::left << std::setw(52) << name << std::right << std::fixed
              << std::setprecision(3) << std::setw(10) << times.at(0.5) << std::setw(10)
              << times.at(0.99) << std::endl;
}

void print_ratio(const std::string& name, const Times& ours, const Times& theirs) {
    std::cout << std::left << std::setw(52) << name << std::right << std::setprecision(1)
              << std::setw(9) << theirs.at(0.5) / ours.at(0.5) << 'x' << std::setw(9)
              << theirs.at(0.99) / ours.at(0.99) << 'x' << std::endl;
}

std::string language_term(const domain::WorkingLanguage language) {
    return "XWL" + std::to_string(static_cast<int>(language));
}

/// What the weighted query looks for beside what our documents have.
void add_structure(Xapian::Document& document, const domain::Posting& posting) {
    const domain::NocCode noc = *posting.noc;
    document.add_boolean_term("XM4" + std::to_string(noc.minor_group()));
    document.add_boolean_term("XM3" + std::to_string(noc.sub_major_group()));
    document.add_boolean_term("XM2" + std::to_string(noc.major_group()));
    document.add_boolean_term("XM1" + std::to_string(noc.broad_category()));
    document.add_boolean_term(language_term(posting.working_language));
}

void build_index(
    const std::string& folder, const market::Market& market, const std::int64_t count
) {
    const search::Shards shards = search::create_generation(folder, 1);
    search::Generation generation{shards, store::shipped_unit_groups()};
    constexpr std::int64_t commit = 100'000;
    for (PostingId id = 1; id <= count; ++id) {
        const domain::Posting posting = market.posting(id);
        if (id % commit == 1) {
            generation.begin();
        }
        search::Change change =
            generation.prepare({.posting = posting, .verified = true, .revision = id});
        add_structure(change.content->document, posting);
        generation.write(change);
        if (id % commit == 0 || id == count) {
            generation.commit(id);
            std::cerr << "indexed " << id << '\n';
        }
    }
    search::put_in_force(folder, shards);
}

using Weighted = std::vector<std::pair<std::string, double>>;

/// The parts of fit that terms can say, each term adding what its level is worth above the next.
Weighted structure_of(const domain::Candidate& candidate, const fit::Weights& weights) {
    const fit::Weights::Occupation& points = weights.occupation;
    Weighted result;
    for (const domain::Job& job : candidate.jobs) {
        const domain::NocCode noc = job.noc;
        result.emplace_back(
            std::string{search::schema::noc}.append(noc.to_string()),
            points.max - points.minor_group
        );
        result.emplace_back(
            "XM4" + std::to_string(noc.minor_group()), points.minor_group - points.sub_major_group
        );
        result.emplace_back(
            "XM3" + std::to_string(noc.sub_major_group()),
            points.sub_major_group - points.major_group
        );
        result.emplace_back(
            "XM2" + std::to_string(noc.major_group()), points.major_group - points.broad_category
        );
        result.emplace_back("XM1" + std::to_string(noc.broad_category()), points.broad_category);
    }
    const bool french =
        language_of(candidate.language_tests.front().kind) == domain::OfficialLanguage::french;
    using domain::WorkingLanguage;
    for (const auto language :
         {french ? WorkingLanguage::french : WorkingLanguage::english,
          WorkingLanguage::english_or_french}) {
        result.emplace_back(language_term(language), weights.official_languages.max);
    }
    for (const domain::Province province : candidate.preferences.provinces) {
        result.emplace_back(
            std::string{search::schema::province}.append(domain::code(province)), weights.place.max
        );
    }
    return result;
}

std::size_t ask_xapian(
    const std::string& folder, const Weighted& structure, const std::vector<std::string>& words
) {
    const Xapian::Database database{folder};
    std::vector<Xapian::Query> parts;
    for (const auto& [term, weight] : structure) {
        parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query{term}, weight);
    }
    for (const std::string& word : words) {
        const std::vector<std::string> stems{
            std::string{search::schema::english}.append(search::english_stem(word)),
            std::string{search::schema::french}.append(search::french_stem(word))};
        parts.emplace_back(
            Xapian::Query::OP_SCALE_WEIGHT,
            Xapian::Query{Xapian::Query::OP_SYNONYM, stems.begin(), stems.end()},
            1.0
        );
    }
    Xapian::Enquire enquire{database};
    enquire.set_weighting_scheme(Xapian::CoordWeight{});
    enquire.set_query({Xapian::Query::OP_OR, parts.begin(), parts.end()});
    return enquire.get_mset(0, wanted).size();
}

class Ours {
public:
    Ours(const ranking::Snapshot& snapshot, std::string folder)
        : snapshot_{snapshot},
          index_{search::IndexLocation{std::move(folder)}, search::SearchedIndex::Columns::kept} {
        index_.refresh();
    }

    ranking::Ranking rank(const domain::Candidate& candidate) const {
        return ranking::top_k(
            snapshot_,
            {candidate, market::today, model_},
            candidate.exclusions,
            ranking::LiftByNoc{
                rules_.basis(), express_entry::crs_profile(candidate, market::today).input},
            {.as_of = market::today, .count = wanted}
        );
    }

    /// With words, lifts under each rule set shown, and every part explained.
    std::size_t rank_and_explain(
        const domain::Candidate& candidate, const std::vector<domain::Posting>& postings_by_id
    ) const {
        const fit::CandidateTraits traits{candidate, market::today, model_};
        const auto profile = express_entry::crs_profile(candidate, market::today);
        matching::Resume resume{words_, candidate, market::today, model_};
        const ranking::Ranking ranking = ranking::top_k(
            snapshot_,
            traits,
            candidate.exclusions,
            ranking::LiftByNoc{rules_.basis(), profile.input},
            {.as_of = market::today, .count = wanted},
            resume.text()
        );
        std::size_t parts = 0;
        for (const ranking::Ranked& ranked : ranking.best) {
            const domain::Posting& posting =
                postings_by_id.at(static_cast<std::size_t>(ranked.id) % postings_by_id.size());
            parts += traits.fit(fit::traits(posting), resume.match(ranked.id)).parts.size();
            parts += express_entry::lifts(
                         rules_,
                         nullptr,
                         market::today,
                         profile.input,
                         express_entry::offer_terms(posting)
            )
                         .size();
        }
        texts_compared += ranking.texts_compared;
        rows_scored += ranking.rows_scored;
        return parts;
    }

    mutable std::size_t texts_compared = 0;
    mutable std::size_t rows_scored = 0;

private:
    const ranking::Snapshot& snapshot_;
    search::SearchedIndex index_;
    search::PostingWords words_{index_};
    fit::Model model_{.weights = fit::built_in_weights().value()};
    rules::RuleBook rules_ = rules::built_in().value();
};

std::vector<ranking::Row> rows(const market::Market& market, const std::int64_t count) {
    std::vector<ranking::Row> result;
    result.reserve(static_cast<std::size_t>(count));
    for (PostingId id = 1; id <= count; ++id) {
        result.push_back(ranking::row(market.posting(id)));
    }
    return result;
}

std::vector<std::string> resume_words(const domain::Candidate& candidate) {
    std::vector<std::string> result;
    for (const search::ResumeText& text : matching::resume_of(candidate, market::today)) {
        for (const std::string& word : search::words(text.text)) {
            result.push_back(word);
        }
    }
    std::ranges::sort(result);
    result.erase(std::unique(result.begin(), result.end()), result.end());
    constexpr std::size_t words_max = 40;
    result.resize(std::min(result.size(), words_max));
    return result;
}

void compare(const Options& options, const market::Market& market, const std::string& folder) {
    const ranking::Snapshot snapshot{rows(market, options.postings), 1};
    std::vector<domain::Posting> some_postings;
    for (PostingId id = 1; id <= 1'000; ++id) {
        some_postings.push_back(market.posting(id));
    }
    const Ours ours{snapshot, folder};
    const fit::Weights weights = fit::built_in_weights().value();
    std::optional<SqlRanking> sql;
    if (options.sql) {
        sql.emplace(market, options.postings);
        std::cerr << "in PostgreSQL\n";
    }
    Times reading;
    Times structured;
    Times weighted;
    Times with_words;
    Times weighted_with_words;
    Times sql_structured;
    Times sql_with_words;
    std::uint64_t sink = 0;
    for (int number = -10; number < options.candidates; ++number) {
        const domain::Candidate candidate = market.candidate(number + 1'000);
        const Weighted structure = structure_of(candidate, weights);
        const std::vector<std::string> words = resume_words(candidate);
        Times warming;
        const auto in = [&](Times& times) -> Times& { return number < 0 ? warming : times; };
        in(structured).measure([&] { sink += ours.rank(candidate).best.size(); });
        in(weighted).measure([&] { sink += ask_xapian(folder, structure, {}); });
        in(with_words).measure([&] { sink += ours.rank_and_explain(candidate, some_postings); });
        in(weighted_with_words).measure([&] { sink += ask_xapian(folder, structure, words); });
        if (sql && number % sql_every == 0) {
            in(sql_structured).measure([&] { sink += sql->best(candidate, weights, {}, wanted); });
            in(sql_with_words).measure([&] {
                sink += sql->best(candidate, weights, words, wanted);
            });
        }
        in(reading).measure([&] {
            for (const ranking::Row& row : snapshot.rows()) {
                sink += static_cast<std::uint64_t>(row.id) + row.employer + row.flags;
            }
        });
    }
    std::cout << options.postings << " postings, " << options.candidates
              << " candidates, best 20, milliseconds        p50       p99\n";
    print("reading every row once", reading);
    print("ours, structured", structured);
    print("one weighted Xapian query, structured", weighted);
    print("ours, with words, lift and explanation", with_words);
    print("one weighted Xapian query with the words", weighted_with_words);
    if (sql) {
        print("PostgreSQL, structured", sql_structured);
        print("PostgreSQL, with words", sql_with_words);
        print_ratio("structured: PostgreSQL / ours", structured, sql_structured);
        print_ratio("with words: PostgreSQL / ours", with_words, sql_with_words);
    }
    print_ratio("structured: Xapian / ours", structured, weighted);
    print_ratio("structured: reading every row / ours", structured, reading);
    print_ratio("with words: Xapian / ours", with_words, weighted_with_words);
    const auto asked = static_cast<std::size_t>(options.candidates + 10);
    std::cout << "rows looked at " << ours.rows_scored / asked << ", words looked up for "
              << ours.texts_compared / asked << " postings a candidate (" << sink % 10 << ")\n";
}

void grow(const market::Market& market, const std::int64_t count) {
    const ranking::Snapshot snapshot{rows(market, count), 1};
    const Ours ours{snapshot, ""};
    Times structured;
    for (int number = 0; number < 100; ++number) {
        const domain::Candidate candidate = market.candidate(number + 5'000);
        structured.measure([&] { ours.rank(candidate); });
    }
    print("ours, structured, " + std::to_string(count) + " postings", structured);
}

}  // namespace

int main(const int argument_count, char** arguments) {
    Options options;
    std::vector<std::string> plain;
    for (int at = 1; at < argument_count; ++at) {
        const std::string argument = arguments[at];
        if (argument == "--keep" && at + 1 < argument_count) {
            options.keep = arguments[++at];
        } else if (argument == "--sql") {
            options.sql = true;
        } else {
            plain.push_back(argument);
        }
    }
    if (!plain.empty()) {
        options.postings = std::stoll(plain[0]);
    }
    if (plain.size() > 1) {
        options.candidates = std::stoi(plain[1]);
    }
    const market::Market market{seed};
    const support::TemporaryFolder temporary;
    const std::string folder =
        options.keep.empty() ? (temporary.path() / "index").string() : options.keep;
    if (!search::has_index(folder)) {
        build_index(folder, market, options.postings);
    }
    compare(options, market, folder);
    for (const std::int64_t count :
         {options.postings / 100, options.postings / 10, options.postings, options.postings * 4}) {
        grow(market, std::max<std::int64_t>(count, 1'000));
    }
    return 0;
}
