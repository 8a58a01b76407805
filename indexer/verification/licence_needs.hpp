#pragma once

#include "indexer/verification/published_list.hpp"
#include "indexer/verification/text_table.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/domain/place.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace verification {

/// The provinces in which a sentence of OaSIS's employment requirements says that a licence,
/// registration or certification is required, as bits by domain::Province; 0 where it says none, or
/// only that one may, can or usually has to be had.
std::uint16_t provinces_that_require(std::string_view sentence);

/// Occupations that need a licence: by the employment requirements of OaSIS, and by a list of
/// licensed occupations where an operator has loaded one. Filled by add(), then finish(), then only
/// read.
class LicenceNeeds {
public:
    struct RequirementRow {
        ListId list = 0;
        std::string_view profile;  ///< `31301.00`: unit group and profile.
        std::string_view text;
    };
    struct LicensedRow {
        ListId list = 0;
        domain::NocCode noc;
        domain::Province province = domain::Province::ON;
        std::string_view regulator;
        std::string_view url;
        bool compulsory = false;
    };

    void add(const RequirementRow& row);
    void add(const LicensedRow& row);
    void finish();

    struct Requirement {
        int noc = 0;
        int profile = 0;
        std::uint16_t provinces = 0;
        TextTable::Id text = TextTable::none;  ///< As published.
        ListId list = 0;
    };

    /// A requirement that holds in the province for every profile of the unit group; null where
    /// there is none.
    const Requirement* requirement(domain::NocCode noc, domain::Province province) const;

    struct Licensed {
        int noc = 0;
        domain::Province province = domain::Province::ON;
        bool compulsory = false;
        TextTable::Id regulator = 0;
        TextTable::Id url = 0;
        ListId list = 0;
    };
    const Licensed* licensed(domain::NocCode noc, domain::Province province) const;

    std::string_view text(const TextTable::Id id) const { return texts_.at(id); }

private:
    TextTable texts_;
    std::vector<Requirement> requirements_;  ///< By unit group and profile.
    std::vector<Licensed> licensed_;         ///< By unit group and province.
};

}  // namespace verification
