#pragma once

#include "indexer/verification/check.hpp"
#include "matcher/domain/posting.hpp"

#include <string>
#include <vector>

// The labels of scam_labels.tsv, whose first lines say how they were made.
namespace labels {

/// Which figures a label counts for. The independent ones are of an author who saw no rule.
enum class Part {
    open,
    held_out,
    after_the_rules,
    independent,
    independent_held_out,
    second_independent,
    second_independent_held_out,  ///< Never used for a rule.
};

struct Label {
    std::string id;
    domain::OfficialLanguage language = domain::OfficialLanguage::english;
    std::vector<verification::CheckKind> checks;  ///< That must warn or fail; empty: none may.
    Part part = Part::open;
    bool real = false;  ///< A posting of ../shared/data; left out where that is absent.
    domain::Posting posting;
};

std::vector<Label> all();

/// A text as a posting in Ontario under the rules of 2026, at the site of its employer if known.
domain::Posting posting_of(const std::string& text, const std::string& site);

/// Every posting of ../shared/data that has words of its own, with file and id; empty if absent.
struct RealPosting {
    std::string id;  ///< `file#source_id`
    domain::Posting posting;
};
std::vector<RealPosting> real_postings();

}  // namespace labels
