#include "services/packages/document.hpp"

namespace packages {
namespace {

bool begins_a_part(const Style style) {
    return style == Style::heading || style == Style::entry || style == Style::date ||
           style == Style::subject || style == Style::paragraph || style == Style::note;
}

std::string line_of(const Block& block) {
    const bool listed = block.style == Style::bullet || block.style == Style::point;
    return (listed ? "- " : "") + text_of(block);
}

}  // namespace

std::string text_of(const Block& block) {
    std::string text;
    for (const Sentence& sentence : block.sentences) {
        text.append(text.empty() ? "" : block.joint).append(sentence.text);
    }
    return text;
}

std::string plain_text(const Document& document) {
    std::string text;
    const Block* before = nullptr;
    for (const Block& block : document.blocks) {
        const bool of_entry =
            before != nullptr && before->style == Style::heading && block.style != Style::heading;
        const bool after_bullets =
            before != nullptr && before->style != block.style &&
            (before->style == Style::bullet || before->style == Style::point);
        const bool address =
            block.style == Style::address && (before == nullptr || before->style != Style::address);
        if (before != nullptr && !of_entry &&
            (begins_a_part(block.style) || after_bullets || address)) {
            text += '\n';
        }
        text += line_of(block);
        text += '\n';
        before = &block;
    }
    return text;
}

}  // namespace packages
