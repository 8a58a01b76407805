#include "services/http/accept.hpp"

#include "matcher/domain/ascii.hpp"
#include "services/http/message.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace http {
namespace {

/// The part before the separator, which is taken off.
std::string_view take(std::string_view& text, const char separator) {
    const std::size_t end = text.find(separator);
    const std::string_view part = domain::ascii::trimmed(text.substr(0, end), optional_white_space);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    return part;
}

/// `0.7` in thousandths; nothing where it is no weight.
std::optional<int> weight_from(const std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1') ||
        (text.size() > 1 && text[1] != '.')) {
        return std::nullopt;
    }
    int thousandths = (text[0] - '0') * 1'000;
    int unit = 100;
    for (const char digit : text.substr(text.size() > 1 ? 2 : 1)) {
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        thousandths += (digit - '0') * unit;
        unit /= 10;
    }
    return thousandths <= 1'000 ? std::optional{thousandths} : std::nullopt;
}

/// The weight that stands among the parameters of a range; 1000 where none does.
std::optional<int> weight_among(std::string_view parameters) {
    while (!parameters.empty()) {
        std::string_view value = take(parameters, ';');
        if (equal_ignoring_case(take(value, '='), "q")) {
            return weight_from(value);
        }
    }
    return 1'000;
}

/// How closely a range means a media type: not at all, as `*/*`, as `text/*`, by name.
int closeness(const std::string_view range, const std::string_view type) {
    if (equal_ignoring_case(range, type)) {
        return 3;
    }
    const std::string_view group = type.substr(0, type.find('/') + 1);
    if (range.ends_with("/*") && equal_ignoring_case(range.substr(0, range.size() - 1), group)) {
        return 2;
    }
    return range == "*/*" ? 1 : 0;
}

/// How closely a range means a language: not at all, as `*`, by another region, by name.
int closeness_of_language(const std::string_view range, const std::string_view language) {
    if (equal_ignoring_case(range, language)) {
        return 3;
    }
    const bool of_region = range.size() > language.size() && range[language.size()] == '-' &&
                           equal_ignoring_case(range.substr(0, language.size()), language);
    return of_region ? 2 : range == "*" ? 1 : 0;
}

using Closeness = int (*)(std::string_view range, std::string_view offered);

/// The weight that the closest range gives what is offered; 0 where none means it.
int weight_of(std::string_view accept, const std::string_view type, const Closeness closeness) {
    int closest = 0;
    int weight = 0;
    while (!accept.empty()) {
        std::string_view range = take(accept, ',');
        const std::string_view name = take(range, ';');
        const auto given = weight_among(range);
        if (const int close = closeness(name, type); given && close > closest) {
            closest = close;
            weight = *given;
        }
    }
    return weight;
}

std::size_t preferred_by(
    const Closeness closeness,
    const std::string_view accept,
    const std::span<const std::string_view> offered
) {
    std::size_t best = 0;
    int greatest = weight_of(accept, offered[0], closeness);
    for (std::size_t index = 1; index < offered.size(); ++index) {
        if (const int weight = weight_of(accept, offered[index], closeness); weight > greatest) {
            best = index;
            greatest = weight;
        }
    }
    return best;
}

}  // namespace

std::size_t preferred(
    const std::string_view accept, const std::span<const std::string_view> offered
) {
    return preferred_by(closeness, accept, offered);
}

std::size_t preferred_language(
    const std::string_view accept, const std::span<const std::string_view> offered
) {
    return preferred_by(closeness_of_language, accept, offered);
}

bool takes_encoding(const std::string_view header, const std::string_view encoding) {
    std::size_t start = 0;
    while (start < header.size()) {
        const std::size_t end = std::min(header.find(',', start), header.size());
        std::string entry{header.substr(start, end - start)};
        std::erase_if(entry, [](const char letter) { return letter == ' ' || letter == '\t'; });
        const std::string_view name = std::string_view{entry}.substr(0, entry.find(';'));
        if (equal_ignoring_case(name, encoding)) {
            const std::string_view weight = std::string_view{entry}.substr(name.size());
            return weight.find_first_not_of(";q=0.") != std::string_view::npos || weight.empty();
        }
        start = end + 1;
    }
    return false;
}

}  // namespace http
