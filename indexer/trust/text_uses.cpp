#include "indexer/trust/text_uses.hpp"

#include "indexer/normalise/employer_name.hpp"
#include "indexer/verification/shingles.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace trust {
namespace {

using store::SketchedPosting;
using store::TextUse;

/// Two sketches that differ in no more bits than this many have one of so many parts in common.
constexpr unsigned parts = 4;
static_assert(verification::copied_distance_max < static_cast<int>(parts));
constexpr unsigned part_bits = 64 / parts;

std::uint64_t bits_of(const SketchedPosting& posting) {
    return static_cast<std::uint64_t>(posting.text.sketch);
}

std::uint64_t part_of(const std::uint64_t sketch, const unsigned part) {
    return (sketch >> (part * part_bits)) & ((std::uint64_t{1} << part_bits) - 1);
}

/// By day, those without one last; then as they were stored.
auto age(const SketchedPosting& posting) {
    return std::tuple{!posting.posted, posting.posted.value_or(domain::Date{}), posting.id};
}

/// Whose text it is, as far as that matters.
class Users {
public:
    void add(const SketchedPosting& posting) {
        if (first_ == nullptr || age(posting) < age(*first_)) {
            first_ = &posting;
        }
        add_employer(posting.text.employer);
    }
    void add(const Users& others) {
        if (age(*others.first_) < age(*first_)) {
            first_ = others.first_;
        }
        for (std::size_t at = 0; at < others.count_; ++at) {
            add_employer(others.employers_[at]);
        }
    }
    TextUse use() const { return {.first = first_->id, .employers = static_cast<int>(count_)}; }

private:
    void add_employer(const std::int64_t employer) {
        const auto* const end = employers_.begin() + count_;
        if (count_ < employers_.size() && std::find(employers_.cbegin(), end, employer) == end) {
            employers_[count_++] = employer;
        }
    }

    const SketchedPosting* first_ = nullptr;
    std::array<std::int64_t, 3> employers_{};
    std::size_t count_ = 0;
};

/// Postings of one sketch.
struct Group {
    std::uint64_t sketch = 0;
    Users own = {};
    Users near = {};  ///< Of all sketches that are near, this one among them.
};

/// The groups by sketch; of each posting its group goes into `group_of`.
std::vector<Group> groups_of(
    const std::span<const SketchedPosting> postings, std::vector<std::uint32_t>& group_of
) {
    std::vector<std::uint32_t> order(postings.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](const std::uint32_t one, const std::uint32_t other) {
        return bits_of(postings[one]) < bits_of(postings[other]);
    });
    std::vector<Group> groups;
    for (const std::uint32_t at : order) {
        if (groups.empty() || groups.back().sketch != bits_of(postings[at])) {
            groups.push_back({.sketch = bits_of(postings[at])});
        }
        groups.back().own.add(postings[at]);
        group_of[at] = static_cast<std::uint32_t>(groups.size() - 1);
    }
    return groups;
}

void join_near(std::vector<Group>& groups) {
    std::vector<std::uint32_t> order(groups.size());
    std::iota(order.begin(), order.end(), 0U);
    for (unsigned part = 0; part < parts; ++part) {
        const auto key = [&](const std::uint32_t at) { return part_of(groups[at].sketch, part); };
        std::sort(order.begin(), order.end(), [&](const auto one, const auto other) {
            return key(one) < key(other);
        });
        for (std::size_t one = 0; one < order.size(); ++one) {
            for (std::size_t other = one + 1;
                 other < order.size() && key(order[other]) == key(order[one]);
                 ++other) {
                Group& left = groups[order[one]];
                Group& right = groups[order[other]];
                if (verification::distance(left.sketch, right.sketch) <=
                    verification::copied_distance_max) {
                    left.near.add(right.own);
                    right.near.add(left.own);
                }
            }
        }
    }
}

/// FNV-1a; the same on every machine, so that it can be stored.
std::int64_t hash_of(const std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    return static_cast<std::int64_t>(hash);
}

}  // namespace

std::optional<store::TextSketch> text_sketch(const domain::Posting& posting) {
    const auto sketch = verification::sketch(posting.description, posting.hiring_organization);
    if (!sketch) {
        return std::nullopt;
    }
    const auto name = normalise::employer_name_from(posting.hiring_organization);
    // A chain's shops are one employer here.
    return store::TextSketch{
        .sketch = static_cast<std::int64_t>(*sketch),
        .employer = hash_of(name.operating_key.empty() ? name.key : name.operating_key)};
}

std::vector<TextUse> text_uses(const std::span<const SketchedPosting> postings) {
    std::vector<std::uint32_t> group_of(postings.size());
    std::vector<Group> groups = groups_of(postings, group_of);
    for (Group& group : groups) {
        group.near = group.own;
    }
    join_near(groups);
    std::vector<TextUse> uses;
    uses.reserve(postings.size());
    for (const std::uint32_t group : group_of) {
        uses.push_back(groups[group].near.use());
    }
    return uses;
}

}  // namespace trust
