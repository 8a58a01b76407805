#pragma once

#include "sql/store/letter_store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

enum class PackageState : std::uint8_t {
    queued,  ///< jobscout-worker will build it.
    built,
    refused,  ///< It must not be built; it says why.
    failed,   ///< The world failed so often that nobody tries again.
};

/// What candidates send for their applications: each package is one version, of which none is
/// rewritten. Reached as its application is. Never logged.
/// Refusals: not_found where there is none for who asks.
class PackageStore {
public:
    explicit PackageStore(Database& database) : database_{database} {}

    /// As many as an application may have.
    static constexpr int versions_max = 100;

    /// As many as one account may have waiting at a time.
    static constexpr std::int64_t waiting_max = 1'000;

    struct Wish {
        std::optional<std::string> sent_in;  ///< en, fr; nothing: the language of the posting.
        std::string kept_in = "en";
        std::string rules;  ///< A rule set to show beside the usual ones; may be empty.
    };

    struct Package {
        std::string id;           ///< UUIDv4, made here.
        std::int64_t number = 0;  ///< Grows; the order of lists.
        std::string application_id;
        std::string candidate_id;
        domain::PostingId posting_id = 0;
        std::string title;      ///< Of the posting, as it was seen,
        std::string employer;   ///< and its employer.
        int version = 0;        ///< Within the application, from 1.
        std::string own_words;  ///< Of the letter, as they were then: a JSON object.
        Wish wish;
        std::optional<std::string> batch;
        Author by;
        std::string asked_at;  ///< RFC 3339, UTC.
        PackageState state = PackageState::queued;
        std::optional<domain::Date> as_of;  ///< Of those that are built or refused.
        std::string refusal;                ///< The name of the reason; empty where not refused.
        std::string refused_field;          ///< What it is of; may be empty.
        std::string refused_why;            ///< In English.
        std::optional<std::string> ended_at;
    };

    /// How many of those that who asks has asked for wait to be built.
    std::int64_t waiting(const Owner& owner);

    /// Another version of an application's, with the letter's words as they stand. Nothing where it
    /// has as many as it may have.
    domain::Result<std::optional<Package>> ask(
        const Owner& owner,
        const std::string& application,
        const Wish& wish,
        Instant now,
        const Permits& permits
    );

    /// One of those that are asked for at once: its package, or why there is none.
    struct Asked {
        std::optional<Package> package;
        std::optional<domain::Error> error;  ///< Neither: it has as many as it may have.
    };
    struct Batch {
        std::string id;
        std::string asked_at;
        std::int64_t total = 0;
        std::int64_t queued = 0;
        std::int64_t built = 0;
        std::int64_t refused = 0;
        std::int64_t failed = 0;
    };
    struct AskedBatch {
        std::optional<Batch> batch;  ///< Nothing where every one was refused.
        std::vector<Asked> items;    ///< In the order in which they were asked for.
    };
    /// For each of these a package, with an application where there is none yet; all or, where the
    /// world fails, none.
    AskedBatch ask_many(
        const Owner& owner,
        const std::vector<ApplicationStore::Draft>& drafts,
        const Wish& wish,
        Instant now,
        const Permits& permits
    );

    /// Those that who asks has asked for at once.
    domain::Result<Batch> find_batch(const Owner& owner, const std::string& id);

    /// Of a batch, in the order in which they were asked for, what may be read of them still; those
    /// after number `after` where it is said.
    std::vector<Package> list_batch(
        const Owner& owner,
        const std::string& batch,
        const std::optional<std::int64_t>& after,
        std::size_t count
    );

    /// The newest first; those before number `before` where it is said.
    domain::Result<std::vector<Package>> list(
        const Owner& owner,
        const std::string& application,
        const std::optional<std::int64_t>& before,
        std::size_t count,
        const Permits& permits
    );

    domain::Result<Package> find(const Owner& owner, const std::string& id, const Permits& permits);

    struct File {
        std::string name;
        std::string content;
    };
    /// In the order of the archive, or the one with this name; empty where it is not built, or has
    /// no such file.
    domain::Result<std::vector<File>> files(
        const Owner& owner,
        const std::string& id,
        const std::optional<std::string>& name,
        const Permits& permits
    );

    /// A day of the checklist in the package that was built last.
    struct Day {
        std::int64_t id = 0;
        domain::Date due_on;
        std::string words;
        std::string package_id;
        std::string application_id;
        std::string candidate_id;
        std::optional<std::string> name;  ///< Of the candidate's résumé.
        domain::PostingId posting_id = 0;
        std::string title;
        std::string employer;
        domain::ApplicationState state = domain::ApplicationState::draft;
    };
    struct DayPlace {
        domain::Date due_on;
        std::int64_t id = 0;
    };
    /// Of everybody who lets the advisor's firm read, from `from` on, the soonest first; those
    /// after `after` where it is said. Each candidate in it is noted.
    std::vector<Day> days(
        const Owner& advisor,
        domain::Date from,
        const std::optional<DayPlace>& after,
        std::size_t count
    );

private:
    Database& database_;
};

/// Such as `queued`.
std::string_view name_of(PackageState state);

}  // namespace store
