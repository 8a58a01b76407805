#include "indexer/verification/text_rules.hpp"

#include "indexer/verification/sentence.hpp"
#include "indexer/verification/text_pattern.hpp"
#include "verification_data.hpp"

#include <boost/json.hpp>
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <mutex>
#include <stdexcept>

namespace verification {
namespace {

namespace json = boost::json;

constexpr std::int64_t memory_max = std::int64_t{32} << 20;

re2::StringPiece piece(const std::string_view text) { return {text.data(), text.size()}; }

RE2::Options options() {
    RE2::Options result;
    result.set_case_sensitive(false);
    result.set_log_errors(false);
    result.set_never_capture(true);
    result.set_max_mem(memory_max);
    return result;
}

RE2::Options capturing() {
    RE2::Options result = options();
    result.set_never_capture(false);
    return result;
}

std::unique_ptr<RE2> compiled(const std::string& expression, const RE2::Options& how) {
    auto result = std::make_unique<RE2>(expression, how);
    if (!result->ok()) {
        throw std::invalid_argument{result->error() + ": " + expression};
    }
    return result;
}

/// Whole words, in any alphabet.
std::unique_ptr<RE2> whole_words(const std::string_view pattern, const PatternWords& words) {
    return compiled(
        R"((?:^|[^\pL\pN])(?:)" + regular_expression(pattern, words) + R"()(?:$|[^\pL\pN]))",
        options()
    );
}

std::string text_of(const json::object& object, const std::string_view key) {
    const json::value* value = object.if_contains(key);
    if (value == nullptr || !value->is_string()) {
        throw std::invalid_argument{"a text rule has no " + std::string{key}};
    }
    return std::string{value->as_string()};
}

PatternWords pattern_words(const json::object& document, const std::string_view key) {
    PatternWords result;
    for (const auto& [name, pattern] : document.at(key).as_object()) {
        result.emplace(name, pattern.as_string());
    }
    return result;
}

}  // namespace

struct TextRules::Compiled {
    /// An expression that is compiled when it is first needed: most never are, and all of them
    /// take a second.
    class Expression {
    public:
        Expression(std::string pattern, const PatternWords& words)
            : pattern_{std::move(pattern)}, words_{words} {}

        bool found_in(const std::string_view sentence) const {
            return RE2::PartialMatch(piece(sentence), expression());
        }

        const RE2& expression() const {
            std::call_once(once_, [this] { compiled_ = whole_words(pattern_, words_); });
            return *compiled_;
        }

    private:
        std::string pattern_;
        const PatternWords& words_;
        mutable std::once_flag once_;
        mutable std::unique_ptr<RE2> compiled_;
    };
    /// What one rule compares a sentence with.
    struct Comparison {
        std::unique_ptr<Expression> pattern;
        std::vector<const Expression*> unless;
        bool with_neighbours = false;  ///< Compares the sentences before and after as well.
    };
    /// Words without which none of some rules can hold.
    struct Trigger {
        std::unique_ptr<RE2> words;
        std::vector<std::size_t> rules;
    };

    PatternWords pieces;                                      ///< Of patterns, by name.
    std::map<std::string, Expression, std::less<>> clearing;  ///< Those of `unless`.
    std::vector<TextRule> rules;
    std::vector<Comparison> comparisons;  ///< One for each rule.
    std::vector<Trigger> triggers;
    RE2::Set any{options(), RE2::UNANCHORED};  ///< All triggers, in their order.

