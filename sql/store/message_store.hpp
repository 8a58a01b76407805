#pragma once

#include "matcher/domain/posting.hpp"
#include "matcher/domain/result.hpp"
#include "sql/store/candidate_store.hpp"
#include "sql/store/instant.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// What a candidate and a firm that they let read write to each other, in one thread. Nobody of a
/// firm sees it or adds to it without the consent; the owner keeps it. No message is rewritten.
/// Never logged. Refusals: not_found where there is no such thread for who asks.
class MessageStore {
public:
    explicit MessageStore(Database& database) : database_{database} {}

    struct Thread {
        std::string candidate_id;
        std::optional<std::string> name;  ///< Of the candidate's résumé.
        std::string firm;
        std::optional<std::string> firm_name;
        std::int64_t last_id = 0;
        std::string last_at;      ///< RFC 3339, UTC.
        std::int64_t unread = 0;  ///< Of what the other side wrote, by the side of who asks.
        bool open = false;        ///< Whether the candidate lets the firm read, so that both write.
    };
    /// Of an owner those of their candidates, of an advisor those of their firm, noting the names
    /// told; the one written in last first, before message `before` where it is said.
    std::vector<Thread> threads(
        const Owner& who, const std::optional<std::int64_t>& before, std::size_t count
    );

    /// With whom.
    struct Address {
        std::string candidate_id;
        std::string firm;
    };
    /// What a message is about.
    struct About {
        domain::PostingId posting_id = 0;
        std::string title;  ///< As it is now.
    };
    struct Message {
        std::int64_t id = 0;
        bool by_owner = false;
        bool own = false;  ///< By who asks.
        std::optional<std::string> firm_name;
        std::optional<About> about;
        std::string words;
        std::string made_at;         ///< RFC 3339, UTC.
        bool read_by_other = false;  ///< By the side that did not write it.
    };
    /// The newest first; those before message `before` where it is said.
    domain::Result<std::vector<Message>> list(
        const Owner& who,
        const Address& address,
        const std::optional<std::int64_t>& before,
        std::size_t count,
        const Permits& permits
    );

    struct Draft {
        std::string words;  ///< 1 to 4000 characters.
        std::optional<About> about;
    };
    /// Nothing inside where the owner does not let the firm read (any more).
    domain::Result<std::optional<Message>> write(
        const Owner& who,
        const Address& address,
        const Draft& draft,
        Instant now,
        const Permits& permits
    );

    /// The side of who asks has read it up to there.
    domain::Result<void> mark_read(
        const Owner& who,
        const Address& address,
        std::int64_t up_to,
        Instant now,
        const Permits& permits
    );

private:
    Database& database_;
};

}  // namespace store
