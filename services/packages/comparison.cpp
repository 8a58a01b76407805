#include "services/packages/comparison.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <map>
#include <set>
#include <string>

namespace packages {
namespace {

namespace json = boost::json;

/// Elements of `one` that `other` has not, or not as often.
json::array beyond(const json::array& one, const json::array& other) {
    std::map<std::string, int> there;
    for (const json::value& element : other) {
        ++there[json::serialize(element)];
    }
    json::array result;
    for (const json::value& element : one) {
        if (--there[json::serialize(element)] < 0) {
            result.push_back(element);
        }
    }
    return result;
}

json::object changes(const json::array& before, const json::array& after) {
    json::object result;
    result["added"] = beyond(after, before);
    result["removed"] = beyond(before, after);
    return result;
}

/// Every fact that a sentence of a document names, once.
json::array facts_of(const json::object& manifest) {
    std::set<std::string> facts;
    for (const auto& document : manifest.at("documents").as_object()) {
        for (const json::value& sentence : document.value().as_array()) {
            if (const json::value* named = sentence.as_object().if_contains("facts")) {
                for (const json::value& fact : named->as_array()) {
                    facts.emplace(fact.as_string());
                }
            }
        }
    }
    json::array result;
    for (const std::string& fact : facts) {
        result.emplace_back(fact);
    }
    return result;
}

json::array changed_inputs(const json::object& before, const json::object& after) {
    json::array result;
    for (const auto& input : after) {
        const json::value* earlier = before.if_contains(input.key());
        if (earlier == nullptr || *earlier != input.value()) {
            result.emplace_back(input.key());
        }
    }
    return result;
}

json::array changed_versions(const json::object& before, const json::object& after) {
    json::array result;
    for (const auto& version : after) {
        const json::value* earlier = before.if_contains(version.key());
        if (earlier == nullptr || *earlier != version.value()) {
            json::object one{{"name", version.key()}};
            one["before"] = earlier == nullptr ? json::value(nullptr) : *earlier;
            one["after"] = version.value();
            result.push_back(std::move(one));
        }
    }
    return result;
}

}  // namespace

json::object comparison(const json::object& before, const json::object& after) {
    const auto list = [](const json::object& manifest, const std::string_view name) -> auto& {
        return manifest.at(name).as_array();
    };
    json::object documents;
    for (const std::string_view name : {"resume", "letter"}) {
        documents[name] = changes(
            list(before.at("documents").as_object(), name),
            list(after.at("documents").as_object(), name)
        );
    }
    json::object result;
    result["as_of"] = {{"before", before.at("as_of")}, {"after", after.at("as_of")}};
    result["rule_sets"] = changes(list(before, "rule_sets"), list(after, "rule_sets"));
    result["inputs"] =
        changed_inputs(before.at("inputs").as_object(), after.at("inputs").as_object());
    result["documents"] = std::move(documents);
    result["facts"] = changes(facts_of(before), facts_of(after));
    result["ats"] = changes(list(before, "ats"), list(after, "ats"));
    result["versions"] =
        changed_versions(before.at("versions").as_object(), after.at("versions").as_object());
    return result;
}

}  // namespace packages
