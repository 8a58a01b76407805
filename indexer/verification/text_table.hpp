#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace verification {

/// Texts, each kept once and known by a small number from 0 up. Flat: two vectors and one string.
class TextTable {
public:
    using Id = std::uint32_t;
    static constexpr Id none = 0xFFFF'FFFF;

    /// The number of this text, a new one where it is not here yet. All texts together may have
    /// 4 GiB.
    Id add(std::string_view text);

    /// Its number, or `none`.
    Id find(std::string_view text) const;

    std::string_view at(Id id) const {
        return std::string_view{text_}.substr(begins_[id], begins_[id + 1] - begins_[id]);
    }
    std::size_t size() const { return begins_.size() - 1; }

private:
    /// Where it stands in slots_, or the empty slot where it would.
    std::size_t slot_of(std::string_view text) const;
    void grow();

    std::string text_;
    std::vector<std::uint32_t> begins_{0};
    std::vector<Id> slots_ = std::vector<Id>(16, none);
};

}  // namespace verification
