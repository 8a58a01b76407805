#include "services/packages/document_tools.hpp"
#include "services/packages/html.hpp"
#include "services/wire/messages.hpp"
#include "tests/packages/cases.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/values.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace {

namespace json = boost::json;
using namespace package_cases;
using testing::HasSubstr;
using testing::Not;

/// What people and feeds have put where text is meant to be.
const std::vector<std::string> hostile{
    "<script>alert(1)</script>",
    "<img src=\"file:///etc/passwd\">",
    "</p></body><iframe src='http://localhost/'>",
    "<link rel=attachment href=file:///etc/passwd>",
    "${HOME} $(id) `id` %s %n",
    "{{name}} {{{name}}} {{> style}} {{#blocks}}",
    "{placeholder} '{quoted}' {0,number}",
    "&lt;b&gt; &amp; &#x3c;",
    "file:///etc/passwd",
    "\\input{/etc/passwd} \\write18{id}",
    "@import url(file:///etc/passwd); } body { display: none }",
    "]]> <!-- --> <?xml version='1.0'?>",
    "=1+1 +2 -3 @x",
};

json::object with_duties(const std::vector<std::string>& duties) {
    json::object document = candidate("welder");
    json::array texts;
    for (const std::string& duty : duties) {
        texts.emplace_back(duty);
    }
    document["jobs"].at(0).as_object()["duties"] = json::array{};
    document["jobs"].at(1).as_object()["duties"] = json::array{};
    auto& work = document["resume"].at("work").as_array();
    work[0].as_object()["highlights"] = std::move(texts);
    return document;
}

packages::Package made_of(const json::object& document) {
    auto package = packages::build(order(document, sample_posting("Cook"), "2026-11-16"), {});
    EXPECT_TRUE(package) << package.error().message;
    return *std::move(package);
}

/// The words of a DOCX as LibreOffice or Word would show them, without what they look like.
std::string text_of_docx(const std::string& bytes) {
    const support::TemporaryFolder folder;
    const auto outcome = support::run_program(
        "/usr/bin/pandoc",
        {"--from=docx", "--to=plain", "--wrap=none", folder.write("document.docx", bytes)}
    );
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return outcome.out;
}

TEST(Documents, say_hostile_text_as_it_stands) {
    for (std::size_t first = 0; first < hostile.size(); first += 5) {
        const std::vector<std::string> some{
            hostile.begin() + static_cast<std::ptrdiff_t>(first),
            hostile.begin() + static_cast<std::ptrdiff_t>(std::min(first + 5, hostile.size()))};
        const packages::Package package = made_of(with_duties(some));
        const std::string pdf = without_space(text_of_pdf(content(package, "resume.pdf")));
        const std::string& plain = content(package, "resume.txt");
        const std::string docx = without_space(text_of_docx(content(package, "resume.docx")));
        for (const std::string& text : some) {
            std::string told = text;
            while (told.ends_with(';') || told.ends_with('.')) {
                told.pop_back();
            }
            EXPECT_THAT(pdf, HasSubstr(without_space(told)));
            EXPECT_THAT(plain, HasSubstr(told));
            EXPECT_THAT(docx, HasSubstr(without_space(told).substr(0, 8)));
        }
        EXPECT_THAT(pdf, Not(HasSubstr("root:x:0")));
        EXPECT_THAT(docx, Not(HasSubstr("root:x:0")));
    }
}

TEST(Documents, say_words_of_any_length) {
    constexpr std::ptrdiff_t letters = 5'000;
    const packages::Package package = made_of(with_duties({std::string(letters, 'w')}));
    const std::string pdf = text_of_pdf(content(package, "resume.pdf"));
    EXPECT_GE(std::ranges::count(pdf, 'w'), letters) << "none is cut off at the margin";
    EXPECT_LE(package.resume_pages, 4);
}

TEST(Documents, say_words_of_any_script) {
    const packages::Package package = made_of(with_duties({
        "شارك في اللحام",
        "ריתוך צינורות",
        "焊接管道",
        "сваривал трубы",
        "Welded 😀 pipes 🚀",
        "a\u202Etxt.exe",
    }));
    const std::string pdf = without_space(text_of_pdf(content(package, "resume.pdf")));
    for (const char* const told : {"焊接管道", "сваривалтрубы", "Welded😀pipes🚀", "atxt.exe"}) {
        EXPECT_TRUE(pdf.find(told) != std::string::npos) << told;
    }
    // pdftotext tells the letters of scripts from right to left in the order in which they are
    // seen.
    EXPECT_TRUE(pdf.find("ح") != std::string::npos);
    EXPECT_TRUE(pdf.find("צ") != std::string::npos);
    const std::string docx = without_space(text_of_docx(content(package, "resume.docx")));
    const std::string plain = without_space(content(package, "resume.txt"));
    for (const char* const told : {"شاركفياللحام", "ריתוךצינורות", "焊接管道", "atxt.exe"}) {
        EXPECT_TRUE(docx.find(told) != std::string::npos) << told;
        EXPECT_TRUE(plain.find(told) != std::string::npos) << told << ": turns nothing around";
    }
    if (const char* const folder = std::getenv("JOBSCOUT_PACKAGES_LOOK")) {
        std::ofstream{std::string{folder} + "/scripts.pdf"} << content(package, "resume.pdf");
    }
}

TEST(Documents, are_the_same_bytes_for_the_same_inputs) {
    const json::object document = candidate("developpeur_web");
    const auto archive = [&] { return zip::archive_of(made_of(document).files); };
    EXPECT_EQ(archive(), archive());
}

