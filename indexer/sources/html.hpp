#pragma once

#include "matcher/domain/result.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sources {

/// A page larger than this is not read.
inline constexpr std::size_t page_bytes_max = std::size_t{4} << 20;

class Element;

/// A parsed page: its nodes in the order of the text, so that everything inside an element stands
/// right behind it.
class Page {
public:
    /// Refuses a page that is too large, or nested more deeply than any page made in earnest.
    static domain::Result<Page> parse(std::string_view html);

    Element root() const;

private:
    friend class Element;
    struct Node {
        std::string tag;   ///< Lower case; empty for text.
        std::string text;  ///< Of a text node.
        std::vector<std::pair<std::string, std::string>> attributes;
        std::size_t end = 0;  ///< One past the last node inside.
    };
    std::vector<Node> nodes_;
};

/// An element of a page, valid as long as the page is.
class Element {
public:
    std::string_view tag() const;
    std::string_view attribute(std::string_view name) const;  ///< Empty if absent.

    bool carries(std::string_view attribute_name) const;  ///< Whether it is there, empty or not.

    /// Whether the attribute, a list of words, holds this one.
    bool has(std::string_view attribute_name, std::string_view word) const;

    using Predicate = std::function<bool(const Element&)>;
    std::optional<Element> first(const Predicate& wanted) const;
    std::vector<Element> all(const Predicate& wanted) const;  ///< In the order of the page.

    std::size_t nodes_inside() const { return node().end - index_ - 1; }

    /// Shows each element inside, in the order of the page, but for those inside one that is to be
    /// passed over.
    enum class Inside : std::uint8_t { visit, pass_over };
    void visit(const std::function<Inside(const Element&)>& show) const;

    /// The text inside, a line for each block or `<br>`, white space made single, no empty lines.
    std::vector<std::string> lines() const;
    std::string text() const;      ///< Its lines, with a space between them.
    std::string verbatim() const;  ///< Text as it stands, for scripts.
    std::string own_text() const;  ///< Without that of elements inside.

private:
    friend class Page;
    Element(const Page& page, std::size_t index) : page_{&page}, index_{index} {}
    const Page::Node& node() const { return page_->nodes_[index_]; }

    const Page* page_;
    std::size_t index_;
};

/// Predicates for Element::first and all.
Element::Predicate with_property(std::string_view property);
Element::Predicate with_class(std::string_view name);
Element::Predicate with_tag(std::string_view tag);

/// The text of a page's bytes: UTF-8 if they are that, or if the page says so, with U+FFFD for what
/// is none; else windows-1252, as browsers do.
std::string page_text(std::string_view bytes);

}  // namespace sources
