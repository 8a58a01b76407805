#include "services/packages/document_tools.hpp"

#include "indexer/zip/zip_writer.hpp"

#include <embedded_templates.hpp>
#include <sstream>
#include <stdexcept>

namespace packages {
namespace {

constexpr const char* python = "/usr/bin/python3";
constexpr const char* pandoc = "/usr/bin/pandoc";

/// https://reproducible-builds.org/docs/source-date-epoch/
std::vector<std::string> made_on(const domain::Date day) {
    const auto seconds = std::chrono::seconds{day.time_since_epoch()}.count();
    return {"SOURCE_DATE_EPOCH=" + std::to_string(seconds)};
}

void write(const PrivateFolder& folder, const std::vector<Page>& pages) {
    for (const Page& page : pages) {
        folder.write(page.name + ".html", page.html);
    }
}

/// An empty document with our styles and a page of Letter size.
const std::string& reference_document() {
    static const std::string document = zip::archive_of(
        {{"[Content_Types].xml", std::string{embedded_templates::word_content_types.text}},
         {"_rels/.rels", std::string{embedded_templates::word_package_relations.text}},
         {"word/document.xml", std::string{embedded_templates::word_document.text}},
         {"word/_rels/document.xml.rels", std::string{embedded_templates::word_relations.text}},
         {"word/styles.xml", std::string{embedded_templates::word_styles.text}}}
    );
    return document;
}

}  // namespace

Printed print(const DocumentTools& tools, const std::vector<Page>& pages, const domain::Date day) {
    const PrivateFolder folder{tools.folder};
    folder.write("render_pdf.py", embedded_templates::render_pdf.text);
    write(folder, pages);
    std::vector<std::string> arguments{python, "-I", "render_pdf.py"};
    for (const Page& page : pages) {
        arguments.push_back(page.name);
    }
    std::istringstream answer{run_tool(
        {.arguments = std::move(arguments),
         .environment = made_on(day),
         .folder = folder.path(),
         .limits = tools.limits}
    )};
    Printed printed;
    std::getline(answer, printed.version);
    for (const Page& page : pages) {
        Pdf pdf{.bytes = folder.read(page.name + ".pdf"), .pages = 0};
        if (!(answer >> pdf.pages)) {
            throw std::runtime_error{"WeasyPrint has not told how many pages there are"};
        }
        printed.pdfs.push_back(std::move(pdf));
    }
    return printed;
}

std::vector<std::string> word_documents(
    const DocumentTools& tools, const std::vector<Page>& pages, const domain::Date day
) {
    const PrivateFolder folder{tools.folder};
    folder.write("reference.docx", reference_document());
    write(folder, pages);
    std::vector<std::string> documents;
    for (const Page& page : pages) {
        run_tool(
            {.arguments =
                 {pandoc,
                  "--from=html",
                  "--to=docx",
                  "--reference-doc=reference.docx",
                  "--output=" + page.name + ".docx",
                  page.name + ".html"},
             .environment = made_on(day),
             .folder = folder.path(),
             .limits = tools.limits}
        );
        documents.push_back(folder.read(page.name + ".docx"));
    }
    return documents;
}

const std::string& pandoc_version(const DocumentTools& tools) {
    static const std::string version = [&] {
        const PrivateFolder folder{tools.folder};
        const std::string told = run_tool(
            {.arguments = {pandoc, "--version"},
             .environment = {},
             .folder = folder.path(),
             .limits = tools.limits}
        );
        const std::string line = told.substr(0, told.find('\n'));
        return line.substr(line.find(' ') + 1);
    }();
    return version;
}

}  // namespace packages
