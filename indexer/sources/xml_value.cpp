#include "indexer/sources/xml_value.hpp"

#include "indexer/sources/html.hpp"
#include "indexer/sources/text.hpp"

#include <libxml/xmlreader.h>

#include <algorithm>
#include <cassert>
#include <limits>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace sources {

namespace {

namespace json = boost::json;

using Reader = std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)>;

std::string_view view_of(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

/// The first fault that the parser met.
struct Fault {
    int code = XML_ERR_OK;
    std::string message;
};

void take_fault(void* user_data, xmlErrorPtr error) {
    auto& fault = *static_cast<Fault*>(user_data);
    // The prefixes of a record are declared outside of it.
    if (error->domain == XML_FROM_NAMESPACE || fault.code != XML_ERR_OK) {
        return;
    }
    const std::string message{trimmed(error->message == nullptr ? "" : error->message)};
    fault = {
        .code = error->code,
        .message = "line " + std::to_string(error->line) + " of it: " + as_text(message)};
}

/// An element whose end has not come yet.
struct Open {
    std::string name;
    json::object members;
    std::string text;
};

void add(json::object& object, const std::string& name, json::value value) {
    auto* const there = object.if_contains(name);
    if (there == nullptr) {
        object.emplace(name, std::move(value));
    } else if (auto* const several = there->if_array()) {
        several->push_back(std::move(value));
    } else {
        json::array both{std::move(*there), std::move(value)};
        *there = std::move(both);
    }
}

json::value value_of(Open element) {
    if (element.members.empty()) {
        return json::string{element.text};
    }
    if (!trimmed(element.text).empty()) {
        element.members["#text"] = element.text;
    }
    return std::move(element.members);
}

/// Makes values of what the reader passes.
class Builder {
public:
    void take(xmlTextReader* reader) {
        switch (xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT:
                begin(reader);
                break;
            case XML_READER_TYPE_TEXT:
            case XML_READER_TYPE_CDATA:
            case XML_READER_TYPE_WHITESPACE:
            case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
                if (!open_.empty()) {
                    open_.back().text += view_of(xmlTextReaderConstValue(reader));
                }
                break;
            case XML_READER_TYPE_END_ELEMENT:
                end();
                break;
            default:
                break;
        }
    }

    json::value take_value() { return std::move(value_); }

private:
    void begin(xmlTextReader* reader) {
        const bool empty = xmlTextReaderIsEmptyElement(reader) == 1;
        open_.push_back({std::string{view_of(xmlTextReaderConstName(reader))}, {}, {}});
        while (xmlTextReaderMoveToNextAttribute(reader) == 1) {
            const auto name = "@" + std::string{view_of(xmlTextReaderConstName(reader))};
            open_.back().members[name] = json::string{view_of(xmlTextReaderConstValue(reader))};
        }
        if (empty) {
            end();
        }
    }

    void end() {
        assert(!open_.empty());
        auto name = std::move(open_.back().name);
        auto value = value_of(std::move(open_.back()));
        open_.pop_back();
        if (open_.empty()) {
            value_ = std::move(value);
        } else {
            add(open_.back().members, name, std::move(value));
        }
    }

    std::vector<Open> open_;
    json::value value_;
};

struct Parsed {
    json::value value;
    Fault fault;
};

Parsed parsed(const std::string& document) {
    Parsed result;
    // Entities are put in place, as only those exist that with_html_names declares.
    constexpr int options = XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_COMPACT;
    const Reader reader{
        xmlReaderForMemory(
            document.data(), static_cast<int>(document.size()), nullptr, "UTF-8", options
        ),
        xmlFreeTextReader};
    if (reader == nullptr) {
        throw std::bad_alloc{};
    }
    xmlTextReaderSetStructuredErrorHandler(reader.get(), take_fault, &result.fault);
    Builder builder;
    int state = 0;
    while ((state = xmlTextReaderRead(reader.get())) == 1) {
        builder.take(reader.get());
    }
    if (state < 0 && result.fault.code == XML_ERR_OK) {
        result.fault = {.code = XML_ERR_INTERNAL_ERROR, .message = "it is cut off"};
    }
    result.value = builder.take_value();
    return result;
}

bool is_letter_or_digit(const char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9');
}

/// The names behind `&` in a text that stand for a character in HTML.
std::set<std::string> html_names_in(const std::string_view text) {
    constexpr std::size_t name_bytes_max = 32;
    std::set<std::string> names;
    for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
        const auto rest = text.substr(at + 1, name_bytes_max);
        const auto* const end = std::ranges::find_if_not(rest, is_letter_or_digit);
        if (end != rest.end() && *end == ';' && end != rest.begin()) {
            names.emplace(rest.begin(), end);
        }
    }
    return names;
}

/// The text with a document type before it that declares the characters it names as HTML does.
std::string with_html_names(const std::string_view text) {
    std::string declarations;
    for (const auto& name : html_names_in(text)) {
        const auto page = Page::parse("<i>&" + name + ";</i>");
        const auto meaning = page ? page->root().verbatim() : std::string{};
        const bool known = !meaning.empty() && meaning.find('&') == std::string::npos;
        const bool is_of_xml = name == "lt" || name == "gt" || name == "quot" || name == "apos";
        if (known && !is_of_xml) {
            declarations.append("<!ENTITY ").append(name).append(" \"");
            declarations.append(meaning).append("\">");
        }
    }
    // The root's name is of no matter to a parser that does not validate.
    return "<!DOCTYPE record [" + declarations + "]>" + std::string{text};
}

}  // namespace

domain::Result<json::value> xml_value_from(const std::string_view element) {
    if (element.size() > static_cast<std::size_t>(std::numeric_limits<int>::max() / 2)) {
        return domain::invalid("", "the element has " + std::to_string(element.size()) + " bytes");
    }
    std::string document{element};
    std::ranges::replace_if(
        document,
        [](const char character) {
            return static_cast<unsigned char>(character) < ' ' && character != '\t' &&
                   character != '\n' && character != '\r';
        },
        ' '
    );
    auto result = parsed(document);
    if (result.fault.code == XML_ERR_UNDECLARED_ENTITY) {
        result = parsed(with_html_names(document));
    }
    if (result.fault.code == XML_ERR_UNDECLARED_ENTITY ||
        result.fault.code == XML_WAR_UNDECLARED_ENTITY) {
        return domain::invalid(
            "",
            "not XML that is taken: " + result.fault.message +
                "; what a file declares itself is never put in its place"
        );
    }
    if (result.fault.code != XML_ERR_OK) {
        return domain::invalid("", "not XML: " + result.fault.message);
    }
    return std::move(result.value);
}

}  // namespace sources
