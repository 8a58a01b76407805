#include "services/wire/wording.hpp"

#include "services/wire/messages.hpp"
#include "services/wire/reason_names.hpp"

namespace wire {

boost::json::object wording_json(
    const std::string_view wording, const domain::OfficialLanguage language
) {
    return {{"wording", wording}, {"text", text(language, message_code("consent", wording))}};
}

std::string read_wording(document::FieldReader& in, const std::string_view current) {
    const document::ValueReader value = in.required("wording");
    std::string wording = value.text({.min = 1});
    if (wording != current) {
        value.refuse("'" + wording + "' is not the current wording, " + std::string{current});
    }
    return wording;
}

}  // namespace wire
