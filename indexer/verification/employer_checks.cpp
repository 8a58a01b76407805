#include "indexer/verification/checks.hpp"
#include "indexer/verification/list_check.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace verification {
namespace {

using Entry = EmployerLists::Entry;
using Kind = EmployerLists::Kind;
using Place = EmployerLists::Place;

std::string text(const EmployerLists& lists, const TextTable::Id id) {
    return std::string{lists.text(id)};
}

/// Score and runner-up of a name that is alike.
void put_likeness(Check& check, const EmployerLists& lists, const EmployerMatch& match) {
    check.values.emplace_back("name", std::string{lists.key(match.near)});
    check.values.emplace_back("score", std::int64_t{match.score});
    if (match.runner_up != EmployerMatch::none) {
        check.values.emplace_back("runner_up", std::string{lists.key(match.runner_up)});
        check.values.emplace_back("runner_up_score", std::int64_t{match.runner_up_score});
    }
}

/// Calls `visit(entry, name)` for every entry under the names of a match.
template <class Visit>
void each_entry(
    const EmployerLists& lists, const EmployerMatch& match, const Kind kind, const Visit visit
) {
    for (const EmployerMatch::NameId name : {match.legal, match.operating, match.near}) {
        for (const std::uint32_t at : lists.under(kind, name)) {
            if (EmployerLists::may_be(match, lists.entry(kind, at), name)) {
                visit(lists.entry(kind, at), name);
            }
        }
    }
}

/// The entry whose place goes best with the posting's; of several, that of the newest list.
struct Nearest {
    const Entry* entry = nullptr;
    Place place = Place::other_province;
};

Nearest nearest(const Evidence& evidence, const EmployerMatch& match) {
    const EmployerLists& lists = evidence.lists->employers();
    const auto published = [&](const Entry& entry) {
        return evidence.lists->published(entry.list).published_on;
    };
    Nearest best;
    for (const Kind kind : {Kind::lmia, Kind::non_compliant, Kind::designated}) {
        each_entry(lists, match, kind, [&](const Entry& entry, const auto) {
            const Place place = lists.compare(entry, evidence.posting.job_locations);
            if (best.entry == nullptr || place > best.place ||
                (place == best.place && published(entry) > published(*best.entry))) {
                best = {.entry = &entry, .place = place};
            }
        });
    }
    return best;
}

/// Names the list of the row that was found, and the employer as it stands there. Until when it
/// counts, the newest list says: all of them have been looked at.
void put_row(Check& check, const Evidence& evidence, const Entry* const entry) {
    if (entry != nullptr) {
        check.source = evidence.lists->source(entry->list);
        check.source_on = evidence.lists->published(entry->list).published_on;
        check.values.emplace_back("listed", text(evidence.lists->employers(), entry->employer));
    }
}

/// The most employers that go under one of the names found: more than one for a chain's.
std::size_t owners(const EmployerLists& lists, const EmployerMatch& match) {
    // A numbered company of its own number is one, whatever chain it belongs to.
    return lists.owners(match.legal != EmployerMatch::none ? match.legal : match.operating);
}

}  // namespace

Check employer_identity(const Evidence& evidence) {
    constexpr CheckKind kind = CheckKind::employer_identity;
    const Lookup lookup = look_up(evidence, Lists::Subject::employers, kind);
    if (!lookup.list) {
        return lookup.unknown;
    }
    const EmployerLists& lists = evidence.lists->employers();
    const EmployerMatch match = match_of(evidence);
    if (match.ambiguous) {
        Check check = said_by(evidence, *lookup.list, kind, Verdict::unknown, "ambiguous");
        put_likeness(check, lists, match);
        return check;
    }
    if (match.near != EmployerMatch::none) {
        Check check = said_by(evidence, *lookup.list, kind, Verdict::pass, "near");
        put_likeness(check, lists, match);
        put_row(check, evidence, nearest(evidence, match).entry);
        return check;
    }
    if (!match.found()) {
        return said_by(evidence, *lookup.list, kind, Verdict::unknown, "absent");
    }
    const std::size_t employers = owners(lists, match);
    if (employers > 1) {
        Check check = said_by(evidence, *lookup.list, kind, Verdict::unknown, "several");
        check.values.emplace_back("count", static_cast<std::int64_t>(employers));
        return check;
    }
    const auto [entry, place] = nearest(evidence, match);
    const bool elsewhere = place == Place::other_province || (match.common && place != Place::city);
    Check check = said_by(
        evidence,
        *lookup.list,
        kind,
        elsewhere ? Verdict::unknown : Verdict::pass,
        elsewhere ? "other_place" : "exact"
    );
    put_row(check, evidence, entry);
    return check;
}

