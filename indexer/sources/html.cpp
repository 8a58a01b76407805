#include "indexer/sources/html.hpp"

#include "indexer/sources/text.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <gumbo.h>
#include <memory_resource>

namespace sources {

namespace {

constexpr std::array<std::string_view, 23> block_tags{
    "br", "div", "p",  "li", "ul", "ol", "dl",    "dt",      "dd",     "h1",     "h2",  "h3",
    "h4", "h5",  "h6", "tr", "td", "th", "table", "section", "header", "footer", "main"};

/// Tags without an end tag, which nest nothing.
constexpr std::array<std::string_view, 8> void_tags{
    "br", "hr", "img", "input", "link", "meta", "source", "wbr"};

/// The parser's work grows with the square of the nesting. Tags that are opened and never closed
/// bound the nesting from above; ordinary pages leave some hundred `<li>` and `<p>` open.
constexpr std::ptrdiff_t unclosed_tags_max = 10'000;

bool letter(const char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

bool nested_too_deeply(const std::string_view html) {
    std::ptrdiff_t open = 0;
    for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        const auto rest = html.substr(at + 1, 12);
        if (rest.starts_with('/')) {
            open = std::max<std::ptrdiff_t>(open - 1, 0);
        } else if (!rest.empty() && letter(rest.front())) {
            const auto end = std::ranges::find_if_not(rest, letter);
            const auto name = lower_case_ascii({rest.begin(), end});
            open += std::ranges::find(void_tags, name) == void_tags.end() ? 1 : 0;
        }
        if (open > unclosed_tags_max) {
            return true;
        }
    }
    return false;
}

void* allocate(void* arena, const std::size_t size) {
    return static_cast<std::pmr::memory_resource*>(arena)->allocate(size);
}
void leave_to_the_arena(void*, void*) {}

/// White space made single, the no-break space included.
std::string collapsed(const std::string_view text) {
    constexpr std::string_view no_break_space = "\xC2\xA0";
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool no_break = text.substr(at).starts_with(no_break_space);
        if (!no_break && std::string_view{" \t\r\n\f"}.find(text[at]) == std::string_view::npos) {
            result += text[at];
            continue;
        }
        at += no_break ? 1 : 0;
        if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    return std::string{trimmed(result)};
}

}  // namespace

domain::Result<Page> Page::parse(const std::string_view html) {
    if (html.size() > page_bytes_max) {
        return domain::invalid("", "the page has " + std::to_string(html.size()) + " bytes");
    }
    if (nested_too_deeply(html)) {
        return domain::invalid("", "the page is nested too deeply");
    }
    // The arena frees the parser's tree at once: its own function for that is recursive.
    std::pmr::monotonic_buffer_resource arena;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = leave_to_the_arena;
    options.userdata = &arena;
    options.max_errors = 0;
    const GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());

    Page page;
    struct Step {
        const GumboNode* node;
        std::size_t child;
        std::size_t index;
    };
    std::vector<Step> path;
    const auto enter = [&page, &path](const GumboNode* node) {
        Node copy;
        if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
            copy.tag = gumbo_normalized_tagname(node->v.element.tag);
            if (copy.tag.empty()) {
                copy.tag = "unknown";
            }
            const auto& attributes = node->v.element.attributes;
            for (unsigned i = 0; i < attributes.length; ++i) {
                const auto* attribute = static_cast<const GumboAttribute*>(attributes.data[i]);
                copy.attributes.emplace_back(attribute->name, attribute->value);
            }
            path.push_back({node, 0, page.nodes_.size()});
        } else if (node->type == GUMBO_NODE_COMMENT || node->type == GUMBO_NODE_DOCUMENT) {
            return;
        } else {
            copy.text = node->v.text.text;
        }
        copy.end = page.nodes_.size() + 1;
        page.nodes_.push_back(std::move(copy));
    };
    enter(output->root);
    while (!path.empty()) {
        auto& [node, child, index] = path.back();
        const auto& children = node->v.element.children;
        if (child < children.length) {
            const auto* next = static_cast<const GumboNode*>(children.data[child++]);
            enter(next);
        } else {
            page.nodes_[index].end = page.nodes_.size();
            path.pop_back();
        }
    }
    return page;
}

