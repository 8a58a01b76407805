#include "indexer/normalise/fold.hpp"
#include "indexer/verification/checks.hpp"
#include "indexer/verification/list_check.hpp"

namespace verification {
namespace {

using Entry = EmployerLists::Entry;

/// The entry of the employer in a province of its work; null where there is none for certain.
const Entry* designated(const Evidence& evidence, const EmployerMatch& match) {
    const EmployerLists& lists = evidence.lists->employers();
    constexpr auto kind = EmployerLists::Kind::designated;
    if (match.ambiguous) {
        return nullptr;
    }
    for (const EmployerMatch::NameId name : {match.legal, match.operating, match.near}) {
        for (const std::uint32_t at : lists.under(kind, name)) {
            const Entry& entry = lists.entry(kind, at);
            if (!EmployerLists::may_be(match, entry, name)) {
                continue;
            }
            const auto place = lists.compare(entry, evidence.posting.job_locations);
            const bool is_chain = lists.owners(name) > 1 || match.common;
            if (place == EmployerLists::Place::city ||
                (!is_chain && place >= EmployerLists::Place::other_city)) {
                return &entry;
            }
        }
    }
    return nullptr;
}

/// `Altona/Rhineland` is either of the two; `Greater Sudbury` is Sudbury.
bool is_place(std::string_view community, const std::string_view city) {
    constexpr std::string_view greater = "greater ";
    while (!community.empty()) {
        const std::size_t end = std::min(community.find('/'), community.size());
        const std::string_view one = community.substr(0, end);
        if (one == city || (city.starts_with(greater) && city.substr(greater.size()) == one)) {
            return true;
        }
        community.remove_prefix(std::min(end + 1, community.size()));
    }
    return false;
}

struct InCommunity {
    std::string pilots = {};
    std::string_view community = {};
};

InCommunity community_of(const Evidence& evidence) {
    const EmployerLists& lists = evidence.lists->employers();
    InCommunity found;
    for (const domain::Place& place : evidence.posting.job_locations) {
        const std::string& name = domain::name_in_province(place);
        if (name.empty()) {
            continue;
        }
        std::string city;
        for (const EmployerLists::Community& one : lists.communities()) {
            if (one.province != place.province) {
                continue;
            }
            if (city.empty()) {
                city = normalise::fold_name(name);
            }
            if (is_place(lists.text(one.folded), city)) {
                found.community = lists.text(one.community);
                const std::string_view pilot = lists.text(one.pilot);
                if (found.pilots.find(pilot) == std::string::npos) {
                    found.pilots.append(found.pilots.empty() ? "" : ", ").append(pilot);
                }
            }
        }
    }
    return found;
}

}  // namespace

Check designation(const Evidence& evidence) {
    constexpr CheckKind kind = CheckKind::designation;
    const Lookup employers = look_up(evidence, Lists::Subject::aip_designated, kind);
    const Lookup communities = look_up(evidence, Lists::Subject::pilot_communities, kind);
    if (!employers.list && !communities.list) {
        return employers.unknown;
    }
    const EmployerLists* const lists = &evidence.lists->employers();
    const Entry* const entry = employers.list ? designated(evidence, match_of(evidence)) : nullptr;
    const InCommunity place = communities.list ? community_of(evidence) : InCommunity{};
    if (entry == nullptr && place.pilots.empty()) {
        return said_by(
            evidence,
            employers.list ? *employers.list : *communities.list,
            kind,
            Verdict::unknown,
            "absent"
        );
    }
    const std::string_view code = place.pilots.empty() ? "employer"
                                  : entry == nullptr   ? "community"
                                                       : "employer_and_community";
    Check check = said_by(
        evidence, entry != nullptr ? *employers.list : *communities.list, kind, Verdict::info, code
    );
    if (entry != nullptr) {
        check.field = "employer";
        append_cell(check.evidence, lists->text(entry->employer));
        append_cell(check.evidence, lists->text(entry->address));
        append_cell(check.evidence, domain::code(*entry->province));
    }
    if (!place.pilots.empty()) {
        check.values.emplace_back("pilots", place.pilots);
        check.values.emplace_back("community", std::string{place.community});
    }
    return check;
}

}  // namespace verification
