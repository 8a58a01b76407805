#include "services/packages/sheet_writer.hpp"

#include <utility>

namespace packages {
namespace {

Sentence sentence(std::string words) {
    return {.code = {}, .claims = {}, .text = std::move(words)};
}

}  // namespace

std::string advisor_text(const Order& order) {
    if (!order.advisor) {
        return {};
    }
    const Advisor& advisor = *order.advisor;
    return wire::text(
        order.kept,
        "package.advisor." +
            std::string{document::name_of<Standing>(standing_names, advisor.standing)},
        {{"firm", clean(advisor.firm)}, {"number", clean(advisor.licence_number)}}
    );
}

SheetWriter::SheetWriter(const std::string& title, const Order& order) : language_{order.kept} {
    const Facts& facts = order.facts;
    sheet_.title = text(title);
    sheet_.language = language_;
    add(Style::name, text(title));
    std::string about = clean(domain::called(facts.posting()));
    if (!facts.posting().hiring_organization.empty()) {
        about += " · " + clean(facts.posting().hiring_organization);
    }
    add(Style::headline, std::move(about));
    add(Style::contact, text("as_of", {{"date", facts.as_of()}}));
    add(Style::contact, advisor_text(order));
}

std::string SheetWriter::text(const std::string& code, const wire::Arguments& arguments) const {
    return wire::text(language_, "package.sheet." + code, arguments);
}

void SheetWriter::add(const Style style, std::string words) {
    words = clean(words);
    if (!words.empty()) {
        sheet_.blocks.push_back({.style = style, .sentences = {sentence(std::move(words))}});
    }
}

void SheetWriter::row(const std::string& what, std::string words) {
    words = clean(words);
    if (!words.empty()) {
        sheet_.blocks.push_back(
            {.style = Style::row,
             .sentences = {sentence(clean(what)), sentence(std::move(words))},
             .joint = ": "}
        );
    }
}

void SheetWriter::point(std::string what, const std::string& words) {
    if (words.empty()) {
        add(Style::bullet, std::move(what));
        return;
    }
    sheet_.blocks.push_back(
        {.style = Style::point,
         .sentences = {sentence(clean(what)), sentence(clean(words))},
         .joint = " "}
    );
}

}  // namespace packages
