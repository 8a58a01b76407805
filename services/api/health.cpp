#include "services/api/health.hpp"

#include "indexer/search/search.hpp"
#include "services/api/document.hpp"
#include "services/api/try_to.hpp"
#include "services/http/problem.hpp"
#include "sql/store/migrations.hpp"

#include <optional>

namespace api {
namespace {

http::Response say(std::string body) {
    http::Response response;
    response.body = std::move(body);
    return response;
}

}  // namespace

http::Response answer_health(const Service&, const auth::Principal&, const http::Call&) {
    return say(R"({"status":"ok"})");
}

http::Response describe_health(const Service& service, const auth::Principal&, const http::Call&) {
    const auto or_null = [](const std::optional<std::int64_t> number) {
        return number ? boost::json::value(*number) : boost::json::value(nullptr);
    };
    std::optional<search::IndexStatus> index;
    const auto indexed = try_to([&] {
        index = search::status(service.index.location());
        return index->revision;
    });
    const auto columns = service.snapshots.current();
    boost::json::object body;
    body["stored"] = boost::json::object{{"revision", service.postings.revision()}};
    body["index"] = boost::json::object{
        {"revision", or_null(indexed)},
        {"postings", or_null(index ? std::optional{index->documents} : std::nullopt)}};
    body["columns"] = boost::json::object{
        {"revision", columns->revision()}, {"postings", columns->rows().size()}};
    body["rules"] = boost::json::object{
        {"basis", service.rule_book.basis().id},
        {"loaded_at", domain::to_string(service.rules_loaded_at)}};
    boost::json::array programs;
    for (const auto& [program, at] : service.programs.seen()) {
        programs.push_back({{"program", program}, {"seen_at", at}});
    }
    body["programs"] = std::move(programs);
    return answer_json(200, body);
}

http::Response answer_readiness(const Service& service, const auth::Principal&, const http::Call&) {
    const auto stored = try_to([&] { return service.postings.revision(); });
    const auto migration = try_to([&] { return service.programs.migration(); });
    const auto indexed = try_to([&] { return search::revision(service.index.location()); });
    if (!stored || !migration) {
        return http::unavailable("the database does not answer");
    }
    if (*migration < store::migrations().back().number) {
        return http::unavailable("the database lacks migrations");
    }
    if (!indexed || (*stored > 0 && *indexed == 0)) {
        return http::unavailable("the search index cannot be opened");
    }
    if (!service.facts.is_loaded() || !service.snapshots.is_loaded()) {
        return http::unavailable("the postings are still being loaded");
    }
    return say(R"({"status":"ready"})");
}

}  // namespace api
