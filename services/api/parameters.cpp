#include "services/api/parameters.hpp"

#include "services/wire/messages.hpp"
#include "services/wire/reason_names.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace api {
namespace {

constexpr int limit_max = 100;
constexpr int teer_max = 5;

domain::Error refused(const std::string_view name, const std::string& message) {
    return domain::invalid(std::string{name}, message);
}

std::string quoted(const std::string_view value) { return "'" + std::string{value} + "'"; }

domain::Result<std::int64_t> integer(
    const std::string_view name,
    const std::string_view text,
    const std::int64_t min,
    const std::int64_t max
) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < min || value > max) {
        return refused(
            name,
            quoted(text) + " is not a whole number from " + std::to_string(min) + " to " +
                std::to_string(max)
        );
    }
    return value;
}

domain::Result<ranking::Order> order(const http::Query& query) {
    const auto text = query.find("order");
    if (!text) {
        return ranking::Order::fit;
    }
    for (const auto& named : wire::order_names) {
        if (named.name == *text) {
            return named.value;
        }
    }
    return refused(
        "order", quoted(*text) + " is not an order: fit, lift, pay, newest, distance or best_chance"
    );
}

/// Every value of a repeatable parameter, read by `read(text) -> Result<T>`.
template <class T, class Read>
domain::Result<std::vector<T>> every_value(
    const http::Query& query, const std::string_view name, const Read read
) {
    std::vector<T> values;
    for (const std::string_view text : query.every(name)) {
        const domain::Result<T> value = read(text);
        if (!value) {
            return refused(name, value.error().message);
        }
        values.push_back(*value);
    }
    return values;
}

domain::Result<domain::Province> province(const std::string_view text) {
    if (const auto found = domain::province_from_code(text)) {
        return *found;
    }
    return refused("province", quoted(text) + " is not the code of a province or territory");
}

domain::Result<int> teer(const std::string_view text) {
    const auto value = integer("teer", text, 0, teer_max);
    return value ? domain::Result<int>{static_cast<int>(*value)} : value.error();
}

domain::Result<domain::WorkingLanguage> working_language(const std::string_view text) {
    for (const auto& named : wire::working_language_names) {
        if (named.name == text) {
            return named.value;
        }
    }
    return refused("working_language", quoted(text) + " is no working language");
}

/// What postings are narrowed to, wherever they are looked for.
struct Narrowing {
    std::vector<domain::Province> provinces;
    std::vector<domain::NocCode> nocs;
    std::vector<int> teers;
    std::optional<domain::Cents> hourly_pay_min;
};

domain::Result<Narrowing> narrowing(const http::Query& query) {
    Narrowing result;
    auto provinces = every_value<domain::Province>(query, "province", province);
    if (!provinces) {
        return provinces.error();
    }
    result.provinces = *std::move(provinces);
    auto nocs = every_value<domain::NocCode>(query, "noc", domain::NocCode::parse);
    if (!nocs) {
        return nocs.error();
    }
    result.nocs = *std::move(nocs);
    auto teers = every_value<int>(query, "teer", teer);
    if (!teers) {
        return teers.error();
    }
    result.teers = *std::move(teers);
    if (const auto pay = query.find("pay_min")) {
        const auto cents = integer("pay_min", *pay, 0, std::numeric_limits<std::int32_t>::max());
        if (!cents) {
            return cents.error();
        }
        result.hourly_pay_min = *cents;
    }
    return result;
}

/// Bit n for each value of number n.
template <class Mask, class Values>
Mask mask_of(const Values& values) {
    unsigned mask = 0;
    for (const auto value : values) {
        mask |= 1U << static_cast<unsigned>(value);
    }
    return static_cast<Mask>(mask);
}

}  // namespace

domain::Result<std::size_t> limit(const http::Query& query, const std::size_t by_default) {
    const auto text = query.find("limit");
    if (!text) {
        return by_default;
    }
    const auto value = integer("limit", *text, 1, limit_max);
    return value ? domain::Result<std::size_t>{static_cast<std::size_t>(*value)} : value.error();
}

domain::Result<AskedPage> asked_page(const http::Query& query) {
    AskedPage page;
    const auto count = limit(query, page.count);
    if (!count) {
        return count.error();
    }
    page.count = *count;
    if (const auto text = query.find("cursor")) {
        const auto id = integer("cursor", *text, 0, std::numeric_limits<std::int64_t>::max());
        if (!id) {
            return refused("cursor", quoted(*text) + " is no cursor of this list");
        }
        page.from = *id;
    }
    return page;
}

std::optional<std::string> asked_text(const http::Query& query, const std::string_view name) {
    const auto found = query.find(name);
    return found ? std::optional{std::string{*found}} : std::nullopt;
}

