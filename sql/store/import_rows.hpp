#pragma once

#include "sql/store/import_store.hpp"

#include <pqxx/pqxx>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace store {

/// Writes the rows of one import with COPY, some thousand at a time, and counts them.
class ImportRows {
public:
    ImportRows(pqxx::work& transaction, const NewImport& about, std::int64_t import_id);

    void take(ImportItem item);
    void flush();

    std::int64_t rows() const { return rows_; }
    std::int64_t refused() const { return refused_; }
    std::int64_t left_out() const { return left_out_; }
    const std::map<std::string, std::int64_t>& passed_over() const { return passed_over_; }

private:
    void write_rows();
    void write_refused();

    pqxx::work& transaction_;
    const NewImport& about_;
    std::string import_id_;
    std::vector<ImportedRow> waiting_;
    std::vector<Refused> waiting_refused_;
    std::int64_t rows_ = 0;
    std::int64_t refused_ = 0;
    std::int64_t left_out_ = 0;
    std::map<std::string, std::int64_t> passed_over_;
};

}  // namespace store
