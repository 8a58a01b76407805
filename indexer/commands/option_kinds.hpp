#pragma once

#include "indexer/search/location.hpp"
#include "matcher/document/named.hpp"
#include "matcher/domain/date.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <map>
#include <string>

/// How the options of all programs are told and read.
namespace commands {

/// The environment variable that names the file of add_configuration().
inline constexpr const char* configuration_variable = "JOBSCOUT_CONFIG";

/// `--config FILE`, else the file that the environment names: `name = value` for options of the
/// program, and for those of the others, which are passed over. CLI11 reads the file before it
/// looks at the environment, so that an envname() comes too late; null: the environment names none.
inline void add_configuration(CLI::App& app, const char* config) {
    const bool has_config = config != nullptr && *config != '\0';
    app.set_config(
        "--config",
        has_config ? config : "",
        "File of options, `name = value` (Env:JOBSCOUT_CONFIG)",
        has_config
    );
    // `true` would also pass over unknown options of the command line.
    app.allow_config_extras(CLI::config_extras_mode::ignore_all);
}

/// Whether a connection string has a password in it.
inline bool has_password(const std::string_view conninfo) {
    const std::size_t scheme = conninfo.find("://");
    const std::string_view authority =
        scheme == conninfo.npos ? "" : conninfo.substr(scheme + 3, conninfo.find('@') - scheme - 3);
    return conninfo.find("password=") != conninfo.npos ||
           conninfo.find("password =") != conninfo.npos ||
           (conninfo.find('@') != conninfo.npos && authority.find(':') != authority.npos);
}

/// Everybody on the machine reads the arguments of a program. Throws CLI::ValidationError, which
/// does not repeat them, where a password stands among them.
inline void refuse_passwords(const int argument_count, const char* const* arguments) {
    for (int i = 1; i < argument_count; ++i) {
        if (has_password(arguments[i])) {
            throw CLI::ValidationError{
                "a password stands on the command line: JOBSCOUT_DATABASE, the file of --config "
                "and "
                "PGPASSFILE are the places for it"};
        }
    }
}

/// `--name`, environment variable `JOBSCOUT_<variable>`, and the default that --help shows.
template <class T>
CLI::Option* add_option(
    CLI::App& app,
    const std::string& name,
    const std::string& variable,
    T& value,
    const std::string& meaning
) {
    return app.add_option("--" + name, value, meaning)
        ->envname("JOBSCOUT_" + variable)
        ->capture_default_str();
}

/// The words of a table as an option's values.
template <class E, std::size_t N>
CLI::CheckedTransformer one_of(const std::array<document::Named<E>, N>& names) {
    std::map<std::string, E> values;
    for (const document::Named<E>& named : names) {
        values.emplace(named.name, named.value);
    }
    return CLI::CheckedTransformer{values};
}

/// A day, YYYY-MM-DD.
inline CLI::Validator is_day() {
    return {
        [](const std::string& text) {
            const auto day = domain::parse_date(text);
            return day ? "" : day.error().message;
        },
        "DAY"};
}

/// Servers of shards, `host:port,host:port`.
inline CLI::Validator is_remotes() {
    return {
        [](const std::string& text) {
            const auto remotes = search::parse_remotes(text);
            return remotes ? "" : remotes.error().message;
        },
        "HOST:PORT,..."};
}

}  // namespace commands
