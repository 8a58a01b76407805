#pragma once

#include "matcher/domain/noc.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace coding {

/// A title of the official index of titles, and the unit group it belongs to.
struct IndexTitle {
    std::string title;
    domain::NocCode noc;
};

/// The official index of titles, as titles of postings are looked up in it. The index of NOC 2016
/// and Job Bank turn titles round (`Programmer, Web` for the `Web programmer` of NOC 2021, `QA
/// (quality assurance) analyst`), and employers add what is no part of the occupation: so a title
/// is read in its order first, then in any, then in parts. Only read once it is made.
class TitleIndex {
public:
    using Nocs = std::vector<domain::NocCode>;

    explicit TitleIndex(const std::vector<IndexTitle>& titles);

    /// The unit groups of the index title with the same words: in the same order and number; else
    /// in any order, in the singular; else without words for a level (`Senior`). Empty: none.
    const Nocs& whole(std::string_view title) const;

    /// The same of the title without what stands in brackets, else of what stands before a ` - ` or
    /// a colon, where these leave something out; else of what is left without words for the offer
    /// (`Bilingual`, `part time`).
    const Nocs& part(std::string_view title) const;

    /// The unit groups of the index titles that go on with a ` - ` after the words of this one:
    /// `Farm worker` is `Farm worker - harvesting` and `Farm worker - livestock`.
    const Nocs& with_qualifier(std::string_view title) const;

private:
    /// By words with a space after each.
    using ByWords = std::unordered_map<std::string, Nocs>;

    ByWords by_words_;
    ByWords by_sorted_words_;
    ByWords by_qualified_words_;  ///< Sorted words of what stands before the ` - `.
};

}  // namespace coding
