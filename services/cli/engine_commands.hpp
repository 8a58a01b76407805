#pragma once

#include "matcher/domain/round.hpp"
#include "services/wire/answer.hpp"

#include <array>
#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

/// The questions about Express Entry that rest on a candidate document.
namespace cli {

struct EngineOptions {
    bool json = false;
    int months = 0;     ///< `rounds`: how far back; `project`: how far ahead.
    std::string offer;  ///< `offer`: the text of an offer; empty: the one in the document.
    std::string plan;   ///< `project`: the text of a plan; empty: everything stays as it is.
    std::vector<domain::Round> rounds;  ///< `rounds`.
};

enum class Question { clb, programs, offer, rounds, project, advise };

/// Answers for the candidate document in `in`, as a table or as JSON. Exit status: 0, or 1 where a
/// document is refused, with its path and the reason on `errors`.
int ask(
    Question question,
    const wire::AnswerContext& context,
    const EngineOptions& options,
    std::istream& in,
    std::ostream& out,
    std::ostream& errors
);

/// Answers every line that is not blank with `answer(line, number)`. Always 0: a refused line has
/// its error among the answers.
int answer_lines(
    const std::function<std::string(std::string_view, std::size_t)>& answer,
    std::istream& in,
    std::ostream& out
);

/// A subcommand that asks something of a candidate document.
struct EngineCommand {
    const char* name;
    Question question;
    const char* description;
};
inline constexpr std::array engine_commands{
    EngineCommand{"clb", Question::clb, "Show the levels of the language tests"},
    EngineCommand{
        "programs", Question::programs, "Judge the programs and categories, clause by clause"},
    EngineCommand{"offer", Question::offer, "Judge an offer of employment, and what it would add"},
    EngineCommand{"rounds", Question::rounds, "Set the score against past rounds of invitations"},
    EngineCommand{"project", Question::project, "Score month by month under a plan"},
    EngineCommand{"advise", Question::advise, "Rank single changes by what they would gain"},
};

}  // namespace cli
