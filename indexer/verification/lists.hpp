#pragma once

#include "indexer/verification/check.hpp"
#include "indexer/verification/employer_lists.hpp"
#include "indexer/verification/licence_needs.hpp"
#include "indexer/verification/published_list.hpp"
#include "indexer/verification/wage_table.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace verification {

/// What the checks look things up in: the active imports of published lists, in memory. Immutable
/// and free of I/O once built; shared by any number of threads.
class Lists {
public:
    /// Before anything is loaded: every check that needs a list reads unknown.
    Lists() = default;

    /// `published` names the lists by the ListId of their rows. The parts need no finish().
    Lists(
        std::vector<PublishedList> published,
        EmployerLists employers,
        WageTable wages,
        LicenceNeeds licences
    );

    /// Whose newest list is asked for. A kind of indexer/reference_data, or several of them.
    enum class Subject : std::uint8_t {
        employers,  ///< lmia, non_compliant, aip_designated.
        lmia,
        non_compliant,
        aip_designated,
        pilot_communities,
        wages,
        minimum_wages,
        licensed_occupations,
    };
    std::optional<ListId> newest(const Subject subject) const {
        return newest_.at(static_cast<std::size_t>(subject));
    }

    const std::vector<PublishedList>& published() const { return published_; }
    const PublishedList& published(const ListId list) const { return published_.at(list); }

    /// A list's name for people: `lmia positive 2024Q3`.
    const std::string& source(const ListId list) const { return sources_.at(list); }

    const EmployerLists& employers() const { return employers_; }
    const WageTable& wages() const { return wages_; }
    const LicenceNeeds& licences() const { return licences_; }

    /// The last day on which a list is evidence for a check; nothing: it has no end.
    std::optional<domain::Date> expires_on(ListId list, CheckKind kind) const;

private:
    static constexpr std::size_t subjects = 8;
    std::vector<PublishedList> published_;
    std::vector<std::string> sources_;
    EmployerLists employers_;
    WageTable wages_;
    LicenceNeeds licences_;
    std::array<std::optional<ListId>, subjects> newest_{};
};

}  // namespace verification
