#pragma once

#include "matcher/domain/posting.hpp"
#include "sql/store/posting_store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace store {

/// A posting as far as it tells whether it advertises the same job as another. Of its texts it has
/// the titles only: where it has duties, skills or a description, there are empty ones.
struct AdvertisedPosting {
    domain::Posting posting;
    bool verified = false;
    std::string employer_key;
    std::string record_digest;
    std::string
        text_digest;  ///< Of duties, skills, description and what is asked; empty: none of them.
    Revision revision = 0;
    domain::PostingId canonical =
        0;  ///< The posting that is served in its place; its own id otherwise.
};

/// By what postings of one job find each other (table posting_key).
struct DuplicateKeys {
    domain::PostingId id = 0;
    std::optional<std::int64_t> block;
    std::optional<std::int64_t> ad;
    std::int64_t raw = 0;
};

/// Up to where duplicates have been looked for: posting `id` of `revision`, or all of it where 0.
struct DuplicateProgress {
    Revision revision = 0;
    domain::PostingId id = 0;
    int rules_version = 0;
};

struct Canonical {
    domain::PostingId id = 0;
    domain::PostingId canonical = 0;  ///< `id` itself where it is served.
};

/// One place where a job was advertised.
struct Appearance {
    domain::PostingId id = 0;
    std::string source;
    std::string source_id;
    std::string url;
    std::optional<domain::Date> date_posted;
    std::optional<domain::Date> last_live_day;
    bool is_canonical = false;  ///< It is served in place of the others.
};

/// What is known of duplicates. The caller of whatever writes holds the writer lock.
class DuplicateStore {
public:
    explicit DuplicateStore(Database& database);

    DuplicateProgress progress();

    /// Forgets all keys, so that every posting is looked at again.
    void start_over(int rules_version);

    /// As PostingStore::changed_since.
    std::vector<AdvertisedPosting> changed_since(
        Revision after, domain::PostingId after_id, std::size_t count
    );
    std::vector<AdvertisedPosting> find(const std::vector<domain::PostingId>& ids);

    /// The verified postings that share a key with one of these, these among them.
    std::vector<domain::PostingId> sharing(const std::vector<domain::PostingId>& ids);

    /// One transaction: the keys of these postings are these from now on; a posting of `ids` that
    /// has none loses its keys.
    void write_keys(
        const std::vector<domain::PostingId>& ids, const std::vector<DuplicateKeys>& keys
    );

    /// One transaction: who stands for whom from now on, under a new revision, and how far the
    /// search has come. The revision; 0 where there are no marks.
    Revision mark(const std::vector<Canonical>& marks, const DuplicateProgress& progress);

    /// How many postings stand behind another.
    std::int64_t merged();

    /// All advertisements of the posting's job, this one among them; by day, then source and id.
    std::vector<Appearance> appearances(domain::PostingId id);

private:
    Database& database_;
};

}  // namespace store
