#pragma once

#include "indexer/verification/check.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace verification {

/// A wording that a text check looks for; from text_rules.json, which says why and who says so.
struct TextRule {
    std::string id;
    CheckKind kind = CheckKind::fees;
    std::string code;                  ///< The statement that it stands for, see Check::code.
    Verdict severity = Verdict::warn;  ///< fail or warn; info for what is only noted.
    std::string source;                ///< Page that warns of it or asks for it; may be empty.
};

/// A rule that a sentence satisfies, and the sentence.
struct TextFinding {
    const TextRule* rule = nullptr;
    std::size_t at = 0;      ///< Offset of the sentence in the text.
    std::string_view quote;  ///< Of the text, at most `quote_bytes_max`, whole characters.
};

/// The sentences that are compared and quoted are cut to this around the words that were found.
inline constexpr std::size_t quote_bytes_max = 250;
inline constexpr std::size_t sentence_bytes_max = 600;

/// All rules, compiled. One pass over a text looks for the few words without which no rule can
/// hold; only where one stands is the sentence around it compared, for rules that say `neighbours`
/// with the sentence before and the one after. Immutable: any number of threads
/// may share one. Throws std::invalid_argument if the rules are malformed, in `compile` for what is
/// wrong with a single pattern.
class TextRules {
public:
    explicit TextRules(std::string_view json);
    ~TextRules();
    TextRules(const TextRules&) = delete;
    TextRules& operator=(const TextRules&) = delete;
    TextRules(TextRules&&) noexcept;
    TextRules& operator=(TextRules&&) noexcept;

    /// What is compiled into the program.
    static const TextRules& shipped();

    /// Compiles every pattern now. Without it each is compiled when a text first needs it.
    void compile() const;

    std::span<const TextRule> rules() const;

    /// The first sentence of `text` for each rule that one satisfies, in the order of the rules.
    /// `text` is UTF-8; what is not is compared as bytes. Linear in its length.
    std::vector<TextFinding> find(std::string_view text) const;

private:
    struct Compiled;
    std::unique_ptr<Compiled> compiled_;
};

}  // namespace verification
