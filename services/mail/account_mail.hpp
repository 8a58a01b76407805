#pragma once

#include "matcher/domain/language.hpp"
#include "sql/store/mail.hpp"

#include <cstdint>
#include <string>
#include <string_view>

/// Mail about an account itself, in the words of services/wire/messages.
namespace mail {

/// What it tells, by the code of its messages `mail.<code>.subject` and `mail.<code>.body`.
enum class Notice : std::uint8_t {
    confirm_email,   ///< With a link.
    account_exists,  ///< Somebody registers an address that has an account; with a link.
    reset_password,  ///< With a link.
    invitation,      ///< To an advisor of a firm; with a link.
    password_changed,
    second_factor_added,
    second_factor_removed,
    recovery_codes_replaced,
    account_deleted,
};

struct AccountMail {
    Notice notice;
    std::string recipient;
    domain::OfficialLanguage language;
    std::string link = {};  ///< Where the words have one.
    std::string firm = {};  ///< Of an invitation.
};

store::Mail compose(const AccountMail& mail);

/// Name of the messages of a notice.
std::string_view code_of(Notice notice);

}  // namespace mail
