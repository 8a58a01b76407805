#pragma once

#include "matcher/domain/result.hpp"

#include <filesystem>
#include <memory>
#include <string_view>

namespace breaches {

/// Passwords known from breaches (ASVS 5.0, 6.2.12), in a file that the operator gets: every line
/// the SHA-1 of one in 40 hexadecimal capitals, a colon and a count, sorted. Source of such a file:
/// Pwned Passwords of Have I Been Pwned, "ordered by hash". It is mapped and not read: a look at a
/// billion lines touches some thirty pages. Threads may share it.
class Passwords {
public:
    /// Refuses what cannot be read, has no line, or whose first, middle or last line is none of
    /// these or stands in another order.
    static domain::Result<Passwords> open(const std::filesystem::path& path);

    bool contains(std::string_view password) const;

private:
    struct Mapped;
    explicit Passwords(std::shared_ptr<const Mapped> mapped);

    std::shared_ptr<const Mapped> mapped_;
};

}  // namespace breaches
