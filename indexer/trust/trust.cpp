#include "indexer/trust/trust.hpp"

#include "indexer/normalise/employer_name.hpp"
#include "indexer/verification/lists.hpp"
#include "sql/store/sha256.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <map>

namespace trust {
namespace {

namespace json = boost::json;
using verification::Check;
using verification::CheckKind;
using verification::Verdict;

constexpr std::string_view letters_of_verdicts = "pwfui";

char letter_of(const Verdict verdict) {
    return letters_of_verdicts[static_cast<std::size_t>(verdict)];
}

Verdict verdict_of(const char letter) {
    const std::size_t at = letters_of_verdicts.find(letter);
    return at == std::string_view::npos ? Verdict::unknown : static_cast<Verdict>(at);
}

bool is_kept(const Verdict verdict) {
    return verdict == Verdict::warn || verdict == Verdict::fail || verdict == Verdict::info;
}

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

json::value value_json(const verification::Value& value) {
    if (const auto* const number = std::get_if<std::int64_t>(&value)) {
        return *number;
    }
    if (const auto* const words = std::get_if<std::string>(&value)) {
        return json::value(*words);
    }
    return json::value(domain::to_string(std::get<domain::Date>(value)));
}

json::object details_of(const Check& check) {
    json::object details{{"check", verification::name(check.kind)}};
    const auto put = [&](const std::string_view key, const std::string_view words) {
        if (!words.empty()) {
            details.emplace(key, words);
        }
    };
    put("field", check.field);
    if (is_kept(check.verdict)) {
        put("evidence", check.evidence);
    }
    put("code", check.code);
    put("source", check.source);
    if (!check.values.empty()) {
        json::object values;
        for (const auto& [key, value] : check.values) {
            values.emplace(key, value_json(value));
        }
        details.emplace("values", std::move(values));
    }
    if (check.source_on) {
        details.emplace("source_on", domain::to_string(*check.source_on));
    }
    if (check.expires_on) {
        details.emplace("expires_on", domain::to_string(*check.expires_on));
    }
    return details;
}

std::optional<domain::Date> day_of(const json::object& details, const std::string_view key) {
    const json::value* const day = details.if_contains(key);
    if (day == nullptr || !day->is_string()) {
        return std::nullopt;
    }
    const auto parsed = domain::parse_date(std::string_view{day->get_string()});
    return parsed ? std::optional{*parsed} : std::nullopt;
}

void read_details(const json::object& details, UnpackedCheck& check) {
    const auto words = [&](const std::string_view key) {
        const json::value* const found = details.if_contains(key);
        return found != nullptr && found->is_string() ? std::string{found->get_string()}
                                                      : std::string{};
    };
    check.field = words("field");
    check.evidence = words("evidence");
    check.code = words("code");
    check.source = words("source");
    check.source_on = day_of(details, "source_on");
    check.expires_on = day_of(details, "expires_on");
    const json::value* const values = details.if_contains("values");
    if (values == nullptr || !values->is_object()) {
        return;
    }
    for (const auto& [key, value] : values->get_object()) {
        if (value.is_int64()) {
            check.values.emplace_back(key, value.get_int64());
        } else if (value.is_string()) {
            check.values.emplace_back(key, std::string{value.get_string()});
        }
    }
}

/// `6 absent,12 no_list`; what is not understood is of another version and passed over.
void read_statements(const std::string_view statements, std::vector<UnpackedCheck>& checks) {
    for (std::size_t begin = 0; begin < statements.size();) {
        const std::size_t end = std::min(statements.find(',', begin), statements.size());
        const std::string_view one = statements.substr(begin, end - begin);
        const std::size_t space = one.find(' ');
        std::size_t place = checks.size();
        std::from_chars(one.data(), one.data() + std::min(space, one.size()), place);
        if (space != std::string_view::npos && place < checks.size()) {
            checks[place].code = one.substr(space + 1);
        }
        begin = end + 1;
    }
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

std::optional<verification::Liveness> known_liveness(const store::ToVerify& stored) {
    if (!stored.liveness) {
        return std::nullopt;
    }
    using State = verification::Liveness::State;
    const std::string& state = stored.liveness->state;
    return verification::Liveness{
        .state = state == "live"     ? State::live
                 : state == "closed" ? State::closed
                                     : State::uncertain,
        .day = stored.liveness->day,
        .evidence = stored.liveness->evidence};
}

std::string_view name(const verification::Liveness::State state) {
    constexpr auto names = std::to_array<std::string_view>({"live", "closed", "uncertain"});
    return names[static_cast<std::size_t>(state)];
}

/// What is stored of liveness once `news` has come in: an uncertain answer proves nothing, so that
/// the last proof runs out when it would have; a closed posting has nothing left to prove.
store::StoredLiveness liveness_after(
    const store::ToVerify& stored, const verification::Liveness& news
) {
    store::StoredLiveness after{
        .state = std::string{name(news.state)}, .day = news.day, .evidence = news.evidence};
    if (news.state == verification::Liveness::State::live) {
        after.until = news.day + std::chrono::days{verification::rule_of(CheckKind::liveness).days};
    } else if (news.state == verification::Liveness::State::uncertain && stored.liveness) {
        after.until = stored.liveness->until;
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

store::PackedVerdicts pack(
    const std::span<const Check> checks, const domain::Date verified_on, const std::int64_t basis
) {
    store::PackedVerdicts packed{
        .letters = std::string(verification::checks_count, letter_of(Verdict::unknown)),
        .verified_on = verified_on,
        .basis = basis,
        .expires_on = verification::expires_on(checks)};
    json::array details;
    for (const Check& check : checks) {
        packed.letters[static_cast<std::size_t>(check.kind)] = letter_of(check.verdict);
        if (is_kept(check.verdict) || !check.values.empty()) {
            details.push_back(details_of(check));
        } else if (!check.code.empty()) {
            packed.statements.append(packed.statements.empty() ? "" : ",")
                .append(std::to_string(static_cast<int>(check.kind)))
                .append(" ")
                .append(check.code);
        }
    }
    if (!details.empty()) {
        packed.details = json::serialize(details);
    }
    return packed;
}

std::vector<UnpackedCheck> unpack(const store::PackedVerdicts& packed) {
    std::vector<UnpackedCheck> checks(verification::checks_count);
    for (std::size_t at = 0; at < checks.size(); ++at) {
        checks[at].kind = static_cast<CheckKind>(at);
        if (at < packed.letters.size()) {
            checks[at].verdict = verdict_of(packed.letters[at]);
        }
    }
    read_statements(packed.statements, checks);
    if (packed.details.empty()) {
        return checks;
    }
    const json::value details = json::parse(packed.details);
    for (const json::value& each : details.as_array()) {
        if (const auto kind =
                verification::kind_from(std::string_view{each.at("check").as_string()})) {
            read_details(each.as_object(), checks[static_cast<std::size_t>(*kind)]);
        }
    }
    return checks;
}

store::StoredLiveness seen_in_feed(const domain::Date day) {
    return {
        .state = "live",
        .day = day,
        .evidence = "its source offered it",
        .until = day + std::chrono::days{verification::rule_of(CheckKind::liveness).days}};
}

std::string basis_content(const verification::Lists* const lists) {
    json::object content{{"checks", verification::checks_version}};
    if (lists == nullptr) {
        return json::serialize(content);
    }
    using Subject = verification::Lists::Subject;
    constexpr auto asked_of = std::to_array<std::pair<CheckKind, Subject>>(
        {{CheckKind::employer_identity, Subject::employers},
         {CheckKind::non_compliant_list, Subject::non_compliant},
         {CheckKind::lmia_history, Subject::lmia},
         {CheckKind::minimum_wage, Subject::minimum_wages},
         {CheckKind::median_wage, Subject::wages},
         {CheckKind::licence, Subject::licensed_occupations},
         {CheckKind::designation, Subject::aip_designated}}
    );
    json::object newest;
    for (const auto& [kind, subject] : asked_of) {
        if (const auto list = lists->newest(subject)) {
            const auto expires = lists->expires_on(*list, kind);
            newest[verification::name(kind)] = json::object{
                {"name", lists->source(*list)},
                {"on", domain::to_string(lists->published(*list).published_on)},
                {"expires_on",
                 expires ? json::value(domain::to_string(*expires)) : json::value(nullptr)}};
        }
    }
    std::string all;
    for (const verification::PublishedList& list : lists->published()) {
        all.append(list.kind).append(" ").append(list.name).append(" ");
        all.append(domain::to_string(list.published_on)).append("\n");
    }
    content.emplace("lists", std::move(newest));
    content.emplace("imports", store::sha256(all));
    return json::serialize(content);
}

std::optional<store::Verification> verify_again(
    const store::ToVerify& stored,
    const verification::Lists* const lists,
    const std::int64_t basis,
    const domain::Date day,
    const std::optional<verification::Liveness>& news
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
        .liveness = news ? news : known_liveness(stored),
        .rejected = stored.rejected};
    for (const store::SameJob& other : stored.same_job) {
        evidence.appearances.push_back(
            {.id = other.id, .source = other.source, .date_posted = other.date_posted}
        );
    }
    const std::vector<Check> checks = verification::verify(evidence);
    store::Verification now{
        .id = stored.posting.id,
        .verdicts = pack(checks, day, basis),
        .review_known = stored.review_latest};
    if (!stored.verdicts.letters.empty()) {
        keep_those_of_record(now.verdicts, stored.verdicts);
    } else if (!stored.verified) {
        return std::nullopt;  // Why it is held back only the next ingest of its record can tell.
    }
    if (news) {
        now.liveness = liveness_after(stored, *news);
    }
    now.state = new_state(stored, now, day);
    // A later day alone is no news.
    store::PackedVerdicts same_day = now.verdicts;
    same_day.verified_on = stored.verdicts.verified_on;
    if (same_day == stored.verdicts && !news && !now.state &&
        stored.review_known == stored.review_latest) {
        return std::nullopt;
    }
    return now;
}

}  // namespace trust
