#pragma once

#include "matcher/domain/language.hpp"
#include "sql/store/account_closing_store.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string_view>
#include <vector>

/// How accounts end.
namespace wire {

/// `{deleted{accounts, candidates, saved_searches}, kept[{what, text}]}`: what must be kept depends
/// on the role, and each text says why.
boost::json::object account_deletion_json(
    const store::AccountClosingStore::Removed& removed,
    std::string_view role,
    domain::OfficialLanguage language
);

/// `[{decision, reason, operator_id, decided_at}]`
boost::json::array account_decisions_json(
    const std::vector<store::AccountClosingStore::Decision>& decisions
);

}  // namespace wire