domain::Result<std::optional<std::string>> asked_word(
    const http::Query& query,
    const std::string_view name,
    const std::initializer_list<std::string_view> words
) {
    const auto asked = asked_text(query, name);
    if (asked && std::ranges::find(words, *asked) == words.end()) {
        std::string known;
        for (const std::string_view one : words) {
            known += (known.empty() ? "" : ", ") + std::string{one};
        }
        return refused(name, quoted(std::string_view{*asked}) + " is none of " + known);
    }
    return asked;
}

domain::Result<std::int32_t> first_character(const http::Query& query) {
    const auto asked = query.find("from");
    if (!asked) {
        return 0;
    }
    // Less than the longest text of PostgreSQL has.
    const auto from = integer("from", *asked, 0, std::int64_t{1} << 30U);
    return from ? domain::Result<std::int32_t>{static_cast<std::int32_t>(*from)} : from.error();
}

domain::Result<domain::Date> as_of(const http::Query& query, const Service& service) {
    const auto text = query.find("as_of");
    if (!text) {
        return service.today();
    }
    const auto date = domain::parse_date(*text);
    return date ? date : refused("as_of", date.error().message);
}

domain::Result<domain::OfficialLanguage> language(const http::Query& query) {
    const auto found = wire::language_from(query.find("lang").value_or("en"));
    return found ? found : refused("lang", found.error().message);
}

domain::Result<const rules::RuleSet*> asked_rules(
    const http::Query& query, const Service& service
) {
    const auto id = query.find("rules");
    const rules::RuleSet* found = id ? service.rule_book.find(*id) : nullptr;
    if (id && found == nullptr) {
        return refused("rules", "there is no rule set " + quoted(*id));
    }
    return found;
}

domain::Result<int> months(const http::Query& query, const int by_default) {
    constexpr int months_max = 120;
    const auto text = query.find("months");
    if (!text) {
        return by_default;
    }
    const auto value = integer("months", *text, 1, months_max);
    return value ? domain::Result<int>{static_cast<int>(*value)} : value.error();
}

domain::Result<bool> flag(const http::Query& query, const std::string_view name) {
    const std::string_view text = query.find(name).value_or("false");
    if (text != "true" && text != "false") {
        return refused(name, quoted(text) + " is neither true nor false");
    }
    return text == "true";
}

domain::Result<MatchParameters> match_parameters(const http::Query& query, const Service& service) {
    MatchParameters result;
    const auto day = as_of(query, service);
    if (!day) {
        return day.error();
    }
    const auto asked = asked_rules(query, service);
    if (!asked) {
        return asked.error();
    }
    const auto wanted = order(query);
    if (!wanted) {
        return wanted.error();
    }
    const auto count = limit(query, result.query.count);
    if (!count) {
        return count.error();
    }
    const auto spoken = language(query);
    if (!spoken) {
        return spoken.error();
    }
    const auto explain = flag(query, "explain");
    if (!explain) {
        return explain.error();
    }
    result.query = {
        .as_of = *day, .order = *wanted, .count = *count, .asked = *asked, .explain = *explain};
    result.language = *spoken;
    return result;
}

domain::Result<ranking::Filter> match_filter(const http::Query& query) {
    auto narrowed = narrowing(query);
    if (!narrowed) {
        return narrowed.error();
    }
    const auto languages =
        every_value<domain::WorkingLanguage>(query, "working_language", working_language);
    if (!languages) {
        return languages.error();
    }
    const auto remote = flag(query, "remote");
    if (!remote) {
        return remote.error();
    }
    return ranking::Filter{
        .provinces = mask_of<std::uint16_t>(narrowed->provinces),
        .teers = mask_of<std::uint8_t>(narrowed->teers),
        .working_languages = mask_of<std::uint8_t>(*languages),
        .remote = *remote,
        .nocs = std::move(narrowed->nocs),
        .hourly_pay_min = static_cast<std::int32_t>(narrowed->hourly_pay_min.value_or(0))};
}

domain::Result<search::Query> search_query(const http::Query& query, const Service& service) {
    search::Query result;
    result.text = query.find("q").value_or("");
    result.cursor = query.find("cursor").value_or("");
    auto narrowed = narrowing(query);
    if (!narrowed) {
        return narrowed.error();
    }
    result.provinces = std::move(narrowed->provinces);
    result.nocs = std::move(narrowed->nocs);
    result.teers = std::move(narrowed->teers);
    result.hourly_pay_min = narrowed->hourly_pay_min;
    const auto day = as_of(query, service);
    if (!day) {
        return day.error();
    }
    result.as_of = *day;
    const auto count = limit(query, result.limit);
    if (!count) {
        return count.error();
    }
    result.limit = *count;
    const auto facets = flag(query, "facets");
    if (!facets) {
        return facets.error();
    }
    result.facets = *facets;
    return result;
}

}  // namespace api
