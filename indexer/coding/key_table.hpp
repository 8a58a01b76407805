#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace coding {

/// The rows of some keys: open addressing, at most three quarters full. A key is a hash already.
class KeyTable {
public:
    static constexpr std::uint32_t no_row = ~std::uint32_t{0};

    KeyTable() = default;

    /// The row of a key is its place among the keys, each of which stands there once.
    explicit KeyTable(const std::vector<std::uint32_t>& keys)
        : slots_(std::bit_ceil(2 * keys.size() + 1)) {
        for (const std::uint32_t key : keys) {
            row_of_or_next(key);
        }
    }

    /// The row of a key; one that is not there gets the next row.
    std::uint32_t row_of_or_next(const std::uint32_t key) {
        const std::size_t place = place_of(key);
        if (slots_[place].row != no_row) {
            return slots_[place].row;
        }
        slots_[place] = {key, size_};
        if (4 * std::size_t{++size_} > 3 * slots_.size()) {
            grow();
        }
        return size_ - 1;
    }

    std::uint32_t size() const { return size_; }

    /// `no_row` of a key that is not there.
    std::uint32_t row_of(const std::uint32_t key) const { return slots_[place_of(key)].row; }

private:
    struct Slot {
        std::uint32_t key = 0;
        std::uint32_t row = no_row;
    };

    std::size_t place_of(const std::uint32_t key) const {
        std::size_t at = key & (slots_.size() - 1);
        while (slots_[at].row != no_row && slots_[at].key != key) {
            at = (at + 1) & (slots_.size() - 1);
        }
        return at;
    }

    void grow() {
        std::vector<Slot> slots(2 * slots_.size());
        slots.swap(slots_);
        for (const Slot& slot : slots) {
            if (slot.row != no_row) {
                slots_[place_of(slot.key)] = slot;
            }
        }
    }

    std::vector<Slot> slots_ = std::vector<Slot>(4);
    std::uint32_t size_ = 0;
};

}  // namespace coding
