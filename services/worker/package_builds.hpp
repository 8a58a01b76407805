#pragma once

#include "matcher/domain/result.hpp"
#include "services/worker/worker.hpp"

#include <string>
#include <string_view>

/// The job `package`: builds one application package as of the day on which it is built, and keeps
/// it, or why it must not be built, together with the end of the job. Jobs come with the packages
/// that are asked for (sql/migrations/0028_keep_application_packages.sql).
namespace worker {

inline constexpr std::string_view package_kind = "package";

/// As they stand in the table of jobs, `{"package": "UUID"}`: the id.
domain::Result<std::string> package_arguments_from(std::string_view json);

/// Works off the job and ends it. False where it was told to stop before it began.
bool run_package(const Workshop& workshop, const store::Job& job, const Control& control);

}  // namespace worker
