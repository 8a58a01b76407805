#include "sql/store/invitation_store.hpp"

#include "embedded_queries.hpp"
#include "sql/store/owned.hpp"

namespace store {
namespace {

namespace queries = embedded_queries;
using Invitation = InvitationStore::Invitation;
using Outcome = InvitationStore::Outcome;

Invitation invitation_from(const pqxx::row& row) {
    return {
        .id = row[0].as<std::int64_t>(),
        .candidate_id = row[1].as<std::string>(),
        .owner_id = row[13].as<std::string>(),
        .posting_id = row[2].as<domain::PostingId>(),
        .title = row[3].as<std::string>(),
        .employer = row[4].as<std::string>(),
        .words = row[5].as<std::string>(),
        .invited_at = row[6].as<std::string>(),
        .expires_at = row[7].as<std::string>(),
        .state = row[8].as<std::string>(),
        .answered_at = text_or_nothing(row[9]),
        .reason = row[10].as<std::string>(),
        .agreement_id = row[11].as<std::int64_t>(),
        .alias = text_or_nothing(row[12]).value_or(""),
    };
}

/// The last one of the candidate of this alias.
std::optional<Invitation> last_in(
    pqxx::transaction_base& transaction,
    const Viewer& viewer,
    const std::string& alias,
    const Instant now
) {
    const char* const newest = nullptr;
    const auto found =
        run(transaction,
            queries::list_invitations_of_posting.name,
            viewer.posting,
            viewer.id,
            alias,
            epoch(now),
            newest,
            1);
    return found.empty() ? std::nullopt : std::optional{invitation_from(found.front())};
}

std::optional<Invitation> find_in(
    pqxx::transaction_base& transaction,
    const Owner& owner,
    const std::int64_t id,
    const Instant now
) {
    const char* const any = nullptr;
    const auto found =
        run(transaction, queries::list_invitations.name, owner.id, epoch(now), any, 1, any, id);
    return found.empty() ? std::nullopt : std::optional{invitation_from(found.front())};
}

bool is_answered(
    pqxx::transaction_base& transaction, const Viewer& viewer, const std::string& alias
) {
    constexpr int agreed = 5;
    const auto found =
        run(transaction, queries::find_agreement.name, viewer.posting, alias, viewer.id);
    return !found.empty() && !found[0][agreed].is_null();
}

bool is_interested(
    pqxx::transaction_base& transaction, const Viewer& viewer, const std::string& alias
) {
    const auto last =
        run(transaction, queries::is_interested.name, viewer.posting, alias, viewer.id);
    return !last.empty() && last[0][0].as<bool>();
}

}  // namespace

domain::Result<InvitationStore::Invited> InvitationStore::invite(
    const Viewer& viewer,
    const std::string& alias,
    const std::string& words,
    const Instant now,
    const Instant expires_at
) {
    using Result = domain::Result<Invited>;
    return in_transaction_of(database_, viewer, [&](pqxx::work& transaction) -> Result {
        if (run(transaction, queries::find_shown_by_alias.name, viewer.posting, alias).empty()) {
            return not_found("candidate", alias);
        }
        const auto last = last_in(transaction, viewer, alias, now);
        if (last && (last->state == "open" || last->state == "accepted")) {
            return Invited{.outcome = Outcome::there_already, .invitation = *last};
        }
        if (is_answered(transaction, viewer, alias)) {
            return Invited{.outcome = Outcome::answered};
        }
        if (!is_interested(transaction, viewer, alias)) {
            return Invited{.outcome = Outcome::not_interested};
        }
        run(transaction, queries::ask_for_agreement.name, viewer.posting, alias, viewer.id);
        const auto added =
            run(transaction,
                queries::add_invitation.name,
                viewer.posting,
                alias,
                viewer.id,
                words,
                epoch(now),
                epoch(expires_at));
        return Invited{
            .outcome = added.empty() ? Outcome::there_already : Outcome::made,
            .invitation = last_in(transaction, viewer, alias, now)};
    });
}

std::vector<Invitation> InvitationStore::list(
    const Viewer& viewer,
    const Instant now,
    const std::optional<std::int64_t>& before,
    const std::size_t count
) {
    const char* const any = nullptr;
    const auto from = number_text(before);
    return in_transaction_of(database_, viewer, [&](pqxx::work& transaction) {
        std::vector<Invitation> result;
        for (const auto& row :
             run(transaction,
                 queries::list_invitations_of_posting.name,
                 viewer.posting,
                 viewer.id,
                 any,
                 epoch(now),
                 or_null(from),
                 count)) {
            result.push_back(invitation_from(row));
        }
        return result;
    });
}

std::vector<Invitation> InvitationStore::list(
    const Owner& owner,
    const std::optional<std::string>& candidate_id,
    const Instant now,
    const std::optional<std::int64_t>& before,
    const std::size_t count
) {
    const char* const any = nullptr;
    const auto from = number_text(before);
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) {
        std::vector<Invitation> result;
        for (const auto& row :
             run(transaction,
                 queries::list_invitations.name,
                 owner.id,
                 epoch(now),
                 or_null(from),
                 count,
                 or_null(candidate_id),
                 any)) {
            result.push_back(invitation_from(row));
        }
        return result;
    });
}

domain::Result<Invitation> InvitationStore::answer(
    const Owner& owner,
    const std::int64_t id,
    const Answer& answer,
    const Instant now,
    const Permits& permits
) {
    using Result = domain::Result<Invitation>;
    return in_transaction_of(database_, owner, [&](pqxx::work& transaction) -> Result {
        const auto invitation = find_in(transaction, owner, id, now);
        if (!invitation || !permits(invitation->owner_id, Reach::own)) {
            return not_found("invitation", std::to_string(id));
        }
        note_use(transaction, owner, invitation->candidate_id);
        if (invitation->state == "expired") {
            return domain::Error{
                .kind = domain::ErrorKind::conflict,
                .message = "the invitation has expired",
                .field = "id"};
        }
        run(transaction,
            queries::answer_agreement.name,
            invitation->candidate_id,
            owner.id,
            invitation->agreement_id,
            answer.wording.has_value(),
            or_null(answer.wording));
        run(transaction, queries::give_reason.name, id, answer.reason);
        return *find_in(transaction, owner, id, now);
    });
}

}  // namespace store
