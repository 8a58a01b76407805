#include "indexer/sources/raw_posting.hpp"

#include "indexer/sources/text.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace sources {

namespace {

constexpr std::array<std::string_view, field_count> names{
    "source_id",   "url",           "title",         "original_title", "employer",
    "location",    "location_hint", "province_hint", "city",           "province",
    "postal_code", "country",       "remote",        "date_posted",    "valid_through",
    "closed_on",   "noc_2021",      "noc_2016",      "pay_text",       "pay_min",
    "pay_max",     "pay_period",    "pay_currency",  "hours",          "employment",
    "languages",   "text_language", "education",     "experience",     "credentials",
    "duties",      "skills",        "description",   "audience",       "lmia",
    "vacancies",   "starts_on",
};
static_assert(!names.back().empty(), "every field has a name");

std::size_t index_of(const Field field) {
    const auto index = static_cast<std::size_t>(field);
    assert(index < field_count);
    return index;
}

}  // namespace

std::string_view to_string(const Field field) { return names.at(index_of(field)); }

domain::Result<Field> field_from(const std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) {
        return domain::invalid("", "unknown field `" + std::string{name} + "`");
    }
    return static_cast<Field>(found - names.begin());
}

void RawPosting::add(const Field field, const std::string_view text) {
    if (const auto value = trimmed(text); !value.empty()) {
        auto& kept = values_.at(index_of(field)).emplace_back(value);
        std::ranges::replace(kept, '\0', ' ');
    }
}

std::string_view RawPosting::get(const Field field) const {
    const auto& values = all(field);
    return values.empty() ? std::string_view{} : values.front();
}

const std::vector<std::string>& RawPosting::all(const Field field) const {
    return values_.at(index_of(field));
}

void report_gone(const Sink& sink, Gone gone) {
    if (sink.gone) {
        sink.gone(std::move(gone));
    } else {
        sink.unreadable(
            {.origin = std::move(gone.origin),
             .raw = std::move(gone.raw),
             .field = {},
             .reason = "the posting is no longer advertised"}
        );
    }
}

}  // namespace sources
