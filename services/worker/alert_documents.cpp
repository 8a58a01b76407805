// The documents of the job `alerts` in the table of jobs.

#include "matcher/document/field_reader.hpp"
#include "services/worker/alerts.hpp"

#include <boost/json.hpp>

namespace worker {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::ValueReader;

std::int64_t count(FieldReader& in, const std::string_view name) {
    return in.required(name).integer<std::int64_t>({.min = 0});
}

AlertArguments arguments(FieldReader& in) {
    return {
        .as_of = in.required("as_of").date(),
        .since = in.optional(
            "since",
            [](const ValueReader& value) { return value.integer<std::int64_t>({.min = 0}); }
        ),
    };
}

AlertProgress progress(FieldReader& in) {
    return {
        .revision = count(in, "revision"),
        .after = in.optional(
            "after", [](const ValueReader& value) { return value.text({.min = 36, .max = 36}); }
        ),
        .searches = count(in, "searches"),
        .searches_total = count(in, "searches_total"),
        .candidates_total = count(in, "candidates_total"),
        .candidates_without = count(in, "candidates_without"),
        .postings = count(in, "postings"),
        .digests = count(in, "digests"),
        .announced = count(in, "announced"),
        .pairs = count(in, "pairs"),
        .pairs_skipped = count(in, "pairs_skipped"),
        .refused = count(in, "refused"),
    };
}

}  // namespace

std::string to_json(const AlertArguments& arguments) {
    json::object members{{"as_of", domain::to_string(arguments.as_of)}};
    if (arguments.since) {
        members["since"] = *arguments.since;
    }
    return json::serialize(members);
}

domain::Result<AlertArguments> alert_arguments_from(const std::string_view json) {
    return document::parse_document(json, [](const ValueReader& root) {
        return root.object(arguments);
    });
}

std::string to_json(const AlertProgress& progress) {
    json::object members{
        {"revision", progress.revision},
        {"searches", progress.searches},
        {"searches_total", progress.searches_total},
        {"candidates_total", progress.candidates_total},
        {"candidates_without", progress.candidates_without},
        {"postings", progress.postings},
        {"digests", progress.digests},
        {"announced", progress.announced},
        {"pairs", progress.pairs},
        {"pairs_skipped", progress.pairs_skipped},
        {"refused", progress.refused}};
    if (progress.after) {
        members["after"] = *progress.after;
    }
    return json::serialize(members);
}

domain::Result<AlertProgress> alert_progress_from(const std::string_view json) {
    return document::parse_document(json, [](const ValueReader& root) {
        return root.object(progress);
    });
}

}  // namespace worker
