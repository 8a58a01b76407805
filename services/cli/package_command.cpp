#include "services/cli/package_command.hpp"

#include "matcher/document/json.hpp"
#include "services/cli/documents.hpp"
#include "services/packages/ordering.hpp"
#include "services/wire/messages.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace cli {
namespace {

namespace fs = std::filesystem;

void write_file(const fs::path& path, const std::string& content) {
    std::ofstream file{path, std::ios::binary | std::ios::trunc};
    file << content;
    file.close();
    if (!file) {
        throw std::runtime_error{"cannot write " + path.string()};
    }
}

void write_package(const packages::Package& package, const fs::path& out) {
    if (out.extension() == ".zip") {
        write_file(out, zip::archive_of(package.files));
        return;
    }
    fs::create_directories(out);
    fs::permissions(out, fs::perms::owner_all);
    for (const zip::Entry& file : package.files) {
        write_file(out / file.name, file.content);
    }
}

domain::Result<packages::OwnWords> own_words(const std::string& file) {
    if (file.empty()) {
        return packages::OwnWords{};
    }
    const auto document = document::parse(content_of(file));
    return document ? packages::own_words_from(*document)
                    : domain::Result<packages::OwnWords>{document.error()};
}

void tell(const packages::Package& package, const PackageOptions& options, std::ostream& out) {
    if (options.json) {
        out << package.files.back().content;
        return;
    }
    for (const zip::Entry& file : package.files) {
        out << wire::text(
                   options.language,
                   "package.cli.file",
                   {{"name", file.name}, {"bytes", static_cast<std::int64_t>(file.content.size())}}
               )
            << '\n';
    }
    const bool french = options.language == domain::OfficialLanguage::french;
    for (const packages::AtsFinding& finding : package.findings) {
        const packages::AtsRule& rule = *finding.rule;
        if (rule.severity != packages::Severity::info) {
            out << "- " << (french ? rule.meaning_fr : rule.meaning_en) << ' '
                << (french ? rule.action_fr : rule.action_en) << '\n';
        }
    }
    out << wire::text(options.language, "notice") << '\n';
}

}  // namespace

int package(
    const rules::RuleBook& rule_book,
    const matching::Facts& facts,
    const matching::Stores& stores,
    const PackageOptions& options,
    std::istream& in,
    std::ostream& out,
    std::ostream& errors
) {
    const rules::RuleSet* asked = rule_book.find(options.rules);
    if (asked == nullptr && !options.rules.empty()) {
        return refuse_rules(errors, options.rules);
    }
    const auto candidate = read_document(in);
    if (!candidate) {
        return refuse(errors, candidate.error());
    }
    const auto own = own_words(options.own_words);
    if (!own) {
        return refuse(errors, own.error());
    }
    const auto order = packages::order_from(
        rule_book,
        facts,
        stores,
        *candidate,
        {.posting = options.posting,
         .as_of = options.as_of,
         .asked = asked,
         .sent = options.sent,
         .kept = options.language,
         .own_words = *own}
    );
    if (!order) {
        return refuse(errors, order.error());
    }
    const auto package = packages::build(*order, {});
    if (!package) {
        return refuse(errors, package.error());
    }
    write_package(*package, options.out);
    tell(*package, options, out);
    return 0;
}

}  // namespace cli
