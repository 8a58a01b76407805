#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace coding {

/// The rows of some keys: open addressing, at most half full. A key is a hash already.
class KeyTable {
public:
    static constexpr std::uint32_t no_row = ~std::uint32_t{0};

    /// The row of a key is its place among the keys, each of which stands there once.
    explicit KeyTable(const std::vector<std::uint32_t>& keys)
        : slots_(std::bit_ceil(2 * keys.size() + 1)) {
        for (std::size_t row = 0; row < keys.size(); ++row) {
            slots_[place_of(keys[row])] = {keys[row], static_cast<std::uint32_t>(row)};
        }
    }

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

    std::vector<Slot> slots_;
};

}  // namespace coding
