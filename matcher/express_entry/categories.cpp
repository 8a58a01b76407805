#include "matcher/express_entry/categories.hpp"

#include "matcher/express_entry/profile.hpp"
#include "matcher/express_entry/work.hpp"
#include "matcher/rules/regulations.hpp"

#include <algorithm>

namespace express_entry {
namespace {

using domain::Candidate;
using domain::Date;
using domain::Job;
using enum ReasonCode;

CategoryVerdict judge_french(
    const Candidate& candidate, const Date as_of, const rules::Category& category
) {
    const domain::Clb needed = *category.french_level;
    domain::Clb best = -1;
    for (const domain::LanguageTest& test : valid_tests(candidate.language_tests, as_of)) {
        if (domain::language_of(test.kind) == domain::OfficialLanguage::french) {
            best = std::max(best, test.levels.lowest());
        }
    }
    if (best < 0) {
        return {&category, Verdict::fail, because(category_french_none, {needed})};
    }
    const bool met = best >= needed;
    return {
        &category,
        met ? Verdict::pass : Verdict::fail,
        because(met ? category_french_met : category_french_short, {best, needed})};
}

CategoryVerdict judge_work(
    const Candidate& candidate, const Date as_of, const rules::Category& category
) {
    const rules::CategoryWork& asked = *category.work;
    const Period window = months_before(as_of, asked.window_months);
    const auto listed = only(candidate.jobs, [&](const Job& job) {
        return counts_as_work(job) && category.has(job.noc) &&
               (!asked.canada_only || in_canada(job.country));
    });
    if (listed.empty()) {
        return {&category, Verdict::fail, because(category_work_none, {asked.months})};
    }
    int most = -1;
    std::string main;
    for (const domain::NocCode noc : occupations_of(listed)) {
        const auto same = only(listed, [noc](const Job& job) { return job.noc == noc; });
        const FullTimeMonths months =
            asked.unbroken ? longest_unbroken(same, window) : work_done(same, window);
        if (months.whole() > most) {
            most = months.whole();
            main = noc.to_string();
        }
    }
    const bool met = most >= asked.months;
    return {
        &category,
        met ? Verdict::pass : Verdict::fail,
        because(met ? category_work_met : category_work_short, {most, asked.months, main})};
}

CategoryVerdict judge(
    const Candidate& candidate, const Date as_of, const rules::Category& category
) {
    if (category.french_level) {
        return judge_french(candidate, as_of, category);
    }
    if (category.work) {
        return judge_work(candidate, as_of, category);
    }
    return {&category, Verdict::unknown, because(category_not_asked_here)};
}

}  // namespace

std::vector<CategoryVerdict> judge_categories(const Candidate& candidate, const Date as_of) {
    std::vector<CategoryVerdict> verdicts;
    const rules::CategoryList* list = rules::in_force(rules::regulations().categories, as_of);
    if (list == nullptr) {
        return verdicts;
    }
    verdicts.reserve(list->categories.size());
    for (const rules::Category& category : list->categories) {
        verdicts.push_back(judge(candidate, as_of, category));
    }
    return verdicts;
}

std::vector<OpenedCategory> categories_opened(
    const Candidate& candidate, const domain::NocCode noc, const Date start, const int months_max
) {
    std::vector<OpenedCategory> opened;
    const rules::CategoryList* list = rules::in_force(rules::regulations().categories, start);
    if (list == nullptr) {
        return opened;
    }
    constexpr double full_time = 40;
    const Candidate working = working_in_canada(candidate, noc, start, full_time);
    for (const rules::Category& category : list->categories) {
        if (!category.work || !category.has(noc) ||
            judge(candidate, start, category).member == Verdict::pass) {
            continue;
        }
        for (int months = 1; months <= months_max; ++months) {
            if (judge(working, domain::add_months(start, months), category).member ==
                Verdict::pass) {
                opened.push_back({.category = &category, .months = months});
                break;
            }
        }
    }
    return opened;
}

Candidate working_in_canada(
    const Candidate& candidate,
    const domain::NocCode noc,
    const Date start,
    const double weekly_hours
) {
    Candidate working = candidate;
    std::erase_if(working.jobs, [start](const Job& job) { return job.start >= start; });
    for (Job& job : working.jobs) {
        if (!job.end || *job.end >= start) {
            job.end = start - std::chrono::days{1};
        }
    }
    Job job;
    job.noc = noc;
    job.country = "CA";
    job.start = start;
    job.hours_per_week = weekly_hours;
    working.jobs.push_back(std::move(job));
    return working;
}

}  // namespace express_entry
