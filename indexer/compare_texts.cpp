#include "indexer/compare_texts.hpp"

#include "indexer/trust/text_uses.hpp"
#include "indexer/trust/trust.hpp"

namespace ingest {
namespace {

constexpr std::size_t read_at_once = 50'000;
constexpr std::size_t written_at_once = 5'000;

std::vector<store::SketchedPosting> all_texts(store::TextStore& texts) {
    std::vector<store::SketchedPosting> all;
    for (domain::PostingId after = 0;;) {
        const auto some = texts.list(after, read_at_once);
        if (some.empty()) {
            return all;
        }
        all.insert(all.end(), some.begin(), some.end());
        after = some.back().id;
    }
}

}  // namespace

std::int64_t compare_texts(store::Database& database) {
    store::TextStore texts{database};
    if (!texts.any_to_compare()) {
        return 0;
    }
    using verification::CheckKind;
    const store::TextStore::Verdict pass{
        .place = static_cast<int>(CheckKind::copied_text) + 1,
        .letter = trust::letter_of(verification::Verdict::pass)};
    const auto all = all_texts(texts);
    const auto uses = trust::text_uses(all);
    std::int64_t news = 0;
    std::vector<store::TextStore::Found> found;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (all[at].use != uses[at]) {
            // Of what had not been compared, or was its employer's own, no row tells more.
            const bool was_own = !all[at].use || all[at].use->employers == 1;
            found.push_back(
                {.id = all[at].id, .use = uses[at], .settled = was_own && uses[at].employers == 1}
            );
        }
        if (found.size() == written_at_once || (at + 1 == all.size() && !found.empty())) {
            texts.write_uses(found, pass);
            news += static_cast<std::int64_t>(found.size());
            found.clear();
        }
    }
    return news;
}

}  // namespace ingest
