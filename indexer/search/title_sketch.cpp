#include "indexer/search/title_sketch.hpp"

#include "indexer/search/schema.hpp"
#include "indexer/search/terms_under.hpp"

#include <algorithm>
#include <limits>
#include <xapian.h>

namespace search {
namespace {

constexpr std::size_t byte_max = std::numeric_limits<std::uint8_t>::max();

void append(std::string& value, const unsigned cell) {
    value += static_cast<char>(cell & 0xFFU);
    value += static_cast<char>(cell >> 8U & 0xFFU);
}

TermSketch cell_at(const std::string_view value, const std::size_t at) {
    const auto byte = [&](const std::size_t index) {
        return static_cast<unsigned>(static_cast<unsigned char>(value[index]));
    };
    return static_cast<TermSketch>(byte(2 * at) | byte(2 * at + 1) << 8U);
}

}  // namespace

TermSketch sketch_of(const std::string_view term) {
    // FNV-1a, 32 bits, its halves folded together.
    std::uint32_t hash = 2166136261U;
    for (const char character : term) {
        hash = (hash ^ static_cast<unsigned char>(character)) * 16777619U;
    }
    return static_cast<TermSketch>(hash >> 16U ^ hash);
}

std::string title_value(const Xapian::Document& document) {
    std::string called;
    std::string concepts;
    auto term = document.termlist_begin();
    const auto sketches = [&term](const std::string_view prefix, std::string& to) {
        return take_terms_under(term, prefix, [&](const std::string_view text) {
            append(to, sketch_of(text));
        });
    };
    const auto of_concepts = [&](const std::string_view prefix) {
        return take_terms_under(term, prefix, [&](const std::string_view text) {
            append(concepts, sketch_of(text.substr(prefix.size())));
        });
    };
    // In the order of the terms, as one walk finds them.
    const std::size_t called_concepts = of_concepts(schema::called_concept);
    const std::size_t english = sketches(schema::called_english, called);
    const std::size_t french = sketches(schema::called_french, called);
    const std::size_t title_concepts = of_concepts(schema::title_concept);
    if (std::max({english + french, called_concepts, title_concepts}) > byte_max) {
        return {};
    }
    std::string value;
    append(value, static_cast<unsigned>(std::max(english, french) | (english + french) << 8U));
    append(value, static_cast<unsigned>(called_concepts | title_concepts << 8U));
    return value + called + concepts;
}

void TitleSketches::add(const std::size_t id, const std::string_view value) {
    if (id >= begins_.size() || value.size() < 2 * counts || value.size() % 2 != 0) {
        return;
    }
    const std::size_t terms =
        (cell_at(value, 0) >> 8U) + (cell_at(value, 1) & 0xFFU) + (cell_at(value, 1) >> 8U);
    if (value.size() != 2 * (counts + terms)) {
        return;
    }
    begins_[id] = static_cast<std::uint32_t>(cells_.size());
    for (std::size_t at = 0; at < counts + terms; ++at) {
        cells_.push_back(cell_at(value, at));
    }
}

std::optional<TitleSketch> TitleSketches::find(const domain::PostingId id) const {
    const auto number = static_cast<std::size_t>(id);
    const std::size_t begin = number < begins_.size() ? begins_[number] : 0;
    if (begin == 0) {
        return std::nullopt;
    }
    const TermSketch* const cells = &cells_[begin];
    const std::size_t called = cells[0] >> 8U;
    const std::size_t called_concepts = cells[1] & 0xFFU;
    const std::size_t title_concepts = cells[1] >> 8U;
    const TermSketch* const terms = cells + counts;
    return TitleSketch{
        .called_words = cells[0] & 0xFF,
        .called = {terms, called},
        .called_concepts = {terms + called, called_concepts},
        .title_concepts = {terms + called + called_concepts, title_concepts}};
}

}  // namespace search
