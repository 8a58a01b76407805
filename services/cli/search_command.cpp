#include "services/cli/search_command.hpp"

#include "matcher/document/json.hpp"
#include "services/browsing/browse.hpp"
#include "services/cli/documents.hpp"
#include "services/cli/search_table.hpp"
#include "services/wire/search_json.hpp"
#include "sql/store/reference_store.hpp"

namespace cli {

CLI::App& define_search(CLI::App& app, SearchOptions& options) {
    CLI::App* search = app.add_subcommand("search", "Search verified postings");
    search
        ->add_option(
            "QUERY",
            options.query,
            "Words, \"phrases\", -exclusions and fields: title:welder province:NS pay:>=40/h"
        )
        ->option_text("QUERY");
    search->add_option("--limit", options.limit, "How many")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    search->add_option("--cursor", options.cursor, "Go on after a page")->option_text("CURSOR");
    search->add_flag("--facets", options.facets, "Count all hits by their facets");
    return *search;
}

int search(
    const SearchOptions& options,
    const SearchAnswer& answer,
    const rules::RuleBook& rule_book,
    store::Database& database,
    std::ostream& out,
    std::ostream& errors
) {
    store::PostingStore postings{database};
    store::TrustStore trust{database};
    matching::Shelf shelf{postings, trust};
    store::ReferenceStore reference{database};
    const normalise::Gazetteer gazetteer{reference.places()};
    const auto found = browsing::browse(
        {.index = answer.index, .gazetteer = gazetteer, .rule_book = rule_book, .shelf = shelf},
        {.text = options.query,
         .as_of = answer.as_of,
         .limit = options.limit,
         .cursor = options.cursor,
         .facets = options.facets}
    );
    if (const auto* refusal = std::get_if<browsing::Refusal>(&found)) {
        if (const auto* error = std::get_if<domain::Error>(refusal)) {
            return refuse(errors, *error);
        }
        const auto text = wire::fault_text(std::get<search::QueryFault>(*refusal), answer.language);
        return refuse(errors, domain::invalid("QUERY", text.detail + "\n  " + text.hint));
    }
    const auto& results = std::get<browsing::Results>(found);
    if (answer.json) {
        out << wire::page_text(results, rule_book, answer.language) << '\n';
    } else {
        out << search_table(
            results, rule_book, {.language = answer.language, .colour = answer.colour}
        );
    }
    return 0;
}

}  // namespace cli
