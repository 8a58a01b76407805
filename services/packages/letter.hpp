#pragma once

#include "matcher/domain/result.hpp"
#include "services/packages/document.hpp"
#include "services/packages/facts.hpp"

#include <boost/json/value.hpp>

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace packages {

/// The parts of a letter that its sender can say in their own words. Of `employer`, why this
/// employer, no template speaks: no document says it.
inline constexpr std::array<std::string_view, 6> letter_parts{
    "opening", "matches", "employer", "skills", "availability", "closing"};

/// Characters of one part in the sender's own words, and words of a whole letter, which is a page.
inline constexpr std::size_t own_part_max = 1'200;
inline constexpr std::size_t letter_words_max = 400;

/// Part by part; an empty text leaves the part out.
using OwnWords = std::map<std::string, std::string, std::less<>>;

/// `{"opening": "...", "employer": "..."}`. Refuses other parts and texts that are too long.
domain::Result<OwnWords> own_words_from(const boost::json::value& document);

/// A cover letter: which position, two or three of its duties each with what the candidate has done
/// that answers it, the skills asked for, from when on, and thanks. Refuses a document that names
/// nobody, and a letter of more words than fit on a page.
domain::Result<Document> letter(
    const Facts& facts, domain::OfficialLanguage language, const OwnWords& own
);

}  // namespace packages
