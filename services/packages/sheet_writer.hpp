#pragma once

#include "services/packages/package.hpp"
#include "services/wire/messages.hpp"

#include <string>

namespace packages {

/// The firm that a package comes from and what its advisor states to be; empty where the candidate
/// asked for it.
std::string advisor_text(const Order& order);

/// A sheet as it is written, block by block, in the language that is kept. It begins with its
/// title, the posting, the day, and the firm that it comes from.
class SheetWriter {
public:
    SheetWriter(const std::string& title, const Order& order);

    /// `package.sheet.<code>` of the messages.
    std::string text(const std::string& code, const wire::Arguments& arguments = {}) const;

    // Nothing comes of empty words.
    void add(Style style, std::string words);
    void heading(const std::string& code) { add(Style::heading, text(code)); }
    void row(const std::string& what, std::string words);
    void named_row(const std::string& code, std::string words) {
        row(text(code), std::move(words));
    }
    /// A bullet, with what there is to add to it.
    void point(std::string what, const std::string& words);

    Document done() && { return std::move(sheet_); }
    domain::OfficialLanguage language() const { return language_; }

private:
    domain::OfficialLanguage language_;
    Document sheet_;
};

}  // namespace packages
