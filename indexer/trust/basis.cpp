#include "indexer/trust/trust.hpp"
#include "indexer/verification/lists.hpp"
#include "sql/store/sha256.hpp"

#include <boost/json.hpp>

#include <array>

// What postings were verified against.
namespace trust {

namespace json = boost::json;
using verification::CheckKind;

std::string basis_content(const verification::Lists* const lists) {
    json::object content{{"checks", verification::checks_version}};
    if (lists == nullptr) {
        return json::serialize(content);
    }
    using Subject = verification::Lists::Subject;
    constexpr auto asked_of = std::to_array<std::pair<CheckKind, Subject>>(
        {{CheckKind::employer_identity, Subject::employers},
         {CheckKind::non_compliant_list, Subject::non_compliant},
         {CheckKind::lmia_history, Subject::lmia},
         {CheckKind::minimum_wage, Subject::minimum_wages},
         {CheckKind::median_wage, Subject::wages},
         {CheckKind::licence, Subject::licensed_occupations},
         {CheckKind::designation, Subject::aip_designated}}
    );
    json::object newest;
    for (const auto& [kind, subject] : asked_of) {
        if (const auto list = lists->newest(subject)) {
            const auto expires = lists->expires_on(*list, kind);
            newest[verification::name(kind)] = json::object{
                {"name", lists->source(*list)},
                {"on", domain::to_string(lists->published(*list).published_on)},
                {"expires_on",
                 expires ? json::value(domain::to_string(*expires)) : json::value(nullptr)}};
        }
    }
    std::string all;
    for (const verification::PublishedList& list : lists->published()) {
        all.append(list.kind).append(" ").append(list.name).append(" ");
        all.append(domain::to_string(list.published_on)).append("\n");
    }
    content.emplace("lists", std::move(newest));
    content.emplace("imports", store::sha256(all));
    return json::serialize(content);
}

}  // namespace trust
