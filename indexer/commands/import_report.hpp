#pragma once

#include "sql/store/import_store.hpp"

#include <string>
#include <vector>

namespace commands {

struct ImportReport {
    store::ImportOutcome outcome;
    store::Commit commit = store::Commit::real;
    double seconds = 0;
};

struct RevertReport {
    store::RevertOutcome outcome;
    store::Commit commit = store::Commit::real;
};

std::string text(const ImportReport& report);
std::string json(const ImportReport& report);

std::string text(const RevertReport& report);
std::string json(const RevertReport& report);

std::string text(const std::vector<store::Import>& imports);
std::string json(const std::vector<store::Import>& imports);

}  // namespace commands
