#pragma once

#include <string>

namespace support {

/// A PostgreSQL database of one test's own, dropped when this object goes. The server is that of
/// JOBSCOUT_TEST_SOCKET, else one that this program starts on first use and stops at its end.
class TestDatabase {
public:
    enum class Contents {
        migrated,  ///< Every migration and reference table: a clone of a template, in 0.1 s.
        empty,
    };

    explicit TestDatabase(Contents contents = Contents::migrated);
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    /// Connects as the superuser, or as one of the program's roles: `jobscout_api`.
    std::string conninfo(const std::string& role = "postgres") const;

    const std::string& name() const { return name_; }

private:
    std::string name_;
};

/// Connects to a database of the test server, which need not exist.
std::string conninfo(const std::string& database, const std::string& role = "postgres");

}  // namespace support
