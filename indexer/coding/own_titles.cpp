#include "indexer/coding/own_titles.hpp"

#include <algorithm>
#include <string_view>
#include <titles_text.hpp>

namespace coding {
namespace {

std::string_view take(std::string_view& text, const char mark) {
    const std::size_t end = std::min(text.find(mark), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

/// noc2021, title, title of the index; the file is ours and part of the program.
std::vector<OwnTitle> read_titles(std::string_view text) {
    std::vector<OwnTitle> titles;
    while (!text.empty()) {
        std::string_view row = take(text, '\n');
        if (row.empty() || row.starts_with('#')) {
            continue;
        }
        const auto noc = domain::NocCode::parse(take(row, '\t')).value();
        const std::string_view title = take(row, '\t');
        titles.push_back({
            .title = {.title = std::string{title}, .noc = noc},
            .same_as = std::string{row},
        });
    }
    return titles;
}

}  // namespace

const std::vector<OwnTitle>& own_titles() {
    static const std::vector<OwnTitle> all = read_titles(titles_text::titles.text);
    return all;
}

}  // namespace coding
