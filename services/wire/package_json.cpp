#include "services/wire/package_json.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/wire/application_json.hpp"
#include "services/wire/ids.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/optional_json.hpp"
#include "services/wire/vocabulary.hpp"

namespace wire {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::ValueReader;
using store::PackageStore;

constexpr std::size_t rules_id_max = 10;  ///< A day.

std::string language_code(const ValueReader& value) {
    return std::string{domain::language_code(value.choice(language_names))};
}

PackageStore::Wish wish(FieldReader& in) {
    return {
        .sent_in = in.optional("sent", language_code),
        .kept_in = in.optional("kept", language_code).value_or("en"),
        .rules = in.optional("rules", [](const ValueReader& value) {
                       return value.text({.min = 1, .max = rules_id_max});
                   }).value_or("")};
}

PackagesRequest::Pair pair(const ValueReader& value) {
    return value.object([](FieldReader& in) {
        return PackagesRequest::Pair{
            .candidate_id = read_uuid(in.required("candidate")),
            .posting_id = read_number(in.required("posting_id"))};
    });
}

json::object author_json(const store::Author& author) {
    return party_json(author.role, author.own, author.firm);
}

json::string refusal_text(const std::string_view reason, const domain::OfficialLanguage language) {
    return json::string{text(language, "package.refusal." + std::string{reason})};
}

json::value refusal_json(
    const PackageStore::Package& package, const domain::OfficialLanguage language
) {
    if (package.state == store::PackageState::failed) {
        return json::object{
            {"reason", "failed"},
            {"text", refusal_text("failed", language)},
            {"field", nullptr},
            {"detail", nullptr}};
    }
    if (package.state != store::PackageState::refused) {
        return nullptr;
    }
    json::object result{
        {"reason", package.refusal}, {"text", refusal_text(package.refusal, language)}};
    result["field"] = or_null(package.refused_field);
    result["detail"] = or_null(package.refused_why);
    return result;
}

}  // namespace

domain::Result<PackageStore::Wish> package_wish_from(const json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object(wish);
    });
}

domain::Result<PackagesRequest> packages_request_from(const json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object([](FieldReader& in) {
            const ValueReader pairs = in.required("pairs");
            PackagesRequest result{.pairs = pairs.array(pairs_max, pair), .wish = wish(in)};
            if (pairs.is_array() && result.pairs.empty()) {
                pairs.refuse("no pair in it");
            }
            return result;
        });
    });
}

json::object letter_json(
    const std::string_view application, const store::LetterStore::Letter& letter
) {
    json::object result{{"application", application}};
    result["own_words"] = document::parse(letter.own_words).value();
    result["by"] = letter.by ? json::value(author_json(*letter.by)) : json::value(nullptr);
    result["made_at"] = or_null(letter.made_at);
    return result;
}

json::object package_json(
    const PackageStore::Package& package, const domain::OfficialLanguage language
) {
    json::object result{{"id", package.id}, {"application", package.application_id}};
    result["candidate"] = package.candidate_id;
    result["posting_id"] = std::to_string(package.posting_id);
    result["title"] = package.title;
    result["employer"] = package.employer;
    result["version"] = package.version;
    result["state"] = store::name_of(package.state);
    result["as_of"] = or_null(package.as_of);
    json::object languages;
    languages["sent"] = or_null(package.wish.sent_in.value_or(""));
    languages["kept"] = package.wish.kept_in;
    result["languages"] = std::move(languages);
    result["rules"] = or_null(package.wish.rules);
    result["own_words"] = document::parse(package.own_words).value();
    result["batch"] = or_null(package.batch.value_or(""));
    result["by"] = author_json(package.by);
    result["asked_at"] = package.asked_at;
    result["ended_at"] = or_null(package.ended_at.value_or(""));
    result["refusal"] = refusal_json(package, language);
    return result;
}

json::array packages_json(
    const std::vector<PackageStore::Package>& packages, const domain::OfficialLanguage language
) {
    json::array items;
    for (const auto& package : packages) {
        items.push_back(package_json(package, language));
    }
    return items;
}

json::object batch_json(const PackageStore::Batch& batch) {
    return {
        {"id", batch.id},
        {"asked_at", batch.asked_at},
        {"total", batch.total},
        {"queued", batch.queued},
        {"built", batch.built},
        {"refused", batch.refused},
        {"failed", batch.failed}};
}

json::object pair_refusal_json(
    const std::string_view reason, const domain::OfficialLanguage language
) {
    return {{"reason", reason}, {"text", refusal_text(reason, language)}};
}

json::array days_json(const std::vector<PackageStore::Day>& days) {
    json::array items;
    for (const auto& day : days) {
        json::object one{{"id", std::to_string(day.id)}};
        one["due_on"] = domain::to_string(day.due_on);
        one["words"] = day.words;
        one["package"] = day.package_id;
        one["application"] = day.application_id;
        one["candidate"] = day.candidate_id;
        one["name"] = or_null(day.name.value_or(""));
        one["posting_id"] = std::to_string(day.posting_id);
        one["title"] = day.title;
        one["employer"] = day.employer;
        one["state"] = domain::name_of(day.state);
        items.push_back(std::move(one));
    }
    return items;
}

}  // namespace wire
