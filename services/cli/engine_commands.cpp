#include "services/cli/engine_commands.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/cli/documents.hpp"
#include "services/cli/engine_tables.hpp"
#include "services/wire/candidate_parts.hpp"
#include "services/wire/clb_json.hpp"
#include "services/wire/offer_answer.hpp"
#include "services/wire/programs_json.hpp"
#include "services/wire/projection_json.hpp"
#include "services/wire/rounds_json.hpp"

namespace cli {
namespace {

namespace json = boost::json;
using domain::Candidate;
using wire::AnswerContext;

/// The error with its path inside the document that an option names.
domain::Error of_option(const std::string& option, domain::Error error) {
    error.field = option + (error.field.empty() ? "" : "." + error.field);
    return error;
}

domain::Result<json::object> offer_answer(
    const AnswerContext& context, const EngineOptions& options, const Candidate& candidate
) {
    if (options.offer.empty()) {
        return wire::own_offer_answer_json(context, candidate);
    }
    const auto offer =
        document::parse_document(options.offer, [](const document::ValueReader& root) {
            return root.object(wire::offer_from);
        });
    if (!offer) {
        return of_option("offer", offer.error());
    }
    return wire::offer_answer_json(context, candidate, *offer);
}

domain::Result<express_entry::Plan> plan_of(const EngineOptions& options) {
    if (options.plan.empty()) {
        return express_entry::Plan{};
    }
    const auto document = document::parse(options.plan);
    if (!document) {
        return of_option("plan", document.error());
    }
    auto plan = wire::plan_from_document(*document);
    return plan ? plan : domain::Result<express_entry::Plan>{of_option("plan", plan.error())};
}

domain::Result<json::object> answer(
    const Question question,
    const AnswerContext& context,
    const EngineOptions& options,
    const Candidate& candidate
) {
    switch (question) {
        case Question::clb:
            return wire::clb_answer_json(candidate, context.as_of, context.language);
        case Question::programs:
            return wire::programs_answer_json(candidate, context.as_of, context.language);
        case Question::offer:
            return offer_answer(context, options, candidate);
        case Question::rounds:
            return wire::rounds_answer_json(context, candidate, options.rounds, options.months);
        case Question::project: {
            const auto plan = plan_of(options);
            if (!plan) {
                return plan.error();
            }
            return wire::projection_answer_json(context, candidate, *plan, options.months);
        }
        case Question::advise:
            return wire::advice_answer_json(context, candidate);
    }
    return json::object{};
}

std::string table(
    const Question question, const json::object& answer, const domain::OfficialLanguage language
) {
    switch (question) {
        case Question::clb:
            return clb_table(answer, language);
        case Question::programs:
            return programs_table(answer, language);
        case Question::offer:
            return offer_table(answer, language);
        case Question::rounds:
            return rounds_table(answer, language);
        case Question::project:
            return projection_table(answer, language);
        case Question::advise:
            return advice_table(answer, language);
    }
    return {};
}

}  // namespace

int ask(
    const Question question,
    const AnswerContext& context,
    const EngineOptions& options,
    std::istream& in,
    std::ostream& out,
    std::ostream& errors
) {
    const auto candidate = read_candidate(in);
    if (!candidate) {
        return refuse(errors, candidate.error());
    }
    const auto said = answer(question, context, options, *candidate);
    if (!said) {
        return refuse(errors, said.error());
    }
    if (options.json) {
        out << document::serialize(*said) << '\n';
    } else {
        out << table(question, *said, context.language);
    }
    return 0;
}

int answer_lines(
    const std::function<std::string(std::string_view, std::size_t)>& answer,
    std::istream& in,
    std::ostream& out
) {
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") != std::string::npos) {
            out << answer(line, number) << '\n';
        }
    }
    return 0;
}

}  // namespace cli
