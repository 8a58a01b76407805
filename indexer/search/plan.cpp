#include "indexer/search/plan.hpp"

#include "indexer/search/schema.hpp"
#include "indexer/search/words.hpp"
#include "matcher/domain/distance.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace search {
namespace {

using XQuery = Xapian::Query;

/// What a word found as itself weighs above one found by a synonym: more than all words of a query
/// can weigh by their frequency, so that no synonym outweighs it.
constexpr double exact_weight = 10'000;
constexpr double synonym_scale = 0.5;

XQuery any_of(const std::vector<XQuery>& queries) {
    return {XQuery::OP_OR, queries.begin(), queries.end()};
}

XQuery all_of(const std::vector<XQuery>& queries) {
    return {XQuery::OP_AND, queries.begin(), queries.end()};
}

/// Every document. Not XQuery::MatchAll: all threads would count the uses of that one object, and
/// Xapian counts without atomics.
XQuery everything() { return XQuery{std::string{}}; }

XQuery term(const std::string_view prefix, const std::string_view value) {
    return XQuery{std::string{prefix}.append(value)};
}

/// The prefixes of one field in the two languages.
struct Prefixes {
    std::string_view english;
    std::string_view french;
};
constexpr Prefixes text_prefixes{schema::english, schema::french};
constexpr Prefixes title_prefixes{schema::title_english, schema::title_french};

XQuery either_language(const std::string& word, const Prefixes& prefixes) {
    const std::vector<std::string> terms{
        std::string{prefixes.english}.append(english_stem(word)),
        std::string{prefixes.french}.append(french_stem(word))};
    return {XQuery::OP_SYNONYM, terms.begin(), terms.end()};
}

template <class ToTerm>
XQuery phrase(const std::vector<std::string>& words, const ToTerm& to_term) {
    std::vector<std::string> terms;
    std::transform(words.begin(), words.end(), std::back_inserter(terms), to_term);
    return {
        XQuery::OP_PHRASE,
        terms.begin(),
        terms.end(),
        static_cast<Xapian::termcount>(terms.size())};
}

XQuery phrase_in_either(const std::vector<std::string>& words, const Prefixes& prefixes) {
    if (words.size() == 1) {
        return either_language(words.front(), prefixes);
    }
    return any_of(
        {phrase(
             words,
             [&](const std::string& word) {
                 return std::string{prefixes.english}.append(english_stem(word));
             }
         ),
         phrase(
             words,
             [&](const std::string& word) {
                 return std::string{prefixes.french}.append(french_stem(word));
             }
         )}
    );
}

std::vector<std::string> plain(const std::vector<AskedWord>& words) {
    std::vector<std::string> result;
    result.reserve(words.size());
    for (const AskedWord& word : words) {
        result.push_back(word.word);
    }
    return result;
}

XQuery employer_query(const AskedWords& asked) {
    const auto to_term = [](const std::string& word) {
        return std::string{schema::employer}.append(word);
    };
    const std::vector<std::string> words = plain(asked.words);
    if (asked.phrase && words.size() > 1) {
        return phrase(words, to_term);
    }
    std::vector<XQuery> all;
    all.reserve(words.size());
    for (const std::string& word : words) {
        all.emplace_back(to_term(word));
    }
    return all_of(all);
}

XQuery exact_query(const AskedWords& asked) {
    if (asked.field == Field::employer) {
        return employer_query(asked);
    }
    const Prefixes& prefixes = asked.field == Field::title ? title_prefixes : text_prefixes;
    const std::vector<std::string> words = plain(asked.words);
    if (asked.phrase) {
        return phrase_in_either(words, prefixes);
    }
    std::vector<XQuery> all;
    all.reserve(words.size());
    for (const std::string& word : words) {
        all.push_back(either_language(word, prefixes));
    }
    return all_of(all);
}

XQuery words_query(const AskedWords& asked) {
    XQuery exact = exact_query(asked);
    if (asked.others.empty()) {
        return exact;
    }
    std::vector<XQuery> others;
    for (const OtherName& other : asked.others) {
        others.push_back(phrase_in_either(other.words, text_prefixes));
    }
    const XQuery raised = XQuery{(new Xapian::FixedWeightPostingSource{exact_weight})->release()};
    return any_of(
        {all_of({exact, raised}), XQuery{XQuery::OP_SCALE_WEIGHT, any_of(others), synonym_scale}}
    );
}

XQuery text_query(const AskedText& text) {
    std::vector<XQuery> alternatives;
    for (const AskedWords& words : text.any_of) {
        alternatives.push_back(words_query(words));
    }
    return any_of(alternatives);
}

/// Between two values of a slot, both in it; either may be open.
template <class Number, class ToValue>
XQuery between(
    const Xapian::valueno slot,
    const std::optional<Number>& min,
    const std::optional<Number>& max,
    const ToValue& to_value
) {
    if (min && max) {
        return {XQuery::OP_VALUE_RANGE, slot, to_value(*min), to_value(*max)};
    }
    if (min) {
        return {XQuery::OP_VALUE_GE, slot, to_value(*min)};
    }
    // The range, and not "at most": a document without the value has none that could be compared.
    return {XQuery::OP_VALUE_RANGE, slot, std::string(1, '\0'), to_value(*max)};
}

class Planner {
public:
    Planner(const Query& query, const Clauses& clauses, const Knowledge& knowledge)
        : query_{query}, clauses_{clauses}, knowledge_{knowledge} {}