TEST(Documents, are_tagged_letters_pages_with_their_fonts_within) {
    const packages::Package package = made_of(candidate("infirmiere"));
    const support::TemporaryFolder folder;
    for (const char* const name : {"resume.pdf", "letter.pdf", "posting.pdf", "checklist.pdf"}) {
        const auto path = folder.write(name, content(package, name)).string();
        const auto info = support::run_program("/usr/bin/pdfinfo", {path});
        EXPECT_THAT(info.out, HasSubstr("Tagged:          yes")) << name;
        EXPECT_THAT(info.out, HasSubstr("612 x 792 pts (letter)")) << name;
        std::istringstream fonts{support::run_program("/usr/bin/pdffonts", {path}).out};
        std::string line;
        std::getline(fonts, line);
        std::getline(fonts, line);
        while (std::getline(fonts, line)) {
            EXPECT_THAT(line, HasSubstr(" yes yes yes ")) << "embedded, a subset, with its text";
        }
    }
}

TEST(Documents, have_templates_that_escape_whatever_they_say) {
    for (const char* const name : {"document.html", "word.html"}) {
        std::ostringstream text;
        text << std::ifstream{std::string{REPOSITORY_ROOT} + "/services/packages/templates/" + name}
                    .rdbuf();
        EXPECT_THAT(text.str(), Not(HasSubstr("{{{"))) << name;
        EXPECT_THAT(text.str(), Not(HasSubstr("{{&"))) << name;
        EXPECT_THAT(text.str(), Not(HasSubstr("{{="))) << name;
    }
}

TEST(Documents, name_nothing_that_would_be_read) {
    const support::TemporaryFolder folder;
    const std::string secret = folder.write("secret.txt", "very secret words").string();
    const auto printed = packages::print(
        {},
        {{.name = "page",
          .html =
              "<p>before</p><img src=\"file://" + secret +
              "\"><link rel=\"stylesheet\" href=\"file://" + secret +
              "\"><link rel=\"attachment\" href=\"file://" + secret +
              "\"><object data=\"data:text/plain,very%20secret%20words\"></object><p>after</p>"}},
        support::day("2026-11-16")
    );
    const std::string text = text_of_pdf(printed.pdfs.front().bytes);
    EXPECT_THAT(text, HasSubstr("after"));
    EXPECT_THAT(text, Not(HasSubstr("secret")));
    EXPECT_THAT(printed.pdfs.front().bytes, Not(HasSubstr("EmbeddedFile")));
}

packages::ToolCall call(const packages::PrivateFolder& folder, std::vector<std::string> arguments) {
    return {
        .arguments = std::move(arguments),
        .environment = {},
        .folder = folder.path(),
        .limits = {}};
}

TEST(Tools, have_limits) {
    const packages::PrivateFolder folder{std::filesystem::temp_directory_path()};
    auto slow = call(folder, {"/usr/bin/sleep", "60"});
    slow.limits.time = std::chrono::milliseconds{300};
    EXPECT_THROW(packages::run_tool(slow), std::runtime_error);
    auto busy = call(folder, {"/usr/bin/python3", "-I", "-c", "while True: pass"});
    busy.limits.processor_time = std::chrono::seconds{1};
    EXPECT_THROW(packages::run_tool(busy), std::runtime_error);
    auto large = call(folder, {"/usr/bin/python3", "-I", "-c", "x = bytearray(3 << 30)"});
    EXPECT_THROW(packages::run_tool(large), std::runtime_error);
    auto long_file =
        call(folder, {"/usr/bin/python3", "-I", "-c", "open('a', 'wb').write(bytes(1 << 20))"});
    long_file.limits.file_bytes = 1'000;
    EXPECT_THROW(packages::run_tool(long_file), std::runtime_error);
    EXPECT_THROW(packages::run_tool(call(folder, {"/nowhere/to/be/found"})), std::runtime_error);
}

TEST(Tools, are_nobody_and_reach_no_network) {
    const packages::PrivateFolder folder{std::filesystem::temp_directory_path()};
    const std::string program =
        "import os, socket\n"
        "print(os.getuid() != 0, sorted(os.environ))\n"
        "try:\n"
        "    socket.create_connection(('127.0.0.1', 1), 1)\n"
        "except OSError as error:\n"
        "    print(type(error).__name__)\n"
        "print([name for _, name in socket.if_nameindex()])\n";
    const std::string told =
        packages::run_tool(call(folder, {"/usr/bin/python3", "-I", "-c", program}));
    EXPECT_THAT(told, HasSubstr("True ["));
    EXPECT_THAT(told, Not(HasSubstr("JOBSCOUT")));
    EXPECT_THAT(told, HasSubstr("['lo']"));
    if (packages::isolation() == packages::Isolation::contained) {
        EXPECT_THROW(
            packages::run_tool(call(folder, {"/usr/bin/cat", "/etc/passwd"})), std::runtime_error
        );
    }
}

TEST(Tools, cannot_make_us_read_what_is_elsewhere) {
    const packages::PrivateFolder folder{std::filesystem::temp_directory_path()};
    packages::run_tool(call(folder, {"/usr/bin/ln", "-s", "/etc/passwd", "page.pdf"}));
    EXPECT_THROW(folder.read("page.pdf"), std::runtime_error);
    EXPECT_THROW(folder.read("nothing.pdf"), std::runtime_error);
}

TEST(Tools, leave_nothing_behind) {
    std::filesystem::path path;
    {
        const packages::PrivateFolder folder{std::filesystem::temp_directory_path()};
        path = folder.path();
        folder.write("a.txt", "words");
        EXPECT_EQ(folder.read("a.txt"), "words");
        EXPECT_EQ(std::filesystem::status(path).permissions(), std::filesystem::perms::owner_all);
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
