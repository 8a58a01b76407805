#include "sql/store/message_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/owned.hpp"

#include <boost/json.hpp>

namespace store {
namespace {

namespace queries = embedded_queries;
using Message = MessageStore::Message;
using Thread = MessageStore::Thread;

constexpr const char* owner_party = "owner";
constexpr const char* firm_party = "firm";

/// On which side of a thread somebody is.
struct Side {
    std::string owner_id;  ///< Of the candidate.
    bool owns = false;
    const char* party() const { return owns ? owner_party : firm_party; }
};

/// Nothing where the thread is none of theirs.
std::optional<Side> side_in(
    pqxx::transaction_base& transaction,
    const Owner& who,
    const MessageStore::Address& address,
    const Permits& permits
) {
    const auto own = run(transaction, queries::find_candidate.name, address.candidate_id);
    if (!own.empty()) {
        note_use(transaction, who, address.candidate_id);
        Side side{.owner_id = own[0][1].as<std::string>(), .owns = true};
        return permits(side.owner_id, Reach::own) ? std::optional{std::move(side)} : std::nullopt;
    }
    if (who.firm.empty() || who.firm != address.firm) {
        return std::nullopt;
    }
    const auto client =
        run(transaction, queries::find_client.name, address.candidate_id, address.firm);
    if (client.empty()) {
        return std::nullopt;
    }
    Side side{.owner_id = client[0][0].as<std::string>(), .owns = false};
    return permits(side.owner_id, Reach::read_consented) ? std::optional{std::move(side)}
                                                         : std::nullopt;
}

Message message_from(const pqxx::row& row, const Owner& who) {
    Message message{
        .id = row[0].as<std::int64_t>(),
        .by_owner = row[1].as<std::string>() == owner_party,
        .own = row[2].as<std::string>() == who.id,
        .firm_name = text_or_nothing(row[3]),
        .about = std::nullopt,
        .words = row[6].as<std::string>(),
        .made_at = row[7].as<std::string>(),
        .read_by_other = row[8].as<bool>(),
    };
    if (!row[4].is_null()) {
        message.about = MessageStore::About{
            .posting_id = row[4].as<domain::PostingId>(), .title = row[5].as<std::string>()};
    }
    return message;
}

/// The names of those in the threads whom this transaction may read.
void add_names(pqxx::transaction_base& transaction, std::vector<Thread>& threads) {
    boost::json::array ids;
    for (const Thread& thread : threads) {
        ids.emplace_back(thread.candidate_id);
    }
    for (const auto& row :
         run(transaction, queries::list_names.name, boost::json::serialize(ids))) {
        for (Thread& thread : threads) {
            if (thread.candidate_id == row[0].as<std::string>()) {
                thread.name = text_or_nothing(row[1]);
            }
        }
    }
}

}  // namespace

std::vector<Thread> MessageStore::threads(
    const Owner& who, const std::optional<std::int64_t>& before, const std::size_t count
) {
    const bool advises = !who.firm.empty();
    const auto from = number_text(before);
    return in_transaction_of(database_, who, [&](pqxx::work& transaction) {
        std::vector<Thread> result;
        boost::json::array candidates;
        for (const auto& row :
             run(transaction,
                 queries::list_threads.name,
                 who.id,
                 who.firm,
                 advises ? firm_party : owner_party,
                 or_null(from),
                 count)) {
            result.push_back(
                {.candidate_id = row[0].as<std::string>(),
                 .name = std::nullopt,
                 .firm = row[1].as<std::string>(),
                 .firm_name = text_or_nothing(row[2]),
                 .last_id = row[3].as<std::int64_t>(),
                 .last_at = row[4].as<std::string>(),
                 .unread = row[5].as<std::int64_t>(),
                 .open = row[6].as<bool>()}
            );
            candidates.emplace_back(result.back().candidate_id);
            if (!advises) {
                note_use(transaction, who, result.back().candidate_id);
            }
        }
        if (advises) {
            run(transaction,
                queries::note_clients_listed.name,
                boost::json::serialize(candidates),
                who.id,
                who.firm);
        }
        add_names(transaction, result);
        return result;
    });
}

domain::Result<std::vector<Message>> MessageStore::list(
    const Owner& who,
    const Address& address,
    const std::optional<std::int64_t>& before,
    const std::size_t count,
    const Permits& permits
) {
    using Result = domain::Result<std::vector<Message>>;
    const auto from = number_text(before);
    return in_transaction_of(database_, who, [&](pqxx::work& transaction) -> Result {
        if (!side_in(transaction, who, address, permits)) {
            return no_candidate(address.candidate_id);
        }
        std::vector<Message> result;
        for (const auto& row :
             run(transaction,
                 queries::list_messages.name,
                 address.candidate_id,
                 address.firm,
                 or_null(from),
                 count)) {
            result.push_back(message_from(row, who));
        }
        return result;
    });
}

domain::Result<std::optional<Message>> MessageStore::write(
    const Owner& who,
    const Address& address,
    const Draft& draft,
    const Instant now,
    const Permits& permits
) {
    using Result = domain::Result<std::optional<Message>>;
    const auto posting =
        draft.about ? std::optional{std::to_string(draft.about->posting_id)} : std::nullopt;
    const auto title = draft.about ? std::optional{draft.about->title} : std::nullopt;
    return in_transaction_of(database_, who, [&](pqxx::work& transaction) -> Result {
        const auto side = side_in(transaction, who, address, permits);
        if (!side) {
            return no_candidate(address.candidate_id);
        }
        const auto added =
            run(transaction,
                queries::add_message.name,
                address.candidate_id,
                address.firm,
                side->party(),
                who.id,
                or_null(posting),
                or_null(title),
                draft.words,
                epoch(now));
        if (added.empty()) {
            return Result{std::nullopt};
        }
        const auto row =
            run(transaction,
                queries::list_messages.name,
                address.candidate_id,
                address.firm,
                added[0][0].as<std::int64_t>() + 1,
                1);
        return Result{message_from(row.front(), who)};
    });
}

domain::Result<void> MessageStore::mark_read(
    const Owner& who,
    const Address& address,
    const std::int64_t up_to,
    const Instant now,
    const Permits& permits
) {
    using Result = domain::Result<void>;
    return in_transaction_of(database_, who, [&](pqxx::work& transaction) -> Result {
        const auto side = side_in(transaction, who, address, permits);
        if (!side) {
            return no_candidate(address.candidate_id);
        }
        run(transaction,
            queries::mark_read.name,
            address.candidate_id,
            side->owner_id,
            address.firm,
            side->party(),
            up_to,
            epoch(now));
        return {};
    });
}

}  // namespace store
