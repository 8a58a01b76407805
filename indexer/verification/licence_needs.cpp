#include "indexer/verification/licence_needs.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/phrases.hpp"
#include "indexer/normalise/province.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <tuple>

namespace verification {
namespace {

constexpr std::uint16_t everywhere = (1U << domain::province_codes.size()) - 1;

constexpr auto licence_words = std::to_array<std::string_view>(
    {"licence",
     "licences",
     "license",
     "licenses",
     "licensing",
     "licensure",
     "registration",
     "certification",
     "be licensed"}
);
constexpr auto must_words = std::to_array<std::string_view>(
    {"compulsory",
     "is required",
     "are required",
     "require a",
     "requires a",
     "require licensing",
     "require licensure",
     "require registration",
     "must hold",
     "must be licensed"}
);

/// What leaves open whether it is needed, or speaks of something else that is.
constexpr auto doubt_words = std::to_array<std::string_view>(
    {"may",
     "usually",
     "some",
     "certain",
     "can",
     "might",
     "often",
     "eligible",
     "or equivalent",
     "and/or",
     "before certification",
     "for certification",
     "for trade certification",
     "prior to",
     "asset",
     "owners/operators",
     "business licence",
     "driver's licence",
     "examination",
     "examinations",
     "exams",
     "protected titles",
     "who sell"}
);

constexpr auto provinces = std::to_array<normalise::Meaning<domain::Province>>({
    {"alberta", domain::Province::AB},
    {"british columbia", domain::Province::BC},
    {"manitoba", domain::Province::MB},
    {"new brunswick", domain::Province::NB},
    {"newfoundland and labrador", domain::Province::NL},
    {"newfoundland", domain::Province::NL},
    {"nova scotia", domain::Province::NS},
    {"northwest territories", domain::Province::NT},
    {"nunavut", domain::Province::NU},
    {"ontario", domain::Province::ON},
    {"prince edward island", domain::Province::PE},
    {"quebec", domain::Province::QC},
    {"saskatchewan", domain::Province::SK},
    {"yukon", domain::Province::YT},
});

std::uint16_t bit(const domain::Province province) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(province));
}

const std::uint16_t territories = static_cast<std::uint16_t>(
    bit(domain::Province::NT) | bit(domain::Province::NU) | bit(domain::Province::YT)
);

std::uint16_t named_in(const std::string_view folded) {
    std::uint16_t named = 0;
    for (const auto& [name, province] : provinces) {
        if (normalise::says(folded, name)) {
            named = static_cast<std::uint16_t>(named | bit(province));
        }
    }
    return named;
}

}  // namespace

std::uint16_t provinces_that_require(const std::string_view sentence) {
    std::string folded = normalise::fold(sentence);
    // `compulsory in Nova Scotia and available, but voluntary, in Manitoba`: what follows does not
    // count.
    const std::size_t available = folded.find("available");
    if (available != std::string::npos &&
        folded.find("voluntary", available) != std::string::npos) {
        folded.resize(available);
    }
    // `To sell insurance, a licence is required`: to do something that the job need not be.
    if (folded.starts_with("to ") || !normalise::says_any(folded, licence_words) ||
        !normalise::says_any(folded, must_words) || normalise::says_any(folded, doubt_words)) {
        return 0;
    }
    constexpr std::string_view all_but = "except";
    const std::size_t except = folded.find(all_but);
    if (except != std::string::npos) {
        const std::uint16_t excepted = named_in(std::string_view{folded}.substr(except));
        return excepted == 0 ? 0 : static_cast<std::uint16_t>(everywhere & ~excepted);
    }
    const std::uint16_t named = named_in(folded);
    if (folded.find("all provinces and territories") == std::string::npos &&
        folded.find("all provinces") != std::string::npos) {
        return static_cast<std::uint16_t>((everywhere & ~territories) | named);
    }
    if (folded.find("all provinces") != std::string::npos ||
        folded.find("all other provinces") != std::string::npos) {
        return everywhere;
    }
    return named == 0 ? everywhere : named;
}

void LicenceNeeds::add(const RequirementRow& row) {
    constexpr std::size_t digits_of_noc = 5;
    int noc = 0;
    int profile = 0;
    if (row.profile.size() < digits_of_noc + 2) {
        return;
    }
    const std::string_view after = row.profile.substr(digits_of_noc + 1);
    std::from_chars(row.profile.begin(), row.profile.begin() + digits_of_noc, noc);
    std::from_chars(after.begin(), after.end(), profile);
    // A row that requires nothing tells that there is such a profile.
    requirements_.push_back(
        {.noc = noc,
         .profile = profile,
         .provinces = provinces_that_require(row.text),
         .text = texts_.add(row.text),
         .list = row.list}
    );
}

void LicenceNeeds::add(const LicensedRow& row) {
    licensed_.push_back(
        {.noc = row.noc.number(),
         .province = row.province,
         .compulsory = row.compulsory,
         .regulator = texts_.add(row.regulator),
         .url = texts_.add(row.url),
         .list = row.list}
    );
}

void LicenceNeeds::finish() {
    std::stable_sort(
        requirements_.begin(),
        requirements_.end(),
        [](const Requirement& left, const Requirement& right) {
            return std::tie(left.noc, left.profile) < std::tie(right.noc, right.profile);
        }
    );
    std::stable_sort(
        licensed_.begin(),
        licensed_.end(),
        [](const Licensed& left, const Licensed& right) {
            return std::tie(left.noc, left.province) < std::tie(right.noc, right.province);
        }
    );
}

const LicenceNeeds::Requirement* LicenceNeeds::requirement(
    const domain::NocCode noc, const domain::Province province
) const {
    const int number = noc.number();
    auto at = std::lower_bound(
        requirements_.begin(),
        requirements_.end(),
        number,
        [](const Requirement& row, const int asked) { return row.noc < asked; }
    );
    const Requirement* first = nullptr;
    while (at != requirements_.end() && at->noc == number) {
        const int profile = at->profile;
        const Requirement* of_profile = nullptr;
        for (; at != requirements_.end() && at->noc == number && at->profile == profile; ++at) {
            if (of_profile == nullptr && (at->provinces & bit(province)) != 0) {
                of_profile = &*at;
            }
        }
        if (of_profile == nullptr) {
            return nullptr;
        }
        first = first == nullptr ? of_profile : first;
    }
    return first;
}

const LicenceNeeds::Licensed* LicenceNeeds::licensed(
    const domain::NocCode noc, const domain::Province province
) const {
    const auto at = std::lower_bound(
        licensed_.begin(),
        licensed_.end(),
        std::pair{noc.number(), province},
        [](const Licensed& row, const auto& asked) {
            return std::pair{row.noc, row.province} < asked;
        }
    );
    const bool found = at != licensed_.end() && at->noc == noc.number() && at->province == province;
    return found ? &*at : nullptr;
}

}  // namespace verification
