#include "indexer/sources/formats.hpp"

#include "indexer/sources/atom.hpp"
#include "indexer/sources/ats/readers.hpp"
#include "indexer/sources/job_feed.hpp"

#include <algorithm>
#include <array>

namespace sources {

namespace {

// name, where its records stand, a key that tells them, where the employer stands, reader
constexpr auto in_json = std::to_array<JsonFeed>({
    {"Greenhouse", "jobs", "absolute_url", "", ats::read_greenhouse},
    {"Lever", "", "hostedUrl", "", ats::read_lever},
    {"Ashby", "jobs", "jobUrl", "", ats::read_ashby},
    {"Workable", "jobs", "shortcode", "name", ats::read_workable},
    {"Workday", "jobPostings", "externalPath", "", ats::read_workday},
    {"Workday", "jobPostingInfo", "jobReqId", "hiringOrganization.name", ats::read_workday_job},
    {"Recruitee", "offers", "careers_url", "", ats::read_recruitee},
    {"BambooHR", "result", "jobOpeningName", "", ats::read_bamboohr},
    {"BambooHR", "result.jobOpening", "jobOpeningName", "", ats::read_bamboohr},
    {"Teamtailor", "items", "_jobposting", "", ats::read_teamtailor},
    {"SmartRecruiters", "content", "releasedDate", "", ats::read_smartrecruiters},
    {"SmartRecruiters", "", "jobAd", "", ats::read_smartrecruiters},
    {"Pinpoint", "data", "workplace_type", "", ats::read_pinpoint},
    {"Eightfold", "positions", "canonicalPositionUrl", "", ats::read_eightfold},
    {"Oracle", "items.0.requisitionList", "PrimaryLocation", "", ats::read_oracle},
    {"Oracle", "", "ExternalPostedStartDate", "", ats::read_oracle},
});

// name, outermost element, element of a record, whose postings, reader
constexpr auto in_xml = std::to_array<XmlFeed>({
    {"XML job", "source", "job", FeedOf::many_employers, read_job},
    {"XML job", "jobs", "job", FeedOf::many_employers, read_job},
    {"Personio", "workzag-jobs", "position", FeedOf::one_employer, ats::read_personio},
    {"RSS", "rss", "item", FeedOf::one_employer, ats::read_neogov},
    {"Atom", "feed", "entry", FeedOf::many_employers, read_atom_entry},
});

}  // namespace

std::span<const JsonFeed> json_feeds() { return in_json; }
std::span<const XmlFeed> xml_feeds() { return in_xml; }

const XmlFeed* xml_feed_of(const std::string_view root) {
    const auto* const found = std::ranges::find(in_xml, root, &XmlFeed::root);
    return found == in_xml.end() ? nullptr : found;
}

}  // namespace sources
