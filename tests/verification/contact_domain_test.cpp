// Addresses in a posting's words against the site that it links to. All are fictional.

#include "indexer/verification/checks.hpp"
#include "indexer/verification/contacts.hpp"
#include "tests/verification/scam_labels.hpp"
#include "tests/verification/seen.hpp"

#include <gtest/gtest.h>

namespace {

using verification::Check;
using verification::Likeness;
using verification::Verdict;

Check judged(const std::string& text, const std::string& site) {
    const domain::Posting posting = labels::posting_of(text, site);
    return seen(verification::contact_domain(
        {.posting = posting, .sha256 = "00ff", .fetched_on = *posting.date_posted}
    ));
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

TEST(ContactDomain, takes_free_mail_alone_for_a_fact) {
    for (const char* text :
         {"Helper for our family's workshop. Write to fictional.cedar@gmail.com.",
          "Small bakery, two ovens. Resumes to jobs.fictional@outlook.com or drop by.",
          "Nous sommes quatre dans l'atelier, CV à atelierfictif@gmail.com."}) {
        EXPECT_EQ(judged(text, "-").verdict, Verdict::info) << text;
        EXPECT_EQ(judged(text, "-").code, "free_mail") << text;
    }
    for (const char* text :
         {"Write to hr-fictional-cedar@yahoo.ca.",
          "Our head office recruits for 40 hotels. Write to fictional.cedar@gmail.com.",
          "Le siège social étudie les dossiers reçus à fictif.erable@yahoo.com.",
          "Write to fictional.cedar@gmail.com. No interview is needed.",
          "Write to fictional.cedar@gmail.com with your SIN."}) {
        EXPECT_EQ(judged(text, "-").verdict, Verdict::warn) << text;
    }
    EXPECT_EQ(judged("Drop by, or fictional@gmail.com", "harbourline.example").code, "free_mail");
    EXPECT_EQ(
        judged("Drop by, or fictional@gmail.com", "harbourline.example").verdict, Verdict::warn
    );
}

TEST(ContactDomain, minds_a_messenger_where_people_are_hired_and_not_where_they_work_or_meet) {
    for (const char* text :
         {"Add our recruiter on Telegram for the details.",
          "Continuez avec nous sur WhatsApp, au 438 555 0172.",
          "Text READY with your name to 431-555-0190 and wait for instructions."}) {
        EXPECT_EQ(judged(text, "-").code, "messenger") << text;
    }
    for (const char* text :
         {"We talk by video on WhatsApp first, then you meet my father at the house.",
          "Messages on WhatsApp in our name are not from us.",
          "Nos recruteurs n'écrivent jamais par WhatsApp.",
          "Text or call Denise at 506-555-0136."}) {
        EXPECT_EQ(judged(text, "-").verdict, Verdict::unknown) << text;
    }
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
