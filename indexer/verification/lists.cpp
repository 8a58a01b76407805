#include "indexer/verification/lists.hpp"

#include <utility>

namespace verification {
namespace {

constexpr std::array<std::string_view, 8> kinds_by_subject{
    "",
    "lmia",
    "non_compliant",
    "aip_designated",
    "pilot_communities",
    "wages",
    "minimum_wages",
    "licensed_occupations"};

bool is_of(const std::string_view kind, const std::size_t subject) {
    const bool names_employers =
        kind == "lmia" || kind == "non_compliant" || kind == "aip_designated";
    return subject == static_cast<std::size_t>(Lists::Subject::employers)
               ? names_employers
               : kind == kinds_by_subject.at(subject);
}

}  // namespace

Lists::Lists(
    std::vector<PublishedList> published,
    EmployerLists employers,
    WageTable wages,
    LicenceNeeds licences
)
    : published_{std::move(published)},
      employers_{std::move(employers)},
      wages_{std::move(wages)},
      licences_{std::move(licences)} {
    employers_.finish();
    wages_.finish();
    licences_.finish();
    for (std::size_t list = 0; list < published_.size(); ++list) {
        sources_.push_back(published_[list].kind + " " + published_[list].name);
        for (std::size_t subject = 0; subject < subjects; ++subject) {
            std::optional<ListId>& newest = newest_.at(subject);
            if (is_of(published_[list].kind, subject) &&
                (!newest || published_[list].published_on > published_[*newest].published_on)) {
                newest = static_cast<ListId>(list);
            }
        }
    }
}

std::optional<domain::Date> Lists::expires_on(const ListId list, const CheckKind kind) const {
    const int days = rule_of(kind).days;
    return days == 0 ? std::nullopt
                     : std::optional{published(list).published_on + std::chrono::days{days}};
}

}  // namespace verification
