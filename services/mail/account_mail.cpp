#include "services/mail/account_mail.hpp"

#include "services/wire/messages.hpp"
#include "services/wire/vocabulary.hpp"

#include <cassert>

namespace mail {

std::string_view code_of(const Notice notice) {
    switch (notice) {
        case Notice::confirm_email:
            return "confirm_email";
        case Notice::account_exists:
            return "account_exists";
        case Notice::reset_password:
            return "reset_password";
        case Notice::invitation:
            return "invitation";
        case Notice::password_changed:
            return "password_changed";
        case Notice::second_factor_added:
            return "second_factor_added";
        case Notice::second_factor_removed:
            return "second_factor_removed";
        case Notice::recovery_codes_replaced:
            return "recovery_codes_replaced";
        case Notice::account_deleted:
            return "account_deleted";
    }
    assert(false);
    return "";
}

store::Mail compose(const AccountMail& mail) {
    const std::string code = "mail." + std::string{code_of(mail.notice)};
    return {
        .recipient = mail.recipient,
        .language = std::string{wire::name_of(wire::language_names, mail.language)},
        .subject = wire::text(mail.language, code + ".subject", {{"firm", mail.firm}}),
        .body =
            wire::text(mail.language, code + ".body", {{"link", mail.link}, {"firm", mail.firm}}) +
            "\n\n" + wire::text(mail.language, "mail.signature") + "\n",
        .unsubscribe_url = std::nullopt,
    };
}

}  // namespace mail
