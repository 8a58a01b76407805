#pragma once

#include "matcher/domain/posting.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// NOLINTNEXTLINE(readability-identifier-naming)
namespace Xapian {
class Document;
}

/// What postings are called, small enough to be kept in memory for a whole index: of every term
/// some bits of a hash in place of its text. As two terms may share them, a sketch tells the most
/// that a title can have in common with others, and never too little.
namespace search {

using TermSketch = std::uint16_t;

/// The same on every machine: sketches stand in the index.
TermSketch sketch_of(std::string_view term);

/// The value of slot `title` for a document whose terms have been added; empty for a title of
/// hundreds of words.
std::string title_value(const Xapian::Document& document);

/// Of what PostingTerms has of the titles.
struct TitleSketch {
    int called_words = 0;
    std::span<const TermSketch> called;  ///< XOE and XOF, with their prefix.
    std::span<const TermSketch> called_concepts;
    std::span<const TermSketch> title_concepts;
};

/// The sketches of an index, by posting id.
class TitleSketches {
public:
    explicit TitleSketches(std::size_t last_id) : begins_(last_id + 1) {}

    /// `value` is of title_value(), or of nobody's making: that is left out.
    void add(std::size_t id, std::string_view value);

    std::optional<TitleSketch> find(domain::PostingId id) const;

private:
    static constexpr std::size_t counts = 2;  ///< Cells of them before those of a title.

    std::vector<std::uint32_t> begins_;  ///< By id: where its cells begin; 0 where there are none.
    std::vector<TermSketch> cells_ = {0};
};

}  // namespace search
