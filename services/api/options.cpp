#include "services/api/options.hpp"

#include "indexer/commands/option_kinds.hpp"

#include <algorithm>
#include <stdexcept>

namespace api {
namespace {

using commands::add_option;

CLI::Validator is_contact() {
    return {
        [](const std::string& text) -> std::string {
            const bool plain = std::ranges::all_of(text, [](const char character) {
                return character > ' ' && character <= '~';
            });
            const bool known = text.starts_with("mailto:") || text.starts_with("https://");
            return plain && known ? "" : "is no mailto: or https: address";
        },
        "ADDRESS"};
}

}  // namespace

void add_options(CLI::App& app, Options& options) {
    const CLI::Range milliseconds{1, 3'600'000};
    options.server.add_to(app);
    add_option(app, "database", "DATABASE", options.database, "PostgreSQL connection string");
    add_option(app, "index", "INDEX", options.index, "Folder of the search index");
    add_option(
        app,
        "index-remote",
        "INDEX_REMOTE",
        options.index_remote,
        "Shards behind xapian-tcpsrv, host:port,host:port in their order, in place of the folder"
    )
        ->check(commands::is_remotes());
    add_option(
        app,
        "snapshot",
        "SNAPSHOT",
        options.snapshot,
        "File that keeps the ranking columns from one start to the next; none: they are read from "
        "the database"
    );
    add_option(
        app,
        "tokens",
        "TOKENS",
        options.tokens,
        "File of tokens (deploy/tokens writes it); none: all callers are anonymous"
    )
        ->check(CLI::ExistingFile);
    add_option(
        app,
        "account-key",
        "ACCOUNT_KEY",
        options.account_key,
        "File of the key that seals secrets of accounts (jobscout-account make-key writes it); "
        "none: nobody can sign in"
    )
        ->check(CLI::ExistingFile);
    add_option(
        app,
        "breached-passwords",
        "BREACHED_PASSWORDS",
        options.breached_passwords,
        "File of the SHA-1 of passwords known from breaches, sorted, as Have I Been Pwned gives it "
        "away; none of them is taken. None: the most used of them alone are refused"
    )
        ->check(CLI::ExistingFile);
    add_option(
        app,
        "public-url",
        "PUBLIC_URL",
        options.public_url,
        "Where people find the web pages; for links in mail"
    );
    add_option(
        app,
        "security-contact",
        "SECURITY_CONTACT",
        options.security_contact,
        "Whom to tell of a weakness, for /.well-known/security.txt: a mailto: or https: address; "
        "none: there is no such page"
    )
        ->check(is_contact());
    add_option(
        app, "web", "WEB", options.web, "Folder of the built web pages; none: the API alone"
    );
    app.add_flag(
        "--plain-cookies",
        options.plain_cookies,
        "Cookies without Secure, for a browser on this machine without TLS"
    );
    add_option(
        app,
        "admin-port",
        "ADMIN_PORT",
        options.admin_port,
        "Where a monitor asks for /metrics, /healthz and /readyz; 0 lets the system choose; none: "
        "nowhere"
    );
    add_option(
        app,
        "admin-address",
        "ADMIN_ADDRESS",
        options.admin_address,
        "Of that port; one that is not loopback needs TLS"
    );
    add_option(app, "basis", "BASIS", options.basis, "Rule set by which offers are scored");
    add_option(
        app,
        "rules-folder",
        "RULES_FOLDER",
        options.rules_folder,
        "Folder of rule sets beside those that ship; none: those alone"
    );
    add_option(
        app,
        "statement-timeout-ms",
        "STATEMENT_TIMEOUT_MS",
        options.statement_timeout_ms,
        "For one statement of the database"
    )
        ->check(milliseconds);
    add_option(
        app,
        "refresh-interval-ms",
        "REFRESH_INTERVAL_MS",
        options.refresh_interval_ms,
        "Between looks at what has changed among the postings"
    )
        ->check(milliseconds);
}

std::optional<http::ServerOptions> admin_server(
    const Options& options, const http::ServerOptions& settings
) {
    if (!options.admin_port) {
        return std::nullopt;
    }
    http::ServerOptions admin = settings;
    admin.address = options.admin_address;
    admin.port = *options.admin_port;
    admin.queue.workers = 1;
    admin.rate_per_address = {};
    if (http::is_loopback(admin.address)) {
        admin.tls.reset();
    } else if (!admin.tls) {
        throw std::runtime_error{
            "admin-address: '" + admin.address +
            "' is not a loopback address: that needs tls-certificate"};
    }
    return admin;
}

}  // namespace api
