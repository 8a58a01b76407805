#include "services/worker/package_builds.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/packages/checklist.hpp"
#include "services/packages/ordering.hpp"

#include <cassert>
#include <utility>
#include <variant>

namespace worker {
namespace {

using domain::OfficialLanguage;
using store::PackageWorkStore;
using Outcome = std::variant<PackageWorkStore::Built, PackageWorkStore::Refused>;

OfficialLanguage language_of(const std::string& code) {
    return code == "fr" ? OfficialLanguage::french : OfficialLanguage::english;
}

PackageWorkStore::Refused refused(std::string reason, const domain::Error& error) {
    return {.reason = std::move(reason), .field = error.field, .why = error.message};
}

std::optional<packages::Advisor> advisor_of(const PackageWorkStore::Order& order) {
    if (!order.advisor) {
        return std::nullopt;
    }
    packages::Advisor advisor{
        .firm = order.advisor->firm, .licence_number = order.advisor->licence_number.value_or("")};
    for (const auto& [name, standing] : packages::standing_names) {
        if (order.advisor->standing == name) {
            advisor.standing = standing;
        }
    }
    return advisor;
}

/// What was asked for was checked then; a rule set may have gone since, with the file it was in.
domain::Result<packages::OrderQuery> query_of(
    const Workshop& workshop, const PackageWorkStore::Order& order, const domain::Date day
) {
    packages::OrderQuery query{
        .posting = order.posting_id,
        .as_of = day,
        .kept = language_of(order.wish.kept_in),
        .advisor = advisor_of(order)};
    if (order.wish.sent_in) {
        query.sent = language_of(*order.wish.sent_in);
    }
    if (!order.wish.rules.empty()) {
        query.asked = workshop.rule_book.find(order.wish.rules);
        if (query.asked == nullptr) {
            return domain::invalid("rules", "there is no rule set '" + order.wish.rules + "'");
        }
    }
    auto own = packages::own_words_from(document::parse(order.own_words).value());
    if (!own) {
        return own.error();
    }
    query.own_words = *std::move(own);
    return query;
}

Outcome built_of(packages::Package package, const packages::Order& order) {
    PackageWorkStore::Built built;
    for (zip::Entry& file : package.files) {
        built.files.push_back({.name = std::move(file.name), .content = std::move(file.content)});
    }
    for (const auto& item : packages::checklist_of(order)) {
        if (item.day && *item.day >= order.facts.as_of()) {
            built.days.push_back({.due_on = *item.day, .words = item.text});
        }
    }
    return built;
}

Outcome build(
    const Workshop& workshop, const PackageWorkStore::Order& order, const domain::Date day
) {
    const PackageBuilds& builds = *workshop.packages;
    const auto query = query_of(workshop, order, day);
    if (!query) {
        return refused("not_readable", query.error());
    }
    matching::Shelf shelf{workshop.postings, builds.trust};
    const auto ordered = packages::order_from(
        workshop.rule_book,
        *workshop.facts.current(),
        {.postings = workshop.postings,
         .trust = builds.trust,
         .shelf = shelf,
         .words = workshop.words},
        document::parse(order.candidate).value(),
        *query
    );
    if (!ordered) {
        const bool served = ordered.error().kind != domain::ErrorKind::not_found;
        return refused(served ? "not_readable" : "posting_not_served", ordered.error());
    }
    auto package = packages::build(*ordered, builds.tools);
    if (!package) {
        const bool invented = package.error().message.starts_with("unsupported claim");
        return refused(invented ? "unsupported_claim" : "not_writable", package.error());
    }
    return built_of(*std::move(package), *ordered);
}

}  // namespace

domain::Result<std::string> package_arguments_from(const std::string_view json) {
    return document::parse_document(json, [](const document::ValueReader& root) {
        return root.object([](document::FieldReader& in) {
            return in.required("package").text({.min = 36, .max = 36});
        });
    });
}

bool run_package(const Workshop& workshop, const store::Job& job, const Control& control) {
    assert(workshop.packages != nullptr);
    if (control.stop()) {
        return false;
    }
    const PackageBuilds& builds = *workshop.packages;
    const std::string id = package_arguments_from(job.arguments).value();
    const domain::Date day = builds.day();
    const auto order = builds.packages.order(id);
    // What is gone with its candidate needs no end of its own.
    const Outcome outcome =
        order ? build(workshop, *order, day) : Outcome{PackageWorkStore::Built{}};
    std::visit([&](const auto& end) { builds.packages.end(job, id, day, end); }, outcome);
    return true;
}

}  // namespace worker
