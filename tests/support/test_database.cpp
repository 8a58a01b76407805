#include "tests/support/test_database.hpp"

#include "sql/store/migrations.hpp"
#include "sql/store/reference.hpp"
#include "sql/store/sha256.hpp"
#include "tests/support/temporary_folder.hpp"

#include <pqxx/pqxx>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <random>
#include <stdexcept>

namespace support {
namespace {

/// What a command prints, without the newline at its end.
std::string output_of(const std::string& command) {
    FILE* const pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) {
        throw std::runtime_error{"cannot run " + command};
    }
    std::string output;
    std::array<char, 256> buffer{};
    while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) {
        output += buffer.data();
    }
    if (pclose(pipe) != 0) {
        throw std::runtime_error{"failed: " + command};
    }
    return output.substr(0, output.find('\n'));
}

class Cluster {
public:
    Cluster() : socket_{output_of(command("start") + " --throwaway")} {}
    ~Cluster() {
        // Nobody is left to tell if it does not stop.
        [[maybe_unused]] const int status = std::system(command("stop").c_str());
    }
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;

    const std::string& socket() const { return socket_; }

private:
    std::string command(const std::string& verb) const {
        return "'" REPOSITORY_ROOT "/deploy/cluster' " + verb + " '" + folder_.path().string() +
               "'";
    }

    TemporaryFolder folder_;
    std::string socket_;
};

/// The folder of the server's socket. The cluster lives as long as the program.
const std::string& server_socket() {
    static const char* const given = std::getenv("JOBSCOUT_TEST_SOCKET");
    if (given != nullptr) {
        static const std::string socket{given};
        return socket;
    }
    static const Cluster own;
    return own.socket();
}

void execute(const std::string& sql) {
    pqxx::connection connection{conninfo("postgres")};
    pqxx::nontransaction{connection}.exec(sql);
}

/// Another name for every other contents, so that a template is never out of date.
std::string template_name() {
    std::string contents;
    for (const auto& migration : store::migrations()) {
        contents += migration.sql;
    }
    for (const auto& table : store::reference_tables()) {
        contents += table.rows;
    }
    return "jobscout_template_" + store::sha256(contents).substr(0, 12);
}

/// Makes the template unless it is there. Several test programs may want it at once: one makes it
/// under another name, the others wait for the lock and find it.
std::string make_template() {
    const std::string name = template_name();
    const std::string unfinished = name + "_unfinished";
    pqxx::connection connection{conninfo("postgres")};
    pqxx::nontransaction session{connection};
    session.exec("SELECT pg_advisory_lock(hashtext('jobscout.template'))");
    if (session.exec("SELECT 1 FROM pg_database WHERE datname = '" + name + "'").empty()) {
        session.exec("DROP DATABASE IF EXISTS " + unfinished + " WITH (FORCE)");
        store::migrate(conninfo(unfinished)).value();
        session.exec("ALTER DATABASE " + unfinished + " RENAME TO " + name);
    }
    return name;
}

const std::string& migrated_template() {
    static const std::string name = make_template();
    return name;
}

std::string unique_name() {
    std::random_device random;
    return "jobscout_test_" + std::to_string(random()) + "_" + std::to_string(random());
}

}  // namespace

std::string conninfo(const std::string& database, const std::string& role) {
    return "host=" + server_socket() + " user=" + role + " dbname=" + database;
}

TestDatabase::TestDatabase(const Contents contents) : name_{unique_name()} {
    execute(
        "CREATE DATABASE " + name_ + " TEMPLATE " +
        (contents == Contents::migrated ? migrated_template() : "template0") +
        " STRATEGY file_copy"  // Half the time of copying it through the log, where nothing syncs.
    );
}

TestDatabase::~TestDatabase() {
    try {
        execute("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
    } catch (const std::exception& error) {
        std::fprintf(stderr, "cannot drop %s: %s\n", name_.c_str(), error.what());
    }
}

std::string TestDatabase::conninfo(const std::string& role) const {
    return support::conninfo(name_, role);
}

}  // namespace support
