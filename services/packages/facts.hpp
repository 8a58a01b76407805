#pragma once

#include "matcher/domain/candidate.hpp"
#include "matcher/domain/date.hpp"
#include "matcher/domain/posting.hpp"
#include "services/packages/document.hpp"
#include "services/wire/messages.hpp"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace packages {

/// A day, or as much of it as was said.
struct SaidDate {
    int year = 0;
    int month = 0;  ///< 0: not said.
    auto operator<=>(const SaidDate&) const = default;
};

/// `2021`, `2021-03` or `2021-03-15`.
std::optional<SaidDate> said_date(std::string_view text);

/// The words without what is no text: control characters and marks that turn the direction of
/// others around, and with single spaces between them.
std::string clean(std::string_view text);

/// Whether that is all a text has.
bool is_blank(std::string_view text);

/// What a package may speak of: the candidate's document, the posting, and the day.
class Facts {
public:
    Facts(
        const boost::json::object& candidate,
        domain::Candidate read,  ///< The same document, as services/wire reads it.
        const domain::Posting& posting,
        domain::Date as_of
    );

    /// The value of an id; null where there is none.
    const boost::json::value* find(std::string_view id) const;

    /// Its text; empty where it is none.
    std::string words(std::string_view id) const;

    /// What fills the place of a claim; nothing where a fact is not there or has not that form.
    std::optional<wire::Argument> said(const Claim& claim, domain::OfficialLanguage language) const;

    /// The sentence of a template; nothing where a claim cannot be said.
    std::optional<Sentence> sentence(
        std::string code, std::vector<Claim> claims, domain::OfficialLanguage language
    ) const;

    /// One fact by itself.
    std::optional<Sentence> sentence(std::string id, Form form, domain::OfficialLanguage language)
        const;

    const boost::json::object& candidate() const { return candidate_.get_object(); }
    const domain::Candidate& read() const { return read_; }
    const domain::Posting& posting() const { return posting_; }
    domain::Date as_of() const { return as_of_; }

private:
    std::optional<std::string> text(
        const std::string& id, Form form, domain::OfficialLanguage language
    ) const;
    std::optional<std::int64_t> years_worked(const std::vector<std::string>& jobs) const;
    const domain::LanguageTest* test(std::string_view id) const;

    boost::json::value candidate_;
    domain::Candidate read_;
    domain::Posting posting_;
    boost::json::value posting_document_;
    boost::json::value day_;
    domain::Date as_of_;
};

}  // namespace packages
