#include "indexer/normalise/quote.hpp"

#include "matcher/domain/posting.hpp"

#include <algorithm>

namespace normalise {
namespace {

bool continues_a_character(const char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

}  // namespace

std::vector<std::string_view> sentences_of(const std::string_view text) {
    std::vector<std::string_view> sentences;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char character = text[at];
        const bool stop =
            character == '.' || character == '!' || character == '?' || character == ';';
        const bool last = at + 1 == text.size();
        const bool ends = character == '\n' ||
                          (stop && (last || text[at + 1] == ' ' || text[at + 1] == '\n')) ||
                          text.substr(at).starts_with("\xE2\x80\xA2");
        if (ends || last) {
            sentences.push_back(text.substr(begin, at + 1 - begin));
            begin = at + 1;
        }
    }
    return sentences;
}

std::string quote_around(const std::string_view sentence, const std::size_t mention) {
    constexpr std::size_t bytes_max = domain::quote_max;
    if (sentence.size() <= bytes_max) {
        return std::string{sentence};
    }
    std::size_t begin = mention > bytes_max / 2 ? mention - bytes_max / 2 : 0;
    begin = std::min(begin, sentence.size() - bytes_max);
    if (const std::size_t space = sentence.find(' ', begin); begin > 0 && space < mention) {
        begin = space + 1;
    }
    std::size_t end = std::min(begin + bytes_max, sentence.size());
    if (end < sentence.size()) {
        const std::size_t space = sentence.rfind(' ', end);
        if (space != std::string_view::npos && space > begin) {
            end = space;
        }
    }
    // A word longer than the quote is cut, though not through a character.
    while (begin < end && continues_a_character(sentence[begin])) {
        ++begin;
    }
    while (end > begin && end < sentence.size() && continues_a_character(sentence[end])) {
        --end;
    }
    return std::string{sentence.substr(begin, end - begin)};
}

}  // namespace normalise
