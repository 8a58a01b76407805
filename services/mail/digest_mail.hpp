#pragma once

#include "matcher/domain/language.hpp"
#include "matcher/domain/posting.hpp"
#include "matcher/domain/round.hpp"
#include "matcher/express_entry/offer.hpp"
#include "matcher/express_entry/reason.hpp"
#include "matcher/rules/rule_book.hpp"
#include "sql/store/mail.hpp"

#include <optional>
#include <string>
#include <vector>

/// The mail that tells people what is new for them, in the words of services/wire/messages.
namespace mail {

struct DigestMatch {
    domain::Posting posting;
    std::optional<int> fit;                  ///< 0 to 100; nothing where nobody is held against it.
    std::vector<express_entry::Lift> lifts;  ///< Side by side; none either.
};

/// What was found for one saved search.
struct DigestSearch {
    std::string name;
    domain::Date day;  ///< For which fit and points were worked out.
    int matching = 0;  ///< How many there were.
    std::vector<DigestMatch> matches;
};

/// A round of invitations, and how a candidate stands to it.
struct DigestRound {
    domain::Round round;
    express_entry::Verdict invited = express_entry::Verdict::unknown;
    struct Score {
        express_entry::ShownRules rules;
        std::optional<int> total;
    };
    std::vector<Score> scores;
};

struct DigestMail {
    std::string recipient;
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
    domain::Date day;        ///< For which the status of rules counts.
    domain::Date agreed_on;  ///< UTC.
    std::vector<DigestSearch> searches;
    std::vector<DigestRound> rounds;
    std::string unsubscribe_url;
    std::string from_name;
    std::string postal_address;  ///< CASL asks for it.
};

/// Plain text; each figure with the rules it rests on, their dates and their status.
store::Mail compose(const DigestMail& digest, const rules::RuleBook& rule_book);

}  // namespace mail
