// The checks that look things up, over the archive of March 2021 and the lists beside the
// repository. Prints the table that LISTS.md publishes; JOBSCOUT_SHOW=1 prints every fail and some
// of the warnings to be read.

#include "indexer/normalise/employer_name.hpp"
#include "indexer/verification/checks.hpp"
#include "tests/support/shared.hpp"
#include "tests/verification/archive.hpp"

#include <gmock/gmock.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <unordered_map>

namespace {

using verification::Check;
using verification::CheckKind;
using verification::Verdict;
using Clock = std::chrono::steady_clock;

const verification::Lists& archive_lists() {
    static const verification::Lists all = archive::lists();
    return all;
}

const std::vector<domain::Posting>& postings() {
    static const std::vector<domain::Posting> all = [] {
        std::vector<domain::Posting> result;
        archive::each_posting([&](const domain::Posting& posting) { result.push_back(posting); });
        return result;
    }();
    return all;
}

class ArchiveLists : public testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(support::shared())) {
            GTEST_SKIP() << "../shared absent";
        }
    }
};

std::string shown(const Check& check) {
    std::string text{name(check.kind)};
    text.append(" ").append(name(check.verdict)).append(" ").append(check.code);
    for (const auto& [what, value] : check.values) {
        text.append(" ").append(what).append("=");
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            text.append(std::to_string(*number));
        } else if (const auto* word = std::get_if<std::string>(&value)) {
            text.append(*word);
        } else {
            text.append(domain::to_string(std::get<domain::Date>(value)));
        }
    }
    return text.append(" | ").append(check.evidence);
}

/// Whether the matcher takes the posting's employer for the entry's.
bool matches(const domain::Posting& posting, const archive::Names& entry) {
    const auto name = normalise::employer_name_from(posting.hiring_organization);
    const auto& employers = archive_lists().employers();
    const auto match = employers.match(name.key, name.operating_key, posting.job_locations);
    if (match.ambiguous) {
        return false;
    }
    for (const auto id : {match.legal, match.operating, match.near}) {
        if (id == verification::EmployerMatch::none || employers.owners(id) > 1) {
            continue;
        }
        const auto key = employers.key(id);
        if (key == entry.legal_key ||
            (!entry.operating_key.empty() && key == entry.operating_key)) {
            return true;
        }
    }
    return false;
}

TEST_F(ArchiveLists, employers_are_matched_as_readers_judged_them) {
    std::unordered_map<std::string, const domain::Posting*> by_id;
    for (const domain::Posting& posting : postings()) {
        by_id.emplace(posting.source_id, &posting);
    }
    struct Counts {
        std::size_t found = 0;
        std::size_t missed = 0;
        std::size_t wrong = 0;
    };
    std::map<std::string, Counts> halves;
    for (const archive::Label& label : archive::labels()) {
        const auto posting = by_id.find(label.posting);
        const auto entry = archive::names_of(label.entry);
        ASSERT_FALSE(entry.legal_key.empty()) << label.entry << " is no entry";
        ASSERT_NE(posting, by_id.end()) << label.posting;
        const bool matched = matches(*posting->second, entry);
        Counts& counts = halves[label.half];
        counts.found += matched && label.verdict == "same" ? 1 : 0;
        counts.missed += !matched && label.verdict == "same" ? 1 : 0;
        counts.wrong += matched && label.verdict != "same" ? 1 : 0;
        const bool is_right = matched == (label.verdict == "same");
        if (std::getenv("JOBSCOUT_SHOW") != nullptr && !is_right && label.half == "open") {
            std::cout << label.stratum << ' ' << label.posting << ' '
                      << posting->second->hiring_organization << " <> " << entry.legal_key << " / "
                      << entry.operating_key << ": " << label.verdict << '\n';
        }
    }
    for (const auto& [half, counts] : halves) {
        const auto precision = archive::wilson(counts.found, counts.found + counts.wrong);
        const auto recall = archive::wilson(counts.found, counts.found + counts.missed);
        std::cout << half << ": found " << counts.found << ", wrong " << counts.wrong << ", missed "
                  << counts.missed << "; precision " << precision.low << " to " << precision.high
                  << ", recall " << recall.low << " to " << recall.high << '\n';
        EXPECT_LE(counts.wrong, 1U) << half;
        EXPECT_GE(counts.found * 100, (counts.found + counts.missed) * 85) << half;
    }
}

TEST_F(ArchiveLists, no_posting_of_the_archive_is_failed_wrongly) {
    const auto run = [](const char* day, const bool show) {
        std::map<std::string, std::map<std::string, int>> table;
        const auto begin = Clock::now();
        std::size_t fails = 0;
        for (const domain::Posting& posting : postings()) {
            const verification::Evidence evidence{
                .posting = posting,
                .sha256 = "00",
                .fetched_on = domain::parse_date(day).value(),
                .lists = &archive_lists()};
            for (const Check& check : verification::verify(evidence)) {
                ++table[std::string{name(check.kind)}]
                       [std::string{name(check.verdict)} + " " + std::string{check.code}];
                if (show && check.verdict != Verdict::pass && check.verdict != Verdict::unknown) {
                    std::cout << "@ " << shown(check) << " @ " << posting.source_id << " "
                              << posting.title << " | " << posting.hiring_organization << " | "
                              << (posting.job_locations.empty()
                                      ? ""
                                      : posting.job_locations[0].city + " " +
                                            std::string{
                                                domain::code(posting.job_locations[0].province)})
                              << " | "
                              << (posting.base_salary ? posting.base_salary->hourly_min : 0)
                              << '\n';
                }
                fails +=
                    check.kind == CheckKind::non_compliant_list && check.verdict == Verdict::fail
                        ? 1
                        : 0;
            }
        }
        const std::chrono::duration<double> took = Clock::now() - begin;
        std::cout << day << ": " << static_cast<double>(postings().size()) / took.count()
                  << " postings/s\n";
        for (const auto& [check, verdicts] : table) {
            std::cout << "  " << check << ":";
            for (const auto& [verdict, count] : verdicts) {
                std::cout << "  " << verdict << " " << count;
            }
            std::cout << '\n';
        }
        return fails;
    };
    const bool show = std::getenv("JOBSCOUT_SHOW") != nullptr;
    EXPECT_EQ(run("2021-03-20", false), 0U) << "no decision of the list was made by then";
    // Each read by eye: the very name in the city of the list.
    EXPECT_EQ(run("2023-10-10", show), 4U);
}

}  // namespace