namespace {

/// `GURSHAN...; its legal name; address; decided 2023-08-03; penalty; status`, all as published.
std::string row_of(const EmployerLists& lists, const Entry& entry) {
    std::string row;
    append_cell(row, lists.text(entry.employer));
    if (entry.legal_name != entry.employer) {
        append_cell(row, lists.text(entry.legal_name));
    }
    append_cell(row, lists.text(entry.address));
    append_cell(row, lists.text(entry.decided));
    append_cell(row, lists.text(entry.penalty));
    append_cell(row, lists.text(entry.status_as_published));
    return quoted(row);
}

/// What a row means for somebody hired on the day asked.
struct Standing {
    std::string_view code;
    bool ineligible = false;
};

Standing standing(const Entry& entry, const domain::Date day) {
    if (entry.decided_on && *entry.decided_on > day) {
        return {.code = "decided_later"};
    }
    switch (entry.status) {
        case EmployerLists::Status::eligible:
            return {.code = "eligible"};
        case EmployerLists::Status::unpaid:
            return {.code = "unpaid", .ineligible = true};
        case EmployerLists::Status::banned:
            break;
    }
    if (!entry.banned_until) {
        return {.code = "banned_for_good", .ineligible = true};
    }
    return *entry.banned_until > day ? Standing{.code = "banned", .ineligible = true}
                                     : Standing{.code = "ban_over"};
}

struct Judged {
    Verdict verdict = Verdict::pass;
    std::string_view code;
    const Entry* entry = nullptr;
};

/// A fail needs the very name, one employer under it, and the city of the list. Everything that
/// looks like it and falls short of that is a warning, and only where the employer may not hire.
Judged judge(
    const Evidence& evidence,
    const EmployerMatch& match,
    const Entry& entry,
    const EmployerMatch::NameId name
) {
    const EmployerLists& lists = evidence.lists->employers();
    const Place place = lists.compare(entry, evidence.posting.job_locations);
    const Standing now = standing(entry, evidence.fetched_on);
    const bool near = name == match.near;
    const bool is_chain = lists.owners(name) > 1;
    const bool sure = !near && !match.common && !is_chain;
    if (place == Place::other_province) {
        return {};  // Another employer of that name, or not where the posting's work is.
    }
    if (!now.ineligible) {
        const bool same = sure && place >= Place::province;
        return same ? Judged{.verdict = Verdict::info, .code = now.code, .entry = &entry}
                    : Judged{};
    }
    if (sure && place == Place::city) {
        return {.verdict = Verdict::fail, .code = now.code, .entry = &entry};
    }
    if (near) {
        return match.ambiguous || place != Place::city
                   ? Judged{}
                   : Judged{.verdict = Verdict::warn, .code = "similar_name", .entry = &entry};
    }
    if (match.common || is_chain) {
        // In its city, the posting may be by that one of the name or by another.
        return place == Place::city
                   ? Judged{.verdict = Verdict::unknown, .code = "shared_name", .entry = &entry}
                   : Judged{};
    }
    return {.verdict = Verdict::warn, .code = "same_name", .entry = &entry};
}

int gravity(const Verdict verdict) {
    switch (verdict) {
        case Verdict::fail:
            return 4;
        case Verdict::warn:
            return 3;
        case Verdict::unknown:
            return 2;
        case Verdict::info:
            return 1;
        default:
            return 0;
    }
}

}  // namespace

Check non_compliant_list(const Evidence& evidence) {
    constexpr CheckKind kind = CheckKind::non_compliant_list;
    const Lookup lookup = look_up(evidence, Lists::Subject::non_compliant, kind);
    if (!lookup.list) {
        return lookup.unknown;
    }
    if (evidence.posting.hiring_organization.empty()) {
        return said(kind, Verdict::unknown, "no_name");
    }
    const EmployerLists& lists = evidence.lists->employers();
    const EmployerMatch match = match_of(evidence);
    Judged worst;
    each_entry(lists, match, Kind::non_compliant, [&](const Entry& entry, const auto name) {
        const Judged judged = judge(evidence, match, entry, name);
        if (gravity(judged.verdict) > gravity(worst.verdict)) {
            worst = judged;
        }
    });
    if (worst.entry == nullptr) {
        return said_by(evidence, *lookup.list, kind, Verdict::pass, "absent");
    }
    Check check = said_by(evidence, worst.entry->list, kind, worst.verdict, worst.code);
    check.field = "employer";
    check.evidence = row_of(lists, *worst.entry);
    if (worst.entry->banned_until) {
        check.values.emplace_back("until", *worst.entry->banned_until);
    }
    if (worst.code == "similar_name") {
        put_likeness(check, lists, match);
    }
    return check;
}

