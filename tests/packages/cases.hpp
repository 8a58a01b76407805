#pragma once

#include "services/packages/package.hpp"

#include <boost/json/value.hpp>

#include <filesystem>
#include <string>
#include <vector>

/// Fictional candidates with whole résumés, and postings for them.
namespace package_cases {

struct Pair {
    std::string candidate;
    std::string posting;  ///< `Job Bank/1671068`
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
};

/// tests/packages/pairs.tsv: ten candidates, four of them French.
std::vector<Pair> pairs();

/// tests/packages/candidates/NAME.json
boost::json::object candidate(const std::string& name);

/// Whether the archive of March 2021 is there.
bool has_archive();

/// The postings of pairs(), in their order, out of the archive.
const std::vector<domain::Posting>& archive_postings();

/// A posting of deploy/sample/feed by its title and language, fictional.
domain::Posting sample_posting(const std::string& title);

/// An order without a fit and without evidence, as of a day.
packages::Order order(
    const boost::json::object& candidate,
    const domain::Posting& posting,
    const std::string& as_of,
    domain::OfficialLanguage language = domain::OfficialLanguage::english
);

/// What a file of the package holds.
const std::string& content(const packages::Package& package, const std::string& name);

/// The text of a PDF in its reading order, by pdftotext.
std::string text_of_pdf(const std::string& bytes);

/// Without white space and soft hyphens: the words as they come, wherever lines break.
std::string without_space(const std::string& text);

}  // namespace package_cases