    QueryResult<Plan> plan() {
        Plan result;
        result.words = query_words(clauses_);
        result.rows = row_filter(query_);
        result.row_terms = row_terms();
        for (const Clause& clause : clauses_) {
            if (std::holds_alternative<Text>(clause.any_of.front())) {
                continue;
            }
            std::vector<XQuery> alternatives;
            for (const Value& value : clause.any_of) {
                auto one = std::visit([this](const auto& each) { return filter(each); }, value);
                if (!one) {
                    return one.error();
                }
                alternatives.push_back(*std::move(one));
            }
            (clause.excluded ? excluded_ : wanted_).push_back(any_of(alternatives));
        }
        for (const AskedText& text : result.words.excluded) {
            excluded_.push_back(text_query(text));
        }
        result.has_clauses = !wanted_.empty() || !excluded_.empty();
        result.clauses = wanted_.empty() ? everything() : all_of(wanted_);
        if (!excluded_.empty()) {
            result.clauses = XQuery{XQuery::OP_AND_NOT, result.clauses, any_of(excluded_)};
        }
        std::vector<XQuery> texts;
        for (const AskedText& text : result.words.wanted) {
            texts.push_back(text_query(text));
        }
        result.text = all_of(texts);
        return result;
    }

private:
    XQuery row_terms() const;

    QueryResult<XQuery> filter(const Text&) const { return XQuery{}; }
    QueryResult<XQuery> filter(const NocGroup& group) const {
        constexpr std::size_t unit_group_digits = 5;
        if (group.digits.size() == unit_group_digits) {
            return term(schema::noc, group.digits);
        }
        return XQuery{XQuery::OP_WILDCARD, std::string{schema::noc}.append(group.digits)};
    }
    QueryResult<XQuery> filter(const TeerRange& range) const {
        std::vector<XQuery> teers;
        for (int teer = range.min; teer <= range.max; ++teer) {
            teers.push_back(term(schema::teer, std::to_string(teer)));
        }
        return any_of(teers);
    }
    QueryResult<XQuery> filter(const domain::Province province) const {
        return term(schema::province, domain::code(province));
    }
    QueryResult<XQuery> filter(const Near& near) const;
    QueryResult<XQuery> filter(const PayRange& range) const {
        const auto slot =
            range.period == domain::PayPeriod::hour ? schema::hourly_pay : schema::yearly_pay;
        return between(slot, range.min, range.max, [](const domain::Cents cents) {
            return Xapian::sortable_serialise(static_cast<double>(cents));
        });
    }
    QueryResult<XQuery> filter(const Remote& remote) const {
        const XQuery from_home{std::string{schema::remote}};
        return remote.remote ? from_home : XQuery{XQuery::OP_AND_NOT, everything(), from_home};
    }
    QueryResult<XQuery> filter(const WorkIn language) const {
        switch (language) {
            case WorkIn::english:
                return term(schema::language, "en");
            case WorkIn::french:
                return term(schema::language, "fr");
            case WorkIn::bilingual:
                break;
        }
        return term(schema::language, "bilingual");
    }
    QueryResult<XQuery> filter(const LiftRange& range) const;
    QueryResult<XQuery> filter(const PostedRange& range) const;
    std::string closest_place(const std::string& name) const;

