// Addresses in a posting's words against the site that it links to. All are fictional.

#include "indexer/verification/checks.hpp"
#include "indexer/verification/contacts.hpp"
#include "tests/verification/scam_labels.hpp"

#include <gtest/gtest.h>

namespace {

using verification::Check;
using verification::Likeness;
using verification::Verdict;

Check judged(const std::string& text, const std::string& site) {
    const domain::Posting posting = labels::posting_of(text, site);
    return verification::contact_domain(
        {.posting = posting, .sha256 = "00ff", .fetched_on = *posting.date_posted}
    );
}

TEST(ContactDomain, gives_each_verdict) {
    const std::string site = "harbourline.example";
    const Check alike = judged("Good pay. Write to jobs@harbour1ine.example. Soon.", site);
    EXPECT_EQ(alike.verdict, Verdict::fail);
    EXPECT_EQ(alike.code, "look_alike");
    EXPECT_EQ(alike.evidence, "Write to jobs@harbour1ine.example.");
    EXPECT_EQ(judged("Write to jobs.fictional.desk@gmail.com", site).code, "free_mail");
    EXPECT_EQ(judged("Write to jobs.fictional.desk@gmail.com", site).verdict, Verdict::warn);
    EXPECT_EQ(judged("Write to jobs@hr.harbourline.example", site).verdict, Verdict::pass);
    EXPECT_EQ(judged("Write to jobs@cedarpeak.example", site).verdict, Verdict::info);
    EXPECT_EQ(judged("Write to us", site).verdict, Verdict::unknown);
    EXPECT_EQ(judged("Write to jobs@cedarpeak.example", "-").verdict, Verdict::unknown);
}

TEST(ContactDomain, does_not_mind_free_mail_beside_the_own_address) {
    EXPECT_EQ(
        judged("hr@harbourline.example, or harbourline.fictional@gmail.com", "harbourline.example")
            .verdict,
        Verdict::pass
    );
}

TEST(Likeness, tells_a_look_alike_from_a_relative) {
    struct Case {
        const char* host;
        const char* site;
        Likeness likeness;
    };
    for (const auto& [host, site, expected] : std::vector<Case>{
             {"example.com", "example.ca", Likeness::same},
             {"jobs.example.on.ca", "example.ca", Likeness::same},
             {"Example.CA", "example.ca", Likeness::same},
             {"harbour1ine.ca", "harbourline.ca", Likeness::look_alike},
             {"harbourlne.ca", "harbourline.com", Likeness::look_alike},
             {"northwind-rnills.ca", "northwind-mills.ca", Likeness::look_alike},
             {"xn--hrbourline-zqi.ca", "harbourline.ca", Likeness::look_alike},
             {"h\xD0\xB0rbourline.ca", "harbourline.ca", Likeness::look_alike},
             {"harbourlines.ca", "harbourline.ca", Likeness::other},
             {"harbour-line.ca", "harbourline.ca", Likeness::other},
             {"harbourline-careers.ca", "harbourline.ca", Likeness::other},
             {"abc.ca", "abd.ca", Likeness::other},
             {"cedarpeak.ca", "harbourline.ca", Likeness::other}}) {
        EXPECT_EQ(verification::likeness(host, site), expected) << host << " " << site;
    }
}

TEST(Contacts, are_read_with_their_place_and_nothing_around_them) {
    const std::string_view text =
        "Mail hr@a.example, or see (https://www.b.example:8080/jobs?x=1). Not: a@b, @c, x://";
    const auto found = verification::contacts_in(text);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_TRUE(found[0].email);
    EXPECT_EQ(found[0].host, "a.example");
    EXPECT_EQ(text.substr(found[0].at, found[0].written.size()), "hr@a.example");
    EXPECT_FALSE(found[1].email);
    EXPECT_EQ(found[1].host, "b.example");
    EXPECT_EQ(verification::site_of("https://user@www.C.example/a?b=//d.example"), "c.example");
    EXPECT_EQ(verification::site_of("https://own.example@d.example/own.example"), "d.example");
    EXPECT_EQ(verification::site_of("no link"), "");
}

}  // namespace
