#include "services/worker/retention.hpp"

#include "matcher/document/field_reader.hpp"

#include <boost/json.hpp>

namespace worker {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::ValueReader;

constexpr std::size_t step_rows = 500;

int span_of(FieldReader& in, const std::string_view name) {
    return in.required(name).integer<int>({.min = 0});
}

/// Of jobs from before there was such a member, nothing is removed by it.
int later_span_of(FieldReader& in, const std::string_view name) {
    return in
        .optional(name, [](const ValueReader& value) { return value.integer<int>({.min = 0}); })
        .value_or(0);
}

std::optional<domain::Date> months_before(const domain::Date day, const int count) {
    if (count == 0) {
        return std::nullopt;
    }
    const std::chrono::year_month_day then{
        std::chrono::year_month_day{day} - std::chrono::months{count}};
    return then.ok() ? std::chrono::sys_days{then}
                     : std::chrono::sys_days{then.year() / then.month() / std::chrono::last};
}

store::RetentionStore::Amounts amounts_from(const std::string_view progress) {
    const json::object members = json::parse({progress.data(), progress.size()}).as_object();
    const auto count = [&](const std::string_view name) {
        const json::value* value = members.if_contains(name);
        return value != nullptr ? value->to_number<std::int64_t>() : 0;
    };
    return {
        .candidates = count("candidates"),
        .views = count("views"),
        .accounts = count("accounts"),
        .digests = count("digests"),
        .expired = count("expired")};
}

}  // namespace

std::string to_json(const RetentionArguments& arguments) {
    return json::serialize(json::object{
        {"as_of", domain::to_string(arguments.as_of)},
        {"candidate_months", arguments.candidate_months},
        {"view_months", arguments.view_months},
        {"unconfirmed_days", arguments.unconfirmed_days},
        {"mail_months", arguments.mail_months}});
}

domain::Result<RetentionArguments> retention_arguments_from(const std::string_view json) {
    return document::parse_document(json, [](const ValueReader& root) {
        return root.object([](FieldReader& in) {
            return RetentionArguments{
                .as_of = in.required("as_of").date(),
                .candidate_months = span_of(in, "candidate_months"),
                .view_months = span_of(in, "view_months"),
                .unconfirmed_days = later_span_of(in, "unconfirmed_days"),
                .mail_months = later_span_of(in, "mail_months")};
        });
    });
}

store::RetentionStore::Limits limits_of(const RetentionArguments& arguments) {
    return {
        .used_before = months_before(arguments.as_of, arguments.candidate_months),
        .seen_before = months_before(arguments.as_of, arguments.view_months),
        .unconfirmed_before =
            arguments.unconfirmed_days > 0
                ? std::optional{arguments.as_of - std::chrono::days{arguments.unconfirmed_days}}
                : std::nullopt,
        .mailed_before = months_before(arguments.as_of, arguments.mail_months),
        .expired_before = arguments.as_of};
}

bool run_retention(const Workshop& workshop, const store::Job& job, const Control& control) {
    const RetentionArguments arguments = retention_arguments_from(job.arguments).value();
    store::RetentionStore::Amounts total = amounts_from(job.progress);
    while (true) {
        const auto removed = workshop.retention.remove(
            job,
            limits_of(arguments),
            arguments.as_of,
            step_rows,
            [&](const store::RetentionStore::Amounts& step) {
                total += step;
                return json::serialize(json::object{
                    {"candidates", total.candidates},
                    {"views", total.views},
                    {"accounts", total.accounts},
                    {"digests", total.digests},
                    {"expired", total.expired}});
            }
        );
        if (removed.all() == 0) {
            return true;
        }
        if (control.stop()) {
            return false;
        }
    }
}

}  // namespace worker
