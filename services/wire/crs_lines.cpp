#include "services/wire/crs_lines.hpp"

#include "matcher/document/json.hpp"
#include "matcher/document/pointer.hpp"
#include "services/wire/crs_json.hpp"

#include <boost/json/serialize.hpp>

#include <array>
#include <charconv>
#include <utility>

namespace wire {
namespace {

namespace json = boost::json;
using express_entry::CrsScore;
using express_entry::Points;

void append_number(std::string& text, const std::int64_t number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

void append_points(std::string& text, const Points points) {
    if (points) {
        append_number(text, *points);
    } else {
        text.append("null");
    }
}

void append_score(std::string& text, const CrsScore& score) {
    text.append(R"(,"total":)");
    append_points(text, score.total);
    for (const CrsFactor& factor : crs_factors) {
        if (factor.name() == "subtotal") {
            text.append(",\"").append(factor.section()).append("\":");
            append_points(text, factor.points(score));
        }
    }
    text.append(R"(,"factors":)");
    char separator = '{';
    for (const CrsFactor& factor : crs_factors) {
        text.append(1, std::exchange(separator, ','))
            .append("\"")
            .append(factor.path)
            .append("\":");
        append_points(text, factor.points(score));
    }
    text.append("}");
    if (!score.total) {
        text.append(R"(,"unknown":)");
        separator = '[';
        for (const std::string& path : unknown_factors(score)) {
            text.append(1, std::exchange(separator, ',')).append("\"").append(path).append("\"");
        }
        text.append("]");
    }
    text.append("}");
}

void append_error(std::string& text, const domain::Error& error) {
    text.append(R"(,"error":{"field":)")
        .append(json::serialize(error.field))
        .append(R"(,"message":)")
        .append(json::serialize(error.message))
        .append("}}");
}

/// The person and the rules that one line asks for.
struct Question {
    const rules::RuleSet* rule_set = nullptr;
    express_entry::CrsInput input;
};

domain::Result<Question> question_from(const json::object& line, const rules::RuleBook& rule_book) {
    for (const auto& member : line) {
        const std::string_view key = member.key();
        if (key != "id" && key != "ruleset" && key != "input") {
            return domain::invalid(std::string{key}, "unknown member");
        }
    }
    const json::value* id = line.if_contains("ruleset");
    if (id == nullptr || !id->is_string()) {
        return domain::invalid("ruleset", id == nullptr ? "missing" : "not a string");
    }
    const rules::RuleSet* rule_set = rule_book.find(id->get_string());
    if (rule_set == nullptr) {
        return domain::invalid(
            "ruleset", "there is no rule set '" + std::string{id->get_string()} + "'"
        );
    }
    const json::value* document = line.if_contains("input");
    if (document == nullptr) {
        return domain::invalid("input", "missing");
    }
    auto input = crs_input_from(*document);
    if (!input) {
        const domain::Error& error = input.error();
        return domain::invalid(document::joined_path("input", error.field), error.message);
    }
    return Question{.rule_set = rule_set, .input = *std::move(input)};
}

/// The id as it came, if it is one; null else.
std::string id_text(const json::object& line) {
    const json::value* id = line.if_contains("id");
    return id != nullptr && (id->is_string() || id->is_number()) ? document::serialize(*id)
                                                                 : "null";
}

}  // namespace

std::string_view CrsLines::answer(const std::string_view line, const std::size_t line_number) {
    answer_.assign(R"({"id":)");
    const auto value = document::parse(line);
    const json::object* object = value ? value->if_object() : nullptr;
    if (object == nullptr) {
        answer_.append(R"(null,"line":)");
        append_number(answer_, static_cast<std::int64_t>(line_number));
        append_error(answer_, value ? domain::invalid("", "not an object") : value.error());
        return answer_;
    }
    answer_.append(id_text(*object));
    const auto question = question_from(*object, rule_book_);
    if (!question) {
        append_error(answer_, question.error());
        return answer_;
    }
    answer_.append(R"(,"ruleset":")").append(question->rule_set->id).append("\"");
    append_score(answer_, express_entry::score(*question->rule_set, question->input));
    return answer_;
}

}  // namespace wire
