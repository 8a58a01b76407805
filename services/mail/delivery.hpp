#pragma once

#include "services/mail/message.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace mail {

/// A mail, and what names it.
struct Letter {
    std::int64_t id = 0;
    store::Instant date;
    store::Mail mail;
};

/// Sends a letter. Throws std::runtime_error where that fails, without an address in its words:
/// store::MailStore::MayBeSent where the server had all of it and has not answered.
using Delivery = std::function<void(const Letter&)>;

/// Writes each letter to a file `<id>.eml` of the folder, for its owner alone; makes the folder
/// where there is none.
Delivery into_folder(std::filesystem::path folder, Sender sender);

struct SmtpOptions {
    std::string url;   ///< `smtp://host:587` or `smtps://host:465`.
    std::string user;  ///< Empty: nobody signs in.
    std::string password;
    bool tls_required = true;  ///< smtp:// goes on only after STARTTLS.
    std::chrono::milliseconds timeout{30'000};
};

/// Hands each letter to an SMTP server (RFC 5321), over a connection of its own.
Delivery by_smtp(SmtpOptions options, Sender sender);

}  // namespace mail
