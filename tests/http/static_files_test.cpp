#include "services/http/static_files.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << text;
}

class Pages : public testing::Test {
protected:
    Pages() {
        write(folder_.path() / "en.html", "<p>page");
        write(folder_.path() / "fr.html", "<p>la page");
        write(folder_.path() / "mark.svg", "<svg/>");
        write(folder_.path() / "assets/a1b2.js", "script");
        write(folder_.path() / "assets/a1b2.js.br", "brotli");
        write(folder_.path() / "assets/a1b2.js.gz", "gzip");
        files_ = http::StaticFiles::read(folder_.path());
    }

    std::optional<http::Response> get(std::string target, http::Headers headers = {}) const {
        http::Request request;
        request.method = "GET";
        request.target = std::move(target);
        request.headers = std::move(headers);
        return files_.answer(request);
    }

    static std::string header(const http::Response& response, const std::string& name) {
        for (const auto& [one, value] : response.headers) {
            if (one == name) {
                return value;
            }
        }
        return "";
    }

    support::TemporaryFolder folder_;
    http::StaticFiles files_;
};

TEST_F(Pages, answer_every_path_of_their_language) {
    EXPECT_EQ(get("/en")->body, "<p>page");
    EXPECT_EQ(get("/fr/postings/7?order=pay")->body, "<p>la page");
    EXPECT_EQ(get("/fr/")->content_type, "text/html; charset=utf-8");
    EXPECT_EQ(header(*get("/fr"), "Cache-Control"), "no-cache");
    EXPECT_NE(header(*get("/fr"), "Content-Security-Policy").find("script-src 'self'"), -1UL);
}

TEST_F(Pages, are_led_to_in_the_language_that_is_accepted) {
    const auto french = get("/", {{"Accept-Language", "fr-CA, en;q=0.5"}});
    EXPECT_EQ(french->status, 302U);
    EXPECT_EQ(header(*french, "Location"), "/fr");
    EXPECT_EQ(header(*french, "Vary"), "Accept-Language");
    EXPECT_EQ(header(*get("/"), "Location"), "/en");
}

TEST_F(Pages, leave_to_others_what_is_none_of_theirs) {
    EXPECT_FALSE(get("/v1/postings"));
    EXPECT_FALSE(get("/assets"));
    EXPECT_FALSE(get("/assets/gone.js"));
    EXPECT_FALSE(get("/assets/a1b2.js.br"));
    EXPECT_FALSE(get("/en.html"));
    http::Request request;
    request.method = "POST";
    request.target = "/en";
    EXPECT_FALSE(files_.answer(request));
    EXPECT_FALSE(http::StaticFiles{}.answer(request));
}

TEST_F(Pages, have_their_assets_kept_for_ever_and_in_the_form_that_is_accepted) {
    const auto plain = get("/assets/a1b2.js");
    EXPECT_EQ(plain->body, "script");
    EXPECT_EQ(header(*plain, "Content-Encoding"), "");
    EXPECT_EQ(header(*plain, "Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(header(*plain, "Vary"), "Accept-Encoding");
    EXPECT_EQ(get("/assets/a1b2.js", {{"Accept-Encoding", "gzip, br"}})->body, "brotli");
    EXPECT_EQ(get("/assets/a1b2.js", {{"Accept-Encoding", "gzip;q=0.5, br;q=0"}})->body, "gzip");
    EXPECT_EQ(
        get("/assets/a1b2.js", {{"Accept-Encoding", "br; q=0.000, deflate"}})->body, "script"
    );
}

TEST_F(Pages, are_not_sent_again_to_who_has_them) {
    const std::string etag = header(*get("/en"), "ETag");
    EXPECT_EQ(get("/en", {{"If-None-Match", etag}})->status, 304U);
    EXPECT_EQ(get("/fr", {{"If-None-Match", etag}})->status, 200U);
    const std::string brotli = header(*get("/assets/a1b2.js", {{"Accept-Encoding", "br"}}), "ETag");
    EXPECT_EQ(get("/assets/a1b2.js", {{"If-None-Match", brotli}})->status, 200U);
}

TEST_F(Pages, are_all_that_is_reached_whatever_the_path) {
    write(folder_.path() / "assets/later.js", "later");
    EXPECT_FALSE(get("/assets/later.js"));
    for (const char* const target :
         {"/../etc/passwd",
          "/assets/../../etc/passwd",
          "/assets%2Fa1b2.js",
          "//etc/passwd",
          "/%2e%2e/etc/passwd",
          "/assets/..%2fen.html",
          "/.hidden",
          "/assets/%00"}) {
        EXPECT_FALSE(get(target)) << target;
    }
}

TEST_F(Pages, are_refused_at_the_start_where_they_cannot_be_served) {
    EXPECT_THROW(http::StaticFiles::read(folder_.path() / "none"), std::runtime_error);
    EXPECT_THROW(http::StaticFiles::read(folder_.path() / "assets"), std::runtime_error);
    write(folder_.path() / "assets/only.js.gz", "");
    EXPECT_THROW(http::StaticFiles::read(folder_.path()), std::runtime_error);
    fs::remove(folder_.path() / "assets/only.js.gz");
    write(folder_.path() / "program.exe", "");
    EXPECT_THROW(http::StaticFiles::read(folder_.path()), std::runtime_error);
}

}  // namespace
