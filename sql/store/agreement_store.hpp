#pragma once

#include "sql/store/consent_store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace store {

/// Employers who ask who a candidate is, and what each candidate answers that one employer for that
/// one posting. Refusals: not_found where there is none for who asks.
class AgreementStore {
public:
    explicit AgreementStore(Database& database) : database_{database} {}

    struct Agreement {
        std::int64_t id = 0;
        domain::PostingId posting_id = 0;
        std::string employer;  ///< As it was called when it asked.
        std::string asked_at;  ///< RFC 3339, UTC.
        std::optional<std::string> answered_at;
        std::optional<bool> agreed;          ///< Nothing until there is an answer.
        std::optional<std::string> wording;  ///< The key of the words agreed to.
        std::optional<std::string> title;    ///< Of the posting while it is served.
    };

    /// What the candidate of this alias has answered; asked now where not before.
    domain::Result<Agreement> ask(const Viewer& viewer, const std::string& alias);

    /// Which of the candidates of these aliases have been asked, and what they have answered.
    std::vector<std::pair<std::string, Agreement>> asked(
        const Viewer& viewer, const std::vector<std::string>& aliases
    );

    /// Whether the candidate of this alias has answered yes.
    bool has_agreed(const Viewer& viewer, const std::string& alias);

    struct Contact {
        std::optional<std::string> name;
        std::optional<std::string> email;
        std::optional<std::string> phone;
    };

    /// Who the candidate of this alias is, if they agreed to that, and notes that it was told:
    /// PostgreSQL tells nobody without the note.
    domain::Result<Contact> contact(const Viewer& viewer, const std::string& alias);

    /// Who has asked about the owner's candidate, newest first.
    domain::Result<std::vector<Agreement>> list(const Owner& owner, const std::string& id);

    /// The answer can be changed at any time; `wording` where it is yes.
    domain::Result<Agreement> answer(
        const Owner& owner,
        const std::string& id,
        std::int64_t request,
        const std::optional<std::string>& wording
    );

private:
    Database& database_;
};

}  // namespace store
