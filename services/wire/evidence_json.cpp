#include "services/wire/evidence_json.hpp"

#include "indexer/trust/trust.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/open_object.hpp"
#include "services/wire/optional_json.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <utility>

namespace wire {
namespace {

namespace json = boost::json;
using domain::OfficialLanguage;
using trust::UnpackedCheck;
using verification::CheckKind;
using verification::Verdict;

/// A row may have been written by another version, with codes that are no more.
std::string statement_code(const UnpackedCheck& check) {
    const std::string of_kind =
        std::string{"check."}.append(verification::name(check.kind)).append(".");
    const std::string verdict{verification::name(check.verdict)};
    for (const std::string& code : {of_kind + check.code, of_kind + verdict}) {
        if (has_text(code)) {
            return code;
        }
    }
    return "check.any." + verdict;
}

Arguments arguments_of(const UnpackedCheck& check) {
    Arguments arguments;
    for (const auto& [name, value] : check.values) {
        std::visit(
            [&, &key = name](const auto& stated) { arguments.emplace_back(key, stated); }, value
        );
    }
    return arguments;
}

/// Nothing is shown of a row that lacks what its statement speaks of.
std::string statement_text(const UnpackedCheck& check, const OfficialLanguage language) {
    std::string words = text(language, statement_code(check), arguments_of(check));
    return words.find('{') == std::string::npos
               ? words
               : text(language, "check.any." + std::string{verification::name(check.verdict)});
}

json::object values_json(const UnpackedCheck& check) {
    json::object values;
    for (const auto& [name, value] : check.values) {
        if (const auto* const number = std::get_if<std::int64_t>(&value)) {
            values.emplace(name, *number);
        } else if (const auto* const words = std::get_if<std::string>(&value)) {
            values.emplace(name, *words);
        }
    }
    return values;
}

/// What a list said when the posting was verified against it: {check: {name, on, expires_on}}.
const json::object* list_of(const json::value& basis, const CheckKind kind) {
    const json::object* const lists = basis.is_object() && basis.as_object().contains("lists")
                                          ? basis.at("lists").if_object()
                                          : nullptr;
    const json::value* const list =
        lists == nullptr ? nullptr : lists->if_contains(verification::name(kind));
    return list == nullptr ? nullptr : list->if_object();
}

json::object check_json(
    const UnpackedCheck& check,
    const store::TrustCard& card,
    const json::value& basis,
    const OfficialLanguage language
) {
    const std::string name{verification::name(check.kind)};
    const verification::CheckRule& rule = verification::rule_of(check.kind);
    const bool has_no_answer =
        check.kind == CheckKind::liveness && card.liveness && check.verdict == Verdict::unknown;
    json::object result{
        {"check", name},
        {"title", text(language, "check." + name)},
        {"verdict", verification::name(check.verdict)},
        {"hard", rule.hard},
        {"text",
         has_no_answer ? text(language, "check.liveness.uncertain")
                       : statement_text(check, language)},
        {"values", values_json(check)},
        {"field", or_null(check.field)},
        {"evidence", or_null(has_no_answer ? card.liveness->evidence : check.evidence)},
        {"asked_by", or_null(rule.source)}};
    if (check.kind == CheckKind::liveness && card.liveness) {
        result["source"] = card.source;
        result["fetched_on"] = domain::to_string(card.liveness->day);
        result["expires_on"] = or_null(card.liveness->until);
    } else if (const json::object* const list = list_of(basis, check.kind)) {
        result["source"] =
            check.source.empty() ? member_or_null(*list, "name") : json::value(check.source);
        result["fetched_on"] =
            check.source_on ? or_null(check.source_on) : member_or_null(*list, "on");
        result["expires_on"] =
            check.expires_on ? or_null(check.expires_on) : member_or_null(*list, "expires_on");
    } else {
        result["source"] = check.source.empty() ? card.source : check.source;
        result["fetched_on"] = check.source_on ? json::value(domain::to_string(*check.source_on))
                                               : json::value(card.fetched_at.substr(0, 10));
        result["expires_on"] = or_null(check.expires_on);
    }
    result["cleared"] =
        std::find(card.cleared.begin(), card.cleared.end(), name) != card.cleared.end();
    return result;
}

std::optional<domain::Date> first_of(
    const std::optional<domain::Date>& one, const std::optional<domain::Date>& other
) {
    return one && other ? std::min(*one, *other) : one ? one : other;
}

trust::Standing standing_of(const store::TrustCard& card) {
    return {
        .verified = card.verified,
        .checked = card.verdicts && !card.verdicts->letters.empty(),
        .lapsed_on = card.lapsed_on,
        .expires_on = first_of(
            card.verdicts ? card.verdicts->expires_on : std::nullopt,
            card.liveness ? card.liveness->until : std::nullopt
        )};
}

json::value pay_json(const std::optional<store::PayAgainstMedian>& pay) {
    if (!pay) {
        return nullptr;
    }
    return {{"least_percent", or_null(pay->least)}, {"most_percent", or_null(pay->most)}};
}

}  // namespace

json::object evidence_json(const EvidenceAnswer& answer) {
    const store::TrustCard& card = answer.card;
    const trust::Standing standing = standing_of(card);
    const json::value basis = card.basis.empty() ? json::value{} : json::parse(card.basis);
    json::array checks;
    for (const UnpackedCheck& check :
         trust::unpack(card.verdicts.value_or(store::PackedVerdicts{}))) {
        checks.push_back(check_json(check, card, basis, answer.language));
    }
    const std::string_view state =
        trust::name(trust::state_on(answer.posting, standing, answer.as_of));
    // The folder is the operator's own affair.
    const std::string file = card.file.substr(card.file.find_last_of('/') + 1);
    return {
        {"posting_id", std::to_string(answer.posting.id)},
        {"as_of", domain::to_string(answer.as_of)},
        {"state", state},
        {"state_text", text(answer.language, "trust.state." + std::string{state})},
        {"verified_on",
         card.verdicts ? json::value(domain::to_string(card.verdicts->verified_on))
                       : json::value(nullptr)},
        {"expires_on", or_null(standing.expires_on)},
        {"checks", std::move(checks)},
        {"source", card.source},
        {"file", or_null(file)},
        {"line", card.line},
        {"sha256", card.sha256},
        {"fetched_at", card.fetched_at}};
}

std::string evidence_summary_text(
    const domain::Posting& posting, const store::TrustSummary& summary, const domain::Date as_of
) {
    constexpr std::size_t usual_bytes = 256;
    std::string text;
    text.reserve(usual_bytes);
    const trust::Standing standing{
        .verified = true,  // Nothing else is in a list.
        .checked = !summary.letters.empty(),
        .lapsed_on = {},
        .expires_on = summary.expires_on};
    OpenObject members{text, "{}"};
    members.add_name("state", trust::name(trust::state_on(posting, standing, as_of)));
    const auto checks = trust::verdicts(summary.letters);
    members.begin("verdicts");
    {
        OpenObject counts{text, "{}"};
        for (const Verdict verdict : verification::all_verdicts) {
            counts.add_number(verification::name(verdict), std::ranges::count(checks, verdict));
        }
        counts.end();
    }
    members.begin("warnings");
    char separator = '[';
    for (std::size_t at = 0; at < checks.size(); ++at) {
        if (checks[at] == Verdict::warn) {
            text.append(1, std::exchange(separator, ','))
                .append(1, '"')
                .append(verification::name(static_cast<verification::CheckKind>(at)))
                .append(1, '"');
        }
    }
    text.append(separator == '[' ? "[]" : "]");
    members.add("pay_against_median", pay_json(summary.pay));
    members.add_name("verified_on", domain::to_string(summary.verified_on));
    members.add("expires_on", or_null(summary.expires_on));
    members.end();
    return text;
}

json::object waiting_json(
    const store::ReviewStore::Waiting& waiting, const OfficialLanguage language
) {
    json::array fails;
    for (const UnpackedCheck& check : trust::unpack({.letters = waiting.letters})) {
        if (check.verdict == Verdict::fail && verification::rule_of(check.kind).hard) {
            const std::string name{verification::name(check.kind)};
            fails.push_back({{"check", name}, {"title", text(language, "check." + name)}});
        }
    }
    return {
        {"posting_id", std::to_string(waiting.id)},
        {"title", waiting.title},
        {"hiring_organization", waiting.hiring_organization},
        {"source", waiting.source},
        {"held_back", !waiting.verified},
        {"field", or_null(waiting.field)},
        {"reason", or_null(waiting.reason)},
        {"hard_fails", std::move(fails)},
        {"reports", waiting.reports}};
}

json::array reports_json(const std::vector<store::ReviewStore::Report>& reports) {
    json::array list;
    for (const auto& report : reports) {
        list.push_back(
            {{"kind", report.kind}, {"text", or_null(report.words)}, {"made_at", report.made_at}}
        );
    }
    return list;
}

json::array decisions_json(const std::vector<store::ReviewStore::Decision>& decisions) {
    json::array list;
    for (const auto& decision : decisions) {
        list.push_back(
            {{"decision", decision.decision},
             {"check", or_null(decision.check)},
             {"reviewer", decision.reviewer},
             {"note", or_null(decision.words)},
             {"made_at", decision.made_at},
             {"of_this_record", decision.of_this_record}}
        );
    }
    return list;
}

}  // namespace wire
