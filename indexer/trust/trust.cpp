#include "indexer/trust/trust.hpp"

#include "indexer/normalise/employer_name.hpp"
#include "indexer/verification/employer_page.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace trust {
namespace {

namespace json = boost::json;
using verification::Check;
using verification::CheckKind;
using verification::Verdict;

/// What the ingest alone can judge.
bool is_of_record(const CheckKind kind) {
    constexpr std::array kinds{
        CheckKind::provenance,
        CheckKind::dates,
        CheckKind::required_fields,
        CheckKind::pay,
        CheckKind::occupation};
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// The packed verdicts with those of the record as they were before.
void keep_those_of_record(store::PackedVerdicts& packed, const store::PackedVerdicts& before) {
    std::map<CheckKind, json::value> found;  // In the order of pack().
    const auto take = [&](const store::PackedVerdicts& from, const bool of_record) {
        if (from.details.empty()) {
            return;
        }
        const json::value listed = json::parse(from.details);
        for (const json::value& each : listed.as_array()) {
            const auto kind =
                verification::kind_from(std::string_view{each.at("check").as_string()});
            if (kind && is_of_record(*kind) == of_record) {
                found.emplace(*kind, each);
            }
        }
    };
    take(before, true);
    take(packed, false);
    json::array details;
    for (auto& [kind, each] : found) {
        details.push_back(std::move(each));
    }
    for (std::size_t at = 0; at < std::min(packed.letters.size(), before.letters.size()); ++at) {
        if (is_of_record(static_cast<CheckKind>(at))) {
            packed.letters[at] = before.letters[at];
        }
    }
    packed.details = details.empty() ? "" : json::serialize(details);
}

/// The first finding that holds the posting back; nothing: none does.
std::optional<UnpackedCheck> first_hard_fail(
    const store::PackedVerdicts& packed, const std::vector<std::string>& cleared
) {
    for (UnpackedCheck& check : unpack(packed)) {
        const bool holds =
            check.verdict == Verdict::fail && verification::rule_of(check.kind).hard &&
            std::find(cleared.begin(), cleared.end(), verification::name(check.kind)) ==
                cleared.end();
        if (holds) {
            return std::move(check);
        }
    }
    return std::nullopt;
}

std::optional<verification::Liveness> known(const std::optional<store::StoredLiveness>& stored) {
    if (!stored) {
        return std::nullopt;
    }
    using State = verification::Liveness::State;
    return verification::Liveness{
        .state = stored->state == "live"     ? State::live
                 : stored->state == "closed" ? State::closed
                                             : State::uncertain,
        .day = stored->day,
        .evidence = stored->evidence};
}

store::StoredLiveness to_store(const verification::Liveness& said) {
    constexpr auto names = std::to_array<std::string_view>({"live", "closed", "uncertain"});
    return {
        .state = std::string{names[static_cast<std::size_t>(said.state)]},
        .day = said.day,
        .evidence = said.evidence};
}

/// What is stored of liveness once `news` has come in: an uncertain answer proves nothing, so that
/// the last proof runs out when it would have; a closed posting has nothing left to prove.
store::StoredLiveness liveness_after(
    const store::ToVerify& stored, const verification::Liveness& news
) {
    store::StoredLiveness after = to_store(news);
    if (news.state == verification::Liveness::State::live) {
        after.until = news.day + std::chrono::days{verification::rule_of(CheckKind::liveness).days};
    } else if (news.state == verification::Liveness::State::uncertain && stored.liveness) {
        after.until = stored.liveness->until;
    }
    return after;
}

/// What is stored of the employer's page, which stands at `url` now: what another page said is
/// forgotten, and what has run out is to be asked again. An uncertain answer takes nothing from one
/// that still counts.
store::EmployerPage employer_page_after(
    const store::ToVerify& stored,
    std::string url,
    const std::optional<verification::Liveness>& news,
    const domain::Date day
) {
    store::EmployerPage after{.url = std::move(url)};
    if (after.url.empty()) {
        return after;
    }
    if (after.url == stored.employer_page.url) {
        after.said = stored.employer_page.said;
    }
    const bool counts = after.said && after.said->until && *after.said->until >= day;
    const bool outweighs = !counts || after.said->state == "uncertain" ||
                           (news && news->state != verification::Liveness::State::uncertain);
    if (news && outweighs) {
        after.said = to_store(*news);
        after.said->until = verification::last_day_at_employer(*news);
    } else if (after.said && !counts) {
        after.said->until.reset();
    }
    return after;
}

std::optional<domain::Date> earlier(
    const std::optional<domain::Date>& one, const std::optional<domain::Date>& other
) {
    return one && other ? std::min(*one, *other) : one ? one : other;
}

std::optional<store::Verification::State> new_state(
    const store::ToVerify& stored, const store::Verification& now, const domain::Date day
) {
    using State = store::Verification::State;
    if (const auto fail = first_hard_fail(now.verdicts, stored.cleared)) {
        State state{.verified = false, .history = "held_back", .field = fail->field};
        state.reason =
            fail->evidence.empty() ? std::string{verification::name(fail->kind)} : fail->evidence;
        return stored.verified ? std::optional{std::move(state)} : std::nullopt;
    }
    const auto& liveness = now.liveness ? now.liveness : stored.liveness;
    const auto until = earlier(now.verdicts.expires_on, liveness ? liveness->until : std::nullopt);
    // What is over by its own dates has nothing left to lapse.
    const bool open = stored.posting.date_posted && !stored.posting.closed_on &&
                      domain::last_live_day(stored.posting) >= day;
    const bool lapsed = until && *until < day && (open || stored.lapsed_on);
    if (!stored.verified) {
        return State{
            .verified = true,
            .lapsed_on = lapsed ? std::optional{day} : std::nullopt,
            .history = "released"};
    }
    const bool closes = now.liveness && now.liveness->state == "closed";
    if (closes || lapsed == stored.lapsed_on.has_value()) {
        return std::nullopt;  // What closes a posting lifts its lapse.
    }
    if (!lapsed) {
        return State{.verified = true, .history = "renewed"};
    }
    return State{
        .verified = true,
        .lapsed_on = day,
        .history = "lapsed",
        .reason = "what proves it counted to " + domain::to_string(*until)};
}

}  // namespace

std::string_view name(const State state) {
    constexpr auto names = std::to_array<std::string_view>(
        {"received", "verified", "needs_recheck", "quarantined", "closed", "expired"}
    );
    return names[static_cast<std::size_t>(state)];
}

State state_on(const domain::Posting& posting, const Standing& standing, const domain::Date day) {
    if (!standing.checked) {
        return State::received;
    }
    if (!standing.verified) {
        return State::quarantined;
    }
    if (posting.closed_on && *posting.closed_on <= day) {
        return State::closed;
    }
    if (posting.date_posted && domain::last_live_day(posting) < day) {
        return State::expired;
    }
    const bool runs_out = standing.expires_on && *standing.expires_on < day;
    return standing.lapsed_on || runs_out ? State::needs_recheck : State::verified;
}

store::StoredLiveness seen_in_feed(const domain::Date day) {
    return {
        .state = "live",
        .day = day,
        .evidence = "its source offered it",
        .until = day + std::chrono::days{verification::rule_of(CheckKind::liveness).days}};
}

std::optional<store::Verification> verify_again(
    const store::ToVerify& stored,
    const verification::Lists* const lists,
    const std::int64_t basis,
    const domain::Date day,
    const News& news
) {
    const std::string employer_key =
        normalise::employer_name_from(stored.posting.hiring_organization).key;
    verification::Evidence evidence{
        .posting = stored.posting,
        .sha256 = stored.sha256,
        .fetched_on = day,
        .noc_exists = true,
        .employer_key = employer_key,
        .lists = lists,
        .fetched = stored.liveness.has_value(),
        .liveness = news.source ? news.source : known(stored.liveness),
        .rejected = stored.rejected};
    store::EmployerPage page = employer_page_after(
        stored, verification::employer_page_of(stored.posting, employer_key), news.employer, day
    );
    evidence.at_employer = known(page.said);
    for (const store::SameJob& other : stored.same_job) {
        evidence.appearances.push_back(
            {.id = other.id, .source = other.source, .date_posted = other.date_posted}
        );
    }
    if (stored.text) {
        evidence.text_use = verification::TextUse{
            .employers = stored.text->employers,
            .first = stored.text->first,
            .employer = stored.text->first_employer,
            .posted = stored.text->first_posted,
            .own = stored.text->own};
    }
    const std::vector<Check> checks = verification::verify(evidence);
    store::Verification now{
        .id = stored.posting.id,
        .verdicts = pack(checks, day, basis),
        .employer_page = std::move(page),
        .review_known = stored.review_latest};
    if (!stored.verdicts.letters.empty()) {
        keep_those_of_record(now.verdicts, stored.verdicts);
    } else if (!stored.verified) {
        return std::nullopt;  // Why it is held back only the next ingest of its record can tell.
    }
    if (news.source) {
        now.liveness = liveness_after(stored, *news.source);
    }
    now.state = new_state(stored, now, day);
    // A later day alone is no news.
    store::PackedVerdicts same_day = now.verdicts;
    same_day.verified_on = stored.verdicts.verified_on;
    if (same_day == stored.verdicts && !news.source && !now.state &&
        now.employer_page == stored.employer_page && stored.review_known == stored.review_latest) {
        return std::nullopt;
    }
    return now;
}

}  // namespace trust
