#pragma once

#include "sql/store/job_store.hpp"
#include "sql/store/package_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace store {

/// Packages as whoever builds them knows them: by the role of jobscout-worker, which reads for
/// everybody. Never logged.
class PackageWorkStore {
public:
    explicit PackageWorkStore(Database& database) : database_{database} {}

    struct Advisor {
        std::string firm;                     ///< Its name.
        std::optional<std::string> standing;  ///< `regulated`, `employment_adviser`; as it is now.
        std::optional<std::string> licence_number;
    };
    struct Order {
        domain::PostingId posting_id = 0;
        std::string candidate;  ///< The document, as it is now.
        std::string own_words;  ///< A JSON object.
        PackageStore::Wish wish;
        std::optional<Advisor> advisor;  ///< Who asked; nothing: the candidate.
    };
    /// What a package is to be built of; nothing where it has ended, or is gone with its candidate.
    std::optional<Order> order(const std::string& id);

    struct Day {
        domain::Date due_on;
        std::string words;
    };
    struct Built {
        std::vector<PackageStore::File> files;  ///< In the order of the archive.
        std::vector<Day> days;                  ///< Of the checklist.
    };
    struct Refused {
        std::string reason;
        std::string field;
        std::string why;  ///< In English.
    };

    /// The end of the package as of this day and the end of the job, both or neither; those days
    /// take the place of the application's before, unless a later version is built. Throws
    /// LeaseLost where another worker has taken the job over.
    void end(const Job& job, const std::string& id, domain::Date as_of, const Built& built);
    void end(const Job& job, const std::string& id, domain::Date as_of, const Refused& refused);

private:
    Database& database_;
};

}  // namespace store
