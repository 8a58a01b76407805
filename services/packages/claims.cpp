#include "services/packages/claims.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <optional>

namespace packages {
namespace {

/// What says nothing of anybody.
bool needs_no_fact(const std::string_view code) {
    return code.starts_with("package.label.") || code.starts_with("package.courtesy.");
}

bool speaks_of_facts(const std::string_view code) { return code.starts_with("package.claim."); }

std::optional<UnsupportedClaim> fault_of(
    const Sentence& sentence, const Facts& facts, const domain::OfficialLanguage language
) {
    const auto fault = [&](const Unsupported why, std::string fact = {}) {
        return UnsupportedClaim{.why = why, .text = sentence.text, .fact = std::move(fact)};
    };
    if (sentence.own_words) {
        return std::nullopt;
    }
    const bool free = needs_no_fact(sentence.code);
    if ((!free && !speaks_of_facts(sentence.code)) || !wire::has_text(sentence.code) ||
        (!free && sentence.claims.empty())) {
        return fault(Unsupported::no_fact);
    }
    wire::Arguments arguments;
    for (const Claim& claim : sentence.claims) {
        if (claim.facts.empty()) {
            return fault(Unsupported::no_fact);
        }
        for (const std::string& id : claim.facts) {
            if (facts.find(id) == nullptr) {
                return fault(Unsupported::unknown_fact, id);
            }
        }
        auto said = facts.said(claim, language);
        if (!said) {
            return fault(Unsupported::not_in_facts, claim.facts.front());
        }
        const auto* const words = std::get_if<std::string>(&*said);
        if (words != nullptr && !sentence.code.ends_with("_chosen") &&
            sentence.text.find(*words) == std::string::npos) {
            return fault(Unsupported::not_in_facts, claim.facts.front());
        }
        arguments.emplace_back(claim.name, *std::move(said));
    }
    if (wire::text(language, sentence.code, arguments) != sentence.text) {
        return fault(Unsupported::other_words);
    }
    return std::nullopt;
}

/// The letters, digits and signs of a text: what formats set between them is punctuation or space.
icu::UnicodeString essence(const std::string_view text) {
    const icu::UnicodeString all = icu::UnicodeString::fromUTF8(icu::StringPiece{
        text.data(), static_cast<std::int32_t>(text.size())});
    icu::UnicodeString kept;
    for (std::int32_t at = 0; at < all.length(); at = all.moveIndex32(at, 1)) {
        const UChar32 point = all.char32At(at);
        if (u_isUWhiteSpace(point) == 0 && u_ispunct(point) == 0 && point != '|') {
            kept.append(point);
        }
    }
    return kept;
}

std::string around(const icu::UnicodeString& text, const std::int32_t at) {
    constexpr std::int32_t shown = 40;
    std::string result;
    text.tempSubString(at, shown).toUTF8String(result);
    return result;
}

}  // namespace

std::vector<UnsupportedClaim> unsupported_claims(const Document& document, const Facts& facts) {
    std::vector<UnsupportedClaim> faults;
    for (const Block& block : document.blocks) {
        for (const Sentence& sentence : block.sentences) {
            if (auto fault = fault_of(sentence, facts, document.language)) {
                faults.push_back(*std::move(fault));
            }
        }
    }
    return faults;
}

std::vector<UnsupportedClaim> unsupported_words(
    const Document& document, const std::string_view text
) {
    std::string wanted;
    for (const Block& block : document.blocks) {
        wanted += text_of(block);
    }
    const icu::UnicodeString said = essence(text);
    const icu::UnicodeString meant = essence(wanted);
    std::int32_t same = 0;
    while (same < said.length() && same < meant.length() && said[same] == meant[same]) {
        ++same;
    }
    if (same == said.length() && same == meant.length()) {
        return {};
    }
    const icu::UnicodeString& stray = same < said.length() ? said : meant;
    return {{.why = Unsupported::stray_words, .text = around(stray, same), .fact = {}}};
}

}  // namespace packages
