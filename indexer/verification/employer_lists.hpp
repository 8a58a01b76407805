#pragma once

#include "indexer/verification/employer_names.hpp"
#include "indexer/verification/published_list.hpp"
#include "matcher/domain/date.hpp"
#include "matcher/domain/place.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace verification {

/// Who an employer is on the lists.
struct EmployerMatch {
    using NameId = EmployerNames::Id;
    static constexpr NameId none = EmployerNames::none;

    NameId legal = none;      ///< The very name, as legal or operating name of an entry.
    NameId operating = none;  ///< The same of the operating name, where it is stated apart.
    NameId near = none;       ///< Else the name most alike, where it is alike enough.
    int score = 0;            ///< Of `near`, with what its places add or take away; 100 at most.
    NameId runner_up = none;  ///< The next name, of another employer.
    int runner_up_score = 0;
    bool ambiguous = false;  ///< The runner-up is too close to say which of the two.
    bool common = false;     ///< Words that anybody's name may have.
    bool two_names = false;  ///< The posting states a legal and an operating name.
    bool found() const { return legal != none || operating != none; }
};

/// Employers as published lists name them: by labour market impact assessment (LMIA), found
/// non-compliant, designated for the Atlantic program; and the communities of pilots. Texts stay as
/// they were published. Filled by add(), then finish(), then only read.
class EmployerLists {
public:
    using NameId = EmployerNames::Id;
    using TextId = TextTable::Id;
    static constexpr NameId none = EmployerNames::none;

    enum class Decision : std::uint8_t { positive, negative };
    enum class Status : std::uint8_t {
        eligible,  ///< May hire again.
        unpaid,    ///< May not until the penalty is paid.
        banned,    ///< May not until `banned_until`; for good where there is none.
    };

    struct LmiaRow {
        ListId list = 0;
        Decision decision = Decision::positive;
        std::string_view period;  ///< `2024Q3`, `2016`
        std::optional<domain::Province> province = {};
        std::string_view employer;
        std::string_view address = {};
        std::string_view postal_code = {};
        std::string_view occupation = {};
        std::int32_t positions = 0;
    };
    struct NonCompliantRow {
        ListId list = 0;
        std::string_view operating_name;
        std::string_view legal_name = {};
        std::string_view address = {};  ///< `1 Wharf Road, St. John's, Newfoundland and Labrador`
        std::string_view penalty = {};
        std::string_view decided = {};  ///< As published.
        std::optional<domain::Date> decided_on = {};
        std::string_view status_as_published = {};
        Status status = Status::eligible;
        std::optional<domain::Date> banned_until = {};
    };
    struct DesignatedRow {
        ListId list = 0;
        domain::Province province = domain::Province::NS;
        std::string_view employer;
        std::string_view location = {};
    };
    struct CommunityRow {
        ListId list = 0;
        std::string_view pilot;  ///< `RCIP`, `FCIP`
        std::string_view community;
        domain::Province province = domain::Province::ON;
    };

    /// An entry of a list of employers. What one kind does not have is empty.
    struct Entry {
        ListId list = 0;
        Decision decision = Decision::positive;
        Status status = Status::eligible;
        bool operating_differs = false;  ///< From the legal name.
        std::optional<domain::Province> province;
        NameId legal = none;
        NameId operating = none;  ///< The same as `legal` where none is stated apart.
        TextId employer = 0;      ///< As published; of the non-compliant the operating name.
        TextId legal_name = 0;    ///< Of the non-compliant.
        TextId address = 0;       ///< Or location.
        TextId folded_address = 0;
        TextId postal_code = 0;
        TextId occupation = 0;
        TextId period = 0;
        TextId penalty = 0;
        TextId decided = 0;
        TextId status_as_published = 0;
        std::int32_t positions = 0;
        std::optional<domain::Date> decided_on;
        std::optional<domain::Date> banned_until;
    };
    struct Community {
        ListId list = 0;
        TextId pilot = 0;
        TextId community = 0;
        TextId folded = 0;
        domain::Province province = domain::Province::ON;
    };

    void add(const LmiaRow& row);
    void add(const NonCompliantRow& row);
    void add(const DesignatedRow& row);
    void add(const CommunityRow& row);
    void finish();

    /// `legal_key` and `operating_key` are keys of normalise::EmployerName, either may be empty.
    EmployerMatch match(
        std::string_view legal_key,
        std::string_view operating_key,
        std::span<const domain::Place> places
    ) const;

    enum class Kind : std::uint8_t { lmia, non_compliant, designated };

    /// The entries under a name, legal or operating, in the order in which they were added.
    std::span<const std::uint32_t> under(Kind kind, NameId name) const;
    const Entry& entry(const Kind kind, const std::uint32_t at) const {
        return entries_[static_cast<std::size_t>(kind)][at];
    }

    /// False for an entry of another company: its operating name is the posting's, and both state a
    /// legal name that differs, as the shops of a chain do.
    static bool may_be(const EmployerMatch& match, const Entry& entry, NameId name) {
        return name != match.operating || !match.two_names || !entry.operating_differs ||
               entry.legal == match.legal;
    }

    /// How many legal names go under this name; more than one for the name of a chain.
    std::size_t owners(NameId name) const;

    std::string_view text(const TextId id) const { return texts_.at(id); }
    std::string_view key(const NameId id) const { return names_.key(id); }
    std::span<const Community> communities() const { return communities_; }

    /// How a posting's places and an entry's go together: the best of them counts.
    enum class Place : std::uint8_t { other_province, not_stated, other_city, province, city };
    Place compare(const Entry& entry, std::span<const domain::Place> places) const;

private:
    static constexpr std::size_t kinds = 3;
    void put(Kind kind, Entry entry);
    int score_with_places(NameId name, int score, std::span<const domain::Place> places) const;
    bool same_employer(NameId left, NameId right) const;

    EmployerNames names_;
    TextTable texts_;
    std::array<std::vector<Entry>, kinds> entries_;
    std::array<std::vector<std::uint32_t>, kinds> begin_;  ///< Of each name in under_.
    std::array<std::vector<std::uint32_t>, kinds> under_;  ///< Entries by name.
    std::vector<std::uint16_t> owners_;                    ///< By name.
    std::vector<Community> communities_;
};

}  // namespace verification
