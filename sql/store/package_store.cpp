#include "sql/store/package_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/application_row.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace store {
namespace {

namespace queries = embedded_queries;
using Package = PackageStore::Package;
using Batch = PackageStore::Batch;
using Day = PackageStore::Day;
using File = PackageStore::File;

constexpr std::array<std::string_view, 4> state_names{"queued", "built", "refused", "failed"};

PackageState state_in(const pqxx::field& field) {
    const auto* const found = std::ranges::find(state_names, field.as<std::string>());
    return static_cast<PackageState>(found - state_names.begin());
}

std::string text_in(const pqxx::field& field) { return text_or_nothing(field).value_or(""); }

Package package_in(const pqxx::row& row, const Owner& owner) {
    return {
        .id = row[0].as<std::string>(),
        .number = row[1].as<std::int64_t>(),
        .application_id = row[2].as<std::string>(),
        .candidate_id = row[3].as<std::string>(),
        .posting_id = row[4].as<domain::PostingId>(),
        .title = row[5].as<std::string>(),
        .employer = row[6].as<std::string>(),
        .version = row[7].as<int>(),
        .own_words = row[8].as<std::string>(),
        .wish =
            {.sent_in = text_or_nothing(row[9]),
             .kept_in = row[10].as<std::string>(),
             .rules = row[11].as<std::string>()},
        .batch = text_or_nothing(row[12]),
        .by =
            {.role = row[13].as<std::string>(),
             .own = row[14].as<std::string>() == owner.id,
             .firm = text_or_nothing(row[15])},
        .asked_at = row[16].as<std::string>(),
        .state = state_in(row[17]),
        .as_of = row[18].is_null()
                     ? std::nullopt
                     : std::optional{domain::parse_date(row[18].as<std::string>()).value()},
        .refusal = text_in(row[19]),
        .refused_field = text_in(row[20]),
        .refused_why = text_in(row[21]),
        .ended_at = text_or_nothing(row[22])};
}

std::vector<Package> packages_in(const pqxx::result& rows, const Owner& owner) {
    std::vector<Package> result;
    for (const auto& row : rows) {
        result.push_back(package_in(row, owner));
    }
    return result;
}

domain::Error no_package(const std::string& id) { return not_found("package", id); }

domain::Error no_batch(const std::string& id) {
    return {
        .kind = domain::ErrorKind::not_found,
        .message = "there is no batch '" + id + "'",
        .field = "batch"};
}

/// The package, of an application that who asks may reach.
domain::Result<Package> find_package(
    pqxx::transaction_base& transaction,
    const Owner& owner,
    const std::string& id,
    const Permits& permits
) {
    const auto own = run(transaction, queries::find_package.name, id);
    const auto client =
        own.empty() ? run(transaction, queries::find_client_package.name, id) : pqxx::result{};
    if (own.empty() && client.empty()) {
        return no_package(id);
    }
    const auto application = own.empty() ? client[0][0].as<std::string>()
                                         : package_in(own.front(), owner).application_id;
    const auto reached = find_application(transaction, owner, application, permits);
    if (!reached) {
        return no_package(id);
    }
    return package_in(run(transaction, queries::find_package.name, id).front(), owner);
}

/// Another version for an application that who asks has reached.
std::optional<Package> add_package(
    pqxx::transaction_base& transaction,
    const Owner& owner,
    const std::string& application,
    const PackageStore::Wish& wish,
    const std::optional<std::string>& batch,
    const Instant now
) {
    run(transaction, queries::lock_application.name, application);
    const auto added =
        run(transaction,
            queries::add_package.name,
            application,
            or_null(wish.sent_in),
            wish.kept_in,
            wish.rules,
            or_null(batch),
            role_of(owner),
            owner.id,
            firm_of(owner),
            epoch(now),
            PackageStore::versions_max);
    if (added.empty()) {
        return std::nullopt;
    }
    const auto id = added.front()[0].as<std::string>();
    return package_in(run(transaction, queries::find_package.name, id).front(), owner);
}

std::optional<Batch> batch_in(pqxx::transaction_base& transaction, const std::string& id) {
    const auto found = run(transaction, queries::find_batch.name, id);
    if (found.empty()) {
        return std::nullopt;
    }
    const auto row = found.front();
    return Batch{
        .id = row[0].as<std::string>(),
        .asked_at = row[1].as<std::string>(),
        .total = row[2].as<std::int64_t>(),
        .queued = row[3].as<std::int64_t>(),
        .built = row[4].as<std::int64_t>(),
        .refused = row[5].as<std::int64_t>(),
        .failed = row[6].as<std::int64_t>()};
}

Day day_in(const pqxx::row& row) {
    return {
        .id = row[0].as<std::int64_t>(),
        .due_on = domain::parse_date(row[1].as<std::string>()).value(),
        .words = row[2].as<std::string>(),
        .package_id = row[3].as<std::string>(),
        .application_id = row[4].as<std::string>(),
        .candidate_id = row[5].as<std::string>(),
        .name = text_or_nothing(row[10]),
        .posting_id = row[6].as<domain::PostingId>(),
        .title = row[7].as<std::string>(),
        .employer = row[8].as<std::string>(),
        .state = application_state_in(row[9])};
}

}  // namespace

