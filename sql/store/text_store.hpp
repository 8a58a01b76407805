#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/posting.hpp"
#include "sql/store/database.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace store {

/// A posting's own text, where it is long enough to be compared.
struct TextSketch {
    std::int64_t sketch = 0;    ///< The bits are what matters.
    std::int64_t employer = 0;  ///< Hash of its key.
    bool operator==(const TextSketch&) const = default;
};

/// Who has a text like a posting's.
struct TextUse {
    domain::PostingId first = 0;  ///< The first posting with it; may be the posting itself.
    int employers = 0;            ///< 3 stands for three or more.
    bool operator==(const TextUse&) const = default;
};

struct SketchedPosting {
    domain::PostingId id = 0;
    TextSketch text;
    std::optional<domain::Date> posted;
    std::optional<TextUse> use;  ///< As it was found; nothing: not compared yet.
};

/// What postings' texts say in short, and which are alike.
class TextStore {
public:
    explicit TextStore(Database& database) : database_{database} {}

    /// Whether some text waits to be compared.
    bool any_to_compare();

    /// All texts by id, the first `count` after `after`.
    std::vector<SketchedPosting> list(domain::PostingId after, std::size_t count);

    /// These are to be compared; `use` is not looked at.
    void write(const std::vector<SketchedPosting>& texts);

    struct Found {
        domain::PostingId id = 0;
        TextUse use;
        bool settled = false;  ///< Nothing but its verdict is to be said of it.
    };
    struct Verdict {
        int place = 0;  ///< Of the check, from 1.
        char letter = 'u';
    };
    /// One transaction. Those that are settled have the verdict, the others are due to be verified.
    void write_uses(const std::vector<Found>& found, Verdict of_settled);

private:
    Database& database_;
};

}  // namespace store
