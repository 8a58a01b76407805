#include "indexer/sources/xml_records.hpp"

#include "indexer/sources/lines.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sources {

namespace {

bool ends_a_name(const char character) {
    return std::string_view{" \t\r\n/>"}.find(character) != std::string_view::npos;
}

struct Enclosed {
    std::string_view beginning;
    std::string_view end;
};

/// Markup whose inside is no markup.
constexpr std::array enclosed{
    Enclosed{"<!--", "-->"}, Enclosed{"<![CDATA[", "]]>"}, Enclosed{"<?", "?>"}};

/// Where a declaration (`<!...`) ends, or another begins inside it.
std::size_t declaration_size(const std::string_view text) {
    char quote = '\0';
    for (std::size_t at = 1; at < text.size(); ++at) {
        const char character = text[at];
        if (quote == '\0' && (character == '<' || character == '>')) {
            return at;
        }
        if (quote == '\0' && (character == '"' || character == '\'')) {
            quote = character;
        } else if (character == quote) {
            quote = '\0';
        }
    }
    return text.size();
}

}  // namespace

std::string_view xml_root(const std::string_view head) {
    std::size_t at = 0;
    while ((at = head.find('<', at)) != std::string_view::npos) {
        const auto rest = head.substr(at);
        const auto* const passed = std::ranges::find_if(enclosed, [&rest](const Enclosed& each) {
            return rest.starts_with(each.beginning);
        });
        if (passed != enclosed.end()) {
            at = head.find(passed->end, at);
        } else if (rest.starts_with("<!")) {
            at += declaration_size(rest);
        } else {
            const auto name = rest.substr(1);
            return name.substr(0, std::min(name.find_first_of(" \t\r\n/>"), name.size()));
        }
    }
    return {};
}

std::string_view xml_encoding(const std::string_view head) {
    const auto declaration = head.substr(0, head.find("?>"));
    constexpr std::string_view key{"encoding"};
    const auto at = declaration.find(key);
    if (!head.starts_with("<?xml") || at == std::string_view::npos) {
        return {};
    }
    const auto start = declaration.find_first_of("\"'", at + key.size());
    if (start == std::string_view::npos) {
        return {};
    }
    const auto value = declaration.substr(start + 1);
    return value.substr(0, std::min(value.find(declaration[start]), value.size()));
}

XmlRecords::XmlRecords(
    ByteStream stream, const std::string_view root, const std::string_view record
)
    : stream_{std::move(stream)}, root_{root}, element_{record} {}

std::optional<XmlRecord> XmlRecords::next() {
    while (to_markup()) {
        if (at_tag("<", element_)) {
            return record();
        }
        const bool begins = at_tag("<", root_);
        complete_ = complete_ || at_tag("</", root_);
        if (!through_enclosed() && through_tag()) {
            complete_ = complete_ || (begins && window_[at_ - 2] == '/');
        }
    }
    return std::nullopt;
}

XmlRecord XmlRecords::record() {
    const auto line = line_;
    keeps_ = true;
    through_tag();
    if (taken_.ends_with("/>")) {
        return finish(line, {});
    }
    while (to_markup()) {
        if (at_tag("<", element_)) {
            return finish(line, "the element `" + element_ + "` is never closed");
        }
        if (at_tag("</", element_)) {
            through_tag();
            return finish(line, {});
        }
        if (at_tag("</", root_)) {
            return finish(line, "the element `" + element_ + "` is never closed");
        }
        if (!through_enclosed()) {
            through_tag();
        }
    }
    auto cut_off = finish(line, "the file ends inside the element `" + element_ + "`");
    cut_off.at_end = true;
    return cut_off;
}

XmlRecord XmlRecords::finish(const std::int64_t line, std::string fault) {
    XmlRecord record{.line = line, .text = std::exchange(taken_, {}), .fault = std::move(fault)};
    if (std::exchange(too_long_, false)) {
        record.fault = "the element `" + element_ + "` is longer than " +
                       std::to_string(record_bytes_max) + " bytes";
    }
    if (!record.fault.empty()) {
        record.text = as_text(record.text.substr(0, beginning_bytes));
    }
    keeps_ = false;
    return record;
}

/// Makes the window longer by what the stream gives next, freed of what is taken already.
bool XmlRecords::fill() {
    const auto piece = stream_.next();
    window_.erase(0, at_);
    at_ = 0;
    window_ += piece;
    return !piece.empty();
}

/// Whether so many characters stand ahead.
bool XmlRecords::reach(const std::size_t size) {
    while (window_.size() - at_ < size) {
        if (!fill()) {
            return false;
        }
    }
    return true;
}

void XmlRecords::take(const std::size_t size) {
    const auto text = std::string_view{window_}.substr(at_, size);
    line_ += std::ranges::count(text, '\n');
    if (keeps_) {
        if (taken_.size() + text.size() <= record_bytes_max) {
            taken_ += text;
        } else if (!std::exchange(too_long_, true)) {
            // Nothing more is kept, as the size now stands beyond the limit for good.
            taken_ += text.substr(0, std::min(text.size(), beginning_bytes));
            taken_.resize(std::min(taken_.size(), beginning_bytes));
        }
        keeps_ = !too_long_;
    }
    at_ += text.size();
}

bool XmlRecords::to_markup() {
    while (true) {
        const auto found = window_.find('<', at_);
        take(std::min(found, window_.size()) - at_);
        if (found != std::string::npos) {
            return true;
        }
        if (!fill()) {
            return false;
        }
    }
}

bool XmlRecords::through(const std::string_view end) {
    while (true) {
        const auto found = window_.find(end, at_);
        if (found != std::string::npos) {
            take(found + end.size() - at_);
            return true;
        }
        const auto ahead = window_.size() - at_;
        // The last characters may be the beginning of the end.
        take(ahead - std::min(ahead, end.size() - 1));
        if (!fill()) {
            take(window_.size() - at_);
            return false;
        }
    }
}

/// Takes a comment, CDATA or an instruction, if one stands here. One that is never closed reaches
/// to the end of the file.
bool XmlRecords::through_enclosed() {
    for (const auto& [beginning, end] : enclosed) {
        if (reach(beginning.size()) && window_.compare(at_, beginning.size(), beginning) == 0) {
            take(beginning.size());
            through(end);
            return true;
        }
    }
    return false;
}

/// Takes a tag or a declaration. As `<` may not stand inside a tag, the next one ends a tag that is
/// never closed, and a quote that is never closed with it.
bool XmlRecords::through_tag() {
    const bool declaration = reach(2) && window_[at_ + 1] == '!';
    char quote = '\0';
    take(1);
    for (std::size_t size = 0;; ++size) {
        if (!reach(size + 1) || size > record_bytes_max) {
            take(size);
            return false;
        }
        const char character = window_[at_ + size];
        if (character == '<' && !(declaration && quote != '\0')) {
            take(size);
            return false;
        }
        if (character == '>' && quote == '\0') {
            take(size + 1);
            return true;
        }
        if (quote == '\0' && (character == '"' || character == '\'')) {
            quote = character;
        } else if (character == quote) {
            quote = '\0';
        }
    }
}

bool XmlRecords::at_tag(const std::string_view opening, const std::string_view name) {
    const auto size = opening.size() + name.size();
    return reach(size + 1) && window_.compare(at_, opening.size(), opening) == 0 &&
           window_.compare(at_ + opening.size(), name.size(), name) == 0 &&
           ends_a_name(window_[at_ + size]);
}

}  // namespace sources
