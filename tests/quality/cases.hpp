#pragma once

#include <boost/json/object.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// The matcher's quality: candidates, what people graded for them, systems that rank, and how far
/// the rankings agree with the grades. tests/quality/README.md says what the figures mean.
namespace quality {

/// What a person said of one posting for one candidate, by tests/quality/RUBRIC.md.
struct Judgment {
    int grade = 0;       ///< 0 to 3.
    std::string reason;  ///< Begins with `HARD` where a hard fact made it 0.
};

/// By the posting's name in the corpus, `CareerBeacon/MB2103026260`: source and source id of the
/// record, and with that the source id of the posting that is made of it.
using Judgments = std::map<std::string, Judgment>;

enum class Set : std::uint8_t { tuned, held_out };

/// A candidate with all judgments on them.
struct Case {
    std::string name;              ///< `02_construction_general_manager`
    std::string category;          ///< Broad category of the NOC, `0` to `9`, of their present job.
    std::string language;          ///< First official language, `en` or `fr`.
    boost::json::object document;  ///< As services/wire reads it.
    Judgments judgments;
};

/// Of one set, in the order of their names, from tests/quality. Throws std::runtime_error that
/// names file and line where a file is missing or malformed.
std::vector<Case> read_cases(Set set);

/// The postings of corpus.tsv, by their names.
std::vector<std::string> read_corpus_names();

/// A whole file; throws std::runtime_error where it cannot be read.
std::string read_text(const std::filesystem::path& path);

/// What a candidate says of their work: titles, duties and skills, one a line. What the systems are
/// asked that know nothing but words.
std::string text_of(const boost::json::object& document);

}  // namespace quality
