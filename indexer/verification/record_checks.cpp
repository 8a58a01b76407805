#include "indexer/normalise/pay_reasons.hpp"
#include "indexer/verification/checks.hpp"
#include "indexer/verification/list_check.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace verification {
namespace {

const NotUnderstood* not_understood(const Evidence& evidence, const std::string_view field) {
    const auto found = std::find_if(
        evidence.not_understood.begin(),
        evidence.not_understood.end(),
        [&](const NotUnderstood& each) { return each.field == field; }
    );
    return found == evidence.not_understood.end() ? nullptr : &*found;
}

/// Why a field's value was not understood, or nothing.
std::optional<std::string_view> reason_for(const Evidence& evidence, const std::string_view field) {
    const NotUnderstood* const found = not_understood(evidence, field);
    return found == nullptr ? std::nullopt : std::optional<std::string_view>{found->reason};
}

Check failed(const CheckKind kind, const std::string_view field, std::string why) {
    return {
        .kind = kind,
        .verdict = Verdict::fail,
        .field = std::string{field},
        .evidence = std::move(why)};
}

/// The fields themselves show why.
Check passed(const CheckKind kind) { return {.kind = kind, .verdict = Verdict::pass}; }

}  // namespace

Check provenance(const Evidence& evidence) {
    const domain::Posting& posting = evidence.posting;
    if (posting.source.empty()) {
        return failed(CheckKind::provenance, "source", "no source is named");
    }
    if (posting.source_id.empty()) {
        return failed(CheckKind::provenance, "source_id", "the source gives no id");
    }
    if (evidence.sha256.empty()) {
        return failed(CheckKind::provenance, "", "the record has no fingerprint");
    }
    if (posting.url.empty()) {
        const auto reason = reason_for(evidence, "url");
        return failed(
            CheckKind::provenance, "url", std::string{reason.value_or("no link to the posting")}
        );
    }
    return passed(CheckKind::provenance);
}

Check dates(const Evidence& evidence) {
    const domain::Posting& posting = evidence.posting;
    if (!posting.date_posted) {
        const auto reason = reason_for(evidence, "date_posted");
        return failed(
            CheckKind::dates, "date_posted", std::string{reason.value_or("no day posted is stated")}
        );
    }
    const auto posted = [&] { return "posted " + domain::to_string(*posting.date_posted); };
    if (*posting.date_posted > evidence.fetched_on) {
        return failed(
            CheckKind::dates,
            "date_posted",
            posted() + ", after it was fetched on " + domain::to_string(evidence.fetched_on)
        );
    }
    if (posting.valid_through && *posting.valid_through < *posting.date_posted) {
        return failed(
            CheckKind::dates,
            "valid_through",
            posted() + ", but open only to " + domain::to_string(*posting.valid_through)
        );
    }
    return passed(CheckKind::dates);
}

Check required_fields(const Evidence& evidence) {
    const domain::Posting& posting = evidence.posting;
    struct Required {
        std::string_view field;
        bool present;
    };
    const auto required = std::to_array<Required>({
        {"title", !posting.title.empty()},
        {"employer", !posting.hiring_organization.empty()},
        {"location", !posting.job_locations.empty()},
        {"date_posted", posting.date_posted.has_value()},
    });
    std::string missing;
    std::string_view first;
    for (const auto& [field, present] : required) {
        if (!present) {
            first = first.empty() ? field : first;
            missing.append(missing.empty() ? "missing: " : ", ").append(field);
        }
    }
    if (missing == "missing: location") {
        for (const std::string_view field : {"location", "city", "location_hint", "country"}) {
            if (const auto reason = reason_for(evidence, field)) {
                return failed(CheckKind::required_fields, first, std::string{*reason});
            }
        }
    }
    if (!missing.empty()) {
        return failed(CheckKind::required_fields, first, std::move(missing));
    }
    return passed(CheckKind::required_fields);
}

Check occupation(const Evidence& evidence) {
    const domain::Posting& posting = evidence.posting;
    if (!posting.noc) {
        const auto reason = reason_for(evidence, "noc_2021");
        const auto older = reason_for(evidence, "noc_2016");
        return failed(
            CheckKind::occupation,
            reason || !older ? "noc_2021" : "noc_2016",
            std::string{reason.value_or(older.value_or("no NOC 2021 unit group is stated"))}
        );
    }
    if (!evidence.noc_exists) {
        return failed(
            CheckKind::occupation,
            "noc_2021",
            "NOC " + posting.noc->to_string() + " is no unit group of NOC 2021"
        );
    }
    Check check = passed(CheckKind::occupation);
    if (posting.noc_origin == domain::NocOrigin::concordance && evidence.noc_choices > 1) {
        check.code = "chosen";
        check.values = {
            {"noc", posting.noc->to_string()},
            {"noc_2016", posting.noc_2016},
            {"count", std::int64_t{evidence.noc_choices}}};
    }
    return check;
}

Check pay(const Evidence& evidence) {
    const std::optional<domain::Pay>& salary = evidence.posting.base_salary;
    if (salary && salary->min <= 0) {
        return failed(CheckKind::pay, "pay_min", std::string{normalise::pay_not_above_zero});
    }
    if (salary) {
        return passed(CheckKind::pay);
    }
    for (const std::string_view field : {"pay_min", "pay_text"}) {
        const NotUnderstood* const found = not_understood(evidence, field);
        if (found == nullptr) {
            continue;
        }
        if (found->reason == normalise::pay_not_above_zero ||
            found->reason.starts_with(normalise::pay_in_other_currency)) {
            return failed(CheckKind::pay, field, found->reason);
        }
        return {
            .kind = CheckKind::pay,
            .verdict = Verdict::unknown,
            .field = std::string{field},
            .evidence = quoted(found->value),
            .code = found->reason == normalise::pay_of_zero ? "zero" : ""};
    }
    return {.kind = CheckKind::pay, .verdict = Verdict::unknown};
}

}  // namespace verification
