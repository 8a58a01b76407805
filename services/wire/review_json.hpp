#pragma once

#include "matcher/domain/result.hpp"

#include <boost/json/value.hpp>

#include <string>

namespace wire {

/// A problem that a reader sees with a posting: `{kind, text?}`.
struct ReportRequest {
    std::string kind;
    std::string words;  ///< At most 1,000 characters; may be empty.
};
domain::Result<ReportRequest> report_from(const boost::json::value& document);

/// What a reviewer decides: `{decision, check?, note?}`. `check` is of confirm and clear and of no
/// other; a note and a clearing have to say why.
struct ReviewRequest {
    std::string decision;
    std::string check;
    std::string words;
};
domain::Result<ReviewRequest> review_from(const boost::json::value& document);

}  // namespace wire
