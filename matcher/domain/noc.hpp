#pragma once

#include "matcher/domain/result.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace domain {

/// A unit group of the National Occupational Classification (NOC) 2021: five digits that may begin
/// with zeros, `00012`. The digits are the hierarchy: broad category, major, sub-major, minor and
/// unit group. Valid by construction in its form; whether the group exists is reference data.
/// Source: Statistics Canada, NOC 2021 Version 1.0.
class NocCode {
public:
    /// Reads exactly five digits whose second is a TEER category, 0 to 5.
    static Result<NocCode> parse(std::string_view text);

    /// `number` is 0 to 99999 and its TEER digit 0 to 5; anything else is a broken invariant.
    static NocCode from_number(int number);

    std::string to_string() const;
    constexpr int number() const { return number_; }

    /// Training, Education, Experience and Responsibilities category, 0 to 5: the second digit.
    constexpr int teer() const { return number_ / 1000 % 10; }

    constexpr int broad_category() const { return number_ / 10000; }
    constexpr int major_group() const { return number_ / 1000; }
    constexpr int sub_major_group() const { return number_ / 100; }
    constexpr int minor_group() const { return number_ / 10; }

    auto operator<=>(const NocCode&) const = default;

private:
    explicit constexpr NocCode(int number) : number_{number} {}
    int number_;
};

/// How closely two occupations stand in the hierarchy, from the same unit group to nothing shared.
enum class NocKinship {
    none,
    broad_category,
    major_group,
    sub_major_group,
    minor_group,
    unit_group
};

NocKinship kinship(NocCode left, NocCode right);

}  // namespace domain
