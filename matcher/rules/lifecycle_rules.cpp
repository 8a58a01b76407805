#include "matcher/rules/lifecycle_rules.hpp"

#include "matcher/document/field_reader.hpp"
#include "matcher/rules/ranges.hpp"

#include <algorithm>
#include <cassert>

namespace rules {
namespace {

using document::FieldReader;
using document::Range;
using document::ValueReader;

constexpr Range<int> dollars{.min = 1, .max = 1'000'000};

WorkRules read_work_rules(FieldReader& in) {
    return {
        .full_time_hours = in.required("full_time_hours").integer<int>({.min = 1, .max = 168}),
        .year_months = in.required("year_months").integer(months),
        .teer_max = in.required("teer_max").integer(teers),
        .window_months = in.required("window_months").integer(months),
    };
}

Validity read_validity(FieldReader& in) {
    return {
        .language_months = in.required("language_months").integer(months),
        .eca_months = in.required("eca_months").integer(months),
        .profile_months = in.required("profile_months").integer(months),
        .medical_months = in.required("medical_months").integer(months),
    };
}

InvitationDays read_invitation_days(FieldReader& in) {
    return {
        .effective_from = in.required("effective_from").date(),
        .days = in.required("days").integer<int>({.min = 1, .max = 365}),
        .confirmed = in.required("confirmed").boolean(),
    };
}

MedicalTiming read_medical(FieldReader& in) {
    return {
        .effective_from = in.required("effective_from").date(),
        .upfront = in.required("upfront").boolean(),
    };
}

/// Rows of which each holds until the next.
template <class Row>
std::vector<Row> read_timeline(const ValueReader& value, Row (*const read)(FieldReader&)) {
    auto rows = value.array([read](const ValueReader& row) { return row.object(read); });
    if (!std::ranges::is_sorted(rows, {}, &Row::effective_from)) {
        value.refuse("is not in the order of effective_from");
    }
    return rows;
}

LifecycleRules read_lifecycle_rules(FieldReader& in) {
    return {
        .source = in.required("source").text({.min = 1}),
        .work = in.required("work").object(read_work_rules),
        .validity = in.required("validity").object(read_validity),
        .invitation_days = read_timeline(in.required("invitation_days"), read_invitation_days),
        .medical = read_timeline(in.required("medical"), read_medical),
    };
}

FundsTable read_funds_table(FieldReader& in) {
    FundsTable table{
        .effective_from = in.required("effective_from").date(),
        .effective_to = in.nullable("effective_to", &ValueReader::date),
        .confirmed = in.required("confirmed").boolean(),
        .source = in.required("source").text({.min = 1}),
        .amounts = in.required("amounts").array([](const ValueReader& amount) {
            return amount.integer(dollars);
        }),
        .each_further = in.required("each_further").integer(dollars),
    };
    if (table.amounts.empty() || !std::ranges::is_sorted(table.amounts)) {
        in.refuse("amounts", "are not rising");
    }
    return table;
}

}  // namespace

domain::Cents FundsTable::needed(const int size) const {
    assert(size >= 1);
    const int listed = std::min(size, static_cast<int>(amounts.size()));
    constexpr domain::Cents cents = 100;
    return cents * (amounts[static_cast<std::size_t>(listed - 1)] + (size - listed) * each_further);
}

domain::Result<LifecycleRules> parse_lifecycle_rules(const std::string_view json) {
    return document::parse_document(json, [](const ValueReader& root) {
        return root.object(read_lifecycle_rules);
    });
}

domain::Result<std::vector<FundsTable>> parse_settlement_funds(const std::string_view json) {
    return document::parse_document(json, [](const ValueReader& root) {
        return root.object([](FieldReader& in) {
            return in.required("tables").array([](const ValueReader& table) {
                return table.object(read_funds_table);
            });
        });
    });
}

}  // namespace rules
