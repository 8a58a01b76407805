#pragma once

#include "indexer/sources/feed.hpp"

/// What applicant tracking systems publish of their employers' postings: one record in, what it
/// says out. `formats.cpp` of the folder above says how each is recognised.
namespace sources::ats {

using Reader = RawPosting(const boost::json::value& record, const FeedFacts& facts);

Reader read_ashby;       // https://developers.ashbyhq.com/docs/public-job-posting-api
Reader read_bamboohr;    // https://ACME.bamboohr.com/careers/list, and /careers/ID/detail
Reader read_eightfold;   // https://ACME.eightfold.ai/api/apply/v2/jobs
Reader read_greenhouse;  // https://developers.greenhouse.io/job-board.html
Reader read_lever;       // https://github.com/lever/postings-api
Reader read_neogov;     // https://www.governmentjobs.com/SearchEngine/JobsFeed?agency=ACME, and RSS
Reader read_oracle;     // https://HOST/hcmRestApi/resources/latest/recruitingCEJobRequisitions
Reader read_personio;   // https://ACME.jobs.personio.de/xml
Reader read_pinpoint;   // https://ACME.pinpointhq.com/postings.json
Reader read_recruitee;  // https://ACME.recruitee.com/api/offers
Reader read_smartrecruiters;  // https://developers.smartrecruiters.com/docs/posting-api
Reader read_teamtailor;       // https://ACME.teamtailor.com/jobs.json
Reader read_workable;         // https://apply.workable.com/api/v1/widget/accounts/ACME
Reader read_workday;          // https://ACME.wd5.myworkdayjobs.com/wday/cxs/ACME/SITE/jobs
Reader read_workday_job;      // .../SITE/job/PLACE/TITLE_ID

}  // namespace sources::ats
