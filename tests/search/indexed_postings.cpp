#include "tests/search/indexed_postings.hpp"

#include "sql/store/sha256.hpp"
#include "tests/support/values.hpp"

namespace search_test {
namespace {

using support::day;

domain::Place place(const domain::Province province, const std::string& city) {
    domain::Place place;
    place.province = province;
    place.city = city;
    return place;
}

}  // namespace

store::PostingRecord record(const std::string& key, const std::string& title) {
    store::PostingRecord record;
    record.posting.source = "example";
    record.posting.source_id = key;
    record.posting.url = "https://jobs.example/" + key;
    record.posting.title = title;
    record.posting.hiring_organization = "Northern Lights Works";
    record.posting.job_locations = {place(domain::Province::AB, "Calgary")};
    record.posting.date_posted = day("2026-11-02");
    record.posting.noc = domain::NocCode::from_number(72106);
    record.verified = true;
    record.file = "example.ndjson";
    record.line = 1;
    record.raw = key + title;
    record.sha256 = store::sha256(record.raw);
    record.normaliser_version = 1;
    return record;
}

store::PostingRecord french_record(const std::string& key, const std::string& title) {
    store::PostingRecord result = record(key, title);
    result.posting.text_language = domain::OfficialLanguage::french;
    result.posting.hiring_organization = "Ateliers de la Rive";
    result.posting.job_locations = {place(domain::Province::QC, "Montréal")};
    return result;
}

store::PostingRecord paid(store::PostingRecord record, const domain::Cents hourly) {
    record.posting.base_salary = domain::Pay{
        .min = hourly,
        .max = std::nullopt,
        .hourly_min = hourly,
        .hourly_max = hourly,
        .yearly_min = hourly * 2080,
        .yearly_max = hourly * 2080};
    return record;
}

store::PostingRecord with_noc(store::PostingRecord record, const int noc) {
    record.posting.noc = domain::NocCode::from_number(noc);
    return record;
}

void IndexedPostings::add(const std::vector<store::PostingRecord>& records) {
    postings_.write(records);
    update();
}

search::IndexReport IndexedPostings::update() {
    return search::update_index(index(), postings_, {}, unit_groups_);
}

search::IndexReport IndexedPostings::rebuild() {
    return search::rebuild_index(index(), postings_, {}, unit_groups_);
}

std::vector<search::Hit> IndexedPostings::all_hits(search::Query query) const {
    std::vector<search::Hit> hits;
    do {
        const search::Page page = search::search(index(), query, knowledge_).value();
        hits.insert(hits.end(), page.hits.begin(), page.hits.end());
        query.cursor = page.next_cursor;
    } while (!query.cursor.empty());
    return hits;
}

search::Page IndexedPostings::page(search::Query query) const {
    if (query.as_of == domain::Date{}) {
        query.as_of = day("2026-11-16");
    }
    return search::search(index(), query, knowledge_).value();
}

std::vector<std::string> IndexedPostings::keys(const std::vector<search::Hit>& hits) {
    std::vector<domain::PostingId> ids;
    for (const search::Hit& hit : hits) {
        ids.push_back(hit.id);
    }
    std::vector<std::string> keys;
    for (const domain::Posting& posting : postings_.find(ids)) {
        keys.push_back(posting.source_id);
    }
    return keys;
}

std::vector<std::string> IndexedPostings::find(search::Query query) {
    return keys(page(std::move(query)).hits);
}

std::vector<std::string> IndexedPostings::find_text(const std::string& text) {
    return find({.text = text, .limit = 100});
}

}  // namespace search_test
