#pragma once

#include "matcher/domain/result.hpp"
#include "services/packages/document.hpp"
#include "services/packages/facts.hpp"

#include <boost/json/object.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace packages {

/// A job, a credential, a project: what stands in a résumé under a heading.
struct Entry {
    Sentence title;
    std::vector<Sentence> organization;  ///< And where it is.
    std::optional<Sentence> period;
    std::vector<Sentence> bullets;
};

enum class SectionKind : std::uint8_t {
    summary,
    skills,
    experience,
    earlier,  ///< Jobs of long ago, in a line each.
    education,
    certificates,
    languages,
    projects,
    volunteering,
};

struct Section {
    SectionKind kind = SectionKind::summary;
    std::vector<Sentence> sentences;
    std::vector<Entry> entries;
};

/// A résumé as Canadian employers expect it: reverse chronological, and without photo, age, sex,
/// family, religion, origin, numbers of any government, street address, or references. None of
/// these is ever read.
struct Resume {
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
    Sentence name;
    std::vector<Sentence> headline;
    std::vector<Sentence> contact;
    std::vector<Section> sections;
};

/// How much is told.
struct Length {
    std::size_t jobs = 0;             ///< Told in full; further ones take a line.
    std::size_t first_bullets = 0;    ///< Of the latest job,
    std::size_t second_bullets = 0;   ///< of the next,
    std::size_t further_bullets = 0;  ///< and of each after it.
    std::size_t earlier = 0;
    std::size_t skills = 0;
    std::size_t extras = 0;  ///< Projects, and volunteering, that the posting has words of.
};

/// From the fullest to the shortest: the first that fits on two pages is taken.
inline constexpr std::size_t lengths = 4;
Length length(std::size_t step);

/// Tailored to the posting: what of the candidate's facts is told and in which order follows from
/// the words that they share with it. Refuses a document that names nobody.
domain::Result<Resume> tailored_resume(
    const Facts& facts, domain::OfficialLanguage language, const Length& length
);

Document document_of(const Resume& resume, const Facts& facts);

/// The same as a JSON Resume 1.0.0, with dates and names as the candidate's document has them.
boost::json::object resume_json(const Resume& resume, const Facts& facts);

}  // namespace packages
