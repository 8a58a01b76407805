#include "services/packages/facts.hpp"

#include "services/packages/wording.hpp"
#include "services/wire/posting_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace packages {
namespace {

namespace json = boost::json;
using domain::OfficialLanguage;

constexpr std::string_view of_candidate = "candidate:";
constexpr std::string_view of_posting = "posting:";
constexpr std::string_view of_day = "day:";

std::optional<int> number(const std::string_view digits, const int max) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool read = error == std::errc{} && end == digits.data() + digits.size();
    return read && value >= 1 && value <= max ? std::optional{value} : std::nullopt;
}

std::optional<SaidDate> date_in(
    const json::object& job, const std::string_view own, const std::string_view of_resume
) {
    for (const std::string_view name : {own, of_resume}) {
        const json::value* value = job.if_contains(name);
        if (value != nullptr && value->is_string()) {
            return said_date(value->get_string());
        }
    }
    return std::nullopt;
}

bool says_date(
    const json::object& job, const std::string_view own, const std::string_view of_resume
) {
    for (const std::string_view name : {own, of_resume}) {
        const json::value* value = job.if_contains(name);
        if (value != nullptr && !value->is_null()) {
            return true;
        }
    }
    return false;
}

int month_index(const SaidDate& date) { return date.year * 12 + std::max(date.month, 1) - 1; }

SaidDate month_of(const domain::Date day) {
    const std::chrono::year_month_day parts{day};
    return {
        .year = static_cast<int>(parts.year()),
        .month = static_cast<int>(static_cast<unsigned>(parts.month()))};
}

/// A half-open span of months.
struct Months {
    int begin = 0;
    int end = 0;
    auto operator<=>(const Months&) const = default;
};

int covered(std::vector<Months> spans) {
    std::ranges::sort(spans);
    int months = 0;
    int reached = 0;
    for (const Months& span : spans) {
        months += std::max(0, span.end - std::max(span.begin, reached));
        reached = std::max(reached, span.end);
    }
    return months;
}

}  // namespace

std::optional<SaidDate> said_date(const std::string_view text) {
    constexpr int year_max = 2199;
    constexpr std::size_t year_digits = 4;
    constexpr std::size_t month_end = 7;
    if (text.size() != year_digits && text.size() != month_end && text.size() != 10) {
        return std::nullopt;
    }
    const auto year = number(text.substr(0, year_digits), year_max);
    if (!year) {
        return std::nullopt;
    }
    if (text.size() == year_digits) {
        return SaidDate{.year = *year, .month = 0};
    }
    const auto month = number(text.substr(year_digits + 1, 2), 12);
    if (!month || text[year_digits] != '-' ||
        (text.size() > month_end &&
         (text[month_end] != '-' || !number(text.substr(month_end + 1), 31)))) {
        return std::nullopt;
    }
    return SaidDate{.year = *year, .month = *month};
}

Facts::Facts(
    const json::object& candidate,
    domain::Candidate read,
    const domain::Posting& posting,
    const domain::Date as_of
)
    // Not in braces, which would make arrays of them.
    : candidate_(candidate),
      read_{std::move(read)},
      posting_{posting},
      posting_document_(wire::posting_json(posting)),
      day_(domain::to_string(as_of)),
      as_of_{as_of} {}

const json::value* Facts::find(const std::string_view id) const {
    const auto within = [&](const json::value& document,
                            const std::string_view prefix) -> const json::value* {
        boost::system::error_code error;
        const json::value* found = document.find_pointer(id.substr(prefix.size()), error);
        return error.failed() || found == nullptr || found->is_null() ? nullptr : found;
    };
    if (id == of_day) {
        return &day_;
    }
    if (id.starts_with(of_candidate)) {
        return within(candidate_, of_candidate);
    }
    return id.starts_with(of_posting) ? within(posting_document_, of_posting) : nullptr;
}

std::string Facts::words(const std::string_view id) const {
    const json::value* found = find(id);
    return found != nullptr && found->is_string() ? clean(found->get_string()) : std::string{};
}

const domain::LanguageTest* Facts::test(const std::string_view id) const {
    constexpr std::string_view list = "candidate:/language_tests/";
    if (!id.starts_with(list)) {
        return nullptr;
    }
    for (std::size_t index = 0; index < read_.language_tests.size(); ++index) {
        if (id.substr(list.size()) == std::to_string(index)) {
            return &read_.language_tests[index];
        }
    }
    return nullptr;
}

std::optional<std::string> Facts::text(
    const std::string& id, const Form form, const OfficialLanguage language
) const {
    const std::string said = words(id);
    if (is_blank(said)) {
        return std::nullopt;
    }
    return written(said, form, language);
}

std::optional<std::int64_t> Facts::years_worked(const std::vector<std::string>& jobs) const {
    std::vector<Months> spans;
    for (const std::string& id : jobs) {
        const json::value* const found = find(id);
        const json::object* const job = found == nullptr ? nullptr : found->if_object();
        const auto start = job == nullptr ? std::nullopt : date_in(*job, "start", "startDate");
        if (!start) {
            return std::nullopt;
        }
        const bool ended = says_date(*job, "end", "endDate");
        const auto end = ended ? date_in(*job, "end", "endDate") : month_of(as_of_);
        if (!end) {
            return std::nullopt;
        }
        // The last month is worked in, the present one has not passed.
        const int last = std::min(
            month_index(*end) + (ended && end->month != 0 ? 1 : 0), month_index(month_of(as_of_))
        );
        spans.push_back({.begin = month_index(*start), .end = last});
    }
    constexpr int year = 12;
    return covered(std::move(spans)) / year;
}

std::optional<wire::Argument> Facts::said(const Claim& claim, const OfficialLanguage language)
    const {
    if (claim.facts.empty()) {
        return std::nullopt;
    }
    if (claim.form == Form::years_worked) {
        const auto years = years_worked(claim.facts);
        return years ? std::optional<wire::Argument>{*years} : std::nullopt;
    }
    if (claim.form == Form::level) {
        const domain::LanguageTest* const taken = test(claim.facts.front());
        return taken == nullptr || claim.facts.size() != 1
                   ? std::nullopt
                   : std::optional<wire::Argument>{std::int64_t{taken->levels.lowest()}};
    }
    std::vector<std::string> told;
    for (const std::string& id : claim.facts) {
        auto one = text(id, claim.form, language);
        if (!one) {
            return std::nullopt;
        }
        told.push_back(*std::move(one));
    }
    return told.size() == 1 ? told.front() : wire::join(language, told);
}

std::optional<Sentence> Facts::sentence(
    std::string code, std::vector<Claim> claims, const OfficialLanguage language
) const {
    wire::Arguments arguments;
    for (const Claim& claim : claims) {
        auto argument = said(claim, language);
        if (!argument) {
            return std::nullopt;
        }
        arguments.emplace_back(claim.name, *std::move(argument));
    }
    std::string text = wire::text(language, code, arguments);
    return Sentence{.code = std::move(code), .claims = std::move(claims), .text = std::move(text)};
}

std::optional<Sentence> Facts::sentence(
    std::string id, const Form form, const OfficialLanguage language
) const {
    return sentence(
        "package.claim.fact", {{.name = "fact", .form = form, .facts = {std::move(id)}}}, language
    );
}

}  // namespace packages
