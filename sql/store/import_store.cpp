#include "sql/store/import_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/import_rows.hpp"
#include "sql/store/lease.hpp"

#include <boost/json.hpp>

#include <limits>
#include <utility>

namespace store {
namespace {

namespace json = boost::json;

Import import_of(const pqxx::row& row) {
    return {
        .id = row[0].as<std::int64_t>(),
        .kind = row[1].as<std::string>(),
        .list = row[2].as<std::string>(),
        .publisher = row[3].as<std::string>(),
        .published_on = domain::parse_date(row[4].c_str()).value(),
        .file_name = row[5].as<std::string>(),
        .sha256 = row[6].as<std::string>(),
        .rows = row[7].as<std::int64_t>(),
        .refused = row[8].as<std::int64_t>(),
        .left_out = row[9].as<std::int64_t>(),
        .passed_over =
            json::value_to<std::map<std::string, std::int64_t>>(json::parse(row[10].c_str())),
        .imported_at = row[11].as<std::string>(),
        .shipped = row[12].as<bool>(),
        .active = row[13].as<bool>(),
    };
}

std::optional<Import> find(pqxx::work& transaction, const std::int64_t id) {
    const auto found = run(transaction, embedded_queries::find_import.name, id);
    return found.empty() ? std::nullopt : std::optional{import_of(found.front())};
}

std::optional<Import> active_of(
    pqxx::work& transaction, const std::string& kind, const std::string& list
) {
    const auto found = run(transaction, embedded_queries::find_active_import.name, kind, list);
    return found.empty() ? std::nullopt : find(transaction, found.front()[0].as<std::int64_t>());
}

std::optional<Import> of_bytes(pqxx::work& transaction, const NewImport& about) {
    const auto found =
        run(transaction, embedded_queries::find_import_of_bytes.name, about.kind, about.sha256);
    return found.empty() ? std::nullopt : find(transaction, found.front()[0].as<std::int64_t>());
}

std::vector<Refused> refused_of(
    pqxx::work& transaction, const std::int64_t id, const std::int64_t rows_max
) {
    std::vector<Refused> rows;
    for (const auto& row : run(transaction, embedded_queries::list_refused.name, id, rows_max)) {
        rows.push_back(
            {.line = row[0].as<std::int64_t>(),
             .field = row[1].as<std::string>(),
             .extent =
                 row[2].as<std::string>() == "row" ? Refused::Extent::row : Refused::Extent::value,
             .reason = row[3].as<std::string>(),
             .raw = row[4].as<std::string>()}
        );
    }
    return rows;
}

std::vector<Refused> first_refused(pqxx::work& transaction, const Import& import) {
    return refused_of(transaction, import.id, ImportStore::refused_shown_max);
}

domain::Result<ImportOutcome> nothing_to_do(
    pqxx::work& transaction, const NewImport& about, Import before
) {
    if (before.list != about.list || before.published_on != about.published_on) {
        return domain::Error{
            .kind = domain::ErrorKind::conflict,
            .message = "these bytes are import " + std::to_string(before.id) + " already, of '" +
                       before.list + "' published " + domain::to_string(before.published_on) +
                       "; revert that first to import them as '" + about.list + "' published " +
                       domain::to_string(about.published_on),
            .field = about.file_name};
    }
    ImportOutcome outcome{
        .did = ImportOutcome::Did::nothing,
        .import = std::move(before),
        .superseded = {},
        .superseded_by = {},
        .first_refused = {}};
    outcome.first_refused = first_refused(transaction, outcome.import);
    if (!outcome.import.active) {
        outcome.superseded_by = active_of(transaction, about.kind, about.list);
    }
    return outcome;
}

/// Reads the list to its end and writes its rows; the id of the import, or why it is refused.
domain::Result<std::int64_t> write(
    pqxx::work& transaction, const NewImport& about, const ImportItems& next
) {
    const auto id = run(transaction,
                        embedded_queries::add_import.name,
                        about.kind,
                        about.list,
                        about.publisher,
                        domain::to_string(about.published_on),
                        about.file_name,
                        about.sha256)
                        .front()[0]
                        .as<std::int64_t>();
    ImportRows rows{transaction, about, id};
    while (true) {
        auto item = next();
        if (!item) {
            return item.error();
        }
        if (!*item) {
            break;
        }
        rows.take(std::move(**item));
    }
    rows.flush();
    if (rows.rows() == 0) {
        return domain::invalid(
            about.file_name,
            "no row could be taken in (" + std::to_string(rows.refused()) +
                " refused); an empty list would supersede what is held"
        );
    }
    run(transaction,
        embedded_queries::finish_import.name,
        id,
        rows.rows(),
        rows.refused(),
        rows.left_out(),
        json::serialize(json::value_from(rows.passed_over())));
    return id;
}

void choose_active(pqxx::work& transaction, const std::string& kind, const std::string& list) {
    run(transaction, embedded_queries::deactivate_list.name, kind, list);
    run(transaction, embedded_queries::activate_newest.name, kind, list);
}

/// Commits only where it is meant: a transaction that goes without is undone.
void end(pqxx::work& transaction, const Commit commit) {
    if (commit == Commit::real) {
        transaction.commit();
    }
}

}  // namespace

domain::Result<ImportOutcome> ImportStore::import(
    const NewImport& about, const ImportItems& next, const Commit commit
) {
    Database::Lease lease = database_.lease();
    pqxx::work transaction{lease.connection()};
    if (auto before = of_bytes(transaction, about)) {
        return nothing_to_do(transaction, about, std::move(*before));
    }
    auto active_before = active_of(transaction, about.kind, about.list);
    const auto id = write(transaction, about, next);
    if (!id) {
        return id.error();
    }
    choose_active(transaction, about.kind, about.list);
    ImportOutcome outcome{
        .did = ImportOutcome::Did::imported,
        .import = find(transaction, *id).value(),
        .superseded = {},
        .superseded_by = {},
        .first_refused = {}};
    outcome.first_refused = first_refused(transaction, outcome.import);
    (outcome.import.active ? outcome.superseded : outcome.superseded_by) = std::move(active_before);
    end(transaction, commit);
    return outcome;
}

domain::Result<RevertOutcome> ImportStore::revert(const std::int64_t id, const Commit commit) {
    Database::Lease lease = database_.lease();
    pqxx::work transaction{lease.connection()};
    auto reverted = find(transaction, id);
    if (!reverted) {
        return domain::Error{
            .kind = domain::ErrorKind::not_found,
            .message = "there is no import " + std::to_string(id),
            .field = ""};
    }
    if (reverted->shipped) {
        return domain::Error{
            .kind = domain::ErrorKind::conflict,
            .message = "import " + std::to_string(id) + " shipped with the program and stays",
            .field = ""};
    }
    run(transaction, embedded_queries::delete_import.name, id);
    choose_active(transaction, reverted->kind, reverted->list);
    RevertOutcome outcome{.reverted = std::move(*reverted), .active = {}};
    outcome.active = active_of(transaction, outcome.reverted.kind, outcome.reverted.list);
    end(transaction, commit);
    return outcome;
}

std::vector<Import> ImportStore::list() {
    return in_transaction(database_, [](pqxx::work& transaction) {
        std::vector<Import> imports;
        for (const auto& row : run(transaction, embedded_queries::list_imports.name)) {
            imports.push_back(import_of(row));
        }
        return imports;
    });
}

std::vector<Refused> ImportStore::refused(const std::int64_t id) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        return refused_of(transaction, id, std::numeric_limits<std::int32_t>::max());
    });
}

}  // namespace store
