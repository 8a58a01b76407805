// Where a posting comes from, and whether it is still there.

#include "indexer/verification/checks.hpp"
#include "indexer/verification/employer_page.hpp"
#include "indexer/verification/host.hpp"

#include <algorithm>
#include <set>

namespace verification {
namespace {

/// Two advertisements of one job this many days apart or more are a repost; `trust.md`, check 5,
/// bounds them by 90 days.
constexpr std::chrono::days repost_span_min{7};
constexpr std::chrono::days repost_span_max{90};

/// What the host of the posting's own link tells, where its employer does not show it.
void judge_host(const std::string& url, Check& check) {
    std::string host = host_of(url);
    switch (kind_of_host(host)) {
        case HostKind::board:
            check.verdict = Verdict::warn;
            break;
        case HostKind::public_board:
            check.verdict = Verdict::info;
            break;
        default:
            return;
    }
    check.evidence = host;
    check.values.emplace_back("host", std::move(host));
}

/// What the employer's page has said.
void judge_answer(const Liveness& said, const std::string& page, Check& check) {
    check.source = page;
    check.source_on = said.day;
    check.expires_on = last_day_at_employer(said);
    check.evidence = said.evidence;
    switch (said.state) {
        case Liveness::State::live:
            check.verdict = Verdict::pass;
            check.code = "live";
            check.evidence = page;
            break;
        case Liveness::State::closed:
            check.verdict = Verdict::warn;
            check.code = "closed";
            break;
        case Liveness::State::uncertain:
            check.code = "uncertain";
            break;
    }
}

}  // namespace

Check liveness(const Evidence& evidence) {
    Check check{.kind = CheckKind::liveness};
    if (!evidence.liveness) {
        return check;
    }
    const Liveness& said = *evidence.liveness;
    check.source_on = said.day;
    switch (said.state) {
        case Liveness::State::live:
            check.verdict = Verdict::pass;
            break;
        case Liveness::State::closed:
            check.verdict = Verdict::fail;
            check.evidence = said.evidence;
            break;
        case Liveness::State::uncertain:
            check.evidence = said.evidence;
            break;
    }
    return check;
}

Check employer_page(const Evidence& evidence) {
    Check check{.kind = CheckKind::employer_page};
    const std::string& url = evidence.posting.url;
    const std::string page = employer_page_of(evidence.posting, evidence.employer_key);
    judge_host(url, check);
    if (page.empty()) {
        return check;
    }
    const auto& said = evidence.at_employer;
    const bool counts = said && last_day_at_employer(*said) >= evidence.fetched_on;
    if (!counts && page == url) {
        check.verdict = Verdict::pass;
        return check;
    }
    check.values.emplace_back("site", host_of(page));
    if (counts) {
        judge_answer(*said, page, check);
    } else {
        check.code = "linked";
        check.evidence = page;
    }
    return check;
}

Check repost(const Evidence& evidence) {
    Check check{.kind = CheckKind::repost};
    if (evidence.appearances.empty()) {
        check.verdict = Verdict::pass;
        return check;
    }
    std::set<domain::Date> days;
    if (evidence.posting.date_posted) {
        days.insert(*evidence.posting.date_posted);
    }
    for (const Appearance& other : evidence.appearances) {
        if (other.date_posted) {
            days.insert(*other.date_posted);
        }
        check.evidence.append(check.evidence.empty() ? "" : ", ").append(other.source);
        check.evidence.append(" ").append(std::to_string(other.id));
    }
    const auto count = static_cast<std::int64_t>(evidence.appearances.size());
    const auto span = days.empty() ? std::chrono::days{0} : *days.rbegin() - *days.begin();
    if (span >= repost_span_min && span <= repost_span_max) {
        check.verdict = Verdict::warn;
        check.values = {{"count", count}, {"first", *days.begin()}, {"last", *days.rbegin()}};
    } else {
        check.verdict = Verdict::info;
        check.values = {{"count", count}};
    }
    return check;
}

Check review(const Evidence& evidence) {
    return {
        .kind = CheckKind::review, .verdict = evidence.rejected ? Verdict::fail : Verdict::unknown};
}

}  // namespace verification