Element Page::root() const { return {*this, 0}; }

std::string_view Element::tag() const { return node().tag; }

std::string_view Element::attribute(const std::string_view name) const {
    for (const auto& [key, value] : node().attributes) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

bool Element::carries(const std::string_view name) const {
    return std::ranges::any_of(node().attributes, [name](const auto& attribute) {
        return attribute.first == name;
    });
}

bool Element::has(const std::string_view attribute_name, const std::string_view word) const {
    const auto words = pieces_of(attribute(attribute_name), " ");
    return std::ranges::find(words, word) != words.end();
}

std::optional<Element> Element::first(const Predicate& wanted) const {
    for (auto index = index_ + 1; index < node().end; ++index) {
        const Element element{*page_, index};
        if (!element.tag().empty() && wanted(element)) {
            return element;
        }
    }
    return std::nullopt;
}

std::vector<Element> Element::all(const Predicate& wanted) const {
    std::vector<Element> found;
    for (auto index = index_ + 1; index < node().end; ++index) {
        const Element element{*page_, index};
        if (!element.tag().empty() && wanted(element)) {
            found.push_back(element);
        }
    }
    return found;
}

void Element::visit(const std::function<Inside(const Element&)>& show) const {
    for (auto index = index_ + 1; index < node().end;) {
        const Element element{*page_, index};
        const bool passed_over = !element.tag().empty() && show(element) == Inside::pass_over;
        index = passed_over ? element.node().end : index + 1;
    }
}

std::vector<std::string> Element::lines() const {
    std::string text;
    std::vector<std::size_t> ends;  // Of the blocks that are open.
    for (auto index = index_; index < node().end; ++index) {
        while (!ends.empty() && ends.back() <= index) {
            text += '\v';
            ends.pop_back();
        }
        const auto& inner = page_->nodes_[index];
        if (inner.tag.empty()) {
            text += inner.text;
        } else if (std::ranges::find(block_tags, inner.tag) != block_tags.end()) {
            text += '\v';
            ends.push_back(inner.end);
        } else if (inner.tag == "script" || inner.tag == "style") {
            index = inner.end - 1;
        } else {
            text += ' ';
        }
    }
    std::vector<std::string> lines;
    for (const auto& line : pieces_of(text, "\v")) {
        if (auto single = collapsed(line); !single.empty()) {
            lines.push_back(std::move(single));
        }
    }
    return lines;
}

std::string Element::text() const {
    std::string text;
    for (const auto& line : lines()) {
        text += (text.empty() ? "" : " ") + line;
    }
    return text;
}

std::string Element::verbatim() const {
    std::string text;
    for (auto index = index_ + 1; index < node().end; ++index) {
        text += page_->nodes_[index].text;
    }
    return text;
}

std::string Element::own_text() const {
    std::string text;
    for (auto index = index_ + 1; index < node().end; index = page_->nodes_[index].end) {
        text += page_->nodes_[index].text + ' ';
    }
    return collapsed(text);
}

Element::Predicate with_property(const std::string_view property) {
    return [property](const Element& element) { return element.has("property", property); };
}

Element::Predicate with_class(const std::string_view name) {
    return [name](const Element& element) { return element.has("class", name); };
}

Element::Predicate with_tag(const std::string_view tag) {
    return [tag](const Element& element) { return element.tag() == tag; };
}

std::string page_text(const std::string_view bytes) {
    if (is_text(bytes)) {
        return std::string{bytes};
    }
    constexpr std::size_t searched_bytes = 1024;
    const auto head = lower_case_ascii(bytes.substr(0, searched_bytes));
    const bool says_utf_8 = head.find("charset=utf-8") != std::string::npos ||
                            head.find("charset=\"utf-8") != std::string::npos;
    return says_utf_8 ? as_text(bytes) : decoded(bytes, Encoding::windows_1252);
}

}  // namespace sources
