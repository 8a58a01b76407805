// Which domain an employer's address has to be at: never that of a board, nor one that is only
// read as the employer's.

#include "indexer/verification/employer_domain.hpp"

#include <gtest/gtest.h>

namespace {

using verification::employer_domain;
using verification::is_address_at;
using verification::registrable_domain;

TEST(RegistrableDomain, is_what_somebody_registered) {
    EXPECT_EQ(registrable_domain("acme.ca"), "acme.ca");
    EXPECT_EQ(registrable_domain("Careers.ACME.ca."), "acme.ca");
    EXPECT_EQ(registrable_domain("jobs.acme.on.ca"), "acme.on.ca");
    EXPECT_EQ(registrable_domain("acme.co.uk"), "acme.co.uk");
    EXPECT_EQ(registrable_domain("acme.github.io"), "acme.github.io");
    EXPECT_EQ(registrable_domain("jobs.acme.example"), "acme.example");
}

TEST(RegistrableDomain, is_no_ending_address_or_word) {
    for (const auto* const host :
         {"ca",
          "on.ca",
          "gc.ca",
          "co.uk",
          "github.io",
          "localhost",
          "",
          ".",
          ".ca",
          "a..ca",
          "192.0.2.1",
          "[2001:db8::1]",
          "2001:db8::1"}) {
        EXPECT_EQ(registrable_domain(host), "") << host;
    }
}

TEST(EmployerDomain, is_that_of_the_employers_own_page) {
    EXPECT_EQ(employer_domain("https://www.acme.ca/careers/17"), "acme.ca");
    EXPECT_EQ(employer_domain("https://careers.acme.ca:8443/17?ref=x@gmail.com"), "acme.ca");
    EXPECT_EQ(employer_domain("https://user@careers.acme.on.ca/17"), "acme.on.ca");
}

TEST(EmployerDomain, is_never_that_of_a_board_a_tenant_or_free_mail) {
    for (const auto* const url :
         {"https://www.jobbank.gc.ca/jobsearch/jobposting/1",
          "https://ca.indeed.com/viewjob?jk=1",
          "https://boards.greenhouse.io/acme/jobs/1",
          "https://acme.wd3.myworkdayjobs.com/1",
          "https://acme.breezy.hr/p/1",
          "https://acme.applytojob.com/apply/1",
          "https://hcareers.com/1",
          "https://www.workbc.ca/1",
          "https://www.gmail.com/acme",
          "https://github.io/acme",
          "https://192.0.2.1/careers",
          "mailto:hr@acme.ca",
          "ftp://acme.ca/1",
          ""}) {
        EXPECT_EQ(employer_domain(url), "") << url;
    }
}

TEST(IsAddressAt, takes_the_domain_and_what_is_below_it) {
    EXPECT_TRUE(is_address_at("hr@acme.ca", "acme.ca"));
    EXPECT_TRUE(is_address_at("hr@mail.acme.ca", "acme.ca"));
    for (const auto* const email :
         {"hr@evil-acme.ca",
          "hr@acme.ca.evil.example",
          "hr@acme.com",
          "hr@ca",
          "hr@on.ca",
          "acme.ca",
          "hr@",
          "hr@xn--cme-5ja.ca"}) {
        EXPECT_FALSE(is_address_at(email, "acme.ca")) << email;
    }
    EXPECT_FALSE(is_address_at("hr@acme.on.ca", "other.on.ca"));
    EXPECT_FALSE(is_address_at("hr@on.ca", "on.ca")) << "nobody's";
    EXPECT_FALSE(is_address_at("hr@acme.github.io", "github.io"));
    EXPECT_FALSE(is_address_at("hr@gmail.com", "gmail.com"));
    EXPECT_FALSE(is_address_at("hr@", ""));
}

}  // namespace
