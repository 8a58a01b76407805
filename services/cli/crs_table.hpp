#pragma once

#include "services/wire/answer.hpp"
#include "services/wire/crs_answer.hpp"

#include <string>

namespace cli {

/// The CRS score with every factor and the most it can come to, one column for each rule set shown,
/// then what the caps took away, what another order of languages or of spouses would do, how the
/// work is counted, the rules' dates and status, and what is not counted.
std::string crs_table(const wire::AnswerContext& context, const wire::CrsQuestion& question);

}  // namespace cli
