#pragma once

#include "services/packages/facts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace packages {

/// A job as a résumé tells it: out of the document's jobs, its résumé, or both where they are the
/// same one. Members are ids of facts, empty where nothing is said.
struct WorkItem {
    std::string fact;  ///< The job as a whole.
    std::string title;
    std::string organization;
    std::string place;
    std::string country;
    std::string start;
    std::string end;                 ///< Empty while the job goes on.
    std::vector<std::string> texts;  ///< What was done there.
    std::optional<std::size_t> job;  ///< Its place among the document's jobs.
    SaidDate from;
    std::optional<SaidDate> to;
};

/// All jobs, the latest first. A job of the résumé is the same as one of the document where both
/// began in one month; each says what the other does not, the résumé before the document.
std::vector<WorkItem> work_history(const Facts& facts);

/// The members of an array, as ids.
std::vector<std::string> elements(const Facts& facts, const std::string& id);

/// The first of these ids whose text is not blank; else empty.
std::string first_said(const Facts& facts, const std::vector<std::string>& ids);

}  // namespace packages