namespace {

/// What the quarters say of one employer, by decision.
struct History {
    struct Side {
        const Entry* last = nullptr;
        std::int64_t positions = 0;
    };
    std::array<Side, 2> sides{};
    std::vector<TextTable::Id> occupations = {};  ///< Each once, those of the last rows first.
    EmployerMatch::NameId legal = EmployerMatch::none;
    bool several = false;    ///< More than one employer goes under the name.
    bool elsewhere = false;  ///< Some that do are left out, as they are not where the work is.
};

History history_of(const Evidence& evidence, const EmployerMatch& match) {
    const EmployerLists& lists = evidence.lists->employers();
    const bool asks_for_city = owners(lists, match) > 1;
    const bool asks_for_province = match.common;
    History history;
    each_entry(lists, match, Kind::lmia, [&](const Entry& entry, const auto) {
        const Place place = lists.compare(entry, evidence.posting.job_locations);
        if ((asks_for_city && place != Place::city) ||
            (asks_for_province && place < Place::other_city)) {
            history.elsewhere = true;
            return;
        }
        history.several = history.several ||
                          (history.legal != EmployerMatch::none && history.legal != entry.legal);
        history.legal = entry.legal;
        History::Side& side = history.sides.at(static_cast<std::size_t>(entry.decision));
        side.positions += entry.positions;
        if (side.last == nullptr || lists.text(side.last->period) <= lists.text(entry.period)) {
            side.last = &entry;
        }
        const bool known =
            std::find(history.occupations.begin(), history.occupations.end(), entry.occupation) !=
            history.occupations.end();
        if (!known && !lists.text(entry.occupation).empty()) {
            history.occupations.push_back(entry.occupation);
        }
    });
    return history;
}

std::string row_of_lmia(const EmployerLists& lists, const Entry& entry) {
    std::string row;
    append_cell(row, lists.text(entry.employer));
    append_cell(row, lists.text(entry.address));
    append_cell(row, lists.text(entry.occupation));
    append_cell(row, std::to_string(entry.positions));
    append_cell(row, lists.text(entry.period));
    return quoted(row);
}

/// `none` where the lists name no occupation, as that of 2015 does.
std::string some_of(const EmployerLists& lists, const std::vector<TextTable::Id>& occupations) {
    constexpr std::size_t shown_max = 3;
    if (occupations.empty()) {
        return "none";
    }
    std::string shown;
    for (std::size_t at = 0; at < std::min(occupations.size(), shown_max); ++at) {
        append_cell(shown, lists.text(occupations[occupations.size() - 1 - at]));
    }
    return shown;
}

}  // namespace

Check lmia_history(const Evidence& evidence) {
    constexpr CheckKind kind = CheckKind::lmia_history;
    const Lookup lookup = look_up(evidence, Lists::Subject::lmia, kind);
    if (!lookup.list) {
        return lookup.unknown;
    }
    const EmployerLists& lists = evidence.lists->employers();
    const EmployerMatch match = match_of(evidence);
    if (match.ambiguous) {
        return said_by(evidence, *lookup.list, kind, Verdict::unknown, "ambiguous");
    }
    const History history = history_of(evidence, match);
    if (history.several) {
        return said_by(evidence, *lookup.list, kind, Verdict::unknown, "several");
    }
    const auto& [positive, negative] = history.sides;
    if (positive.last == nullptr && negative.last == nullptr) {
        return said_by(
            evidence,
            *lookup.list,
            kind,
            Verdict::unknown,
            history.elsewhere ? "other_place" : "absent"
        );
    }
    const std::string_view code = negative.last == nullptr   ? "positive"
                                  : positive.last == nullptr ? "negative"
                                                             : "both";
    Check check = said_by(evidence, *lookup.list, kind, Verdict::info, code);
    check.field = "employer";
    for (const auto& [side, period, positions] :
         {std::tuple{&positive, "positive_period", "positive_positions"},
          std::tuple{&negative, "negative_period", "negative_positions"}}) {
        if (side->last != nullptr) {
            check.values.emplace_back(period, text(lists, side->last->period));
            check.values.emplace_back(positions, side->positions);
        }
    }
    check.values.emplace_back("occupations", some_of(lists, history.occupations));
    const auto& shown = positive.last != nullptr ? *positive.last : *negative.last;
    check.evidence = row_of_lmia(lists, shown);
    // The row names its own list; until when the history counts, the newest one says.
    check.source = evidence.lists->source(shown.list);
    check.source_on = evidence.lists->published(shown.list).published_on;
    return check;
}

}  // namespace verification
