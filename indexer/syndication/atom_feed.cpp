#include "indexer/syndication/atom_feed.hpp"

#include <libxml/xmlwriter.h>

#include <memory>
#include <stdexcept>
#include <string_view>

namespace syndication {
namespace {

constexpr const char* atom = "http://www.w3.org/2005/Atom";

const xmlChar* chars(const char* const text) { return reinterpret_cast<const xmlChar*>(text); }

/// XML 1.0 has no control characters but tab and line ends, and neither U+FFFE nor U+FFFF.
std::string writable(const std::string_view text) {
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string result;
    for (std::size_t index = 0; index < text.size(); ++index) {
        const auto byte = static_cast<unsigned char>(text[index]);
        const std::string_view three = text.substr(index, 3);
        if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') {
            result += replacement;
        } else if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
            result += replacement;
            index += 2;
        } else {
            result += text[index];
        }
    }
    return result;
}

/// libxml2's writer into memory; what it cannot do is a want of memory.
class Writer {
public:
    Writer()
        : buffer_{xmlBufferCreate(), xmlBufferFree},
          writer_{xmlNewTextWriterMemory(buffer_.get(), 0), xmlFreeTextWriter} {
        if (!buffer_ || !writer_) {
            throw std::bad_alloc{};
        }
        xmlTextWriterSetIndent(writer_.get(), 1);
        done(xmlTextWriterStartDocument(writer_.get(), "1.0", "UTF-8", nullptr));
    }

    void start(const char* const name) {
        done(xmlTextWriterStartElement(writer_.get(), chars(name)));
    }

    void attribute(const char* const name, const std::string& value) {
        done(xmlTextWriterWriteAttribute(writer_.get(), chars(name), chars(writable(value).c_str()))
        );
    }

    void end() { done(xmlTextWriterEndElement(writer_.get())); }

    void element(const char* const name, const std::string& text) {
        done(xmlTextWriterWriteElement(writer_.get(), chars(name), chars(writable(text).c_str())));
    }

    void link(const char* const relation, const std::string& address) {
        start("link");
        attribute("rel", relation);
        attribute("href", address);
        end();
    }

    std::string take() {
        done(xmlTextWriterEndDocument(writer_.get()));
        writer_.reset();
        return {
            reinterpret_cast<const char*>(xmlBufferContent(buffer_.get())),
            static_cast<std::size_t>(xmlBufferLength(buffer_.get()))};
    }

private:
    static void done(const int written) {
        if (written < 0) {
            throw std::runtime_error{"a feed cannot be written"};
        }
    }

    std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> buffer_;
    std::unique_ptr<xmlTextWriter, decltype(&xmlFreeTextWriter)> writer_;
};

void write(Writer& writer, const AtomEntry& entry) {
    writer.start("entry");
    writer.element("id", entry.id);
    writer.element("title", entry.title);
    writer.element("updated", entry.updated);
    if (!entry.link.empty()) {
        writer.link("alternate", entry.link);
    }
    writer.element("summary", entry.summary);
    writer.end();
}

}  // namespace

std::string to_xml(const AtomFeed& feed) {
    Writer writer;
    writer.start("feed");
    writer.attribute("xmlns", atom);
    writer.attribute("xml:lang", feed.language);
    writer.element("id", feed.id);
    writer.element("title", feed.title);
    writer.element("subtitle", feed.subtitle);
    writer.element("updated", feed.updated);
    writer.link("self", feed.self);
    writer.start("author");
    writer.element("name", feed.author);
    writer.end();
    for (const AtomEntry& entry : feed.entries) {
        write(writer, entry);
    }
    writer.end();
    return writer.take();
}

}  // namespace syndication
