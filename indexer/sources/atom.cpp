#include "indexer/sources/atom.hpp"

#include "indexer/sources/html.hpp"
#include "indexer/sources/json_ld.hpp"
#include "indexer/sources/json_value.hpp"
#include "indexer/sources/text.hpp"

#include <array>

namespace sources {

namespace {

namespace json = boost::json;

/// The link to the posting itself, without the number of the visit.
std::string alternate_link_of(const json::value& record) {
    std::string link;
    for (const auto* each_link : each(member(record, "link"))) {
        const auto rel = text_under(*each_link, "@rel");
        if (link.empty() && (rel.empty() || rel == "alternate")) {
            link = text_under(*each_link, "@href");
        }
    }
    const auto visit = link.find(";jsessionid=");
    if (visit == std::string::npos) {
        return link;
    }
    const auto end = std::min(link.find('?', visit), link.size());
    return link.substr(0, visit) + link.substr(end);
}

/// `https://www.jobbank.gc.ca/jobsearch/jobposting/49974739?source=rss` is number 49974739.
std::string number_in(const std::string_view link) {
    const auto path = link.substr(0, link.find_first_of("?#"));
    const auto last = path.substr(path.rfind('/') + 1);
    const bool number =
        !last.empty() && last.find_first_not_of("0123456789") == std::string_view::npos;
    return std::string{number ? last : std::string_view{}};
}

struct Label {
    Field field;
    std::string_view name;
};

/// Lower case but for letters with accents, which stand as Job Bank writes them.
constexpr auto labels = std::to_array<Label>({
    {Field::employer, "employer"},
    {Field::employer, "employeur"},
    {Field::location, "location"},
    {Field::location, "lieu"},
    {Field::location, "lieu de travail"},
    {Field::location, "emplacement"},
    {Field::pay_text, "salary"},
    {Field::pay_text, "salaire"},
});

/// Takes the lines that begin with a label. Whether there was one.
bool add_labelled(RawPosting& raw, const std::string& summary) {
    const auto page = Page::parse("<body>" + summary);
    if (!page) {
        return false;
    }
    bool found = false;
    for (const auto& line : page->root().lines()) {
        const auto colon = line.find(':');
        const auto name = lower_case_ascii(trimmed(std::string_view{line}.substr(0, colon)));
        for (const auto& label : labels) {
            if (colon != std::string::npos && name == label.name) {
                raw.add(label.field, std::string_view{line}.substr(colon + 1));
                found = true;
            }
        }
    }
    return found;
}

}  // namespace

RawPosting read_atom_entry(const json::value& record, const FeedFacts&) {
    RawPosting raw;
    const auto link = alternate_link_of(record);
    const auto number = number_in(link);
    raw.add(Field::source_id, number.empty() ? element_text(record, "id") : number);
    raw.add(Field::url, link);
    raw.add(Field::title, element_text(record, "title"));
    const auto published = element_text(record, "published");
    raw.add(Field::date_posted, published.empty() ? element_text(record, "updated") : published);
    raw.add(Field::text_language, official_language(text_under(record, "@xml:lang")));
    const auto summary = element_text(record, "summary");
    if (!add_labelled(raw, summary)) {
        const auto content = element_text(record, "content");
        raw.add(Field::description, content.empty() ? summary : content);
    }
    if (raw.get(Field::employer).empty()) {
        raw.add(Field::employer, text_at(record, "author.name"));
    }
    return raw;
}

}  // namespace sources
