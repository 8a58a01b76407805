#pragma once

#include "matcher/domain/application.hpp"
#include "matcher/domain/date.hpp"
#include "matcher/domain/posting.hpp"
#include "sql/store/candidate_store.hpp"
#include "sql/store/instant.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// What candidates have applied to, or mean to: each once, with a line for every change and every
/// comment, of which none is rewritten. Whoever is not the owner reaches it by the candidate's
/// consent to the firm alone, and is noted. Never logged.
/// Refusals: not_found where there is none for who asks.
class ApplicationStore {
public:
    explicit ApplicationStore(Database& database) : database_{database} {}

    struct Due {
        domain::Date on;
        std::string what;  ///< In at most 100 characters.
        bool operator==(const Due&) const = default;
    };

    struct Application {
        std::string id;           ///< UUIDv4, made here.
        std::int64_t number = 0;  ///< Grows; the order of list().
        std::string candidate_id;
        std::string owner_id;
        domain::PostingId posting_id = 0;
        std::string title;     ///< Of the posting, as it was seen,
        std::string employer;  ///< and its employer.
        domain::ApplicationState state = domain::ApplicationState::draft;
        std::optional<Due> due;
        std::string created_at;           ///< RFC 3339, UTC.
        std::string changed_at;           ///< RFC 3339, UTC.
        std::string etag;                 ///< Strong, changes with every change; without quotes.
        std::optional<std::string> name;  ///< Of the candidate's résumé.
        Reach reach = Reach::own;
    };

    struct Draft {
        std::string candidate_id;
        domain::PostingId posting_id = 0;
        std::string title;
        std::string employer;
        std::optional<Due> due;
        std::string note;  ///< At most 2000 characters.
    };
    struct Created {
        Application application;
        bool now = false;  ///< Else there was one before, which is left as it is.
    };
    domain::Result<Created> create(
        const Owner& owner, const Draft& draft, Instant now, const Permits& permits
    );

    domain::Result<Application> find(
        const Owner& owner, const std::string& id, const Permits& permits
    );

    /// What an application becomes.
    struct Change {
        domain::ApplicationState state = domain::ApplicationState::draft;
        std::optional<Due> due;
        std::string note;  ///< At most 2000 characters.
    };
    /// What becomes of an application as it stands: nothing inside where it stays so, or why not.
    using Decide = std::function<domain::Result<std::optional<Change>>(const Application&)>;

    /// conflict where somebody changed it in the same moment; else the error of `decide`, with
    /// which nothing is changed.
    domain::Result<Application> change(
        const Owner& owner,
        const std::string& id,
        Instant now,
        const Permits& permits,
        const Decide& decide
    );

    /// A change or a comment.
    struct Event {
        std::int64_t id = 0;
        std::optional<domain::ApplicationState> state;  ///< From then on; nothing: a comment.
        std::optional<Due> due;
        std::string words;                ///< The note beside a change, or the comment.
        std::string role;                 ///< candidate, advisor
        bool own = false;                 ///< By who asks.
        std::optional<std::string> firm;  ///< The name of the advisor's.
        std::string made_at;              ///< RFC 3339, UTC.
    };
    domain::Result<Event> comment(
        const Owner& owner,
        const std::string& id,
        const std::string& words,
        Instant now,
        const Permits& permits
    );

    /// The newest first; those before line `before` where it is said.
    domain::Result<std::vector<Event>> events(
        const Owner& owner,
        const std::string& id,
        const std::optional<std::int64_t>& before,
        std::size_t count,
        const Permits& permits
    );

    struct Filter {
        std::vector<domain::ApplicationState> states;  ///< Empty: all of them.
        std::optional<std::string> candidate_id;
        std::optional<domain::PostingId> posting_id;
    };
    /// The owner's own, the newest first; those before number `before` where it is said.
    std::vector<Application> list(
        const Owner& owner,
        const Filter& filter,
        const std::optional<std::int64_t>& before,
        std::size_t count
    );

    /// Where a page of the caseload ends.
    struct Place {
        std::optional<domain::Date> due_on;
        std::int64_t number = 0;
    };
    /// Of everybody who lets the advisor's firm read, what is due first and what has no day last;
    /// those after `after` where it is said. Each candidate in it is noted.
    std::vector<Application> caseload(
        const Owner& advisor,
        const Filter& filter,
        const std::optional<Place>& after,
        std::size_t count
    );

private:
    Database& database_;
};

}  // namespace store
