#include "services/cli/search_table.hpp"

#include "services/cli/posting_facts.hpp"
#include "services/cli/terminal_text.hpp"
#include "services/wire/lift_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/search_json.hpp"
#include "services/wire/vocabulary.hpp"

#include <algorithm>

namespace cli {
namespace {

class SearchTableWriter {
public:
    SearchTableWriter(
        const browsing::Results& results, const rules::RuleBook& rule_book, const TableStyle& style
    )
        : results_{results}, rule_book_{rule_book}, style_{style} {}

    std::string table() && {
        heading();
        for (std::size_t index = 0; index < results_.postings.size(); ++index) {
            posting(index);
        }
        facets();
        if (!results_.page.next_cursor.empty()) {
            table_ += '\n';
            line(0, text("search.next", {{"cursor", results_.page.next_cursor}}));
        }
        return std::move(table_);
    }

private:
    static constexpr std::size_t indent = 2;        ///< Of everything under a posting's title.
    static constexpr std::size_t label_width = 20;  ///< Of a facet.

    std::string text(const std::string_view code, const wire::Arguments& arguments = {}) const {
        return wire::text(style_.language, code, arguments);
    }
    void line(const std::size_t margin, const std::string& content) {
        table_.append(margin, ' ').append(content).append("\n");
    }
    void paragraph(const std::size_t margin, const std::string& content) {
        for (const std::string& part : wrapped(content, style_.width - margin)) {
            line(margin, part);
        }
    }
    /// Words that were found stand out, in brackets where there are no colours.
    std::string marked(const search::Fragments& fragments) const;
    void heading();
    void posting(std::size_t index);
    void facets();
    void facet(const std::string& name, const std::vector<std::string>& counts) {
        std::string joined;
        for (const std::string& count : counts) {
            joined.append(joined.empty() ? "" : ", ").append(count);
        }
        std::string label = fitted(name, label_width);
        for (const std::string& part : wrapped(joined, style_.width - label_width)) {
            line(0, label + part);
            label.assign(label_width, ' ');
        }
    }

    const browsing::Results& results_;
    const rules::RuleBook& rule_book_;
    TableStyle style_;
    std::string table_;
};

std::string SearchTableWriter::marked(const search::Fragments& fragments) const {
    std::string result;
    for (const search::Fragment& fragment : fragments) {
        const std::string plain = printable(fragment.text);
        if (fragment.mark == search::Mark::none) {
            result += plain;
        } else {
            result += style_.colour ? "\x1b[1m" + plain + "\x1b[0m" : "[" + plain + "]";
        }
    }
    return result;
}

void SearchTableWriter::heading() {
    const search::Page& page = results_.page;
    paragraph(
        0,
        text(
            "search.title",
            {{"shown", static_cast<std::int64_t>(results_.postings.size())},
             {"total", page.total},
             {"estimated", std::int64_t{page.total_exact ? 0 : 1}},
             {"date", results_.as_of}}
        )
    );
    if (!page.did_you_mean.empty()) {
        paragraph(0, text("search.did_you_mean", {{"query", printable(page.did_you_mean)}}));
    }
    if (results_.asks_for_lift) {
        const rules::RuleSet& basis = rule_book_.basis();
        const std::string status =
            wire::status_text(rule_book_, basis, results_.as_of, style_.language);
        paragraph(0, text("search.basis", {{"rules", basis.id}, {"status", status}}));
    }
    if (page.moved) {
        paragraph(0, text("search.moved"));
    }
}

void SearchTableWriter::posting(const std::size_t index) {
    const domain::Posting& posting = results_.postings[index].shelved->posting();
    const search::Highlights* found =
        results_.highlights.empty() ? nullptr : &results_.highlights[index];
    table_ += '\n';
    line(0, found == nullptr ? printable(posting.title) : marked(found->title));
    paragraph(indent, posting_facts(posting, style_.language));
    line(
        indent,
        text("search.posted", {{"date", *posting.date_posted}}) + " · " +
            text("table.open_to", {{"date", domain::last_live_day(posting)}}) + " · " +
            std::to_string(posting.id)
    );
    if (found != nullptr && found->snippet) {
        const search::Snippet& snippet = *found->snippet;
        paragraph(
            indent,
            (snippet.cut_before ? "… " : "") + marked(snippet.fragments) +
                (snippet.cut_after ? " …" : "")
        );
    }
    const auto hit = std::find_if(
        results_.page.hits.begin(),
        results_.page.hits.end(),
        [&](const search::Hit& each) { return each.id == posting.id; }
    );
    for (const search::SynonymHit& synonym : hit->synonyms) {
        paragraph(
            indent,
            text("search.synonym", {{"found", synonym.found}, {"asked", printable(synonym.asked)}})
        );
    }
}

void SearchTableWriter::facets() {
    if (!results_.page.facets) {
        return;
    }
    const boost::json::object facets =
        wire::page_facets_json(*results_.page.facets, results_.page.facets_exact, style_.language);
    table_ += '\n';
    const auto counts = [&](const std::string_view facet, const auto& name) {
        std::vector<std::string> lines;
        for (const auto& each : facets.at(facet).as_array()) {
            lines.push_back(
                name(each.as_object()) + ' ' +
                std::to_string(each.at("count").to_number<std::int64_t>())
            );
        }
        return lines;
    };
    const auto member = [](const std::string_view name) {
        return [name](const boost::json::object& each) {
            return std::string{each.at(name).as_string()};
        };
    };
    facet(text("search.facet.provinces"), counts("provinces", member("province")));
    facet(text("search.facet.teers"), counts("teers", [](const boost::json::object& each) {
              return std::to_string(each.at("teer").to_number<int>()) + ":";
          }));
    facet(text("search.facet.nocs"), counts("nocs", [](const boost::json::object& each) {
              const auto* title = each.at("title").if_string();
              return std::string{each.at("noc").as_string()} + ' ' +
                     (title == nullptr ? std::string{} : std::string{*title});
          }));
    facet(
        text("search.facet.working_languages"),
        counts(
            "working_languages",
            [&](const boost::json::object& each) {
                const auto* language = each.at("working_language").if_string();
                return text(
                    "search.working_language." +
                    (language == nullptr ? std::string{"not_stated"} : std::string{*language})
                );
            }
        )
    );
    facet(text("search.facet.remote"), {std::to_string(results_.page.facets->remote())});
    if (!results_.page.facets_exact) {
        line(0, text("search.facet.estimated"));
    }
}

}  // namespace

std::string search_table(
    const browsing::Results& results, const rules::RuleBook& rule_book, const TableStyle& style
) {
    return SearchTableWriter{results, rule_book, style}.table();
}

}  // namespace cli
