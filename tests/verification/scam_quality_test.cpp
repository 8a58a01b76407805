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

/// 95 % interval of a share by Wilson's score, in percent.
std::string interval(const Tally& tally) {
    if (tally.all == 0) {
        return "-";
    }
    constexpr double z = 1.959964;
    const double n = tally.all;
    const double middle = tally.share() + z * z / (2 * n);
    const double spread =
        z * std::sqrt(tally.share() * (1 - tally.share()) / n + z * z / (4 * n * n));
    std::array<char, 64> text{};
    std::snprintf(
        text.data(),
        text.size(),
        "%d of %d (%.0f to %.0f %%)",
        tally.hits,
        tally.all,
        100 * std::max(0.0, middle - spread) / (1 + z * z / n),
        100 * (middle + spread) / (1 + z * z / n)
    );
    return text.data();
}

bool accuses(const Check& check) {
    return check.verdict == Verdict::fail || check.verdict == Verdict::warn;
}

struct Figures {
    Tally found;
    Tally false_alarms;  ///< Genuine texts of which this check, or any, warns or fails.
    Tally false_fails;
};

/// For one check, or for all together where `check` is nothing: then a text is found if one of the
/// checks that it must trip does.
Figures figures_of(
    const std::vector<labels::Label>& all,
    const labels::Part part,
    const domain::OfficialLanguage language,
    const std::optional<std::size_t> only
) {
    Figures figures;
    for (const labels::Label& label : all) {
        if (label.part != part || label.language != language) {
            continue;
        }
        const verification::PostingText text{label.posting};
        const Evidence evidence{
            .posting = label.posting, .sha256 = "00", .fetched_on = {}, .text = &text};
        bool found = false;
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
            alarm = alarm || accuses(check);
            fail = fail || check.verdict == Verdict::fail;
        }
        if (must) {
            ++figures.found.all;
            figures.found.hits += found ? 1 : 0;
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
    constexpr std::array names{"open", "held out", "after", "indep", "indep ho", "second"};
    const char* half = names[static_cast<std::size_t>(part)];
    for (const auto language :
         {domain::OfficialLanguage::english, domain::OfficialLanguage::french}) {
        const char* name = language == domain::OfficialLanguage::english ? "en" : "fr";
        for (std::size_t i = 0; i < checks.size(); ++i) {
            const domain::Posting posting = labels::posting_of("", "-");
            const auto kind =
                checks[i]({.posting = posting, .sha256 = "00", .fetched_on = {}}).kind;
            print(half, name, verification::name(kind), figures_of(all, part, language, i));
        }
        const Figures total = figures_of(all, part, language, std::nullopt);
        print(half, name, "any", total);
        EXPECT_GE(total.found.share(), recall_min) << half << " " << name;
        EXPECT_LE(total.false_alarms.share(), alarms_max) << half << " " << name;
        // One genuine text of the independent half held out is failed; no rule was mended with it.
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

TEST(ScamQuality, holds_on_texts_of_a_second_independent_author) {
    hold(labels::Part::second_independent, 0.7, 0.09);
}

TEST(ScamQuality, fails_no_real_posting) {
    if (!std::filesystem::exists(support::shared() / "data/postings")) {
        GTEST_SKIP() << "../shared absent";
    }
    int with_words = 0;
    int warned = 0;
    for (const auto& [id, posting] : labels::real_postings()) {
        const verification::PostingText text{posting};
        with_words += text.describes_the_job() ? 1 : 0;
        const Evidence evidence{
            .posting = posting, .sha256 = "00", .fetched_on = {}, .text = &text};
        for (const auto check : checks) {
            const Check result = check(evidence);
            EXPECT_NE(result.verdict, Verdict::fail)
                << id << " " << verification::name(result.kind) << ": " << result.evidence;
            if (result.verdict == Verdict::warn) {
                ++warned;
                std::printf(
                    "%s %s: %s\n",
                    id.c_str(),
                    std::string{verification::name(result.kind)}.c_str(),
                    result.evidence.c_str()
                );
            }
        }
    }
    std::printf("%d postings with words, %d warnings\n", with_words, warned);
    EXPECT_GT(with_words, 10'000);
    EXPECT_LE(warned, 5);
}

}  // namespace
