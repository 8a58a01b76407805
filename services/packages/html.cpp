#include "services/packages/html.hpp"

#include <kainjow/mustache.hpp>

#include <array>
#include <embedded_templates.hpp>
#include <utility>

namespace packages {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::mustache;
using kainjow::mustache::object;
using kainjow::mustache::partial;

data text_data(const std::string& text) {
    data result;
    result.set("text", text);
    return result;
}

constexpr std::string_view member_of(const Style style) {
    switch (style) {
        case Style::name:
            return "name";
        case Style::headline:
            return "headline";
        case Style::contact:
            return "contact";
        case Style::heading:
            return "heading";
        case Style::address:
            return "address";
        case Style::date:
            return "date";
        case Style::subject:
            return "subject";
        case Style::note:
            return "note";
        case Style::entry:
            return "entry";
        case Style::bullet:
        case Style::point:
            return "list";
        case Style::row:
            return "table";
        case Style::organization:
        case Style::period:
        case Style::paragraph:
            break;
    }
    return "paragraph";
}

bool is_listed(const Style style) { return style == Style::bullet || style == Style::point; }

/// Of the two sentences of a point or a row, or the only one.
data parts_data(const Block& block, const char* const first) {
    data item;
    const auto& sentences = block.sentences;
    if (sentences.size() == 2) {
        item.set(first, sentences.front().text);
        item.set("joint", block.joint);
        item.set("text", sentences.back().text);
    } else {
        item.set("text", text_of(block));
    }
    return item;
}

data contact_data(const Block& block) {
    list parts;
    for (const Sentence& sentence : block.sentences) {
        data part = text_data(sentence.text);
        part.set(
            "more",
            data{
                &sentence != &block.sentences.back() ? data::type::bool_true
                                                     : data::type::bool_false}
        );
        parts.push_back(std::move(part));
    }
    data contact = text_data(text_of(block));
    contact.set("parts", data{parts});
    return contact;
}

class Blocks {
public:
    explicit Blocks(const std::vector<Block>& blocks) : blocks_{blocks} {}

    list all() && {
        while (at_ < blocks_.size()) {
            const Style style = blocks_[at_].style;
            data block;
            block.set(std::string{member_of(style)}, next(style));
            result_.push_back(std::move(block));
        }
        return std::move(result_);
    }

private:
    data next(const Style style) {
        if (style == Style::entry) {
            return entry();
        }
        if (is_listed(style)) {
            data result;
            result.set("bullets", data{bullets()});
            return result;
        }
        if (style == Style::row) {
            list rows;
            while (at_ < blocks_.size() && blocks_[at_].style == Style::row) {
                rows.push_back(parts_data(blocks_[at_++], "what"));
            }
            data result;
            result.set("rows", data{rows});
            return result;
        }
        const Block& block = blocks_[at_++];
        return style == Style::contact ? contact_data(block) : text_data(text_of(block));
    }

    data entry() {
        data result = text_data(text_of(blocks_[at_++]));
        std::string place_and_period;
        for (const Style style : {Style::organization, Style::period}) {
            if (at_ < blocks_.size() && blocks_[at_].style == style) {
                const std::string text = text_of(blocks_[at_++]);
                result.set(style == Style::period ? "period" : "organization", text_data(text));
                place_and_period.append(place_and_period.empty() ? "" : " | ").append(text);
            }
        }
        if (!place_and_period.empty()) {
            result.set("place_and_period", text_data(place_and_period));
        }
        list bulleted = bullets();
        result.set(
            "has_bullets", data{bulleted.empty() ? data::type::bool_false : data::type::bool_true}
        );
        result.set("bullets", data{bulleted});
        return result;
    }

    list bullets() {
        list result;
        while (at_ < blocks_.size() && is_listed(blocks_[at_].style)) {
            result.push_back(parts_data(blocks_[at_++], "lead"));
        }
        return result;
    }

    const std::vector<Block>& blocks_;
    std::size_t at_ = 0;
    list result_;
};

data data_of(const Document& document) {
    data result;
    result.set(
        "language", document.language == domain::OfficialLanguage::french ? "fr-CA" : "en-CA"
    );
    result.set("title", document.title);
    result.set("blocks", data{Blocks{document.blocks}.all()});
    return result;
}

std::string rendered(const std::string_view text, const data& view) {
    mustache page{std::string{text}};
    return page.render(view);
}

struct Entity {
    std::string_view name;
    std::string_view text;
};
constexpr std::array entities{
    Entity{"&amp;", "&"},
    Entity{"&lt;", "<"},
    Entity{"&gt;", ">"},
    Entity{"&quot;", "\""},
    Entity{"&apos;", "'"},
    Entity{"&#160;", "\u00A0"}};

}  // namespace

std::string html_of(const Document& document, const Layout layout) {
    constexpr std::array kinds{"resume", "letter", "sheet"};
    data view = data_of(document);
    view.set("kind", kinds.at(static_cast<std::size_t>(layout)));
    view.set("style", data{partial{[] { return std::string{embedded_templates::style.text}; }}});
    return rendered(embedded_templates::document.text, view);
}

std::string word_html_of(const Document& document) {
    return rendered(embedded_templates::word.text, data_of(document));
}

std::string text_in_html(const std::string_view html) {
    std::string text;
    std::size_t at = std::min(html.find("<body"), html.size());
    while (at < html.size()) {
        if (html[at] == '<') {
            at = std::min(html.find('>', at), html.size() - 1) + 1;
            text += ' ';
            continue;
        }
        const Entity* read = nullptr;
        for (const Entity& entity : entities) {
            if (html.substr(at).starts_with(entity.name)) {
                read = &entity;
            }
        }
        text += read == nullptr ? html.substr(at, 1) : read->text;
        at += read == nullptr ? 1 : read->name.size();
    }
    return text;
}

}  // namespace packages
