#include "indexer/reference_data/xml_pull.hpp"

#include <libxml/xmlreader.h>

#include <utility>

namespace reference_data {
namespace {

int read_member(void* member, char* buffer, const int size) {
    return static_cast<int>(
        static_cast<ZipMember*>(member)->read(buffer, static_cast<std::size_t>(size))
    );
}
int leave_open(void*) { return 0; }

void keep_message(void* text, const char* message, xmlParserSeverities, xmlTextReaderLocatorPtr) {
    auto& kept = *static_cast<std::string*>(text);
    if (kept.empty()) {
        kept = message;
        kept.erase(kept.find_last_not_of(" \n") + 1);
    }
}

std::string_view view(const xmlChar* text) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libxml2 has its own byte type.
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

}  // namespace

struct XmlPull::Reader {
    explicit Reader(ZipMember given) : member{std::move(given)} {
        // Neither a network nor a DTD, and no entity of the document's own is expanded.
        handle = xmlReaderForIO(
            read_member, leave_open, &member, nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_NOCDATA
        );
        if (handle != nullptr) {
            xmlTextReaderSetErrorHandler(handle, keep_message, &message);
        }
    }
    ~Reader() { xmlFreeTextReader(handle); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    ZipMember member;
    xmlTextReaderPtr handle = nullptr;
    std::string message;
    bool end_follows = false;
};

XmlPull::XmlPull(ZipMember member) : reader_{std::make_unique<Reader>(std::move(member))} {}
XmlPull::~XmlPull() = default;
XmlPull::XmlPull(XmlPull&&) noexcept = default;
XmlPull& XmlPull::operator=(XmlPull&&) noexcept = default;

XmlPull::Event XmlPull::next() {
    if (std::exchange(reader_->end_follows, false)) {
        return Event::end;
    }
    while (true) {
        const int read = reader_->handle == nullptr ? -1 : xmlTextReaderRead(reader_->handle);
        if (read != 1) {
            return read == 0 && reader_->member.failure().empty() ? Event::done : Event::failed;
        }
        switch (xmlTextReaderNodeType(reader_->handle)) {
            case XML_READER_TYPE_ELEMENT:
                reader_->end_follows = xmlTextReaderIsEmptyElement(reader_->handle) == 1;
                return Event::begin;
            case XML_READER_TYPE_END_ELEMENT:
                return Event::end;
            case XML_READER_TYPE_TEXT:
            case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
                return Event::text;
            default:
                break;
        }
    }
}

std::string_view XmlPull::name() const {
    return view(xmlTextReaderConstLocalName(reader_->handle));
}

std::string_view XmlPull::text() const { return view(xmlTextReaderConstValue(reader_->handle)); }

std::string XmlPull::attribute(const char* name) const {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libxml2 has its own byte type.
    xmlChar* value =
        xmlTextReaderGetAttribute(reader_->handle, reinterpret_cast<const xmlChar*>(name));
    std::string text{view(value)};
    xmlFree(value);
    return text;
}

std::string XmlPull::failure() const {
    if (!reader_->member.failure().empty()) {
        return reader_->member.failure();
    }
    return reader_->message.empty() ? "is no XML" : reader_->message;
}

}  // namespace reference_data
