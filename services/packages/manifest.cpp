#include "services/packages/manifest.hpp"

#include "matcher/document/json.hpp"
#include "services/packages/sheet_writer.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/posting_json.hpp"
#include "sql/store/sha256.hpp"

#include <boost/json/array.hpp>

#include <set>

namespace packages {
namespace {

namespace json = boost::json;

json::string digest(const json::value& document) {
    return json::string{store::sha256(document::serialize(document))};
}

json::array sentences_json(const Document& document) {
    json::array result;
    for (const Block& block : document.blocks) {
        for (const Sentence& sentence : block.sentences) {
            // In their order, each once.
            json::array facts;
            std::set<std::string> told;
            for (const Claim& claim : sentence.claims) {
                for (const std::string& fact : claim.facts) {
                    if (told.insert(fact).second) {
                        facts.emplace_back(fact);
                    }
                }
            }
            json::object one{{"text", sentence.text}};
            if (sentence.own_words) {
                one["own_words"] = true;
            } else {
                one["template"] = sentence.code;
                one["facts"] = std::move(facts);
            }
            result.push_back(std::move(one));
        }
    }
    return result;
}

json::object inputs_json(const Order& order) {
    json::object own;
    for (const auto& [part, text] : order.own_words) {
        own[part] = text;
    }
    return {
        {"candidate", digest(order.facts.candidate())},
        {"posting", digest(wire::posting_json(order.facts.posting()))},
        {"evidence", digest(order.evidence)},
        {"fit_and_lift", digest(order.lift)},
        {"own_words", digest(own)}};
}

}  // namespace

std::string manifest(
    const Order& order, const Sent& sent, const Package& package, const Versions& versions
) {
    json::array files;
    for (const zip::Entry& file : package.files) {
        files.push_back(
            {{"name", file.name},
             {"bytes", file.content.size()},
             {"sha256", store::sha256(file.content)}}
        );
    }
    json::array rule_sets;
    if (speaks_of_immigration(order)) {
        for (const std::string& id : order.rule_sets) {
            rule_sets.emplace_back(id);
        }
    }
    const domain::Posting& posting = order.facts.posting();
    const auto& advisor = order.advisor;
    const json::object document{
        {"schema", "jobscout/package/1"},
        {"posting",
         {{"id", std::to_string(posting.id)},
          {"source", posting.source},
          {"source_id", posting.source_id}}},
        {"advisor",
         advisor ? json::value{
                       {"firm", advisor->firm},
                       {"standing", document::name_of<Standing>(standing_names, advisor->standing)},
                       {"licence_number",
                        advisor->licence_number.empty() ? json::value{}
                                                        : json::value{advisor->licence_number}}}
                 : json::value{}},
        {"as_of", domain::to_string(order.facts.as_of())},
        {"languages", {{"sent", domain::language_code(order.sent)}, {"kept", domain::language_code(order.kept)}}},
        {"revision", std::to_string(order.revision)},
        {"rule_sets", std::move(rule_sets)},
        {"inputs", inputs_json(order)},
        {"versions",
         {{"weasyprint", versions.weasyprint},
          {"pandoc", versions.pandoc},
          {"ats_rules", built_in_ats_rules().version}}},
        {"pages", {{"resume", package.resume_pages}, {"letter", package.letter_pages}}},
        {"ats", ats_json(package.findings, order.kept)},
        {"documents",
         {{"resume", sentences_json(sent.resume_document)},
          {"letter", sentences_json(sent.letter)}}},
        {"files", std::move(files)},
        {"notice", wire::text(order.kept, "notice")}};
    return document::serialize(document) + "\n";
}

std::string readme(const Order& order) {
    const domain::Posting& posting = order.facts.posting();
    return wire::text(
        order.kept,
        "package.readme",
        {{"position", clean(domain::called(posting))},
         {"date", order.facts.as_of()},
         {"address", posting.url.empty() ? std::string{"–"} : clean(posting.url)},
         {"fit",
          wire::text(
              order.kept,
              speaks_of_immigration(order) ? "package.readme.fit_and_lift" : "package.readme.fit"
          )},
         {"advisor", advisor_text(order)},
         {"notice", wire::text(order.kept, "notice")}}
    );
}

}  // namespace packages
