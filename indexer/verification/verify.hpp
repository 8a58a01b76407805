#pragma once

#include "indexer/verification/check.hpp"
#include "matcher/domain/posting.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verification {

class Lists;
class PostingText;
struct EmployerMatch;

/// What a source, or an employer's page, last said about whether a posting is open.
struct Liveness {
    enum class State : std::uint8_t {
        live,
        closed,     ///< 404, 410, or a banner in English or French that says so; nothing else.
        uncertain,  ///< Anything else: a timeout, a refusal, a page that cannot be read.
    };
    State state = State::uncertain;
    domain::Date day;      ///< When it was asked or seen in its feed.
    std::string evidence;  ///< Status line, banner, or which feed had it.
};

/// Another posting that advertises the same job.
struct Appearance {
    domain::PostingId id = 0;
    std::string source;
    std::optional<domain::Date> date_posted;
};

/// Who has a text like this one's, whose sketch (shingles.hpp) differs in no more than
/// `copied_distance_max` bits.
struct TextUse {
    int employers = 1;            ///< This one counted; 3 stands for three or more.
    domain::PostingId first = 0;  ///< The first posting with it, this one counted,
    std::string employer = {};    ///< its employer as it is shown,
    std::optional<domain::Date> posted = {};
    bool own = true;  ///< and whether that is the posting's own.
};

/// A value of the source that was not understood.
struct NotUnderstood {
    std::string field;  ///< As in indexer/sources.
    std::string reason;
    std::string value = {};  ///< As stated, where there is one.
};

/// What the checks look at. All of it is values: no check reads a clock, a disk or the network.
struct Evidence {
    const domain::Posting& posting;
    std::string_view sha256;  ///< Of the raw record.
    domain::Date fetched_on;
    bool noc_exists = false;  ///< The posting's NOC is a unit group of NOC 2021.
    int noc_choices = 1;      ///< Unit groups that a stated NOC 2016 code became.
    std::vector<NotUnderstood> not_understood = {};
    std::string_view employer_key = {};       ///< normalise::employer_name_from(...).key.
    const Lists* lists = nullptr;             ///< Nothing: what needs a list reads unknown.
    const EmployerMatch* employer = nullptr;  ///< Of `lists`; nothing: verify() looks it up.
    bool fetched = false;                     ///< Its source is fetched, so liveness has a meaning.
    std::optional<Liveness> liveness = {};    ///< Where it is known.
    std::vector<Appearance> appearances = {};  ///< Of the same job, this posting left out.
    bool rejected = false;                     ///< A reviewer has taken it out.
    std::optional<Liveness> at_employer = {};  ///< What the employer's page said, if it was asked.
    std::optional<TextUse> text_use = {};      ///< Nothing: too short, or not compared.
    /// The posting's words, read already; nothing: each check that needs them reads them itself.
    const PostingText* text = nullptr;
};

/// Every check on one posting, all of them and not the first that fails, in the order of CheckKind.
/// What depends on a day looks at `fetched_on`. A posting that has since expired does not fail:
/// live is a question of the day asked, and no stored verdict depends on today.
std::vector<Check> verify(const Evidence& evidence);

}  // namespace verification
