#pragma once

#include "matcher/domain/noc.hpp"
#include "matcher/domain/place.hpp"
#include "matcher/fit/relatedness.hpp"
#include "sql/store/database.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace store {

struct NocUnitGroup {
    domain::NocCode noc;
    std::string title_en;
    std::string title_fr;
};

struct ConcordanceRow {
    std::string noc_2016;
    domain::NocCode noc_2021;
};

/// A name that an occupation goes by.
struct NocTitle {
    std::string title;
    std::string language;  ///< `en` or `fr`.
    domain::NocCode noc;
};

/// Tables of facts: what ships with the program (sql/reference), or what was imported since and
/// superseded it.
class ReferenceStore {
public:
    explicit ReferenceStore(Database& database);
    std::vector<NocUnitGroup> noc_unit_groups();
    std::vector<ConcordanceRow> concordance();
    std::vector<domain::GazetteerEntry> places();

    /// The official index of titles, by language and NOC; empty where none was imported.
    std::vector<NocTitle> noc_titles();

    /// Another text whenever noc_unit_groups() or noc_titles() would answer otherwise.
    std::string noc_titles_version();

    /// Another text whenever skill_profiles(), places() or RoundStore::list() would answer
    /// otherwise.
    std::string fit_facts_version();

    /// What each occupation asks of people, by OaSIS: its skills, knowledge, abilities and work
    /// activities. Occupations that lack a rating which others have are left out; empty where no
    /// ratings were imported.
    std::vector<fit::SkillProfile> skill_profiles();

private:
    Database& database_;
};

}  // namespace store
