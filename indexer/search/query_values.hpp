#pragma once

#include "indexer/search/query_language.hpp"

/// Values of fields, each from its piece of the text. Nothing where it is not understood.
namespace search {

std::optional<NocGroup> parse_noc_group(std::string_view text);
std::optional<TeerRange> parse_teer_range(std::string_view text);
std::optional<domain::Province> parse_province(std::string_view text);
std::optional<PayRange> parse_pay_range(std::string_view text);
std::optional<Remote> parse_remote(std::string_view text);
std::optional<WorkIn> parse_work_in(std::string_view text);
std::optional<LiftRange> parse_lift_range(std::string_view text);
std::optional<PostedRange> parse_posted_range(std::string_view text);

/// `50km`, `50`.
std::optional<int> parse_kilometres(std::string_view text);

}  // namespace search
