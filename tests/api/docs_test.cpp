// The page about the API: whole, well formed, in both languages, and in need of nothing else.

#include "services/api/docs.hpp"

#include "services/api/contract.hpp"
#include "services/api/routes.hpp"
#include "services/http/problem.hpp"
#include "services/wire/messages.hpp"
#include "tests/api/stand.hpp"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace {

using api_test::header;
using api_test::stand;
using domain::OfficialLanguage;
using testing::HasSubstr;
using testing::Not;

constexpr std::array both{OfficialLanguage::english, OfficialLanguage::french};

/// What is wrong with a page in which every element is closed; empty where nothing is.
std::string fault_of(const std::string& page) {
    static const std::regex tag{R"(^<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>&]*")*)(/?)>)"};
    std::vector<std::string> open;
    std::set<std::string> ids;
    std::size_t at = page.find('\n');
    while (at < page.size()) {
        if (page[at] == '&') {
            const std::string_view rest = std::string_view{page}.substr(at);
            if (!rest.starts_with("&amp;") && !rest.starts_with("&lt;") &&
                !rest.starts_with("&gt;") && !rest.starts_with("&quot;")) {
                return "a bare & at " + std::to_string(at);
            }
        }
        if (page[at] != '<') {
            ++at;
            continue;
        }
        const std::size_t end = page.find('>', at);
        const std::string text = page.substr(at, end - at + 1);
        std::smatch match;
        if (!std::regex_search(text, match, tag)) {
            return "no tag: " + text;
        }
        static const std::regex id{R"( id="([^"]*)\")"};
        std::smatch named;
        const std::string attributes = match[3];
        if (std::regex_search(attributes, named, id) && !ids.insert(named[1]).second) {
            return "twice the same id: " + text;
        }
        if (match[1].length() > 0) {
            if (open.empty() || open.back() != match[2]) {
                return "closes what is not open: " + text;
            }
            open.pop_back();
        } else if (match[4].length() == 0) {
            open.push_back(match[2]);
        }
        at = end + 1;
    }
    static const std::regex within{R"(href="#([^"]*)\")"};
    for (std::sregex_iterator one{page.begin(), page.end(), within}, none; one != none; ++one) {
        if (!ids.contains((*one)[1])) {
            return "leads nowhere: " + (*one)[0].str();
        }
    }
    return open.empty() ? "" : "left open: " + open.back();
}

TEST(Docs, is_well_formed_html) {
    EXPECT_THAT(fault_of("<!DOCTYPE html>\n<p>a</b>"), HasSubstr("closes"));
    EXPECT_THAT(fault_of("<!DOCTYPE html>\n<p>a & b</p>"), HasSubstr("bare"));
    EXPECT_THAT(fault_of("<!DOCTYPE html>\n<p id=\"a\"><b id=\"a\"></b></p>"), HasSubstr("twice"));
    EXPECT_THAT(fault_of("<!DOCTYPE html>\n<a href=\"#x\">a</a>"), HasSubstr("nowhere"));
    for (const OfficialLanguage language : both) {
        EXPECT_EQ(fault_of(api::docs_page(language)), "");
    }
}

TEST(Docs, has_every_route_with_its_parameters) {
    const std::regex form{R"(\{(\w+):\w+\})"};
    for (const OfficialLanguage language : both) {
        const std::string page = api::docs_page(language);
        for (const http::Route& route : stand().router().routes()) {
            const std::string path = std::regex_replace(std::string{route.pattern}, form, "{$1}");
            const std::string heading =
                "<h3><code>" + std::string{route.method} + " " + path + "</code></h3>";
            const std::size_t begin = page.find(heading);
            ASSERT_NE(begin, std::string::npos) << heading;
            const std::string section = page.substr(begin, page.find("</section>", begin) - begin);
            for (const http::Parameter& parameter : route.parameters) {
                EXPECT_THAT(section, HasSubstr("<code>" + std::string{parameter.name} + "</code>"))
                    << heading;
            }
        }
        for (const api::Permission& route : api::permissions()) {
            const std::string path = std::regex_replace(std::string{route.pattern}, form, "{$1}");
            EXPECT_THAT(
                page,
                HasSubstr(
                    "<th scope=\"row\"><code>" + std::string{route.method} + " " + path +
                    "</code></th>"
                )
            );
        }
    }
}

TEST(Docs, speaks_the_language_that_is_accepted) {
    const auto page = [](const std::string& query, const std::string& accepted) {
        return stand().ask("GET", "/docs" + query, "", {{"Accept-Language", accepted}});
    };
    const auto english = page("", "");
    const auto french = page("", "fr-CA,fr;q=0.9,en;q=0.5");
    EXPECT_EQ(english.status, 200U);
    EXPECT_EQ(english.content_type, "text/html; charset=utf-8");
    EXPECT_THAT(english.body, HasSubstr("<html lang=\"en\">"));
    EXPECT_THAT(french.body, HasSubstr("<html lang=\"fr\">"));
    EXPECT_THAT(french.body, HasSubstr("Chercher parmi les offres vérifiées"));
    EXPECT_THAT(french.body, Not(HasSubstr("Search verified postings")));
    EXPECT_EQ(header(french, "Content-Language"), "fr");
    EXPECT_EQ(header(french, "Vary"), "Accept-Language");
    EXPECT_EQ(page("?lang=en", "fr").body, english.body);
    EXPECT_EQ(page("?lang=fr", "en").body, french.body);
    EXPECT_EQ(page("", "de").body, english.body);
    EXPECT_EQ(page("?lang=de", "").status, 400U);
}

/// No script, no style within the page, nothing of another site.
TEST(Docs, needs_nothing_but_its_style_sheet) {
    const auto page = stand().ask("GET", "/docs");
    const std::string policy = header(page, "Content-Security-Policy");
    EXPECT_THAT(policy, HasSubstr("default-src 'none'; style-src 'self';"));
    EXPECT_THAT(policy, Not(HasSubstr("unsafe")));
    for (const char* foreign : {"<script", " style=", "<style", " on", "src=", "href=\"http"}) {
        std::smatch match;
        const std::regex within_tag{std::string{"<[^>]*"} + foreign};
        EXPECT_FALSE(
            foreign[0] == '<' ? page.body.find(foreign) != std::string::npos
                              : std::regex_search(page.body, match, within_tag)
        ) << foreign;
    }
    const auto style = stand().ask("GET", "/docs/style.css");
    EXPECT_EQ(style.status, 200U);
    EXPECT_EQ(style.content_type, "text/css; charset=utf-8");
    EXPECT_THAT(style.body, Not(HasSubstr("url(")));
}

TEST(Docs, says_of_every_refusal_that_is_promised_what_it_means) {
    const std::string page = api::docs_page(OfficialLanguage::english);
    static const std::regex link{"href=\"#([^\"]*)\""};
    for (std::sregex_iterator at{page.begin(), page.end(), link}, end; at != end; ++at) {
        EXPECT_THAT(page, HasSubstr(" id=\"" + (*at)[1].str() + "\""));
    }
    const auto contract = boost::json::parse({api::openapi().data(), api::openapi().size()});
    std::size_t seen = 0;
    for (const auto& [path, operations] : contract.at("paths").as_object()) {
        for (const auto& [method, operation] : operations.as_object()) {
            EXPECT_TRUE(operation.as_object().contains("x-summary-fr")) << path << method;
            for (const auto& [status, ignored] : operation.at("responses").as_object()) {
                if (status >= "400") {
                    ++seen;
                    const auto name = http::problem_name(static_cast<unsigned>(std::stoul(status)));
                    EXPECT_THAT(page, HasSubstr("<dt id=\"problem-" + name + "\">"));
                }
            }
        }
    }
    EXPECT_GT(seen, 100U);
}

}  // namespace
