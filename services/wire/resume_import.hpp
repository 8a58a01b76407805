#pragma once

#include "matcher/document/named.hpp"
#include "matcher/domain/language.hpp"
#include "matcher/domain/result.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

/// Profiles that people bring from elsewhere.
namespace wire {

enum class ImportNoteKind : std::uint8_t {
    missing,           ///< Needed of a candidate, and not said.
    day_assumed,       ///< Only the month was said: its first day stands there.
    level_read,        ///< A level of education was read out of words.
    no_language_test,  ///< What is said of languages is not the result of a test.
    not_read,          ///< Stands in the résumé in a form that it has not.
    refused,           ///< The candidate document would not be taken with this.
};
inline constexpr auto import_note_names = std::to_array<document::Named<ImportNoteKind>>({
    {"missing", ImportNoteKind::missing},
    {"day_assumed", ImportNoteKind::day_assumed},
    {"level_read", ImportNoteKind::level_read},
    {"no_language_test", ImportNoteKind::no_language_test},
    {"not_read", ImportNoteKind::not_read},
    {"refused", ImportNoteKind::refused},
});

struct ImportNote {
    ImportNoteKind kind = ImportNoteKind::missing;
    std::string path;  ///< In the candidate document: `jobs[0].noc`, `resume.work[1].endDate`.
};

struct ImportedProfile {
    boost::json::object candidate;  ///< With what could be read, even where that is not enough.
    bool complete = false;          ///< The service would take the document as it is.
    std::vector<ImportNote> notes;
};

/// Reads a candidate document, a JSON Resume 1.0.0 or 1.3 that json_resume() has written, of which
/// it makes the very document again, or any other JSON Resume. Refuses a candidate document as
/// candidate_from() does, and what is neither.
domain::Result<ImportedProfile> import_profile(const boost::json::value& document);

/// `{candidate, complete, notes: [{code, path, text}], notice}`
boost::json::object imported_json(
    const ImportedProfile& profile, domain::OfficialLanguage language
);

}  // namespace wire
