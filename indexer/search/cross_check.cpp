#include "indexer/search/cross_check.hpp"

#include "indexer/search/reader.hpp"
#include "indexer/search/schema.hpp"

#include <sstream>
#include <xapian.h>

namespace search {
namespace {

constexpr std::size_t page_size = 10'000;

class Check {
public:
    Check(const IndexLocation& location, store::PostingStore& postings)
        : location_{location}, postings_{postings} {}

    CrossCheck run() {
        for (std::string& fault : postings_.contradictions()) {
            add(std::move(fault));
        }
        if (!has_index(location_.folder)) {
            add("there is no index in " + location_.folder);
            return std::move(result_);
        }
        try {
            check_structure();
            compare(open_index(location_));
        } catch (const Xapian::Error& error) {
            add("the index cannot be read: " + error.get_description());
        } catch (const IndexError& error) {
            add(error.what());
        }
        return std::move(result_);
    }

private:
    void add(std::string fault) {
        ++result_.faults_found;
        if (result_.faults.size() < faults_named_max) {
            result_.faults.push_back(std::move(fault));
        }
    }

    void check_structure() {
        std::ostringstream said;
        std::size_t errors = 0;
        for (const auto& shard : shards_in_force(location_.folder)) {
            errors += Xapian::Database::check(shard.string(), 0, &said);
        }
        if (errors > 0) {
            add("the index is damaged: Xapian counts " + std::to_string(errors) +
                " errors: " + said.str());
        }
    }

    void compare(const OpenIndex& index);
    void compare_documents(const Xapian::Database& index);

    const IndexLocation& location_;
    store::PostingStore& postings_;
    CrossCheck result_;
};

void Check::compare(const OpenIndex& index) {
    const std::int64_t shown = index.revision;
    const std::int64_t stored = postings_.revision();
    if (shown != stored) {
        add("the index shows revision " + std::to_string(shown) + " of " + std::to_string(stored));
    }
    result_.documents = static_cast<std::int64_t>(index.database.get_doccount());
    compare_documents(index.database);
}

/// Both sides in the order of their ids.
void Check::compare_documents(const Xapian::Database& index) {
    auto document = index.postlist_begin("");
    const auto end = index.postlist_end("");
    auto revision = index.valuestream_begin(schema::revision);
    const auto revision_end = index.valuestream_end(schema::revision);
    const auto surplus = [&](const domain::PostingId before) {
        for (; document != end && *document < before; ++document) {
            add("document " + std::to_string(*document) + " is of no served posting");
        }
    };
    domain::PostingId after = 0;
    for (;;) {
        const auto page = postings_.served(after, page_size);
        for (const auto& posting : page) {
            ++result_.postings;
            surplus(posting.id);
            const std::string name = "posting " + std::to_string(posting.id);
            if (document == end || *document != posting.id) {
                add(name + " has no document");
                continue;
            }
            if (revision != revision_end) {
                revision.skip_to(*document);
            }
            const bool has_revision = revision != revision_end && revision.get_docid() == *document;
            const std::uint64_t shown = has_revision ? schema::from_value(*revision) : 0;
            if (shown != static_cast<std::uint64_t>(posting.revision)) {
                add(name + " is of revision " + std::to_string(posting.revision) +
                    " and its document of " + std::to_string(shown));
            }
            ++document;
        }
        if (page.size() < page_size) {
            break;
        }
        after = page.back().id;
    }
    surplus(domain::PostingId{1} << 33);
}

}  // namespace

CrossCheck cross_check(const IndexLocation& location, store::PostingStore& postings) {
    return Check{location, postings}.run();
}

}  // namespace search
