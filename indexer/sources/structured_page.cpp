#include "indexer/sources/structured_page.hpp"

#include "indexer/sources/text.hpp"

#include <algorithm>
#include <array>

namespace sources {

namespace {

namespace json = boost::json;

/// What two ways of marking up a page call the same thing.
struct Markup {
    std::string_view type;
    std::string_view property;
    bool (*begins_item)(const Element& element);
};

constexpr Markup microdata{
    .type = "itemtype", .property = "itemprop", .begins_item = [](const Element& element) {
        return element.carries("itemscope") || element.carries("itemtype");
    }};
constexpr Markup rdfa{
    .type = "typeof", .property = "property", .begins_item = [](const Element& element) {
        return element.carries("typeof");
    }};

/// An item inside an item inside an item: no posting goes deeper.
constexpr int depth_max = 8;

/// How much of a page is read for the texts of its properties. Where properties enclose one another
/// all the way down, the text inside would be read as often; no page made in earnest comes near.
constexpr std::size_t text_bytes_max = 8 * page_bytes_max;
constexpr std::size_t bytes_of_a_node = 16;

/// `schema:title`, `http://schema.org/title` without what stands before the name.
std::string_view local_name(const std::string_view name) {
    return name.substr(name.find_last_of(":/#") + 1);
}

bool is_posting(const Element& element, const Markup& markup) {
    const auto types = pieces_of(element.attribute(markup.type), " ");
    return std::ranges::any_of(types, [](const std::string& type) {
        return local_name(type) == "JobPosting";
    });
}

/// The value for machines where there is one, else the text for people. Only a link is meant by its
/// address.
std::string value_of(const Element& element, const std::string_view name) {
    for (const auto* attribute : {"content", "datetime"}) {
        if (const auto value = trimmed(element.attribute(attribute)); !value.empty()) {
            return std::string{value};
        }
    }
    auto text = joined(element.lines(), "\n");
    const bool is_link = name == "url" || name == "sameAs" || name == "mainEntityOfPage";
    for (const auto* attribute : {"href", "resource", "src", "value"}) {
        if (const auto value = element.attribute(attribute);
            !value.empty() && (is_link || text.empty())) {
            return std::string{value};
        }
    }
    return text;
}

void add(json::object& object, const std::string_view name, json::value value) {
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

/// Makes objects of the items of one page.
class Items {
public:
    explicit Items(const Markup& markup) : markup_{markup} {}

    json::object item_of(const Element& element, const int depth) {
        json::object item;
        const auto types = pieces_of(element.attribute(markup_.type), " ");
        if (!types.empty()) {
            item["@type"] = local_name(types.front());
        }
        element.visit([&](const Element& inner) {
            const bool nested = markup_.begins_item(inner);
            for (const auto& property : pieces_of(inner.attribute(markup_.property), " ")) {
                const auto name = local_name(property);
                if (!nested) {
                    add(item, name, json::string{text_of(inner, name)});
                } else if (depth < depth_max) {
                    add(item, name, item_of(inner, depth + 1));
                }
            }
            // What stands inside an item is the item's.
            return nested ? Element::Inside::pass_over : Element::Inside::visit;
        });
        return item;
    }

private:
    std::string text_of(const Element& element, const std::string_view name) {
        const auto cost = bytes_of_a_node * (element.nodes_inside() + 1);
        if (cost > text_left_) {
            return {};
        }
        auto text = value_of(element, name);
        text_left_ -= std::min(text_left_, cost + text.size());
        return text;
    }

    const Markup& markup_;
    std::size_t text_left_ = text_bytes_max;
};

std::vector<json::value> postings_in(const Page& page, const Markup& markup) {
    std::vector<json::value> postings;
    Items items{markup};
    for (const auto& element :
         page.root().all([&markup](const Element& each) { return is_posting(each, markup); })) {
        postings.emplace_back(items.item_of(element, 1));
    }
    return postings;
}

}  // namespace

std::vector<json::value> microdata_postings(const Page& page) {
    return postings_in(page, microdata);
}

std::vector<json::value> rdfa_postings(const Page& page) { return postings_in(page, rdfa); }

}  // namespace sources