    const Query& query_;
    const Clauses& clauses_;
    const Knowledge& knowledge_;
    std::vector<XQuery> wanted_;
    std::vector<XQuery> excluded_;
};

XQuery Planner::row_terms() const {
    const std::uint64_t newest = schema::newest_key(query_.as_of, 0);
    const int as_of = domain::days_since_epoch(query_.as_of);
    std::vector<XQuery> wanted{
        {XQuery::OP_VALUE_LE, schema::newest, schema::to_value(newest)},
        {XQuery::OP_VALUE_GE, schema::last_live, Xapian::sortable_serialise(as_of)}};
    const auto add = [&](const std::string_view prefix, const auto& values, const auto& to_text) {
        std::vector<XQuery> alternatives;
        alternatives.reserve(values.size());
        for (const auto& value : values) {
            alternatives.push_back(term(prefix, to_text(value)));
        }
        if (!alternatives.empty()) {
            wanted.push_back(any_of(alternatives));
        }
    };
    add(schema::province, query_.provinces, [](const auto value) { return code(value); });
    add(schema::noc, query_.nocs, [](const auto value) { return value.to_string(); });
    add(schema::teer, query_.teers, [](const auto value) { return std::to_string(value); });
    if (query_.hourly_pay_min) {
        wanted.push_back(*filter(PayRange{.min = query_.hourly_pay_min, .max = {}}));
    }
    return all_of(wanted);
}

QueryResult<XQuery> Planner::filter(const Near& near) const {
    const domain::GazetteerEntry* centre = nullptr;
    bool ambiguous = false;
    if (knowledge_.gazetteer != nullptr) {
        const normalise::Gazetteer& gazetteer = *knowledge_.gazetteer;
        centre = near.province ? gazetteer.find(near.place, *near.province)
                               : gazetteer.find_anywhere(near.place);
        for (const std::string_view code : domain::province_codes) {
            const auto province = *domain::province_from_code(code);
            ambiguous = ambiguous || (centre == nullptr && !near.province &&
                                      gazetteer.find(near.place, province) != nullptr);
        }
    }
    if (centre == nullptr) {
        return QueryFault{
            .code = ambiguous ? QueryFaultCode::place_ambiguous : QueryFaultCode::place_not_known,
            .position = character_position(query_.text, near.begin),
            .read = near.place,
            .field = Field::near,
            .suggestion = ambiguous ? "" : closest_place(near.place)};
    }
    std::vector<XQuery> places;
    for (const auto& entry : knowledge_.gazetteer->entries()) {
        if (domain::kilometres_between(centre->coordinates, entry.coordinates) <= near.kilometres) {
            places.push_back(term(schema::place, std::to_string(entry.id)));
        }
    }
    return any_of(places);
}

/// Of places whose name is nearly this one the largest.
std::string Planner::closest_place(const std::string& name) const {
    std::vector<std::string> folded_names;
    if (knowledge_.gazetteer == nullptr) {
        return {};
    }
    for (const auto& entry : knowledge_.gazetteer->entries()) {
        folded_names.push_back(folded(entry.name));
    }
    const std::string found = closest(folded(name), folded_names);
    const auto at = std::find(folded_names.begin(), folded_names.end(), found);
    return at == folded_names.end()
               ? ""
               : knowledge_.gazetteer
                     ->entries()[static_cast<std::size_t>(at - folded_names.begin())]
                     .name;
}

QueryResult<XQuery> Planner::filter(const LiftRange& range) const {
    constexpr int teer_max = 5;
    const auto is_in = [&](const int points) { return range.min <= points && points <= range.max; };
    std::vector<XQuery> occupations;
    for (int teer = 0; teer <= teer_max; ++teer) {
        std::vector<XQuery> some;
        bool all = true;
        for (const domain::NocCode noc : knowledge_.nocs) {
            if (noc.teer() != teer) {
                continue;
            }
            const auto points = knowledge_.lift ? knowledge_.lift(noc) : std::nullopt;
            if (points && is_in(*points)) {
                some.push_back(term(schema::noc, noc.to_string()));
            } else {
                all = false;
            }
        }
        // One term says as much as those of all the occupations of a category.
        occupations.push_back(
            all && !some.empty() ? term(schema::teer, std::to_string(teer)) : any_of(some)
        );
    }
    const XQuery without_points{std::string{schema::no_points}};
    const XQuery with_points{XQuery::OP_AND_NOT, any_of(occupations), without_points};
    return is_in(0) ? any_of({with_points, without_points}) : with_points;
}

QueryResult<XQuery> Planner::filter(const PostedRange& range) const {
    using std::chrono::days;
    std::optional<domain::Date> from = range.from;
    std::optional<domain::Date> to = range.to;
    if (range.days_max) {
        from = query_.as_of - days{*range.days_max};
    }
    if (range.days_min) {
        to = query_.as_of - days{*range.days_min};
    }
    constexpr domain::PostingId last_id = std::numeric_limits<std::uint32_t>::max();
    const auto key = [](const std::optional<domain::Date>& day, const domain::PostingId id) {
        return day ? std::optional{schema::newest_key(*day, id)} : std::nullopt;
    };
    return between(schema::newest, key(from, last_id), key(to, 0), schema::to_value);
}

}  // namespace

QueryResult<Plan> plan(const Query& query, const Clauses& clauses, const Knowledge& knowledge) {
    return Planner{query, clauses, knowledge}.plan();
}

std::vector<std::string> terms_of(const std::string& word) {
    return {
        std::string{schema::english}.append(english_stem(word)),
        std::string{schema::french}.append(french_stem(word))};
}

}  // namespace search
