#pragma once

#include "indexer/seen_ids.hpp"
#include "indexer/sources/raw_posting.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ingest {

/// A record on its way into the store.
struct Taken {
    sources::Record record;
    std::string sha256;
    /// A record before it in the file has the same id, and went into the store.
    bool supersedes = false;
};

std::string source_id(const sources::Record& record);

/// Gathers records into batches so that of a file one record counts for each id. Pure.
class OnePerId {
public:
    enum class Counts : std::uint8_t { first, last };
    explicit OnePerId(const Counts counts) : counts_{counts} {}

    /// A record that does not count, and why.
    struct Loser {
        Taken taken;
        std::string_view reason;
    };

    /// Takes a record into the batch, and tells which one loses by it: itself, or one that it
    /// takes the place of. Records without an id all count.
    std::optional<Loser> add(Taken taken);

    std::size_t batch_size() const { return batch_.size(); }

    /// The batch in the order of the file; the next one begins.
    std::vector<Taken> take_batch();

    /// Holds a record until take_waiting(): a successor of its may come, and it counts if none
    /// does.
    void wait(Taken taken);
    std::size_t waiting() const { return waiting_.size(); }
    std::vector<Taken> take_waiting();

    const SeenIds& seen() const { return seen_; }

private:
    std::optional<Loser> replace(Taken& earlier, Taken taken);

    Counts counts_;
    SeenIds seen_;
    std::vector<Taken> batch_;
    std::unordered_map<std::string, std::size_t> place_in_batch_;
    std::unordered_map<std::string, Taken> waiting_;
};

inline constexpr std::string_view repeated_reason =
    "the same record stands in the file more than once";
inline constexpr std::string_view not_first_reason =
    "an earlier record of the same file has the same id";

}  // namespace ingest
