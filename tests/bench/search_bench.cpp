// Search with filters and facets against plain Xapian for the same queries in the same run.
//
//   search_bench [POSTINGS] [QUERIES]     default 100,000 and 300 of each kind
//
// Both indexes hold the same generated postings. The plain one is what Xapian's own means make of
// them: its term generator for the text, a boolean term for each filter, a value slot for each
// facet; its queries are its own operators and a ValueCountMatchSpy for each facet. Ours is the
// index of the service, asked as the API asks it, with columns kept, from the query to the page,
// with spelling, phrases and two languages. Both open the index for each query, order by relevance
// and then by day, count every hit, and find at least the same ones, which is checked. Printed are
// the rates of writing, and for each kind of query the median and the 99th percentile of both.

#include "indexer/search/document.hpp"
#include "indexer/search/generation.hpp"
#include "indexer/search/generation_writer.hpp"
#include "indexer/search/schema.hpp"
#include "indexer/search/search.hpp"
#include "indexer/search/words.hpp"
#include "sql/store/shipped_unit_groups.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <deque>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <random>
#include <set>
#include <string>
#include <vector>
#include <xapian.h>

namespace {

using Clock = std::chrono::steady_clock;

constexpr unsigned seed = 20261128;
const domain::Date today = domain::parse_date("2026-11-16").value();

double seconds_since(const Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// What this process has used of the processor.
double processor_seconds() {
    return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

/// Ranks whose frequencies fall as those of a language do (Zipf).
class Zipf {
public:
    Zipf(const std::size_t count, const double exponent) {
        double sum = 0;
        for (std::size_t rank = 1; rank <= count; ++rank) {
            cumulated_.push_back(sum += 1 / std::pow(static_cast<double>(rank), exponent));
        }
    }
    std::size_t draw(std::mt19937& random) const {
        std::uniform_real_distribution<double> anywhere{0, cumulated_.back()};
        const auto found = std::lower_bound(cumulated_.begin(), cumulated_.end(), anywhere(random));
        return static_cast<std::size_t>(found - cumulated_.begin());
    }

private:
    std::vector<double> cumulated_;
};

/// Made-up words.
std::vector<std::string> vocabulary() {
    static constexpr std::array syllables{"ba", "con", "di",  "er",  "fal", "gu", "hin", "ism",
                                          "jo", "kel", "lu",  "mon", "ner", "op", "pra", "qui",
                                          "ro", "ste", "tan", "ul",  "ver", "wi", "xa",  "zor"};
    std::mt19937 random{seed};
    std::set<std::string> words;
    while (words.size() < 30'000) {
        std::string word;
        for (std::size_t count = 2 + random() % 3; count > 0; --count) {
            word += syllables[random() % syllables.size()];
        }
        words.insert(word);
    }
    std::vector<std::string> result{words.begin(), words.end()};
    std::shuffle(result.begin(), result.end(), random);
    return result;
}

/// Plainly fictional postings of some 150 words.
class Postings {
public:
    domain::Posting next() {
        domain::Posting posting;
        const store::NocUnitGroup& group = groups_[group_ranks_.draw(random_)];
        posting.id = ++last_id_;
        posting.title = group.title_en;
        posting.noc = group.noc;
        posting.hiring_organization = "Employer " + words_[random_() % 5'000];
        domain::Place place;
        place.province = static_cast<domain::Province>(province_ranks_.draw(random_));
        place.city = words_[5'000 + place_ranks_.draw(random_)];
        posting.job_locations = {place};
        posting.remote = random_() % 10 == 0;
        posting.working_language = static_cast<domain::WorkingLanguage>(random_() % 5);
        posting.date_posted = today - std::chrono::days{random_() % 70};
        const auto cents = static_cast<domain::Cents>(1'800 + random_() % 5'000);
        posting.base_salary = domain::Pay{
            .min = cents,
            .max = std::nullopt,
            .hourly_min = cents,
            .hourly_max = cents,
            .yearly_min = cents * 2'080,
            .yearly_max = cents * 2'080};
        for (std::size_t count = 80 + random_() % 140; count > 0; --count) {
            posting.description += word() + (count % 12 == 0 ? ". " : " ");
        }
        return posting;
    }

    const std::string& word() { return words_[word_ranks_.draw(random_)]; }
    const std::string& title() { return groups_[group_ranks_.draw(random_)].title_en; }
    std::mt19937& random() { return random_; }

private:
    std::mt19937 random_{seed};
    std::vector<std::string> words_ = vocabulary();
    const std::vector<store::NocUnitGroup>& groups_ = store::shipped_unit_groups();
    Zipf word_ranks_{words_.size(), 1.0};
    Zipf group_ranks_{groups_.size(), 0.8};
    Zipf province_ranks_{domain::province_codes.size(), 1.0};
    Zipf place_ranks_{400, 0.9};
    domain::PostingId last_id_ = 0;
};

/// The slots of the plain index.
enum Slot : Xapian::valueno { newest, last_live, pay, province, teer, noc, language, remote };
constexpr std::array facet_slots{province, teer, noc, language, remote};

Xapian::Document plain_document(const domain::Posting& posting, Xapian::TermGenerator& generator) {
    Xapian::Document document;
    generator.set_document(document);
    generator.index_text_without_positions(posting.title, search::schema::title_weight);
    generator.index_text_without_positions(
        posting.hiring_organization, search::schema::employer_weight
    );
    generator.index_text_without_positions(posting.job_locations.front().city);
    generator.index_text_without_positions(posting.description);
    const std::string code{domain::code(posting.job_locations.front().province)};
    const std::string digits = posting.noc->to_string();
    const std::string category = std::to_string(posting.noc->teer());
    document.add_boolean_term("XP" + code);
    document.add_boolean_term("XN" + digits);
    document.add_boolean_term("XT" + category);
    document.add_value(
        newest,
        search::schema::to_value(search::schema::newest_key(*posting.date_posted, posting.id))
    );
    document.add_value(
        last_live,
        Xapian::sortable_serialise(domain::days_since_epoch(domain::last_live_day(posting)))
    );
    document.add_value(
        pay, Xapian::sortable_serialise(static_cast<double>(posting.base_salary->hourly_max))
    );
    document.add_value(province, code);
    document.add_value(teer, category);
    document.add_value(noc, digits);
    document.add_value(language, std::to_string(static_cast<int>(posting.working_language)));
    document.add_value(remote, posting.remote ? "1" : "0");
    return document;
}

/// A query as both are asked it.
struct Asked {
    std::vector<std::string> words;
    std::optional<domain::Province> province;
    std::optional<domain::Cents> pay_min;
};

struct Answer {
    std::int64_t total = 0;
    std::size_t hits = 0;
    std::int64_t remote = 0;
};

Answer plain_search(const std::string& path, const Asked& asked) {
    const Xapian::Database database{path};
    Xapian::Enquire enquire{database};
    std::vector<Xapian::Query> filters{
        {Xapian::Query::OP_VALUE_LE,
         newest,
         search::schema::to_value(search::schema::newest_key(today, 0))},
        {Xapian::Query::OP_VALUE_GE,
         last_live,
         Xapian::sortable_serialise(domain::days_since_epoch(today))}};
    if (asked.province) {
        filters.emplace_back("XP" + std::string{domain::code(*asked.province)});
    }
    if (asked.pay_min) {
        filters.emplace_back(
            Xapian::Query::OP_VALUE_GE,
            pay,
            Xapian::sortable_serialise(static_cast<double>(*asked.pay_min))
        );
    }
    const Xapian::Query filter{Xapian::Query::OP_AND, filters.begin(), filters.end()};
    if (asked.words.empty()) {
        enquire.set_query(filter);
        enquire.set_weighting_scheme(Xapian::BoolWeight{});
        enquire.set_sort_by_value(newest, true);
    } else {
        const Xapian::Stem stem{"english"};
        std::vector<Xapian::Query> words;
        for (const std::string& word : asked.words) {
            words.emplace_back("Z" + stem(word));
        }
        enquire.set_query(
            {Xapian::Query::OP_FILTER,
             Xapian::Query{Xapian::Query::OP_AND, words.begin(), words.end()},
             filter}
        );
        enquire.set_sort_by_relevance_then_value(newest, true);
    }
    std::deque<Xapian::ValueCountMatchSpy> spies;
    for (const Slot slot : facet_slots) {
        enquire.add_matchspy(&spies.emplace_back(slot));
    }
    const Xapian::MSet found = enquire.get_mset(0, 21, database.get_doccount());
    Answer answer{.total = found.get_matches_estimated(), .hits = found.size()};
    for (auto value = spies.back().values_begin(); value != spies.back().values_end(); ++value) {
        answer.remote += *value == "1" ? value.get_termfreq() : 0;
    }
    return answer;
}

Answer our_search(const search::SearchedIndex& index, const Asked& asked) {
    search::Query query{.as_of = today, .facets = true};
    for (const std::string& word : asked.words) {
        query.text += word + " ";
    }
    if (asked.province) {
        query.text += "province:" + std::string{domain::code(*asked.province)} + " ";
    }
    if (asked.pay_min) {
        query.text += "pay:>=" + std::to_string(*asked.pay_min / 100) + "/h";
    }
    const search::Page page = search::search(index, query).value();
    return {.total = page.total, .hits = page.hits.size(), .remote = page.facets->remote()};
}

double percentile(std::vector<double> times, const double share) {
    std::sort(times.begin(), times.end());
    const auto at = static_cast<std::size_t>(share * static_cast<double>(times.size() - 1));
    return times[at];
}

void compare(
    const std::string& kind,
    const std::vector<Asked>& queries,
    const search::SearchedIndex& ours_index,
    const std::string& plain_path
) {
    std::vector<double> ours;
    std::vector<double> plain;
    std::int64_t total = 0;
    for (const Asked& asked : queries) {
        auto start = Clock::now();
        const Answer their = plain_search(plain_path, asked);
        plain.push_back(seconds_since(start) * 1'000);
        start = Clock::now();
        const Answer our = our_search(ours_index, asked);
        ours.push_back(seconds_since(start) * 1'000);
        if (our.total < their.total || our.remote < their.remote) {
            throw std::runtime_error{"fewer hits than plain Xapian finds, for " + kind};
        }
        total += their.total;
    }
    const auto line = [&](const double share) {
        const double mine = percentile(ours, share);
        const double their = percentile(plain, share);
        std::cout << "  p" << std::llround(share * 100) << ' ' << std::setprecision(3) << mine
                  << " ms against " << their << " ms: " << mine / their;
    };
    std::cout << kind << " (" << total / static_cast<std::int64_t>(queries.size()) << " hits):";
    line(0.5);
    line(0.99);
    std::cout << std::endl;
}

}  // namespace

int main(const int argc, char** argv) {
    const std::int64_t count = argc > 1 ? std::atoll(argv[1]) : 100'000;
    const std::size_t queries = argc > 2 ? static_cast<std::size_t>(std::atoll(argv[2])) : 300;
    const support::TemporaryFolder folder;
    const std::string index = (folder.path() / "index").string();
    const std::string plain = (folder.path() / "plain").string();
    constexpr std::int64_t batch_size = 20'000;
    {
        Postings postings;
        const search::Shards shards = search::create_generation(index, 1);
        search::Generation generation{shards, store::shipped_unit_groups()};
        Xapian::WritableDatabase plain_index{plain, Xapian::DB_CREATE};
        Xapian::TermGenerator generator;
        generator.set_stemmer(Xapian::Stem{"english"});
        double our_seconds = 0;
        double plain_seconds = 0;
        std::vector<domain::Posting> batch;
        for (std::int64_t done = 0; done < count; done += batch_size) {
            batch.clear();
            for (std::int64_t one = done; one < std::min(count, done + batch_size); ++one) {
                batch.push_back(postings.next());
            }
            double start = processor_seconds();
            generation.begin();
            for (const domain::Posting& posting : batch) {
                generation.write(
                    generation.prepare({.posting = posting, .verified = true, .revision = 1})
                );
            }
            generation.commit(1);
            our_seconds += processor_seconds() - start;
            start = processor_seconds();
            for (const domain::Posting& posting : batch) {
                plain_index.replace_document(
                    static_cast<Xapian::docid>(posting.id), plain_document(posting, generator)
                );
            }
            plain_index.commit();
            plain_seconds += processor_seconds() - start;
        }
        search::put_in_force(index, shards);
        const auto rate = [&](const double seconds) {
            return std::llround(static_cast<double>(count) / seconds);
        };
        std::cout << count << " postings written, by time of the processor: ours "
                  << rate(our_seconds) << "/s, plain " << rate(plain_seconds) << "/s" << std::endl;
    }
    const search::SearchedIndex searched{
        search::IndexLocation{index}, search::SearchedIndex::Columns::kept};
    const auto start = Clock::now();
    searched.refresh();
    std::cout << "reading the columns after a commit: " << std::setprecision(3)
              << seconds_since(start) * 1'000 << " ms" << std::endl;
    Postings postings;
    std::vector<std::pair<std::string, std::vector<Asked>>> kinds{
        {"a frequent word, province", {}},
        {"two words of a title, pay", {}},
        {"two words of texts", {}},
        {"no word, province and pay", {}},
    };
    std::mt19937& random = postings.random();
    for (std::size_t number = 0; number < queries; ++number) {
        const auto some_province = static_cast<domain::Province>(random() % 5);
        const auto some_pay = static_cast<domain::Cents>(2'000 + 100 * (random() % 30));
        kinds[0].second.push_back(
            {.words = {postings.word()}, .province = some_province, .pay_min = {}}
        );
        std::vector<std::string> title = search::words(postings.title());
        title.resize(std::min<std::size_t>(title.size(), 2));
        kinds[1].second.push_back({.words = title, .province = {}, .pay_min = some_pay});
        kinds[2].second.push_back(
            {.words = {postings.word(), postings.word()}, .province = {}, .pay_min = {}}
        );
        kinds[3].second.push_back({.words = {}, .province = some_province, .pay_min = some_pay});
    }
    for (const auto& [kind, asked] : kinds) {
        compare(kind, asked, searched, plain);
    }
}
