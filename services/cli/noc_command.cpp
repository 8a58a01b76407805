#include "services/cli/noc_command.hpp"

#include "services/cli/engine_commands.hpp"
#include "services/cli/terminal_text.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/noc_json.hpp"
#include "sql/store/shipped_unit_groups.hpp"

#include <algorithm>
#include <cmath>

namespace cli {
namespace {

/// Columns that go to the code and to how likely it is, before the name of an occupation.
constexpr std::size_t name_column = 15;

std::string name_of(const domain::NocCode noc, const domain::OfficialLanguage language) {
    const auto& groups = store::shipped_unit_groups();
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& entry) {
        return entry.noc == noc;
    });
    if (group == groups.end()) {
        return {};
    }
    return language == domain::OfficialLanguage::french ? group->title_fr : group->title_en;
}

std::string percent(const float probability) {
    const std::string digits = std::to_string(std::lround(probability * 100));
    return std::string(3 - std::min<std::size_t>(3, digits.size()), ' ') + digits + " %";
}

}  // namespace

void show_noc(
    const coding::Coder& coder,
    const std::string_view title,
    const domain::OfficialLanguage language,
    std::ostream& out
) {
    const coding::Coding coding = coder.code(title);
    for (const coding::Suggestion& suggestion : coding.top) {
        const auto name = wrapped(name_of(suggestion.noc, language), line_width - name_column);
        out << suggestion.noc.to_string() << "  " << percent(suggestion.probability) << "  "
            << name.front() << '\n';
    }
    const auto code = coding.top.empty() ? "noc.no_words"
                      : coding.abstained ? "noc.unsure"
                                         : "noc.sure";
    out << wire::text(language, code) << '\n';
}

int noc(const NocOptions& options, std::istream& in, std::ostream& out, std::ostream& errors) {
    const coding::Coder coder{coding::Model::shipped()};
    if (options.ndjson) {
        return answer_lines(
            [&coder](const std::string_view line, const std::size_t number) {
                return wire::noc_line(coder, line, number);
            },
            in,
            out
        );
    }
    if (options.title.empty()) {
        errors << "jobscout: noc: TITLE: missing\n";
        return 2;
    }
    show_noc(coder, options.title, options.language, out);
    return 0;
}

}  // namespace cli
