#include "indexer/search/query_language.hpp"

#include "indexer/search/query_values.hpp"
#include "indexer/search/words.hpp"
#include "matcher/domain/ascii.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace search {
namespace {

struct FieldName {
    std::string_view name;  ///< Folded.
    Field field;
};

/// The first name of each field is the one that messages use.
constexpr std::array<FieldName, 26> field_names{
    {{"title", Field::title},
     {"titre", Field::title},
     {"employer", Field::employer},
     {"employeur", Field::employer},
     {"noc", Field::noc},
     {"cnp", Field::noc},
     {"teer", Field::teer},
     {"feer", Field::teer},
     {"province", Field::province},
     {"prov", Field::province},
     {"near", Field::near},
     {"pres", Field::near},
     {"pay", Field::pay},
     {"salaire", Field::pay},
     {"paie", Field::pay},
     {"remote", Field::remote},
     {"teletravail", Field::remote},
     {"lang", Field::lang},
     {"langue", Field::lang},
     {"language", Field::lang},
     {"lift", Field::lift},
     {"apport", Field::lift},
     {"posted", Field::posted},
     {"affichee", Field::posted},
     {"publiee", Field::posted},
     {"text", Field::text}}};

std::optional<Field> field_named(const std::string_view name) {
    const std::string plain = folded(name);
    for (const FieldName& each : field_names) {
        if (each.name == plain && each.field != Field::text) {
            return each.field;
        }
    }
    return std::nullopt;
}

std::string closest_field(const std::string_view name) {
    std::vector<std::string> names;
    for (const FieldName& each : field_names) {
        if (each.field != Field::text) {
            names.emplace_back(each.name);
        }
    }
    return closest(folded(name), names);
}

using domain::ascii::is_space;

bool is_name_byte(const char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' ||
           static_cast<unsigned char>(byte) >= 0x80;
}

struct Quotes {
    std::string_view opening;
    std::string_view closing;
};
constexpr std::array<Quotes, 3> all_quotes{{{"\"", "\""}, {"“", "”"}, {"«", "»"}}};

/// A word or what stands between quotes.
struct Piece {
    std::string text;
    bool quoted = false;
    std::size_t begin = 0;  ///< The byte where the text begins, after its quote.
};

class Parser {
public:
    explicit Parser(const std::string_view text) : text_{text} {}

    QueryResult<Clauses> query() {
        Clauses clauses;
        for (skip_space(); at_ < text_.size(); skip_space()) {
            if (clauses.size() == clauses_max) {
                return fault(QueryFaultCode::too_many_clauses, at_, word_at(at_));
            }
            auto one = clause();
            if (!one) {
                return one.error();
            }
            clauses.push_back(*std::move(one));
        }
        return clauses;
    }

private:
    QueryResult<Clause> clause();
    QueryResult<Clause> text_clause();
    QueryResult<Clause> field_clause(Field field);
    QueryResult<std::vector<Piece>> pieces(Field field);
    QueryResult<Piece> quoted(const Quotes& quotes);
    QueryResult<std::vector<Value>> places(const std::vector<Piece>& read) const;
    std::optional<Value> value(Field field, const Piece& piece) const;

