#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/money.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/domain/place.hpp"

#include <boost/system/result.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The language of a search, as a person types it: text to value, and nothing else.
///
///     query   = clause*                             all of them have to hold
///     clause  = ["-"] ( word | phrase | field ":" value ("," value)* )
///     phrase  = '"' any text '"'                    also “ ” and « »
///     value   = phrase | text without space and comma
///
/// `-` excludes. Values of one field are alternatives. Fields are named in English or in French,
/// in any case, with or without accents; values too.
namespace search {

enum class Field : std::uint8_t {
    text,
    title,     ///< `title:welder`, `title:"software engineer"`, `titre:`
    employer,  ///< `employer:"granite cove"`, `employeur:`
    noc,       ///< `noc:21231`; fewer digits are the groups above, `noc:21`, `cnp:`
    teer,      ///< `teer:0,1`, `teer:<=3`, `feer:`
    province,  ///< `province:NS,NB`, `province:"nouvelle-écosse"`
    near,      ///< `near:Halifax,50km`, `near:Windsor,ON`, `near:"St. John's",NL,30km`, `près:`
    pay,       ///< `pay:>=40/h`, `pay:80k/y`, `pay:30..40/h`, `salaire:`
    remote,    ///< `remote:yes`, `télétravail:oui`
    lang,      ///< `lang:fr`, `langue:bilingue`
    lift,      ///< `lift:>=50`, points; `apport:`
    posted,    ///< `posted:7d`, `posted:>=2026-11-01`, `affichée:7j`
};

/// Words to be found; as a phrase they stand next to each other in this order.
struct Text {
    std::string text;  ///< As typed, without its quotes.
    bool phrase = false;
    std::size_t begin = 0;  ///< The byte of the query where `text` begins.
    bool operator==(const Text&) const = default;
};

/// Every occupation whose code begins with these digits, one to five.
struct NocGroup {
    std::string digits;
    bool operator==(const NocGroup&) const = default;
};

/// Both ends are in it.
struct TeerRange {
    int min = 0;
    int max = 5;
    bool operator==(const TeerRange&) const = default;
};

inline constexpr int near_kilometres_by_default = 50;
inline constexpr int near_kilometres_max = 500;

struct Near {
    std::string place;
    std::optional<domain::Province> province{};  ///< Needed where several places have the name.
    int kilometres = near_kilometres_by_default;
    std::size_t begin = 0;  ///< The byte of the query where the place begins.
    bool operator==(const Near&) const = default;
};

/// In cents by the hour or by the year; both ends are in it.
struct PayRange {
    std::optional<domain::Cents> min{};
    std::optional<domain::Cents> max{};
    domain::PayPeriod period = domain::PayPeriod::hour;
    bool operator==(const PayRange&) const = default;
};

struct Remote {
    bool remote = true;
    bool operator==(const Remote&) const = default;
};

enum class WorkIn : std::uint8_t { english, french, bilingual };

/// Points; both ends are in it.
struct LiftRange {
    int min = 0;
    int max = lift_max;
    bool operator==(const LiftRange&) const = default;
    static constexpr int lift_max = 1'200;
};

/// Either days, or how long ago, in days: 0 is the day asked for. Both ends are in it.
struct PostedRange {
    std::optional<domain::Date> from{};
    std::optional<domain::Date> to{};
    std::optional<int> days_min{};
    std::optional<int> days_max{};
    bool operator==(const PostedRange&) const = default;
};

using Value = std::variant<
    Text,
    NocGroup,
    TeerRange,
    domain::Province,
    Near,
    PayRange,
    Remote,
    WorkIn,
    LiftRange,
    PostedRange>;

struct Clause {
    Field field = Field::text;
    bool excluded = false;
    std::vector<Value> any_of{};  ///< At least one, each as its field has them.
    bool operator==(const Clause&) const = default;
};

using Clauses = std::vector<Clause>;

/// Clauses and values, each, of one query.
inline constexpr std::size_t clauses_max = 64;
inline constexpr std::size_t values_max = 32;

enum class QueryFaultCode : std::uint8_t {
    quote_not_closed,
    unknown_field,
    value_missing,
    value_not_understood,
    place_not_known,  ///< In no gazetteer.
    place_ambiguous,  ///< Several places have this name: the province has to be said.
    too_many_clauses,
    too_many_values,
};

/// What is wrong with a query, and where.
struct QueryFault {
    QueryFaultCode code = QueryFaultCode::value_not_understood;
    std::size_t position = 1;   ///< In characters, from 1.
    std::string read{};         ///< What stands there; may be empty at the end.
    Field field = Field::text;  ///< Whose value; text where there is none.
    std::string suggestion{};   ///< What may have been meant; may be empty.
    bool operator==(const QueryFault&) const = default;
};

[[noreturn]] void throw_exception_from_error(const QueryFault&, const boost::source_location&);

template <class T>
using QueryResult = boost::system::result<T, QueryFault>;

/// Reads a query. Whatever the bytes, it answers.
QueryResult<Clauses> parse_query(std::string_view text);

/// The characters before a byte of the text, plus one.
std::size_t character_position(std::string_view text, std::size_t byte);

/// `title`, `near`...
std::string_view name_of(Field field);

/// `quote_not_closed`...
std::string_view name_of(QueryFaultCode code);

/// Of these words the one closest to `word`, at most two letters away; else nothing.
std::string closest(std::string_view word, const std::vector<std::string>& words);

}  // namespace search
