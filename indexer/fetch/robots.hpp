#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fetch {

/// What a robots.txt says to one crawler (RFC 9309). Anything may stand in the file: what is no
/// rule is passed over.
class Robots {
public:
    /// As much of a file as has to be read: RFC 9309 asks for 500 KiB at least.
    static constexpr std::size_t bytes_max = std::size_t{512} * 1024;

    /// Everything is allowed.
    Robots() = default;

    /// The groups for `user_agent`, whose name is what stands before its first `/` or space:
    /// `jobscout` of `jobscout/1.0 (+https://...)`. Where no group names it, those for `*`.
    Robots(std::string_view text, std::string_view user_agent);

    /// `target` is the path and query of a URL as they stand in it: `/jobs?page=2`. The longest
    /// rule that matches decides, and of two as long the one that allows.
    bool allows(std::string_view target) const;

    /// Between two requests to the host; none asked: 0. Not of RFC 9309, but widely written.
    std::chrono::milliseconds crawl_delay() const { return crawl_delay_; }

private:
    enum class Verdict { allow, disallow };
    struct Rule {
        Verdict verdict;
        std::string pattern;  ///< In the form of normalised().
    };

    std::vector<Rule> rules_;
    std::chrono::milliseconds crawl_delay_{0};
};

}  // namespace fetch
