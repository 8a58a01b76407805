#pragma once

#include "matcher/domain/language.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// Application packages: what a candidate sends for one posting, and what they should know of it.
/// Nothing here says anything of a person but what their own document says.
namespace packages {

/// How a fact is written in a sentence.
enum class Form : std::uint8_t {
    as_written,
    clause,       ///< As written, without a stop at its end.
    in_sentence,  ///< A title within a sentence: `Welder` is `welder`, `CNC operator` stays.
    month,        ///< `March 2021`, `mars 2021`; the year alone where no month is said.
    short_month,  ///< `Mar 2021`, `mars 2021`.
    year,
    day,           ///< `November 16, 2026`, `16 novembre 2026`.
    phone,         ///< A North American number as Canada writes it: `902-555-0123`.
    web_address,   ///< Without what every address has: `linkedin.com/in/asha`.
    host,          ///< Of a web address.
    reference,     ///< The last part of `Job Bank/1671068`.
    country,       ///< The name of an ISO 3166-1 alpha-2 code.
    education,     ///< The name of a level of education.
    level,         ///< The lowest level that a language test shows, a number.
    years_worked,  ///< Whole years that jobs cover by the day of the package, a number.
};

/// A place in a sentence, and the facts that fill it.
struct Claim {
    std::string name;  ///< Of the place in the template.
    Form form = Form::as_written;
    /// Ids: `candidate:` or `posting:` and a JSON Pointer into that document, or `day:`. Several
    /// are told one after the other, but for years, which they make together.
    std::vector<std::string> facts;
    bool operator==(const Claim&) const = default;
};

/// One sentence, or a piece of text as short as a heading.
struct Sentence {
    std::string code;  ///< Its template in services/wire/messages.
    std::vector<Claim> claims;
    std::string text;
    bool own_words = false;  ///< Written by whoever sends it, who answers for it; no code then.
    bool operator==(const Sentence&) const = default;
};

enum class Style : std::uint8_t {
    name,      ///< Whose document it is, or what it is called.
    headline,  ///< The line under it.
    contact,
    heading,
    entry,         ///< What a job, a credential or a project is called.
    organization,  ///< Where that was.
    period,        ///< When that was.
    paragraph,
    bullet,
    point,    ///< A bullet of two parts: what is asked, what answers it.
    address,  ///< Lines of sender and addressee.
    date,
    subject,
    row,   ///< Of a table: what, and what of it.
    note,  ///< Small print.
};

/// Sentences that stand together.
struct Block {
    Style style = Style::paragraph;
    std::vector<Sentence> sentences;
    std::string joint = " ";  ///< Between them.
    bool operator==(const Block&) const = default;
};

/// Something that is printed, from top to bottom.
struct Document {
    std::string title;  ///< Of the file, as programs show it.
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
    std::vector<Block> blocks;
};

/// The sentences of a block with what stands between them.
std::string text_of(const Block& block);

/// As plain text, with lines of no set length: every program wraps them as it likes.
std::string plain_text(const Document& document);

}  // namespace packages
