#pragma once

#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace wire {

/// What a JSON Resume says in words of work and skills, which postings are compared with: label and
/// summary, work, volunteering, projects, courses and skills. Names of people, employers and
/// schools are left out, as nothing of them says what a person can do. A résumé is not ours to
/// judge: what has another shape than expected says nothing.
std::vector<std::string> resume_texts(const boost::json::object& resume);

}  // namespace wire
