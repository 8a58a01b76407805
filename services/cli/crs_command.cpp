#include "services/cli/crs_command.hpp"

#include "matcher/document/json.hpp"
#include "services/cli/crs_table.hpp"
#include "services/cli/documents.hpp"
#include "services/wire/crs_answer.hpp"
#include "services/wire/crs_lines.hpp"

namespace cli {
int crs(
    const rules::RuleBook& rule_book,
    const CrsOptions& options,
    std::istream& in,
    std::ostream& out,
    std::ostream& errors
) {
    const rules::RuleSet* asked = rule_book.find(options.rules);
    if (asked == nullptr && !options.rules.empty()) {
        return refuse_rules(errors, options.rules);
    }
    const auto document = read_document(in);
    if (!document) {
        return refuse(errors, document.error());
    }
    const auto question = wire::crs_question_from(*document, options.as_of);
    if (!question) {
        return refuse(errors, question.error());
    }
    const wire::AnswerContext context{
        .rule_book = rule_book,
        .asked = asked,
        .asked_alone = true,
        .as_of = options.as_of,
        .language = options.language,
    };
    if (options.json) {
        out << document::serialize(wire::crs_answer_json(context, *question)) << '\n';
    } else {
        out << crs_table(context, *question);
    }
    return 0;
}

int crs_ndjson(const rules::RuleBook& rule_book, std::istream& in, std::ostream& out) {
    wire::CrsLines lines{rule_book};
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") != std::string::npos) {
            out << lines.answer(line, number) << '\n';
        }
    }
    return 0;
}

}  // namespace cli
