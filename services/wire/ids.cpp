#include "services/wire/ids.hpp"

#include <algorithm>
#include <charconv>

namespace wire {
namespace {

/// Longer than any id.
constexpr std::size_t id_max = 100;

}  // namespace

bool is_uuid(const std::string_view text) {
    constexpr std::string_view form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    return std::equal(
        text.begin(),
        text.end(),
        form.begin(),
        form.end(),
        [](const char letter, const char expected) {
            return expected == '-' ? letter == '-'
                                   : std::string_view{"0123456789abcdef"}.find(letter) !=
                                         std::string_view::npos;
        }
    );
}

std::string read_uuid(const document::ValueReader& value) {
    std::string id = value.text({.min = 0, .max = id_max});
    if (!is_uuid(id)) {
        value.refuse("not a UUID in lower case");
    }
    return id;
}

std::int64_t read_number(const document::ValueReader& value) {
    const std::string text = value.text({.min = 0, .max = id_max});
    std::int64_t number = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, number);
    if (error != std::errc{} || end != last || number < 1) {
        value.refuse("not an id");
    }
    return number;
}

}  // namespace wire
