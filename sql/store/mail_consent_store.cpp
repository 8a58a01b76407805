#include "sql/store/mail_consent_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/account_row.hpp"
#include "sql/store/owned.hpp"
#include "sql/store/round_store.hpp"

#include <boost/json.hpp>

namespace store {
namespace {

namespace queries = embedded_queries;

constexpr const char* any = nullptr;

std::optional<Instant> instant_or_nothing(const pqxx::field& field) {
    return field.is_null() ? std::nullopt : std::optional{instant_from(field.as<std::int64_t>())};
}

MailConsentStore::State consent_state(
    pqxx::transaction_base& transaction, const std::string& account_id
) {
    MailConsentStore::State state;
    for (const auto& row : run(transaction, queries::list_mail_consents.name, account_id)) {
        state.consents.push_back(
            {.kind = row[0].as<std::string>(),
             .wording = row[1].as<std::string>(),
             .language = row[2].as<std::string>(),
             .given_at = instant_from(row[3].as<std::int64_t>()),
             .withdrawn_at = instant_or_nothing(row[4])}
        );
    }
    const auto found = run(transaction, queries::find_mail_wish.name, account_id);
    if (found.empty()) {
        return state;
    }
    const auto row = found.front();
    state.time = DigestTime{.time_zone = row[0].as<std::string>(), .hour = row[1].as<int>()};
    if (!row[2].is_null()) {
        state.rounds = RoundWish{
            .candidate_id = row[2].as<std::string>(), .all = row[3].as<std::string>() == "all"};
    }
    return state;
}

/// True where it was not given before.
bool agree(
    pqxx::transaction_base& transaction,
    const std::string& account_id,
    const char* const kind,
    const std::optional<MailConsentStore::Agreed>& agreed,
    const Instant now
) {
    const auto wording = agreed ? std::optional{agreed->wording} : std::nullopt;
    run(transaction, queries::end_mail_consent.name, account_id, kind, or_null(wording), epoch(now)
    );
    return agreed && !run(transaction,
                          queries::give_mail_consent.name,
                          account_id,
                          kind,
                          agreed->wording,
                          agreed->language,
                          epoch(now))
                          .empty();
}

/// The day of the newest round, and the rounds of that day.
struct Newest {
    std::string day = "0001-01-01";
    std::vector<std::string> numbers;
};
Newest newest_of(const std::vector<domain::Round>& rounds) {
    Newest newest;
    for (const domain::Round& round : rounds) {
        const std::string day = domain::to_string(round.held_on);
        if (day > newest.day) {
            newest = {.day = day, .numbers = {}};
        }
        if (day == newest.day) {
            newest.numbers.push_back(round.number);
        }
    }
    return newest;
}

/// Who the secret belongs to; nothing where it is none.
std::optional<std::string> owner_of(
    pqxx::transaction_base& transaction, const std::string& token_sha256, const Instant now
) {
    show_secret(transaction, token_sha256);
    const auto found =
        run(transaction, queries::find_account_token.name, token_sha256, "unsubscribe", epoch(now));
    if (found.empty()) {
        return std::nullopt;
    }
    auto id = found.front()[0].as<std::string>();
    set_account(transaction, id);
    return id;
}

}  // namespace

MailConsentStore::State MailConsentStore::find(const std::string& account_id) {
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) {
        return consent_state(transaction, account_id);
    });
}

domain::Result<void> MailConsentStore::set(
    const std::string& account_id, const Terms& terms, const Instant now
) {
    using Result = domain::Result<void>;
    try {
        in_transaction(database_, [&](pqxx::work& transaction) {
            return run(transaction, queries::check_time_zone.name, terms.time.time_zone);
        });
    } catch (const pqxx::data_exception&) {
        return domain::invalid("time_zone", "there is no time zone '" + terms.time.time_zone + "'");
    }
    const std::vector<domain::Round> rounds =
        terms.rounds ? RoundStore{database_}.list() : std::vector<domain::Round>{};
    return in_transaction_of_account(database_, account_id, [&](pqxx::work& transaction) -> Result {
        const std::string& candidate = terms.round_wish.candidate_id;
        if (terms.rounds && (!is_uuid(candidate) ||
                             run(transaction, queries::find_candidate.name, candidate).empty())) {
            return domain::invalid("rounds.candidate", "there is no candidate '" + candidate + "'");
        }
        const bool anew = agree(transaction, account_id, "matches", terms.matches, now);
        run(transaction,
            queries::set_mail_wish.name,
            account_id,
            terms.time.time_zone,
            terms.time.hour,
            anew);
        agree(transaction, account_id, "rounds", terms.rounds, now);
        if (!terms.rounds) {
            run(transaction, queries::end_round_wish.name, account_id);
            return {};
        }
        const Newest newest = newest_of(rounds);
        const bool begins = run(transaction,
                                queries::set_round_wish.name,
                                account_id,
                                candidate,
                                terms.round_wish.all ? "all" : "own",
                                newest.day)
                                .front()[0]
                                .as<bool>();
        if (begins) {
            run(transaction,
                queries::add_told_rounds.name,
                account_id,
                boost::json::serialize(boost::json::value_from(newest.numbers)));
        }
        return {};
    });
}

bool MailConsentStore::unsubscribe(const std::string& token_sha256, const Instant now) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        const auto account = owner_of(transaction, token_sha256, now);
        if (!account) {
            return false;
        }
        run(transaction, queries::end_mail_consent.name, *account, any, any, epoch(now));
        run(transaction, queries::end_round_wish.name, *account);
        return true;
    });
}

std::optional<std::string> MailConsentStore::language_of(
    const std::string& token_sha256, const Instant now
) {
    return in_transaction(database_, [&](pqxx::work& transaction) -> std::optional<std::string> {
        const auto account = owner_of(transaction, token_sha256, now);
        const auto found = account ? read_account(transaction, *account) : std::optional<Account>{};
        return found ? std::optional{found->language} : std::nullopt;
    });
}

}  // namespace store
