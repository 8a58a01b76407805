#include "services/wire/messages.hpp"

#include "matcher/document/json.hpp"
#include "services/wire/vocabulary.hpp"

#include <unicode/listformatter.h>
#include <unicode/msgfmt.h>

#include <cassert>
#include <embedded_messages.hpp>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace wire {
namespace {

struct Message {
    std::unique_ptr<icu::MessageFormat> format;
    std::optional<std::string> plain;  ///< Of one that takes no arguments: always the same.
};

using Messages = std::map<std::string, Message, std::less<>>;

icu::Locale locale(const domain::OfficialLanguage language) {
    return language == domain::OfficialLanguage::french ? icu::Locale::getCanadaFrench()
                                                        : icu::Locale::getCanada();
}

std::string utf8(const icu::UnicodeString& text) {
    std::string result;
    return text.toUTF8String(result);
}

icu::Formattable formattable(const Argument& argument) {
    if (const auto* number = std::get_if<std::int64_t>(&argument)) {
        return icu::Formattable{*number};
    }
    const auto* date = std::get_if<domain::Date>(&argument);
    return icu::UnicodeString::fromUTF8(
        date != nullptr ? domain::to_string(*date) : std::get<std::string>(argument)
    );
}

std::string formatted(const icu::MessageFormat& format, const Arguments& arguments) {
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const auto& [name, argument] : arguments) {
        names.push_back(icu::UnicodeString::fromUTF8(std::string{name}));
        values.push_back(formattable(argument));
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString result;
    format.format(
        names.data(), values.data(), static_cast<std::int32_t>(values.size()), result, status
    );
    assert(U_SUCCESS(status));
    return utf8(result);
}

Messages read_messages(const domain::OfficialLanguage language) {
    const embedded_messages::Text& file = language == domain::OfficialLanguage::french
                                              ? embedded_messages::fr
                                              : embedded_messages::en;
    const boost::json::value messages = document::parse(file.text).value();
    Messages result;
    for (const auto& [code, pattern] : messages.as_object()) {
        UErrorCode status = U_ZERO_ERROR;
        auto format = std::make_unique<icu::MessageFormat>(
            icu::UnicodeString::fromUTF8(std::string{pattern.as_string()}), locale(language), status
        );
        assert(U_SUCCESS(status));
        Message message{.format = std::move(format), .plain = std::nullopt};
        if (pattern.as_string().find('{') == std::string_view::npos) {
            message.plain = formatted(*message.format, {});
        }
        result.emplace(code, std::move(message));
    }
    return result;
}

/// Reading a pattern costs far more than using it, and a MessageFormat changes inside when it is
/// used: each thread keeps its own.
const Messages& messages_of(const domain::OfficialLanguage language) {
    thread_local const std::array messages{
        read_messages(domain::OfficialLanguage::english),
        read_messages(domain::OfficialLanguage::french)};
    return messages[static_cast<std::size_t>(language)];
}

const Message& message_of(const domain::OfficialLanguage language, const std::string_view code) {
    const Messages& of_language = messages_of(language);
    const auto found = of_language.find(code);
    assert(found != of_language.end());
    return found->second;
}

}  // namespace

std::string text(
    const domain::OfficialLanguage language, const std::string_view code, const Arguments& arguments
) {
    const Message& message = message_of(language, code);
    return message.plain ? *message.plain : formatted(*message.format, arguments);
}

bool has_text(const std::string_view code) {
    return messages_of(domain::OfficialLanguage::english).contains(code);
}

std::vector<std::string> codes_with(const std::string_view prefix) {
    std::vector<std::string> codes;
    for (const auto& [code, message] : messages_of(domain::OfficialLanguage::english)) {
        if (code.starts_with(prefix)) {
            codes.push_back(code);
        }
    }
    return codes;
}

std::string join(const domain::OfficialLanguage language, const std::vector<std::string>& items) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::ListFormatter> formatter{
        icu::ListFormatter::createInstance(locale(language), status)};
    std::vector<icu::UnicodeString> parts;
    parts.reserve(items.size());
    for (const std::string& item : items) {
        parts.push_back(icu::UnicodeString::fromUTF8(item));
    }
    icu::UnicodeString result;
    formatter->format(parts.data(), static_cast<std::int32_t>(parts.size()), result, status);
    assert(U_SUCCESS(status));
    return utf8(result);
}

domain::Result<domain::OfficialLanguage> language_from(const std::string_view code) {
    for (const auto& language : language_names) {
        if (language.name == code) {
            return language.value;
        }
    }
    return domain::invalid("lang", "'" + std::string{code} + "' is not a language: en or fr");
}

}  // namespace wire
