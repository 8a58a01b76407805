#include "indexer/watch/recheck.hpp"

#include "indexer/search/writer.hpp"
#include "indexer/watch/writer_lock.hpp"

namespace watch {

std::optional<ingest::VerifyCounts> recheck(
    Tools& tools, PageAsker& pages, const domain::Date today, const std::stop_token& stop
) {
    store::PostingStore postings{tools.database};
    const auto held = writer_lock(postings, tools, stop);
    if (!held) {
        return std::nullopt;
    }
    const ingest::Reference reference = ingest::load_reference(tools.database);
    const ingest::VerifyCounts counts = ingest::verify(
        tools.database,
        reference,
        {.day = today,
         .due_only = true,
         .ask = [&](const domain::Posting& posting) -> std::optional<verification::Liveness> {
             return stop.stop_requested() ? std::nullopt : pages.ask(posting, today);
         },
         .ask_employer = [&](const domain::Posting& posting,
                             const std::string& page) -> std::optional<verification::Liveness> {
             return stop.stop_requested() ? std::nullopt : pages.ask_employer(posting, page, today);
         },
         .employer_pages_max = employer_pages_max}
    );
    search::update_index(tools.index, postings, {}, reference.unit_groups);
    return counts;
}

}  // namespace watch
