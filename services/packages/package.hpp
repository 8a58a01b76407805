#pragma once

#include "indexer/zip/zip_writer.hpp"
#include "matcher/document/named.hpp"
#include "services/packages/ats.hpp"
#include "services/packages/checklist.hpp"
#include "services/packages/claims.hpp"
#include "services/packages/document_tools.hpp"
#include "services/packages/letter.hpp"

#include <boost/json/object.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace packages {

/// What advisors say that they are. Source: Immigration and Refugee Protection Act, s. 91: who may
/// advise on immigration for a fee.
enum class Standing : std::uint8_t { unstated, employment_adviser, regulated };
inline constexpr std::array standing_names{
    document::Named{"unstated", Standing::unstated},
    document::Named{"employment_adviser", Standing::employment_adviser},
    document::Named{"regulated", Standing::regulated},
};

/// Who asked for a package, where that was not the candidate.
struct Advisor {
    std::string firm;  ///< Its name.
    Standing standing = Standing::unstated;
    std::string licence_number = {};  ///< Of a college or a bar, where they are regulated.
};

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
    std::optional<Advisor> advisor = {};
};

/// Whether the package speaks of scores, programs, rounds and what follows an invitation: not where
/// it comes from an advisor who may not advise on them.
bool speaks_of_immigration(const Order& order);

/// The name of the file that fit_sheet() becomes.
std::string fit_file(const Order& order);

/// checklist(), and of it what concerns the application alone where the package does not speak of
/// immigration.
std::vector<ChecklistItem> checklist_of(const Order& order);

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
