#include "indexer/reference_data/open_list.hpp"

#include "indexer/reference_data/entry_reader.hpp"
#include "indexer/reference_data/publication_day.hpp"
#include "indexer/sources/text.hpp"

#include <algorithm>
#include <deque>
#include <memory>
#include <utility>

namespace reference_data {
namespace {

/// Titles and sections may stand above the names of the columns, but not many.
constexpr std::size_t preamble_rows_max = 20;

/// What was found out about a table before its entries.
struct Recognised {
    const Layout* layout = nullptr;
    std::optional<Header> header;
    ListFacts facts;
    std::deque<Row> ahead;  ///< Rows taken to look at, and still to be read.
    bool has_header_row = false;
};

/// The layout that lacks the fewest columns, for a message that helps.
std::string least_lacking(const Kind& kind, const std::vector<Row>& seen) {
    std::string least;
    for (const Row& row : seen) {
        for (const Layout& layout : kind.layouts) {
            const auto lack = lacking(layout, Header{row});
            const auto count = [](const std::string& names) {
                return std::ranges::count(names, ',');
            };
            if (least.empty() || count(lack) < count(least)) {
                least = lack;
            }
        }
    }
    return least;
}

Row header_row(const Layout& layout) {
    return {
        .line = 0,
        .cells = {layout.without_header.begin(), layout.without_header.end()},
        .fault = {},
        .raw = {}};
}

/// A table that comes without names of columns is told by how many it has, and that the first cell
/// is a number.
const Layout* without_header(const Kind& kind, const Row& row) {
    const auto fits = [&](const Layout& layout) {
        return !layout.without_header.empty() && row.cells.size() == layout.without_header.size() &&
               whole_number(sources::trimmed(row.cells.front()));
    };
    const auto found = std::ranges::find_if(kind.layouts, fits);
    return found == kind.layouts.end() ? nullptr : &*found;
}

const Layout* recognising(const Kind& kind, const Header& header) {
    const auto found = std::ranges::find_if(kind.layouts, [&](const Layout& layout) {
        return recognises(layout, header);
    });
    return found == kind.layouts.end() ? nullptr : &*found;
}

domain::Result<Recognised> recognise(
    const Kind& kind, const Rows& rows, const std::filesystem::path& file
) {
    Recognised result;
    std::vector<Row>& seen = result.facts.preamble;
    while (seen.size() < preamble_rows_max) {
        auto row = rows.next();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            break;
        }
        Header header{**row};
        result.layout = recognising(kind, header);
        if (result.layout != nullptr) {
            result.has_header_row = (*row)->line > 0;
            result.header = std::move(header);
            return result;
        }
        if (seen.empty()) {
            result.layout = without_header(kind, **row);
            if (result.layout != nullptr) {
                result.header = Header{header_row(*result.layout)};
                result.ahead.push_back(std::move(**row));
                return result;
            }
        }
        seen.push_back(std::move(**row));
    }
    return refused_file(
        file,
        "has no columns of the kind '" + std::string{kind.name} +
            "'; nearest, it lacks: " + least_lacking(kind, seen)
    );
}

/// The entries of one table; what was passed by before them is told first.
class Entries {
public:
    Entries(Rows rows, Recognised recognised, EntryReader reader)
        : rows_{std::move(rows)},
          ahead_{std::move(recognised.ahead)},
          preamble_{recognised.facts.preamble.begin(), recognised.facts.preamble.end()},
          headings_{recognised.has_header_row ? 1 : 0},
          reader_{std::move(reader)} {}

    domain::Result<std::optional<store::ImportItem>> next() {
        if (!preamble_.empty()) {
            Row row = std::move(preamble_.front());
            preamble_.pop_front();
            return std::optional{before_header(std::move(row))};
        }
        if (headings_ > 0) {
            --headings_;
            return std::optional<store::ImportItem>{store::PassedOverRow{"heading"}};
        }
        if (!ahead_.empty()) {
            Row row = std::move(ahead_.front());
            ahead_.pop_front();
            return std::optional{reader_.read(std::move(row))};
        }
        auto row = rows_.next();
        if (!row) {
            return row.error();
        }
        return *row ? std::optional{reader_.read(std::move(**row))} : std::nullopt;
    }

private:
    /// A section may begin above the columns' names; whatever else stands there is a title.
    store::ImportItem before_header(Row row) {
        const auto item = reader_.read(std::move(row));
        const auto* passed_over = std::get_if<store::PassedOverRow>(&item);
        const bool is_section = passed_over != nullptr && passed_over->what == "section";
        return is_section ? item : store::PassedOverRow{"title"};
    }

    Rows rows_;
    std::deque<Row> ahead_;
    std::deque<Row> preamble_;
    int headings_;
    EntryReader reader_;
};

/// The publisher's date in the first entry.
std::optional<domain::Date> date_in(const Recognised& recognised) {
    const auto column = recognised.header->column(recognised.layout->published_on);
    if (!column || recognised.ahead.empty() || recognised.ahead.front().cells.size() <= *column) {
        return std::nullopt;
    }
    const auto day = date(sources::trimmed(recognised.ahead.front().cells[*column]));
    return day ? std::optional{domain::parse_date(*day).value()} : std::nullopt;
}

}  // namespace

domain::Result<OpenedList> open_list(const Kind& kind, const std::filesystem::path& file) {
    if (kind.layouts.empty()) {
        return open_rounds(file);
    }
    auto rows = open_rows(file);
    if (!rows) {
        return rows.error();
    }
    auto recognised = recognise(kind, *rows, file);
    if (!recognised) {
        return recognised.error();
    }
    if (!recognised->layout->published_on.empty() && recognised->ahead.empty()) {
        auto first = rows->next();
        if (!first) {
            return first.error();
        }
        if (*first) {
            recognised->ahead.push_back(std::move(**first));
        }
    }
    const Layout& layout = *recognised->layout;
    recognised->facts.file_name = file.filename().string();
    OpenedList opened{
        .list = std::string{layout.list},
        .columns = columns_of(layout),
        .published_on = rows->published_on,
        .next = {}};
    if (layout.name_list) {
        auto name = layout.name_list(recognised->facts, *recognised->header);
        if (!name) {
            return refused_file(file, name.error().message);
        }
        opened.list = std::move(*name);
    }
    for (const auto& found :
         {date_in(*recognised), publication_day_in(recognised->facts.file_name)}) {
        opened.published_on = opened.published_on ? opened.published_on : found;
    }
    Header header = *recognised->header;
    Prepare prepare = layout.prepare ? layout.prepare(recognised->facts, header) : Prepare{};
    for (const auto name : layout.added) {
        header.append(name);
    }
    EntryReader reader{layout, std::move(header), std::move(prepare)};
    auto entries =
        std::make_shared<Entries>(std::move(*rows), std::move(*recognised), std::move(reader));
    opened.next = [entries] { return entries->next(); };
    return opened;
}

}  // namespace reference_data
