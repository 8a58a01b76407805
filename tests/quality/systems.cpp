#include "tests/quality/systems.hpp"

#include "indexer/search/generation.hpp"
#include "indexer/search/schema.hpp"
#include "indexer/search/words.hpp"
#include "services/matching/exclusions.hpp"
#include "services/wire/candidate_json.hpp"

#include <pqxx/pqxx>

#include <algorithm>
#include <stdexcept>
#include <xapian.h>

namespace quality {
namespace {

/// The value of a result that cannot be refused here unless a file of this folder is wrong.
template <class Value>
Value accepted(domain::Result<Value> result) {
    if (!result) {
        throw std::runtime_error{result.error().field + ": " + result.error().message};
    }
    return std::move(*result);
}

bool is_ruled_out(const domain::Posting& posting, const domain::Candidate& candidate) {
    const bool refused = posting.refuses_outside_canada &&
                         candidate.citizenship_status == domain::CitizenshipStatus::abroad;
    const bool unlicensed = !domain::covers(candidate.licences, posting.licence_asked);
    return refused || unlicensed || matching::excludes(candidate.exclusions, posting);
}

}  // namespace

domain::Candidate candidate_of(const boost::json::object& document) {
    return accepted(wire::candidate_from(document));
}

Ours::Ours(const Corpus& corpus, const std::filesystem::path& weights)
    : corpus_{corpus}, rule_book_{accepted(rules::built_in())} {
    matching::FactsKeeper keeper{
        corpus.reference_store(),
        corpus.round_store(),
        accepted(
            weights.empty() ? fit::built_in_weights() : fit::parse_weights(read_text(weights))
        )};
    keeper.refresh();
    facts_ = keeper.current();
}

matching::Matches Ours::matches(const domain::Candidate& candidate) const {
    return matching::match(
        rule_book_,
        *facts_,
        corpus_.snapshot(),
        corpus_.stores(),
        candidate,
        {.as_of = as_of(), .order = ranking::Order::fit, .count = ranked_max}
    );
}

matching::Match Ours::match(const domain::Posting& posting, const domain::Candidate& candidate)
    const {
    return matching::match_one(
        rule_book_,
        *facts_,
        corpus_.stores(),
        {.shelved = std::make_shared<const matching::Shelved>(posting), .trust = {}},
        candidate,
        {.as_of = as_of()}
    );
}

Ranking ranking_of(const matching::Matches& matches) {
    Ranking ranking;
    for (const matching::Match& match : matches.best) {
        ranking.push_back(match.posting().id);
    }
    return ranking;
}

Ranking bm25(
    const Corpus& corpus,
    const domain::Candidate& candidate,
    const std::string& text,
    const HardFacts hard_facts
) {
    std::vector<Xapian::Query> words;
    for (const std::string& word : search::words(text)) {
        const std::vector<std::string> terms{
            std::string{search::schema::english}.append(search::english_stem(word)),
            std::string{search::schema::french}.append(search::french_stem(word))};
        words.emplace_back(Xapian::Query::OP_SYNONYM, terms.begin(), terms.end());
    }
    return search::reporting_index_errors([&] {
        const Xapian::Database index{corpus.index_folder()};
        Xapian::Enquire enquire{index};
        enquire.set_query({Xapian::Query::OP_OR, words.begin(), words.end()});
        enquire.set_docid_order(Xapian::Enquire::ASCENDING);
        const Xapian::MSet found = enquire.get_mset(0, index.get_doccount());
        Ranking ranking;
        for (auto hit = found.begin(); hit != found.end() && ranking.size() < ranked_max; ++hit) {
            const auto posting = corpus.postings().find(*hit);
            if (posting != corpus.postings().end() &&
                (hard_facts == HardFacts::ignored || !is_ruled_out(posting->second, candidate))) {
                ranking.push_back(*hit);
            }
        }
        return ranking;
    });
}

struct FullText::Session {
    explicit Session(const std::string& conninfo) : connection{conninfo}, transaction{connection} {}

    pqxx::connection connection;
    pqxx::nontransaction transaction;
};

FullText::FullText(const Corpus& corpus) : session_{std::make_unique<Session>(corpus.conninfo())} {
    session_->transaction.exec("CREATE TEMP TABLE open_posting (id bigint PRIMARY KEY)");
    std::string ids;
    for (const auto& [id, posting] : corpus.postings()) {
        ids += (ids.empty() ? "(" : ",(") + std::to_string(id) + ')';
    }
    session_->transaction.exec("INSERT INTO open_posting VALUES " + ids);
    // As the index has it: what is in one language is stemmed in that, names are in both.
    session_->transaction.exec(R"(
        CREATE TEMP TABLE posting_text AS
        SELECT id,
            setweight(to_tsvector(own.language, title), 'A')
            || setweight(to_tsvector('english', original_title), 'A')
            || setweight(to_tsvector('french', original_title), 'A')
            || setweight(to_tsvector('english', title_en), 'B')
            || setweight(to_tsvector('french', title_fr), 'B')
            || setweight(to_tsvector('english', hiring_organization), 'B')
            || setweight(to_tsvector('french', hiring_organization), 'B')
            || to_tsvector(own.language, concat_ws(
                E'\n', array_to_string(duties, E'\n'), array_to_string(skills, E'\n'), description
            )) AS words
        FROM posting
        JOIN open_posting USING (id)
        JOIN noc_unit_group USING (noc)
        CROSS JOIN LATERAL (
            SELECT CASE text_language WHEN 'fr' THEN 'french'::regconfig
                ELSE 'english'::regconfig END AS language
        ) AS own
    )");
}

FullText::~FullText() = default;

Ranking FullText::top(const std::string& text, const Rank rank) const {
    // Stemmed by both dictionaries, as the texts are.
    static const std::string ordered = R"(
        SELECT id FROM posting_text, (
            SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery AS any_word
            FROM unnest(to_tsvector('english', $1) || to_tsvector('french', $1))
        ) AS query
        WHERE words @@ any_word
        ORDER BY )";
    const std::string statement = ordered + (rank == Rank::frequency ? "ts_rank" : "ts_rank_cd") +
                                  "(words, any_word) DESC, id LIMIT $2";
    Ranking ranking;
    for (const pqxx::row& row :
         session_->transaction.exec_params(statement, text, static_cast<int>(ranked_max))) {
        ranking.push_back(row[0].as<domain::PostingId>());
    }
    return ranking;
}

}  // namespace quality
