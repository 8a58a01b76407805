#pragma once

#include "indexer/zip/zip_writer.hpp"
#include "services/packages/ats.hpp"
#include "services/packages/claims.hpp"
#include "services/packages/document_tools.hpp"
#include "services/packages/letter.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace packages {

/// What a package is made of.
struct Order {
    Facts facts;
    domain::OfficialLanguage sent = domain::OfficialLanguage::english;  ///< Of résumé and letter.
    domain::OfficialLanguage kept = domain::OfficialLanguage::english;  ///< Of all else.
    OwnWords own_words;
    boost::json::object lift;            ///< wire::lift_answer_json()
    boost::json::object evidence;        ///< wire::evidence_json()
    std::vector<std::string> rule_sets;  ///< Ids of those that the lift is shown under.
    std::int64_t revision = 0;           ///< Of the postings.
};

struct Package {
    std::vector<zip::Entry> files;  ///< In the order in which they stand in the archive.
    std::vector<AtsFinding> findings;
    int resume_pages = 0;
    int letter_pages = 0;
};

/// Résumé and letter as they are sent, checked; nothing is printed yet. Refuses a claim that no
/// fact supports, with the sentence.
struct Sent {
    Resume resume;
    Document resume_document;
    Document letter;
};
domain::Result<Sent> write_sent(const Order& order, const Length& length);

/// Makes everything. The same order gives the same bytes with the same programs. Refuses what
/// write_sent() refuses; throws as the document tools do.
domain::Result<Package> build(const Order& order, const DocumentTools& tools);

}  // namespace packages
