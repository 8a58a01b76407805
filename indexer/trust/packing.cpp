#include "indexer/trust/trust.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

// How verdicts stand in the database.
namespace trust {
namespace {

namespace json = boost::json;
using verification::Check;
using verification::CheckKind;
using verification::Verdict;

constexpr std::string_view letters_of_verdicts = "pwfui";

Verdict verdict_of(const char letter) {
    const std::size_t at = letters_of_verdicts.find(letter);
    return at == std::string_view::npos ? Verdict::unknown : static_cast<Verdict>(at);
}

bool is_kept(const Verdict verdict) {
    return verdict == Verdict::warn || verdict == Verdict::fail || verdict == Verdict::info;
}

/// Of a page that was asked, its address or why it told nothing; of pay that was not understood,
/// the words.
bool evidence_is_kept(const Check& check) {
    return is_kept(check.verdict) || check.kind == CheckKind::employer_page ||
           check.kind == CheckKind::pay;
}

json::value value_json(const verification::Value& value) {
    json::value result;
    if (const auto* const day = std::get_if<domain::Date>(&value)) {
        result = domain::to_string(*day);
    } else if (const auto* const words = std::get_if<std::string>(&value)) {
        result = *words;
    } else {
        result = std::get<std::int64_t>(value);
    }
    return result;
}

json::object details_of(const Check& check) {
    json::object details{{"check", verification::name(check.kind)}};
    const auto put = [&](const std::string_view key, const std::string_view words) {
        if (!words.empty()) {
            details.emplace(key, words);
        }
    };
    put("field", check.field);
    if (evidence_is_kept(check)) {
        put("evidence", check.evidence);
    }
    put("code", check.code);
    put("source", check.source);
    if (!check.values.empty()) {
        json::object values;
        for (const auto& [key, value] : check.values) {
            values.emplace(key, value_json(value));
        }
        details.emplace("values", std::move(values));
    }
    if (check.source_on) {
        details.emplace("source_on", domain::to_string(*check.source_on));
    }
    if (check.expires_on) {
        details.emplace("expires_on", domain::to_string(*check.expires_on));
    }
    return details;
}

std::optional<domain::Date> day_of(const json::object& details, const std::string_view key) {
    const json::value* const day = details.if_contains(key);
    if (day == nullptr || !day->is_string()) {
        return std::nullopt;
    }
    const auto parsed = domain::parse_date(std::string_view{day->get_string()});
    return parsed ? std::optional{*parsed} : std::nullopt;
}

void read_details(const json::object& details, UnpackedCheck& check) {
    const auto words = [&](const std::string_view key) {
        const json::value* const found = details.if_contains(key);
        return found != nullptr && found->is_string() ? std::string{found->get_string()}
                                                      : std::string{};
    };
    check.field = words("field");
    check.evidence = words("evidence");
    check.code = words("code");
    check.source = words("source");
    check.source_on = day_of(details, "source_on");
    check.expires_on = day_of(details, "expires_on");
    const json::value* const values = details.if_contains("values");
    if (values == nullptr || !values->is_object()) {
        return;
    }
    for (const auto& [key, value] : values->get_object()) {
        if (value.is_int64()) {
            check.values.emplace_back(key, value.get_int64());
        } else if (value.is_string()) {
            check.values.emplace_back(key, std::string{value.get_string()});
        }
    }
}

/// `6 absent,12 no_list`; what is not understood is of another version and passed over.
void read_statements(const std::string_view statements, std::vector<UnpackedCheck>& checks) {
    for (std::size_t begin = 0; begin < statements.size();) {
        const std::size_t end = std::min(statements.find(',', begin), statements.size());
        const std::string_view one = statements.substr(begin, end - begin);
        const std::size_t space = one.find(' ');
        std::size_t place = checks.size();
        std::from_chars(one.data(), one.data() + std::min(space, one.size()), place);
        if (space != std::string_view::npos && place < checks.size()) {
            checks[place].code = one.substr(space + 1);
        }
        begin = end + 1;
    }
}

}  // namespace

char letter_of(const Verdict verdict) {
    return letters_of_verdicts[static_cast<std::size_t>(verdict)];
}

store::PackedVerdicts pack(
    const std::span<const Check> checks, const domain::Date verified_on, const std::int64_t basis
) {
    store::PackedVerdicts packed{
        .letters = std::string(verification::checks_count, letter_of(Verdict::unknown)),
        .verified_on = verified_on,
        .basis = basis,
        .expires_on = verification::expires_on(checks)};
    json::array details;
    for (const Check& check : checks) {
        packed.letters[static_cast<std::size_t>(check.kind)] = letter_of(check.verdict);
        const bool has_details =
            !check.values.empty() || (check.kind == CheckKind::pay && !check.evidence.empty());
        if (is_kept(check.verdict) || has_details) {
            details.push_back(details_of(check));
        } else if (!check.code.empty()) {
            packed.statements.append(packed.statements.empty() ? "" : ",")
                .append(std::to_string(static_cast<int>(check.kind)))
                .append(" ")
                .append(check.code);
        }
    }
    if (!details.empty()) {
        packed.details = json::serialize(details);
    }
    return packed;
}

std::array<Verdict, verification::checks_count> verdicts(const std::string_view letters) {
    std::array<Verdict, verification::checks_count> result{};
    result.fill(Verdict::unknown);
    for (std::size_t at = 0; at < std::min(letters.size(), result.size()); ++at) {
        result[at] = verdict_of(letters[at]);
    }
    return result;
}

std::vector<UnpackedCheck> unpack(const store::PackedVerdicts& packed) {
    std::vector<UnpackedCheck> checks(verification::checks_count);
    const auto found = verdicts(packed.letters);
    for (std::size_t at = 0; at < checks.size(); ++at) {
        checks[at].kind = static_cast<CheckKind>(at);
        checks[at].verdict = found[at];
    }
    read_statements(packed.statements, checks);
    if (packed.details.empty()) {
        return checks;
    }
    const json::value details = json::parse(packed.details);
    for (const json::value& each : details.as_array()) {
        if (const auto kind =
                verification::kind_from(std::string_view{each.at("check").as_string()})) {
            read_details(each.as_object(), checks[static_cast<std::size_t>(*kind)]);
        }
    }
    return checks;
}

}  // namespace trust
