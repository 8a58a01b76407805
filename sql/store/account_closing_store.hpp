#pragma once

#include "matcher/domain/date.hpp"
#include "sql/store/database.hpp"
#include "sql/store/instant.hpp"
#include "sql/store/mail.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace store {

/// How accounts end: by their owner for good, by an operator until another decision.
class AccountClosingStore {
public:
    explicit AccountClosingStore(Database& database) : database_{database} {}

    struct Removed {
        std::int64_t candidates = 0;
        std::int64_t saved_searches = 0;
    };
    /// The account and all that it owns, in one transaction with the mail that says so. That there
    /// was one is kept under a digest with the day.
    Removed remove(const std::string& account_id, domain::Date day, const Mail& mail);

    struct Decision {
        std::string decision;  ///< `disable` or `enable`.
        std::string reason;    ///< 1 to 500 characters.
        std::string operator_id;
        Instant decided_at;
    };
    /// Disabling ends all its sessions. False where there is no such account.
    bool decide(const std::string& account_id, const Decision& decision);

    /// About the account, newest first, for the operator or the account itself.
    std::vector<Decision> decisions(const std::string& account_id);

private:
    Database& database_;
};

}  // namespace store
