#pragma once

#include "indexer/reference_data/zip_member.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace reference_data {

/// The elements and texts of an XML document inside an archive, one after the other in constant
/// memory. Nothing outside of the document is fetched, and entities that it declares are not put
/// in.
class XmlPull {
public:
    explicit XmlPull(ZipMember member);
    ~XmlPull();
    XmlPull(XmlPull&&) noexcept;
    XmlPull& operator=(XmlPull&&) noexcept;

    enum class Event : std::uint8_t { begin, end, text, done, failed };

    /// An element without content gives `begin` and `end`.
    Event next();

    std::string_view name() const;  ///< Of the element, without a prefix.
    std::string_view text() const;
    std::string attribute(const char* name) const;  ///< Empty if absent.

    /// Why the document could not be read to its end.
    std::string failure() const;

private:
    struct Reader;
    std::unique_ptr<Reader> reader_;
};

}  // namespace reference_data
