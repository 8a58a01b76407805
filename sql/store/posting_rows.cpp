// What ranking looks at in a posting, read without the rest of it.

#include "embedded_queries.hpp"
#include "sql/store/lease.hpp"
#include "sql/store/posting_store.hpp"
#include "sql/store/posting_words.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>

namespace store {
namespace {

namespace queries = embedded_queries;
using std::string_view;

/// The columns of list_rows.sql, one after the other.
class Columns {
public:
    explicit Columns(const pqxx::row& row) : row_{row} {}

    /// The next column; nothing where it is NULL.
    std::optional<string_view> text() {
        const auto field = row_[next_++];
        return field.is_null() ? std::nullopt
                               : std::optional{string_view{field.c_str(), field.size()}};
    }
    template <class Number>
    std::optional<Number> number() {
        const auto digits = text();
        return digits ? std::optional{parsed<Number>(*digits)} : std::nullopt;
    }
    std::optional<domain::Date> day() {
        const auto days = number<int>();
        return days ? std::optional{domain::date_from_days(*days)} : std::nullopt;
    }
    bool boolean() { return text() == "t"; }
    template <class Enum, std::size_t Size>
    Enum word(const std::array<string_view, Size>& words) {
        const auto found = std::ranges::find(words, text().value_or(""));
        assert(found != words.end());
        return static_cast<Enum>(found - words.begin());
    }

private:
    template <class Number>
    static Number parsed(const string_view digits) {
        Number value{};
        const char* const end = digits.data() + digits.size();
        [[maybe_unused]] const auto read = std::from_chars(digits.data(), end, value);
        assert(read.ec == std::errc{} && read.ptr == end);
        return value;
    }

    const pqxx::row& row_;
    pqxx::row::size_type next_ = 0;
};

void read_dates_and_pay(Columns& columns, domain::Posting& posting) {
    posting.date_posted = columns.day();
    posting.valid_through = columns.day();
    posting.closed_on = columns.day();
    posting.starts_on = columns.day();
    posting.noc = domain::NocCode::parse(columns.text().value()).value();
    posting.original_title = columns.text().value();
    const auto permille = columns.number<int>();
    if (columns.boolean()) {
        // Of all that the title could stand for, only the posting's own code counts.
        posting.coded_nocs = {{.noc = *posting.noc, .permille = permille.value_or(0)}};
    }
    if (const auto hourly_max = columns.number<domain::Cents>()) {
        posting.base_salary.emplace().hourly_max = *hourly_max;
    }
    if (const auto hours_max = columns.number<int>()) {
        posting.work_hours.emplace().max_tenths = *hours_max;
    }
}

void read_terms_and_requirements(Columns& columns, domain::Posting& posting) {
    posting.term = columns.word<domain::EmploymentTerm>(terms);
    posting.term_ends = columns.day();
    posting.for_students = columns.boolean();
    posting.work_time = columns.word<domain::WorkTime>(work_times);
    posting.working_language = columns.word<domain::WorkingLanguage>(working_languages);
    posting.asks_other_language = columns.boolean();
    if (const auto education = columns.text()) {
        const auto found = std::ranges::find(education_levels, *education);
        assert(found != education_levels.end());
        posting.education_asked =
            static_cast<domain::EducationLevel>(found - education_levels.begin());
    }
    posting.equivalent_experience_accepted = columns.boolean();
    if (const auto months = columns.number<int>()) {
        posting.experience_asked.emplace().min_months = *months;
    }
    posting.licence_asked = columns.word<domain::Licence>(licences);
    posting.refuses_outside_canada = columns.boolean();
}

/// The first place, and of the others the province.
void read_places(Columns& columns, domain::Posting& posting) {
    const auto province = columns.text();
    if (!province) {
        return;
    }
    domain::Place& place = posting.job_locations.emplace_back();
    place.province = domain::province_from_code(*province).value();
    const auto latitude = columns.number<double>();
    const auto longitude = columns.number<double>();
    if (latitude && longitude) {
        place.coordinates = {.latitude = *latitude, .longitude = *longitude};
    }
    constexpr std::size_t code_length = 2;
    const string_view others = columns.text().value_or("");
    for (std::size_t at = 0; at < others.size(); at += code_length) {
        posting.job_locations.emplace_back().province =
            domain::province_from_code(others.substr(at, code_length)).value();
    }
}

StoredPosting ranked_from(const pqxx::row& row) {
    StoredPosting stored;
    Columns columns{row};
    domain::Posting& posting = stored.posting;
    posting.id = columns.number<domain::PostingId>().value();
    stored.revision = columns.number<Revision>().value();
    stored.verified = columns.boolean();
    if (!stored.verified) {
        return stored;
    }
    posting.text_language = columns.word<domain::OfficialLanguage>(text_languages);
    posting.hiring_organization = columns.text().value();
    posting.remote = columns.boolean();
    read_dates_and_pay(columns, posting);
    read_terms_and_requirements(columns, posting);
    read_places(columns, posting);
    return stored;
}

}  // namespace

std::vector<StoredPosting> PostingStore::ranked_since(
    const Revision after, const domain::PostingId after_id, const std::size_t count
) {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        run(transaction, queries::see_unverified.name);
        const auto rows = run(transaction, queries::list_rows.name, after, after_id, count);
        std::vector<StoredPosting> postings;
        postings.reserve(static_cast<std::size_t>(rows.size()));
        for (const auto& row : rows) {
            postings.push_back(ranked_from(row));
        }
        return postings;
    });
}

PostingStore::Position PostingStore::position() {
    return in_transaction(database_, [&](pqxx::work& transaction) {
        const auto row = run(transaction, queries::find_position.name).front();
        return Position{.database = row[0].as<std::string>(), .revision = row[1].as<Revision>()};
    });
}

}  // namespace store
