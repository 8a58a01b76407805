#include "services/api/noc_keeper.hpp"

#include "sql/store/shipped_unit_groups.hpp"

#include <utility>

namespace api {
namespace {

using domain::OfficialLanguage;

std::shared_ptr<const wire::NocFinder> finder(
    const std::vector<store::NocUnitGroup>& groups, const std::vector<store::NocTitle>& known
) {
    std::vector<coding::KnownTitle> titles;
    std::vector<coding::IndexTitle> index;
    std::map<domain::NocCode, wire::UnitGroupNames> names;
    titles.reserve(known.size() + 2 * groups.size());
    index.reserve(known.size());
    for (const store::NocUnitGroup& group : groups) {
        names[group.noc] = {.english = group.title_en, .french = group.title_fr};
        titles.push_back({group.title_en, OfficialLanguage::english, group.noc});
        titles.push_back({group.title_fr, OfficialLanguage::french, group.noc});
    }
    for (const store::NocTitle& title : known) {
        const bool french = title.language == "fr";
        titles.push_back(
            {title.title, french ? OfficialLanguage::french : OfficialLanguage::english, title.noc}
        );
        index.push_back({title.title, title.noc});
    }
    return std::make_shared<const wire::NocFinder>(wire::NocFinder{
        .coder = coding::Coder{coding::Model::shipped(), index},
        .titles = coding::TitleSearch{std::move(titles)},
        .names = std::move(names)});
}

}  // namespace

NocKeeper::NocKeeper(store::ReferenceStore& reference)
    : reference_{reference}, current_{finder(store::shipped_unit_groups(), {})} {}

void NocKeeper::refresh() {
    std::string version = reference_.noc_titles_version();
    if (version == version_) {
        return;
    }
    auto next = finder(reference_.noc_unit_groups(), reference_.noc_titles());
    version_ = std::move(version);
    const std::lock_guard for_a_moment{swapping_};
    current_.swap(next);
}

}  // namespace api
