#include "services/matching/facts.hpp"

#include "matcher/domain/ascii.hpp"

#include <stdexcept>
#include <string_view>
#include <utility>

namespace matching {
namespace {

using domain::ascii::trimmed;

/// `Halifax, NS` is a city and its province; `Trois-Rivières` is a city.
const domain::GazetteerEntry* find(
    const normalise::Gazetteer& gazetteer, const std::string_view name
) {
    const std::size_t comma = name.rfind(',');
    if (comma != name.npos) {
        const std::string_view code = trimmed(name.substr(comma + 1));
        if (const auto province = domain::province_from_code(code)) {
            return gazetteer.find(trimmed(name.substr(0, comma)), *province);
        }
    }
    return gazetteer.find_anywhere(trimmed(name));
}

}  // namespace

FactsKeeper::FactsKeeper(
    store::ReferenceStore& reference, store::RoundStore& rounds, fit::Weights weights
)
    : reference_{reference}, rounds_{rounds}, weights_{std::move(weights)} {}

std::shared_ptr<const Facts> FactsKeeper::current() const {
    const std::lock_guard for_a_moment{swapping_};
    if (!current_) {
        throw std::runtime_error{"the places, profiles and rounds are still being loaded"};
    }
    return current_;
}

bool FactsKeeper::is_loaded() const {
    const std::lock_guard for_a_moment{swapping_};
    return current_ != nullptr;
}

void FactsKeeper::refresh() {
    std::string version = reference_.fit_facts_version();
    if (version == version_) {
        return;
    }
    auto next = std::make_shared<const Facts>(Facts{
        .model =
            {.weights = weights_, .relatedness = fit::Relatedness{reference_.skill_profiles()}},
        .gazetteer = normalise::Gazetteer{reference_.places()},
        .rounds = rounds_.list()});
    version_ = std::move(version);
    const std::lock_guard for_a_moment{swapping_};
    current_.swap(next);
}

std::vector<fit::WishedPlace> wished_places(
    const normalise::Gazetteer& gazetteer, const std::vector<std::string>& names
) {
    std::vector<fit::WishedPlace> result;
    for (const std::string& name : names) {
        if (const auto* found = find(gazetteer, name)) {
            result.push_back({.province = found->province, .spot = fit::spot(found->coordinates)});
        }
    }
    return result;
}

}  // namespace matching
