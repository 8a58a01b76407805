#include "indexer/duplicates/advertisement.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

using duplicates::link_identity;

TEST(LinkIdentity, is_one_for_links_to_one_advertisement) {
    const std::vector<std::pair<std::string, std::string>> all{
        {"https://www.jobbank.gc.ca/jobsearch/jobposting/1234567", "jobbank:1234567"},
        {"https://www.jobbank.gc.ca/jobsearch/jobposting/"
         "1234567;jsessionid=A1?source=searchresults",
         "jobbank:1234567"},
        {"https://www.guichetemplois.gc.ca/rechercheemplois/offredemploi/1234567",
         "jobbank:1234567"},
        {"https://boards.greenhouse.io/fiction/jobs/4012345?gh_src=x", "greenhouse.io:4012345"},
        {"https://job-boards.greenhouse.io/fiction/jobs/4012345", "greenhouse.io:4012345"},
        {"https://jobs.lever.co/fiction/0b1c-22/apply", "lever.co:0b1c-22"},
        {"https://fiction.teamtailor.com/jobs/123456-welder", "teamtailor.com:123456"},
        {"https://www.example.ca/jobs/7?b=2&a=1&utm_source=mail#apply",
         "example.ca/jobs/7&a=1&b=2"},
        {"http://EXAMPLE.ca/jobs/7/?a=1&b=2", "example.ca/jobs/7&a=1&b=2"},
        {"https://www.example.ca/", ""},
        {"", ""},
    };
    for (const auto& [url, identity] : all) {
        EXPECT_EQ(link_identity(url), identity) << url;
    }
}

}  // namespace
