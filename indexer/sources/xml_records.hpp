#pragma once

#include "indexer/sources/byte_stream.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sources {

/// The name of the outermost element of an XML document that begins so; empty where it has none.
std::string_view xml_root(std::string_view head);

/// The encoding that an XML declaration names, as it is written; empty where there is none.
std::string_view xml_encoding(std::string_view head);

/// One record of a feed: an element with all that stands inside it.
struct XmlRecord {
    std::int64_t line = 0;  ///< Where it begins.
    std::string text;       ///< The beginning only, where there is a fault.
    std::string fault;      ///< Why it cannot be taken; empty where it can.
    bool at_end = false;    ///< Whether the file ends inside it.
};

/// Cuts the records out of an XML document in constant memory, however large it is.
///
/// An XML parser has to stop at the first fault of a document, and everything behind it would be
/// lost. So the records are cut apart first, by what all markup has in common: where tags, comments
/// and CDATA begin and end. Each is parsed alone, and a fault costs its own record only. What a
/// document type declares is passed over, so that no record can refer to it.
class XmlRecords {
public:
    /// `root` and `record` are names of elements, as the document writes them.
    XmlRecords(ByteStream stream, std::string_view root, std::string_view record);

    std::optional<XmlRecord> next();
    const ByteStream& stream() const { return stream_; }
    std::int64_t line() const { return line_; }  ///< Of what was read last.
    bool complete() const { return complete_; }  ///< Whether the outermost element is closed.

private:
    bool fill();
    bool reach(std::size_t size);
    bool to_markup();
    bool through(std::string_view end);
    bool through_enclosed();
    bool through_tag();
    bool at_tag(std::string_view opening, std::string_view name);
    void take(std::size_t size);
    XmlRecord record();
    XmlRecord finish(std::int64_t line, std::string fault);

    ByteStream stream_;
    std::string root_;
    std::string element_;
    std::string window_;
    std::size_t at_ = 0;
    std::int64_t line_ = 1;
    std::string taken_;  ///< Of the record that is being read.
    bool keeps_ = false;
    bool too_long_ = false;
    bool complete_ = false;
};

}  // namespace sources
