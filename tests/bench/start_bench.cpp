// How long the ranking columns take from the start of a program until they can be asked, against a
// database that is there already:
//
//     start_bench CONNINFO FILE
//
// first with no file, from the store; then from the file that this has left at FILE.

#include "services/matching/snapshot_keeper.hpp"
#include "sql/store/database.hpp"

#include <chrono>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(const Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// A program's whole way, from its first connection to the first snapshot.
void start(const std::string& conninfo, const std::string& file, const std::string& what) {
    const auto begin = Clock::now();
    store::Database database{{.conninfo = conninfo}};
    store::PostingStore postings{database};
    matching::SnapshotKeeper keeper{
        postings,
        {.path = file,
         .access = matching::SnapshotKeeper::Access::read_and_write,
         .warn = [](const std::string& why) { std::cout << why << '\n'; }}};
    keeper.refresh();
    std::cout << what << ": " << seconds_since(begin) << " s, " << keeper.current()->rows().size()
              << " rows\n";
    const auto ready = Clock::now();
    keeper.save();
    std::cout << "  at the end: " << seconds_since(ready) << " s\n";
}

}  // namespace

int main(const int argument_count, char** arguments) try {
    if (argument_count != 3) {
        std::cerr << "start_bench CONNINFO FILE\n";
        return 2;
    }
    const std::string conninfo = arguments[1];
    const std::string file = arguments[2];
    std::filesystem::remove(file);
    start(conninfo, "", "from the store");
    start(conninfo, file, "from the store, and written to the file");
    for (int turn = 0; turn < 3; ++turn) {
        start(conninfo, file, "from the file");
    }
    std::cout << std::filesystem::file_size(file) << " bytes\n";
    return 0;
} catch (const std::exception& error) {
    std::cerr << "start_bench: " << error.what() << '\n';
    return 2;
}
