#include "services/wire/account_closing_json.hpp"

#include "services/wire/account_json.hpp"
#include "services/wire/messages.hpp"

namespace wire {
namespace {

namespace json = boost::json;

}  // namespace

json::object account_deletion_json(
    const store::AccountClosingStore::Removed& removed,
    const std::string_view role,
    const domain::OfficialLanguage language
) {
    json::array kept;
    const auto keep = [&](const std::string_view what) {
        kept.push_back(json::object{
            {"what", what}, {"text", text(language, "kept." + std::string{what})}});
    };
    keep("account_deletion");
    if (removed.candidates > 0) {
        keep("deletion");
    }
    if (role == "advisor" || role == "employer") {
        keep("readings");
    }
    if (role != "candidate") {
        keep("decisions");
    }
    return {
        {"deleted",
         {{"accounts", 1},
          {"candidates", removed.candidates},
          {"saved_searches", removed.saved_searches}}},
        {"kept", std::move(kept)}};
}

json::array account_decisions_json(
    const std::vector<store::AccountClosingStore::Decision>& decisions
) {
    json::array result;
    for (const auto& one : decisions) {
        result.push_back(json::object{
            {"decision", one.decision},
            {"reason", one.reason},
            {"operator_id", one.operator_id},
            {"decided_at", instant_text(one.decided_at)}});
    }
    return result;
}

}  // namespace wire
