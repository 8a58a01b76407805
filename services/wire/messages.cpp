#include "services/wire/messages.hpp"

#include "matcher/document/json.hpp"
#include "services/wire/vocabulary.hpp"

#include <unicode/listformatter.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/numfmt.h>
#include <unicode/simpleformatter.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <embedded_messages.hpp>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

namespace wire {
namespace {

/// A message whose arguments stand in it as they are, without a form that depends on them: most
/// are such, and need no MessageFormat, which takes longer.
struct Simple {
    icu::SimpleFormatter format;
    std::vector<std::string> names;  ///< Of the arguments, by their number in the format.
};

struct Message {
    std::variant<Simple, std::unique_ptr<icu::MessageFormat>> form;
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

/// ICU's for this language; each thread keeps its own, as making one costs far more than using it.
template <class Format>
const Format& format_of(const domain::OfficialLanguage language) {
    const auto make = [](const domain::OfficialLanguage of) {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<const Format> format{Format::createInstance(locale(of), status)};
        assert(U_SUCCESS(status));
        return format;
    };
    thread_local const std::array all{
        make(domain::OfficialLanguage::english), make(domain::OfficialLanguage::french)};
    return *all[static_cast<std::size_t>(language)];
}

/// One that is not given stands there by its name in braces, as MessageFormat has it.
icu::UnicodeString words_of(
    const std::string& name, const domain::OfficialLanguage language, const Arguments& arguments
) {
    const auto given =
        std::ranges::find_if(arguments, [&](const auto& each) { return each.first == name; });
    if (given == arguments.end()) {
        return icu::UnicodeString::fromUTF8("{" + name + "}");
    }
    icu::UnicodeString words;
    if (const auto* number = std::get_if<std::int64_t>(&given->second)) {
        return format_of<icu::NumberFormat>(language).format(*number, words);
    }
    return formattable(given->second).getString(words);
}

std::string formatted(
    const Simple& simple, const domain::OfficialLanguage language, const Arguments& arguments
) {
    std::vector<icu::UnicodeString> words;
    std::vector<const icu::UnicodeString*> values;
    words.reserve(simple.names.size());
    for (const std::string& name : simple.names) {
        values.push_back(&words.emplace_back(words_of(name, language, arguments)));
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString result;
    simple.format.formatAndAppend(
        values.data(), static_cast<std::int32_t>(values.size()), result, nullptr, 0, status
    );
    assert(U_SUCCESS(status));
    return utf8(result);
}

/// Nothing where an argument has a form of its own, such as a plural.
std::optional<Simple> simple_of(const icu::UnicodeString& pattern) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessagePattern parts{pattern, nullptr, status};
    icu::UnicodeString numbered;
    std::vector<std::string> names;
    std::int32_t copied = 0;
    for (std::int32_t index = 0; index < parts.countParts(); ++index) {
        const icu::MessagePattern::Part& part = parts.getPart(index);
        if (part.getType() == UMSGPAT_PART_TYPE_ARG_START &&
            part.getArgType() != UMSGPAT_ARG_TYPE_NONE) {
            return std::nullopt;
        }
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_NAME) {
            continue;
        }
        const std::string name = utf8(parts.getSubstring(part));
        const auto known = std::ranges::find(names, name);
        numbered.append(pattern, copied, part.getIndex() - copied);
        numbered.append(icu::UnicodeString::fromUTF8(std::to_string(known - names.begin())));
        copied = part.getLimit();
        if (known == names.end()) {
            names.push_back(name);
        }
    }
    numbered.append(pattern, copied, pattern.length() - copied);
    const auto count = static_cast<std::int32_t>(names.size());
    Simple simple{.format = {numbered, count, count, status}, .names = std::move(names)};
    assert(U_SUCCESS(status));
    return simple;
}

Messages read_messages(const domain::OfficialLanguage language) {
    const embedded_messages::Text& file = language == domain::OfficialLanguage::french
                                              ? embedded_messages::fr
                                              : embedded_messages::en;
    const boost::json::value messages = document::parse(file.text).value();
    Messages result;
    for (const auto& [code, value] : messages.as_object()) {
        const auto pattern = icu::UnicodeString::fromUTF8(std::string{value.as_string()});
        Message message{.form = {}, .plain = std::nullopt};
        if (auto simple = simple_of(pattern)) {
            if (simple->names.empty()) {
                message.plain = formatted(*simple, language, {});
            }
            message.form = *std::move(simple);
        } else {
            UErrorCode status = U_ZERO_ERROR;
            message.form = std::make_unique<icu::MessageFormat>(pattern, locale(language), status);
            assert(U_SUCCESS(status));
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
    if (message.plain) {
        return *message.plain;
    }
    const Simple* const simple = std::get_if<Simple>(&message.form);
    return simple != nullptr
               ? formatted(*simple, language, arguments)
               : formatted(*std::get<std::unique_ptr<icu::MessageFormat>>(message.form), arguments);
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
    std::vector<icu::UnicodeString> parts;
    parts.reserve(items.size());
    for (const std::string& item : items) {
        parts.push_back(icu::UnicodeString::fromUTF8(item));
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString result;
    format_of<icu::ListFormatter>(language).format(
        parts.data(), static_cast<std::int32_t>(parts.size()), result, status
    );
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
