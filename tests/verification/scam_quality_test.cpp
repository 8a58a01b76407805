// How much the text checks find of the labelled texts, and how often they accuse wrongly. The
// figures stand in indexer/verification/README.md; what is held here is that they get no worse.

#include "indexer/verification/checks.hpp"
#include "indexer/verification/posting_text.hpp"
#include "tests/support/shared.hpp"
#include "tests/verification/scam_labels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <map>

namespace {

using verification::Check;
using verification::CheckKind;
using verification::Evidence;
using verification::Verdict;

constexpr std::array checks{
    verification::contact_domain,
    verification::fees,
    verification::personal_data,
    verification::pressure,
    verification::contracting,
    verification::posting_rules,
    verification::text_anomaly};

struct Tally {
    int hits = 0;
    int all = 0;
    double share() const { return all == 0 ? 0 : double(hits) / all; }
};

/// The ends of the 95 % interval of a share, by Wilson's score.
std::pair<double, double> ends(const Tally& tally) {
    constexpr double z = 1.959964;
    const double n = tally.all;
    const double middle = tally.share() + z * z / (2 * n);
    const double spread =
        z * std::sqrt(tally.share() * (1 - tally.share()) / n + z * z / (4 * n * n));
    const double whole = 1 + z * z / n;
    return {std::max(0.0, middle - spread) / whole, (middle + spread) / whole};
}

double most(const Tally& tally) { return ends(tally).second; }

std::string interval(const Tally& tally) {
    if (tally.all == 0) {
        return "-";
    }
    const auto [least, most] = ends(tally);
    constexpr int counted_finely = 200;
    std::array<char, 64> text{};
    std::snprintf(
        text.data(),
        text.size(),
        tally.all < counted_finely ? "%d of %d (%.0f to %.0f %%)" : "%d of %d (%.2f to %.2f %%)",
        tally.hits,
        tally.all,
        100 * least,
        100 * most
    );
    return text.data();
}

bool accuses(const Check& check) {
    return check.verdict == Verdict::fail || check.verdict == Verdict::warn;
}

struct Figures {
    Tally found;
    Tally found_by_fail;
    Tally false_alarms;  ///< Genuine texts of which this check, or any, warns or fails.
    Tally false_fails;
};

using Parts = std::vector<labels::Part>;

/// For one check, or for all together where `check` is nothing: then a text is found if one of the
/// checks that it must trip does.
Figures figures_of(
    const std::vector<labels::Label>& all,
    const Parts& parts,
    const domain::OfficialLanguage language,
    const std::optional<std::size_t> only
) {
    Figures figures;
    for (const labels::Label& label : all) {
        if (std::count(parts.begin(), parts.end(), label.part) == 0 || label.language != language) {
            continue;
        }
        const verification::PostingText text{label.posting};
        const Evidence evidence{
            .posting = label.posting, .sha256 = "00", .fetched_on = {}, .text = &text};
        bool found = false;
        bool found_by_fail = false;
        bool must = false;
        bool alarm = false;
        bool fail = false;
        for (std::size_t i = 0; i < checks.size(); ++i) {
            if (only && *only != i) {
                continue;
            }
            const Check check = checks[i](evidence);
            const bool wanted =
                std::count(label.checks.begin(), label.checks.end(), check.kind) > 0;
            must = must || wanted;
            found = found || (wanted && accuses(check));
            found_by_fail = found_by_fail || (wanted && check.verdict == Verdict::fail);
            alarm = alarm || accuses(check);
            fail = fail || check.verdict == Verdict::fail;
        }
        if (must) {
            ++figures.found.all;
            figures.found.hits += found ? 1 : 0;
            ++figures.found_by_fail.all;
            figures.found_by_fail.hits += found_by_fail ? 1 : 0;
        } else if (label.checks.empty()) {
            ++figures.false_alarms.all;
            ++figures.false_fails.all;
            figures.false_alarms.hits += alarm ? 1 : 0;
            figures.false_fails.hits += fail ? 1 : 0;
            if (fail) {
                std::printf("failed: %s\n", label.id.c_str());
            }
        }
    }
    return figures;
}

void print(const char* half, const char* language, const std::string_view check, const Figures& f) {
    std::printf(
        "%-8s %s %-14s found %-26s false alarms %s\n",
        half,
        language,
        std::string{check}.c_str(),
        interval(f.found).c_str(),
        interval(f.false_alarms).c_str()
    );
}

void hold(const labels::Part part, const double recall_min, const double alarms_max) {
    const auto all = labels::all();
    constexpr std::array names{
        "open", "held out", "after", "indep", "indep ho", "second", "second ho"};
    const char* half = names[static_cast<std::size_t>(part)];
    for (const auto language :
         {domain::OfficialLanguage::english, domain::OfficialLanguage::french}) {
        const char* name = language == domain::OfficialLanguage::english ? "en" : "fr";
        for (std::size_t i = 0; i < checks.size(); ++i) {
            const domain::Posting posting = labels::posting_of("", "-");
            const auto kind =
                checks[i]({.posting = posting, .sha256 = "00", .fetched_on = {}}).kind;
            print(half, name, verification::name(kind), figures_of(all, {part}, language, i));
        }
        const Figures total = figures_of(all, {part}, language, std::nullopt);
        print(half, name, "any", total);
        EXPECT_GE(total.found.share(), recall_min) << half << " " << name;
        EXPECT_LE(total.false_alarms.share(), alarms_max) << half << " " << name;
        // One genuine text of the independent half held out is failed; no rule was mended with it.
        const int fails_max = part == labels::Part::independent_held_out ? 1 : 0;
        EXPECT_LE(total.false_fails.hits, fails_max) << half << " " << name;
    }
}

TEST(ScamQuality, holds_on_the_open_half) { hold(labels::Part::open, 0.9, 0.01); }

TEST(ScamQuality, holds_on_the_half_held_out) { hold(labels::Part::held_out, 0.9, 0.01); }

TEST(ScamQuality, holds_on_texts_written_after_the_rules) {
    hold(labels::Part::after_the_rules, 0.45, 0.01);
}

TEST(ScamQuality, holds_on_the_open_half_of_an_independent_author) {
    hold(labels::Part::independent, 0.95, 0);
}

TEST(ScamQuality, holds_on_the_half_of_an_independent_author_held_out) {
    hold(labels::Part::independent_held_out, 0.75, 0.08);
}

TEST(ScamQuality, holds_on_the_open_half_of_a_second_independent_author) {
    hold(labels::Part::second_independent, 0.8, 0);
}

TEST(ScamQuality, holds_on_the_half_of_a_second_independent_author_held_out) {
    hold(labels::Part::second_independent_held_out, 0.7, 0.04);
}

/// What is accused among real postings, of which every accusation was read.
struct RealAlarms {
    Tally all;
    Tally prose;  ///< Of those with a running text of 300 characters or more.
    Tally fails;
    std::map<std::string, Tally> by_check;
};

RealAlarms alarms_among_real_postings() {
    constexpr std::size_t prose_min = 300;
    RealAlarms alarms;
    for (const auto& [id, posting] : labels::real_postings()) {
        const verification::PostingText text{posting};
        const Evidence evidence{
            .posting = posting, .sha256 = "00", .fetched_on = {}, .text = &text};
        bool alarm = false;
        bool fail = false;
        for (const auto check : checks) {
            const Check result = check(evidence);
            const std::string name{verification::name(result.kind)};
            alarms.by_check[name].all += text.describes_the_job() || accuses(result) ? 1 : 0;
            if (!accuses(result)) {
                continue;
            }
            alarm = true;
            fail = fail || result.verdict == Verdict::fail;
            ++alarms.by_check[name].hits;
            std::printf("%s %s: %s\n", id.c_str(), name.c_str(), result.evidence.c_str());
        }
        if (!text.describes_the_job() && !alarm) {
            continue;  // A title alone is unknown to checks of words.
        }
        ++alarms.all.all;
        alarms.all.hits += alarm ? 1 : 0;
        ++alarms.fails.all;
        alarms.fails.hits += fail ? 1 : 0;
        if (posting.description.size() >= prose_min) {
            ++alarms.prose.all;
            alarms.prose.hits += alarm ? 1 : 0;
        }
    }
    return alarms;
}

/// Recall where at most one genuine posting in a hundred is accused. The only way to say less is to
/// count fails alone, so there are two operating points. Recall is that of texts that no rule was
/// mended with; what is accused is counted among real postings.
TEST(ScamQuality, finds_three_in_four_at_one_percent_of_false_alarms) {
    if (!std::filesystem::exists(support::shared() / "data/postings")) {
        GTEST_SKIP() << "../shared absent";
    }
    const RealAlarms alarms = alarms_among_real_postings();
    for (const auto& [check, tally] : alarms.by_check) {
        std::printf("%-14s accuses %s real postings\n", check.c_str(), interval(tally).c_str());
    }
    std::printf("warn or fail   accuses %s real postings\n", interval(alarms.all).c_str());
    std::printf("               accuses %s with running text\n", interval(alarms.prose).c_str());
    std::printf("fail           accuses %s real postings\n", interval(alarms.fails).c_str());
    EXPECT_GT(alarms.all.all, 10'000);
    EXPECT_LE(most(alarms.all), 0.01) << "with 97.5 % certainty";
    EXPECT_LE(alarms.all.hits, 5) << "read each that is new";
    EXPECT_EQ(alarms.fails.hits, 0);

    const Parts unseen{
        labels::Part::independent_held_out, labels::Part::second_independent_held_out};
    const auto all = labels::all();
    for (const auto language :
         {domain::OfficialLanguage::english, domain::OfficialLanguage::french}) {
        const char* name = language == domain::OfficialLanguage::english ? "en" : "fr";
        const Figures figures = figures_of(all, unseen, language, std::nullopt);
        std::printf(
            "%s warn or fail: recall %s, near misses accused %s\n"
            "%s fail alone:   recall %s, near misses failed %s\n",
            name,
            interval(figures.found).c_str(),
            interval(figures.false_alarms).c_str(),
            name,
            interval(figures.found_by_fail).c_str(),
            interval(figures.false_fails).c_str()
        );
        EXPECT_GE(figures.found.share(), 0.7) << name;
    }
}

}  // namespace
