#include "matcher/document/json.hpp"
#include "services/packages/package.hpp"
#include "services/wire/candidate_json.hpp"

#include <boost/json/value.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

domain::Posting posting(const domain::OfficialLanguage language) {
    domain::Posting result;
    result.id = 1;
    result.source = "fuzz";
    result.source_id = "1";
    result.title = "Welder";
    result.hiring_organization = "Example inc. (fictional)";
    result.description = "Weld steel, read drawings, keep the shop safe.";
    result.text_language = language;
    return result;
}

/// `{candidate, own_words?}`: what is asked for with a package.
void write(const boost::json::object& asked, const domain::OfficialLanguage language) {
    const boost::json::value* document = asked.if_contains("candidate");
    const auto read = document != nullptr && document->is_object()
                          ? wire::candidate_from(*document)
                          : domain::Result<domain::Candidate>{domain::invalid("", "none")};
    if (!read) {
        return;
    }
    packages::OwnWords own;
    if (const boost::json::value* words = asked.if_contains("own_words")) {
        const auto said = packages::own_words_from(*words);
        if (!said) {
            return;
        }
        own = *said;
    }
    const packages::Order order{
        .facts =
            packages::Facts{
                document->get_object(),
                *read,
                posting(language),
                domain::parse_date("2026-11-16").value()},
        .sent = language,
        .kept = language,
        .own_words = own,
        .lift = {},
        .evidence = {},
        .rule_sets = {},
        .revision = 0};
    const auto sent = packages::write_sent(order, packages::length(0));
    if (!sent && sent.error().message.empty()) {
        std::abort();
    }
    if (sent && !packages::unsupported_claims(sent->letter, order.facts).empty()) {
        std::abort();
    }
}

}  // namespace

/// Whatever the bytes: what is written of them is supported by them, or refused with words.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    const auto value = document::parse({reinterpret_cast<const char*>(data), size});
    if (value && value->is_object()) {
        write(value->get_object(), domain::OfficialLanguage::english);
        write(value->get_object(), domain::OfficialLanguage::french);
    }
    return 0;
}
