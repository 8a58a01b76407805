#pragma once

#include "matcher/domain/posting.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace duplicates {

/// Hash of a text; the same on every machine, so that it can be stored.
using Key = std::uint64_t;

/// What tells whether two postings advertise one job: small, and without any text.
struct Advertisement {
    domain::PostingId id = 0;
    std::string source;
    std::string source_id;

    Key board = 0;             ///< Where it stands: the host of its link, else the source.
    std::optional<Key> block;  ///< Employer and places; absent where either is unknown.
    std::optional<Key> ad;     ///< Number or link of the advertisement itself, at these places.
    Key raw = 0;               ///< The record's bytes.
    std::optional<Key> text;   ///< Of duties, skills and description; absent where it says none.
    std::optional<Key> postal_codes;  ///< Of all places; absent where one has none.
    Key standard_words = 0;           ///< Words of the title, in any order.
    Key words = 0;      ///< Of the employer's own title, where it says something else.
    int own_words = 0;  ///< How many; 0 where the title is the standard one.

    domain::Date posted;
    domain::Date last_live;
    std::optional<domain::Pay> pay;
    std::optional<domain::WeeklyHours> hours;
    domain::EmploymentTerm term = domain::EmploymentTerm::not_stated;
    domain::WorkTime work_time = domain::WorkTime::not_stated;
    std::optional<domain::NocCode> noc;
    int vacancies = 1;
    int detail = 0;  ///< How much it says: of several the one that says most is shown.
};

/// What a posting does not carry itself.
struct Fingerprints {
    std::string_view employer_key;  ///< As normalise::employer_name_from gives it.
    std::string_view record;        ///< Digest of the record's bytes.
    std::string_view
        text;  ///< Digest of duties, skills and description; empty where there are none.
};

Advertisement advertisement_of(const domain::Posting& posting, const Fingerprints& fingerprints);

/// What identifies an advertisement by its link alone, wherever it is shown: the Job Bank's job
/// number, the id that an applicant tracking system gave it, else the address without what only
/// tracks visitors. Empty for no link.
std::string link_identity(std::string_view url);

}  // namespace duplicates