    void skip_space() {
        while (at_ < text_.size() && is_space(text_[at_])) {
            ++at_;
        }
    }
    const Quotes* quotes_here() const {
        for (const Quotes& quotes : all_quotes) {
            if (text_.substr(at_).starts_with(quotes.opening)) {
                return &quotes;
            }
        }
        return nullptr;
    }
    /// The bytes of a name that a colon follows; 0 where there is none.
    std::size_t name_length() const {
        std::size_t end = at_;
        while (end < text_.size() && is_name_byte(text_[end])) {
            ++end;
        }
        return end < text_.size() && text_[end] == ':' ? end - at_ : 0;
    }
    std::string word_at(const std::size_t byte) const {
        std::size_t end = byte;
        while (end < text_.size() && !is_space(text_[end])) {
            ++end;
        }
        return std::string{text_.substr(byte, end - byte)};
    }
    QueryFault fault(
        const QueryFaultCode code,
        const std::size_t byte,
        std::string read,
        const Field field = Field::text,
        std::string suggestion = {}
    ) const {
        return {
            .code = code,
            .position = character_position(text_, byte),
            .read = std::move(read),
            .field = field,
            .suggestion = std::move(suggestion)};
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

QueryResult<Clause> Parser::clause() {
    const bool excluded = text_[at_] == '-' && at_ + 1 < text_.size() &&
                          !is_space(text_[at_ + 1]) && text_[at_ + 1] != '-';
    at_ += excluded ? 1 : 0;
    const std::size_t length = quotes_here() == nullptr ? name_length() : 0;
    const std::string_view name = text_.substr(at_, length);
    const auto field = field_named(name);
    const std::size_t after = at_ + length + 1;
    // `note: welder` are two words; `note:welder` was meant to be more.
    const bool has_value = after < text_.size() && !is_space(text_[after]);
    if (length > 0 && !field && has_value) {
        return fault(
            QueryFaultCode::unknown_field, at_, std::string{name}, Field::text, closest_field(name)
        );
    }
    if (field) {
        at_ = after;
    }
    auto result = field ? field_clause(*field) : text_clause();
    if (result) {
        result->excluded = excluded;
    }
    return result;
}

QueryResult<Clause> Parser::text_clause() {
    if (const Quotes* quotes = quotes_here()) {
        auto phrase = quoted(*quotes);
        if (!phrase) {
            return phrase.error();
        }
        return Clause{
            .any_of = {
                Text{.text = std::move(phrase->text), .phrase = true, .begin = phrase->begin}}};
    }
    Text word{.text = word_at(at_), .begin = at_};
    at_ += word.text.size();
    return Clause{.any_of = {std::move(word)}};
}

QueryResult<Clause> Parser::field_clause(const Field field) {
    const auto read = pieces(field);
    if (!read) {
        return read.error();
    }
    Clause clause{.field = field};
    if (field == Field::near) {
        auto found = places(*read);
        if (!found) {
            return found.error();
        }
        clause.any_of = *std::move(found);
        return clause;
    }
    for (const Piece& piece : *read) {
        auto one = value(field, piece);
        if (!one) {
            return fault(QueryFaultCode::value_not_understood, piece.begin, piece.text, field);
        }
        clause.any_of.push_back(*std::move(one));
    }
    return clause;
}

QueryResult<std::vector<Piece>> Parser::pieces(const Field field) {
    std::vector<Piece> all;
    for (;;) {
        if (all.size() == values_max) {
            return fault(QueryFaultCode::too_many_values, at_, word_at(at_), field);
        }
        if (const Quotes* quotes = quotes_here()) {
            auto phrase = quoted(*quotes);
            if (!phrase) {
                return phrase.error();
            }
            all.push_back(*std::move(phrase));
        } else {
            std::size_t end = at_;
            while (end < text_.size() && !is_space(text_[end]) && text_[end] != ',') {
                ++end;
            }
            all.push_back({.text = std::string{text_.substr(at_, end - at_)}, .begin = at_});
            at_ = end;
        }
        if (all.back().text.find_first_not_of(" \t\r\n") == std::string::npos) {
            return fault(QueryFaultCode::value_missing, all.back().begin, word_at(at_), field);
        }
        if (at_ == text_.size() || text_[at_] != ',') {
            return all;
        }
        ++at_;
    }
}

QueryResult<Piece> Parser::quoted(const Quotes& quotes) {
    const std::size_t opening = at_;
    const std::size_t begin = at_ + quotes.opening.size();
    const std::size_t end = text_.find(quotes.closing, begin);
    if (end == std::string_view::npos) {
        return fault(QueryFaultCode::quote_not_closed, opening, word_at(opening));
    }
    at_ = end + quotes.closing.size();
    return Piece{
        .text = std::string{text_.substr(begin, end - begin)}, .quoted = true, .begin = begin};
}

/// `Halifax,50km,Windsor,ON`: a distance and a province belong to the place before them.
QueryResult<std::vector<Value>> Parser::places(const std::vector<Piece>& read) const {
    std::vector<Value> found;
    for (const Piece& piece : read) {
        Near* last = found.empty() ? nullptr : &std::get<Near>(found.back());
        const auto kilometres = piece.quoted ? std::nullopt : parse_kilometres(piece.text);
        const bool is_figure =
            !piece.quoted && piece.text.front() >= '0' && piece.text.front() <= '9';
        // A province by its code alone: `Quebec` is a city, too.
        const bool is_code = !piece.quoted && piece.text.size() == 2;
        const auto province = is_code ? parse_province(piece.text) : std::nullopt;
        if (is_figure && (last == nullptr || !kilometres)) {
            return fault(
                QueryFaultCode::value_not_understood, piece.begin, piece.text, Field::near
            );
        }
        if (kilometres) {
            last->kilometres = *kilometres;
        } else if (province && last != nullptr && !last->province) {
            last->province = province;
        } else {
            found.emplace_back(Near{.place = piece.text, .province = {}, .begin = piece.begin});
        }
    }
    return found;
}

std::optional<Value> Parser::value(const Field field, const Piece& piece) const {
    const std::string_view text = piece.text;
    switch (field) {
        case Field::text:
        case Field::title:
        case Field::employer:
            return Text{.text = piece.text, .phrase = piece.quoted, .begin = piece.begin};
        case Field::noc:
            return parse_noc_group(text);
        case Field::teer:
            return parse_teer_range(text);
        case Field::province:
            return parse_province(text);
        case Field::pay:
            return parse_pay_range(text);
        case Field::remote:
            return parse_remote(text);
        case Field::lang:
            return parse_work_in(text);
        case Field::lift:
            return parse_lift_range(text);
        case Field::posted:
            return parse_posted_range(text);
        case Field::near:
            break;
    }
    assert(false);
    return std::nullopt;
}

}  // namespace

QueryResult<Clauses> parse_query(const std::string_view text) { return Parser{text}.query(); }

std::string_view name_of(const Field field) {
    for (const FieldName& each : field_names) {
        if (each.field == field) {
            return each.name;
        }
    }
    assert(false);
    return {};
}

}  // namespace search
