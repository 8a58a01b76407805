#include "services/auth/account_access.hpp"

namespace auth {
namespace {

std::optional<Denial> unless_whole(const Stage stage) {
    switch (stage) {
        case Stage::whole:
            return std::nullopt;
        case Stage::second_factor_required:
            return Denial::second_factor_required;
        case Stage::second_factor_to_set_up:
            return Denial::second_factor_to_set_up;
    }
    return Denial::not_allowed;
}

std::optional<Denial> unless_operator(const Standing& standing) {
    if (standing.role == Role::anonymous) {
        return Denial::session_needed;
    }
    if (standing.role != Role::op || standing.by_api_token) {
        return Denial::not_allowed;
    }
    return standing.session ? unless_whole(*standing.session) : std::nullopt;
}

}  // namespace

std::optional<Denial> denial(const Access access, const Standing& standing) {
    if (access == Access::anyone || access == Access::mailed_secret) {
        return std::nullopt;
    }
    if (access == Access::operators) {
        return unless_operator(standing);
    }
    if (!standing.session) {
        return Denial::session_needed;
    }
    if (access == Access::any_session) {
        return std::nullopt;
    }
    const bool may_lack_one = access == Access::set_up || access == Access::recent_set_up;
    const bool lacks_one = *standing.session == Stage::second_factor_to_set_up;
    if (const auto refused = unless_whole(*standing.session);
        refused && !(may_lack_one && lacks_one)) {
        return refused;
    }
    const bool has_to_be_recent =
        access == Access::recent_set_up || access == Access::recent_session;
    return has_to_be_recent && standing.since_password > recent
               ? std::optional{Denial::sign_in_again}
               : std::nullopt;
}

}  // namespace auth
