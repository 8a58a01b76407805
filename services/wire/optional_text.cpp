#include "services/wire/optional_text.hpp"

namespace wire {

std::string optional_text(
    document::FieldReader& in, const std::string_view name, const std::size_t max
) {
    return in
        .optional(
            name,
            [max](const document::ValueReader& value) { return value.text({.min = 0, .max = max}); }
        )
        .value_or("");
}

}  // namespace wire