std::string_view name_of(const PackageState state) {
    return state_names.at(static_cast<std::size_t>(state));
}

std::int64_t PackageStore::waiting(const Owner& owner) {
    return in_transaction_of(database_, owner, [](pqxx::work& transaction) {
        return run(transaction, queries::count_waiting_packages.name)[0][0].as<std::int64_t>();
    });
}

domain::Result<std::optional<Package>> PackageStore::ask(
    const Owner& owner,
    const std::string& application,
    const Wish& wish,
    const Instant now,
    const Permits& permits
) {
    using Result = domain::Result<std::optional<Package>>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto reached = find_application(transaction, owner, application, permits);
        if (!reached) {
            return reached.error();
        }
        return add_package(transaction, owner, application, wish, std::nullopt, now);
    });
}

PackageStore::AskedBatch PackageStore::ask_many(
    const Owner& owner,
    const std::vector<ApplicationStore::Draft>& drafts,
    const Wish& wish,
    const Instant now,
    const Permits& permits
) {
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) {
        const auto batch = run(transaction, queries::name_batch.name).front()[0].as<std::string>();
        AskedBatch result;
        for (const ApplicationStore::Draft& draft : drafts) {
            const auto created = create_application(transaction, owner, draft, now, permits);
            if (!created) {
                result.items.push_back({.package = std::nullopt, .error = created.error()});
                continue;
            }
            result.items.push_back(
                {.package =
                     add_package(transaction, owner, created->application.id, wish, batch, now),
                 .error = std::nullopt}
            );
        }
        result.batch = batch_in(transaction, batch);
        return result;
    });
}

domain::Result<Batch> PackageStore::find_batch(const Owner& owner, const std::string& id) {
    using Result = domain::Result<Batch>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto found = batch_in(transaction, id);
        return found ? Result{*found} : Result{no_batch(id)};
    });
}

std::vector<Package> PackageStore::list_batch(
    const Owner& owner,
    const std::string& batch,
    const std::optional<std::int64_t>& after,
    const std::size_t count
) {
    const auto from = number_text(after);
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) {
        std::vector<std::string> clients;
        for (const auto& row :
             run(transaction, queries::list_client_batch.name, batch, or_null(from), count)) {
            clients.push_back(row[0].as<std::string>());
        }
        note_applications(transaction, owner, clients);
        return packages_in(
            run(transaction,
                queries::list_batch_packages.name,
                batch,
                owner.id,
                or_null(from),
                count),
            owner
        );
    });
}

domain::Result<std::vector<Package>> PackageStore::list(
    const Owner& owner,
    const std::string& application,
    const std::optional<std::int64_t>& before,
    const std::size_t count,
    const Permits& permits
) {
    using Result = domain::Result<std::vector<Package>>;
    const auto from = number_text(before);
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto reached = find_application(transaction, owner, application, permits);
        if (!reached) {
            return reached.error();
        }
        return packages_in(
            run(transaction, queries::list_packages.name, application, or_null(from), count), owner
        );
    });
}

domain::Result<Package> PackageStore::find(
    const Owner& owner, const std::string& id, const Permits& permits
) {
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) {
        return find_package(transaction, owner, id, permits);
    });
}

domain::Result<std::vector<File>> PackageStore::files(
    const Owner& owner,
    const std::string& id,
    const std::optional<std::string>& name,
    const Permits& permits
) {
    using Result = domain::Result<std::vector<File>>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto reached = find_package(transaction, owner, id, permits);
        if (!reached) {
            return reached.error();
        }
        std::vector<File> result;
        for (const auto& row :
             run(transaction, queries::list_package_files.name, id, or_null(name))) {
            result.push_back(
                {.name = row[0].as<std::string>(), .content = pqxx::binarystring(row[1]).str()}
            );
        }
        return result;
    });
}

std::vector<Day> PackageStore::days(
    const Owner& advisor,
    const domain::Date from,
    const std::optional<DayPlace>& after,
    const std::size_t count
) {
    std::optional<std::string> day;
    std::optional<std::string> line;
    if (after) {
        day = domain::to_string(after->due_on);
        line = std::to_string(after->id);
    }
    return in_transaction_of(database_, advisor, [&](pqxx::work& transaction) {
        boost::json::array ids;
        std::vector<std::string> candidates;
        for (const auto& row :
             run(transaction,
                 queries::list_client_days.name,
                 domain::to_string(from),
                 or_null(day),
                 or_null(line),
                 count)) {
            ids.emplace_back(row[0].as<std::string>());
            candidates.push_back(row[1].as<std::string>());
        }
        note_applications(transaction, advisor, candidates);
        std::vector<Day> result;
        for (const auto& row :
             run(transaction, queries::list_noted_days.name, boost::json::serialize(ids))) {
            result.push_back(day_in(row));
        }
        return result;
    });
}

}  // namespace store
