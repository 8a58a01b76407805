#include "services/packages/html.hpp"
#include "tests/packages/cases.hpp"
#include "tests/support/content.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace {

using support::content_of;

namespace fs = std::filesystem;
using namespace package_cases;

void write(const fs::path& path, const std::string& content) {
    fs::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << content;
}

/// A folder in which to look at what was made, or in which to keep what is held to be right:
/// `JOBSCOUT_PACKAGES_LOOK=/tmp/look JOBSCOUT_PACKAGES_GOLDEN=write packages_test`.
std::string told(const char* const variable) {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): one thread
    const char* const value = std::getenv(variable);
    return value == nullptr ? std::string{} : value;
}

void look(const std::string& name, const packages::Package& package) {
    if (const std::string folder = told("JOBSCOUT_PACKAGES_LOOK"); !folder.empty()) {
        for (const zip::Entry& file : package.files) {
            write(fs::path{folder} / name / file.name, file.content);
        }
    }
}

void expect_golden(const std::string& name, const std::string& text) {
    const fs::path path = fs::path{REPOSITORY_ROOT} / "tests/packages/golden" / (name + ".txt");
    if (told("JOBSCOUT_PACKAGES_GOLDEN") == "write") {
        write(path, text);
    }
    EXPECT_EQ(text, content_of(path)) << name;
}

TEST(Golden, ten_candidates_apply_for_real_postings) {
    if (!has_archive()) {
        GTEST_SKIP() << "../shared absent";
    }
    const auto all = pairs();
    ASSERT_EQ(all.size(), 10U);
    for (std::size_t index = 0; index < all.size(); ++index) {
        const Pair& pair = all[index];
        SCOPED_TRACE(pair.candidate);
        const auto package = packages::build(
            order(
                candidate(pair.candidate), archive_postings()[index], "2021-03-25", pair.language
            ),
            {}
        );
        ASSERT_TRUE(package) << package.error().message;
        look(pair.candidate, *package);
        EXPECT_GE(package->resume_pages, 1);
        EXPECT_LE(package->resume_pages, 2);
        EXPECT_EQ(package->letter_pages, 1);
        expect_golden(pair.candidate + ".resume", text_of_pdf(content(*package, "resume.pdf")));
        expect_golden(pair.candidate + ".letter", text_of_pdf(content(*package, "letter.pdf")));
    }
}

}  // namespace
