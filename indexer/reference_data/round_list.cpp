#include "indexer/reference_data/open_list.hpp"
#include "indexer/sources/rounds.hpp"
#include "sql/store/round_row.hpp"

#include <charconv>
#include <memory>
#include <utility>

namespace reference_data {
namespace {

/// `rounds[12].drawCRS` is entry 13.
std::int64_t entry_of(const std::string& place) {
    std::int64_t index = 0;
    const auto begin = place.find('[');
    if (begin != place.npos) {
        std::from_chars(place.data() + begin + 1, place.data() + place.size(), index);
    }
    return index + 1;
}

store::ImportedRow row_of(const domain::Round& round, const std::int64_t line) {
    store::ImportedRow row{.line = line, .values = {}};
    for (auto& value : store::row_of(round)) {
        row.values.push_back(value.empty() ? std::nullopt : std::optional{std::move(value)});
    }
    return row;
}

}  // namespace

domain::Result<OpenedList> open_rounds(const std::filesystem::path& file) {
    auto feed = sources::read_rounds_file(file);
    if (!feed) {
        return feed.error();
    }
    auto items = std::make_shared<std::vector<store::ImportItem>>();
    for (const auto& round : feed->rounds) {
        items->emplace_back(row_of(round, static_cast<std::int64_t>(items->size()) + 1));
    }
    for (const auto& refused : feed->refused) {
        items->emplace_back(store::Refused{
            .line = entry_of(refused.field),
            .field = refused.field,
            .extent = store::Refused::Extent::row,
            .reason = refused.reason,
            .raw = ""});
    }
    return OpenedList{
        .list = "express entry",
        .columns = {store::round_columns.begin(), store::round_columns.end()},
        .published_on =
            feed->rounds.empty() ? std::nullopt : std::optional{feed->rounds.back().held_on},
        .next = [items, at = std::size_t{0}](
                ) mutable -> domain::Result<std::optional<store::ImportItem>> {
            return at < items->size() ? std::optional{std::move((*items)[at++])} : std::nullopt;
        }};
}

}  // namespace reference_data