    bool holds(std::size_t rule, std::string_view sentence) const;
    void look_up(std::string_view text, const Trigger& trigger, std::vector<TextFinding>& found)
        const;
};

bool TextRules::Compiled::holds(const std::size_t rule, const std::string_view sentence) const {
    const Comparison& comparison = comparisons[rule];
    return comparison.pattern->found_in(sentence) &&
           std::none_of(
               comparison.unless.begin(),
               comparison.unless.end(),
               [&](const Expression* const clears) { return clears->found_in(sentence); }
           );
}

void TextRules::Compiled::look_up(
    const std::string_view text, const Trigger& trigger, std::vector<TextFinding>& found
) const {
    std::vector<std::size_t> open = trigger.rules;
    re2::StringPiece match;
    std::size_t from = 0;
    while (!open.empty() && from < text.size() &&
           trigger.words->Match(piece(text), from, text.size(), RE2::UNANCHORED, &match, 1)) {
        const auto begin = static_cast<std::size_t>(match.data() - text.data());
        const Extent at{begin, begin + match.size()};
        const Extent extent = sentence_around(text, at, sentence_bytes_max);
        const std::string_view sentence = text.substr(extent.begin, extent.end - extent.begin);
        std::string_view neighbours;
        std::erase_if(open, [&](const std::size_t rule) {
            const bool wide = comparisons[rule].with_neighbours;
            if (wide && neighbours.empty()) {
                const Extent all = neighbourhood(text, extent, sentence_bytes_max);
                neighbours = text.substr(all.begin, all.end - all.begin);
            }
            if (!holds(rule, wide ? neighbours : sentence)) {
                return false;
            }
            const Extent quote = cut_around(
                sentence, {at.begin - extent.begin, at.end - extent.begin}, quote_bytes_max
            );
            found.push_back(
                {.rule = &rules[rule],
                 .at = extent.begin,
                 .quote = sentence.substr(quote.begin, quote.end - quote.begin)}
            );
            return true;
        });
        from = std::max({extent.end, at.end, from + 1});
    }
}

TextRules::TextRules(const std::string_view text) : compiled_{std::make_unique<Compiled>()} {
    const json::value parsed = json::parse(text);
    const json::object& document = parsed.as_object();
    compiled_->pieces = pattern_words(document, "words");
    const PatternWords& words = compiled_->pieces;
    const PatternWords named = pattern_words(document, "unless");
    const auto clearing = [&](const std::string& name) {
        const auto pattern = named.find(name);
        return &compiled_->clearing
                    .try_emplace(name, pattern == named.end() ? name : pattern->second, words)
                    .first->second;
    };

    const PatternWords triggers = pattern_words(document, "triggers");
    std::map<std::string, std::size_t, std::less<>> index_of;
    for (const auto& [name, pattern] : triggers) {
        const std::string expression = regular_expression(pattern, words);
        index_of.emplace(name, compiled_->triggers.size());
        compiled_->triggers.push_back({.words = compiled(expression, capturing()), .rules = {}});
        compiled_->any.Add(piece(expression), nullptr);
    }
    if (!compiled_->any.Compile()) {
        throw std::invalid_argument{"the triggers need more memory than they may"};
    }

    for (const json::value& item : document.at("rules").as_array()) {
        const json::object& rule = item.as_object();
        const auto kind = kind_from(text_of(rule, "check"));
        const auto severity = verdict_from(text_of(rule, "severity"));
        const auto trigger = index_of.find(text_of(rule, "trigger"));
        if (!kind || !severity || trigger == index_of.end()) {
            throw std::invalid_argument{"check, severity or trigger of " + text_of(rule, "id")};
        }
        compiled_->triggers[trigger->second].rules.push_back(compiled_->rules.size());
        Compiled::Comparison comparison{
            .pattern = std::make_unique<Compiled::Expression>(text_of(rule, "pattern"), words),
            .unless = {},
            .with_neighbours = rule.contains("neighbours") && rule.at("neighbours").as_bool()};
        for (const json::value& name : rule.at("unless").as_array()) {
            comparison.unless.push_back(clearing(std::string{name.as_string()}));
        }
        compiled_->comparisons.push_back(std::move(comparison));
        compiled_->rules.push_back(
            {.id = text_of(rule, "id"),
             .kind = *kind,
             .code = text_of(rule, "code"),
             .severity = *severity,
             .source = text_of(rule, "source")}
        );
    }
}

TextRules::~TextRules() = default;
TextRules::TextRules(TextRules&&) noexcept = default;
TextRules& TextRules::operator=(TextRules&&) noexcept = default;

const TextRules& TextRules::shipped() {
    static const TextRules rules{verification_data::text_rules.text};
    return rules;
}

void TextRules::compile() const {
    for (const Compiled::Comparison& comparison : compiled_->comparisons) {
        comparison.pattern->expression();
        for (const Compiled::Expression* const clears : comparison.unless) {
            clears->expression();
        }
    }
}

std::span<const TextRule> TextRules::rules() const { return compiled_->rules; }

std::vector<TextFinding> TextRules::find(const std::string_view text) const {
    std::vector<int> hits;
    std::vector<TextFinding> found;
    RE2::Set::ErrorInfo error{RE2::Set::kNoError};
    if (!compiled_->any.Match(piece(text), &hits, &error)) {
        if (error.kind == RE2::Set::kNoError) {
            return found;
        }
        // The automaton outgrew its memory: then each trigger looks for itself.
        for (std::size_t i = 0; i < compiled_->triggers.size(); ++i) {
            hits.push_back(static_cast<int>(i));
        }
    }
    for (const int hit : hits) {
        compiled_->look_up(text, compiled_->triggers[static_cast<std::size_t>(hit)], found);
    }
    std::sort(found.begin(), found.end(), [](const TextFinding& one, const TextFinding& other) {
        return one.rule < other.rule;
    });
    return found;
}

}  // namespace verification
