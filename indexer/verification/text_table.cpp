#include "indexer/verification/text_table.hpp"

#include <cassert>
#include <functional>
#include <limits>

namespace verification {

std::size_t TextTable::slot_of(const std::string_view text) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = std::hash<std::string_view>{}(text)&mask;
    while (slots_[slot] != none && at(slots_[slot]) != text) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

void TextTable::grow() {
    std::vector<Id> before = std::move(slots_);
    slots_.assign(before.size() * 2, none);
    for (const Id id : before) {
        if (id != none) {
            slots_[slot_of(at(id))] = id;
        }
    }
}

TextTable::Id TextTable::add(const std::string_view text) {
    const std::size_t slot = slot_of(text);
    if (slots_[slot] != none) {
        return slots_[slot];
    }
    const Id id = static_cast<Id>(size());
    assert(text_.size() + text.size() <= std::numeric_limits<std::uint32_t>::max());
    text_.append(text);
    begins_.push_back(static_cast<std::uint32_t>(text_.size()));
    slots_[slot] = id;
    if (size() * 2 > slots_.size()) {
        grow();
    }
    return id;
}

TextTable::Id TextTable::find(const std::string_view text) const { return slots_[slot_of(text)]; }

}  // namespace verification
