// jobscout-account: what an operator does about accounts on the machine itself: the first operator
// cannot be made by another one. A password comes on standard input, never as an argument, which
// others on the machine could read.
// Exit status: 0 done, 1 refused, 2 wrong usage or the surroundings failed.

#include "indexer/commands/option_kinds.hpp"
#include "services/auth/email.hpp"
#include "services/auth/password.hpp"
#include "services/auth/secret_key.hpp"
#include "services/breaches/breached_passwords.hpp"
#include "sql/store/account_store.hpp"

#include <CLI/CLI.hpp>

#include <chrono>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

namespace {

using commands::add_option;

struct Options {
    std::string database = "host=/run/postgresql dbname=jobscout";
    std::string email;
    std::string role = "operator";
    std::string language = "en";
    std::string key_file;
    std::string breached_passwords;
};

store::Instant now_utc() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

store::Database database(const Options& options) {
    return store::Database{
        {.conninfo = store::with_default_role(options.database, "jobscout_owner"),
         .connections_max = 1}};
}

int refuse(const std::string& why) {
    std::cerr << "jobscout-account: " << why << '\n';
    return 1;
}

std::string_view words_for(const auth::PasswordFault fault) {
    switch (fault) {
        case auth::PasswordFault::too_short:
            return "the password is too short";
        case auth::PasswordFault::too_long:
            return "the password is too long";
        case auth::PasswordFault::breached:
            return "the password is known from a breach";
        case auth::PasswordFault::common:
            return "the password is among those that are tried first";
        case auth::PasswordFault::of_account:
            return "the password is little more than the address or the name of this service";
    }
    return "";
}

/// Whoever runs this answers for the address, so that no mail has to confirm it.
int create(const Options& options) {
    const auto email = auth::email_address(options.email);
    if (!email) {
        return refuse(email.error().message);
    }
    std::string password;
    if (!std::getline(std::cin, password)) {
        return refuse("there is no password on standard input");
    }
    auth::IsBreached is_breached;
    if (!options.breached_passwords.empty()) {
        auto known = breaches::Passwords::open(options.breached_passwords);
        if (!known) {
            return refuse(known.error().message);
        }
        is_breached = [known = *std::move(known)](const std::string_view text) {
            return known.contains(text);
        };
    }
    if (const auto fault = auth::password_fault(password, *email, is_breached)) {
        return refuse(std::string{words_for(*fault)});
    }
    store::Database owned = database(options);
    const auto id = store::AccountStore{owned}.add(
        {.email = *email,
         .role = options.role,
         .password_hash = auth::hash_password(password),
         .language = options.language,
         .verified = true},
        now_utc()
    );
    if (!id) {
        return refuse("there is an account with this address");
    }
    std::cout << *id << '\n';
    return 0;
}

int disable(const Options& options) {
    const auto email = auth::email_address(options.email);
    if (!email) {
        return refuse(email.error().message);
    }
    store::Database owned = database(options);
    return store::AccountStore{owned}.disable(*email, now_utc())
               ? 0
               : refuse("there is no account with this address");
}

/// What a key has sealed no other one opens, so a file that is there is left alone.
int make_key(const Options& options) {
    if (std::filesystem::exists(options.key_file)) {
        return refuse("the file is there already");
    }
    std::ofstream file{options.key_file};
    std::filesystem::permissions(
        options.key_file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write
    );
    file << auth::SecretKey::generate() << '\n';
    file.close();
    if (!file) {
        throw std::runtime_error{"cannot write the file"};
    }
    return 0;
}

}  // namespace

int main(const int argument_count, char** arguments) try {
    CLI::App app{"Accounts of Job Scout, on the machine itself"};
    Options options;
    // NOLINTNEXTLINE(concurrency-mt-unsafe): one thread
    commands::add_configuration(app, std::getenv(commands::configuration_variable));
    add_option(app, "database", "DATABASE", options.database, "PostgreSQL connection string");
    app.require_subcommand(1);
    auto* const creating = app.add_subcommand(
        "create", "Make an account whose password is the first line of standard input"
    );
    creating->add_option("--email", options.email, "Its address")->required();
    creating->add_option("--role", options.role, "operator, reviewer or employer")
        ->capture_default_str()
        ->check(CLI::IsMember{{"operator", "reviewer", "employer"}});
    creating->add_option("--language", options.language, "Of its mail")
        ->capture_default_str()
        ->check(CLI::IsMember{{"en", "fr"}});
    add_option(
        *creating,
        "breached-passwords",
        "BREACHED_PASSWORDS",
        options.breached_passwords,
        "File of passwords known from breaches, as jobscout-api takes it"
    )
        ->check(CLI::ExistingFile);
    auto* const disabling =
        app.add_subcommand("disable", "Let nobody sign in to an account, and end its sessions");
    disabling->add_option("--email", options.email, "Its address")->required();
    auto* const making = app.add_subcommand(
        "make-key", "Write the key that seals secrets of accounts to a new file"
    );
    making->add_option("file", options.key_file, "The file")->required();
    try {
        commands::refuse_passwords(argument_count, arguments);
        app.parse(argument_count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (*creating) {
        return create(options);
    }
    return *disabling ? disable(options) : make_key(options);
} catch (const std::exception& error) {
    std::cerr << "jobscout-account: " << error.what() << '\n';
    return 2;
}
