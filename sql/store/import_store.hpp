#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/result.hpp"
#include "sql/store/database.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace store {

/// A published list about to be taken in.
struct NewImport {
    std::string kind;  ///< `lmia`
    std::string list;  ///< Which of the kind; imports of one list supersede each other.
    std::string publisher;
    domain::Date published_on;
    std::string file_name;
    std::string sha256;                     ///< Of the file's bytes, in hex.
    std::string table;                      ///< Takes the rows; one of our own, never of a request.
    std::vector<std::string_view> columns;  ///< Its columns in the order of a row's values.
};

/// A list taken in, or shipped with the program.
struct Import {
    std::int64_t id = 0;
    std::string kind;
    std::string list;
    std::string publisher;
    domain::Date published_on;
    std::string file_name;
    std::string sha256;
    std::int64_t rows = 0;
    std::int64_t refused = 0;
    std::int64_t left_out = 0;  ///< Values of rows taken in that could not be understood.
    std::map<std::string, std::int64_t> passed_over;  ///< What is no entry, by what it is.
    std::string imported_at;                          ///< RFC 3339, UTC.
    bool shipped = false;
    bool active = false;  ///< The newest of its list by publisher's date.
    bool operator==(const Import&) const = default;
};

/// What could not be understood.
struct Refused {
    enum class Extent : std::uint8_t {
        row,
        value,  ///< The row was taken in without it.
    };
    std::int64_t line = 0;
    std::string field;
    Extent extent = Extent::row;
    std::string reason;
    std::string raw;  ///< The row as it stood.
};

/// An entry: the columns' values as PostgreSQL reads them, nothing for NULL.
struct ImportedRow {
    std::int64_t line = 0;
    std::vector<std::optional<std::string>> values;
    std::vector<Refused> left_out = {};  ///< At most one for each field.
};

/// A row that is no entry: `heading`, `section`, `footnote`, `blank`.
struct PassedOverRow {
    std::string what;
};

using ImportItem = std::variant<ImportedRow, Refused, PassedOverRow>;

/// The next row of a list, or nothing at its end. An error ends the import and nothing of it stays:
/// half a list must not supersede a whole one.
using ImportItems = std::function<domain::Result<std::optional<ImportItem>>()>;

/// What an import did, or would do.
struct ImportOutcome {
    enum class Did : std::uint8_t {
        imported,
        nothing,  ///< These bytes had been imported before.
    };
    Did did = Did::imported;
    Import import;
    std::optional<Import> superseded;     ///< Was active until now.
    std::optional<Import> superseded_by;  ///< Is active, for it is newer than this one.
    std::vector<Refused> first_refused;   ///< At most refused_shown_max.
};

struct RevertOutcome {
    Import reverted;
    std::optional<Import> active;  ///< Of that list, now.
};

enum class Commit : std::uint8_t { real, rehearsed };

/// Lists of facts that others publish, each import with the publisher's date. An import and a
/// revert are one transaction each: whatever interrupts them leaves nothing.
class ImportStore {
public:
    static constexpr std::size_t refused_shown_max = 20;

    explicit ImportStore(Database& database) : database_{database} {}

    /// Takes in a list. The same bytes again change nothing; they are refused where they come with
    /// another list or date, so that nobody believes it to have been changed. Of a rehearsed import
    /// nothing stays.
    domain::Result<ImportOutcome> import(
        const NewImport& about, const ImportItems& next, Commit commit
    );

    /// Takes an import and its rows away; of what is left of its list, the newest is active.
    /// Refuses an import that is not there, and one that shipped.
    domain::Result<RevertOutcome> revert(std::int64_t id, Commit commit);

    /// By kind and list; of a list the newest first.
    std::vector<Import> list();

    /// What of an import could not be understood, by line.
    std::vector<Refused> refused(std::int64_t id);

private:
    Database& database_;
};

}  // namespace store
