#pragma once

#include "matcher/domain/date.hpp"
#include "services/packages/process.hpp"

#include <string>
#include <vector>

namespace packages {

/// A page to be printed.
struct Page {
    std::string name;  ///< Letters alone.
    std::string html;
};

struct Pdf {
    std::string bytes;
    int pages = 0;
};

/// The programs that make documents of pages: WeasyPrint (PDF/UA-1, tagged) and pandoc (DOCX). Each
/// run has a folder of its own. The same pages and day give the same bytes. Throw
/// std::runtime_error, as run_tool() does, where a program fails or is not there.
struct DocumentTools {
    std::filesystem::path folder = std::filesystem::temp_directory_path();
    ToolLimits limits;
};

struct Printed {
    std::vector<Pdf> pdfs;  ///< One for each page.
    std::string version;    ///< Of WeasyPrint.
};
Printed print(const DocumentTools& tools, const std::vector<Page>& pages, domain::Date day);

/// One for each page.
std::vector<std::string> word_documents(
    const DocumentTools& tools, const std::vector<Page>& pages, domain::Date day
);

/// The version of pandoc, which is asked once.
const std::string& pandoc_version(const DocumentTools& tools);

}  // namespace packages
