#pragma once

#include <string_view>

namespace normalise {

/// True of a title that offers the job to students and interns alone: `Summer Student`, `Civil
/// Engineering Co-op`, `Stagiaire en génie civil`, `Commis - emploi étudiant`. Not of work for or
/// with students (`Student Services Coordinator`), nor where they are merely welcome.
bool is_for_students(std::string_view title);

}  // namespace normalise
