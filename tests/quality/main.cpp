// How well rankings agree with what people graded: tests/quality/README.md.

#include "tests/quality/report.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <iostream>

namespace {

constexpr int no_archive = 2;

int run(int argc, char** argv) {
    CLI::App app{"Holds the matcher and word-based baselines against the grades of tests/quality."};
    bool held_out = false;
    bool per_candidate = false;
    bool unjudged = false;
    bool judged = false;
    bool as_json = false;
    std::string weights;
    std::string keep;
    app.add_flag(
        "--held-out", held_out, "The candidates that nothing is tuned on, in place of the others"
    );
    app.add_option("--weights", weights, "Weights of fit in place of those that ship");
    auto* const shown = app.add_option_group("What is printed")->require_option(0, 1);
    shown->add_flag("--per-candidate", per_candidate, "Also what each is shown, with its grades");
    shown->add_flag("--unjudged", unjudged, "Only what stands in some first ten without a grade");
    shown->add_flag("--judged", judged, "Only the parts of fit of every graded posting");
    shown->add_flag("--json", as_json, "All figures as JSON");
    app.add_option(
        "--keep", keep, "Folder whose database and index are made once and then used as they are"
    );
    CLI11_PARSE(app, argc, argv);
    if (!quality::has_archive()) {
        std::cerr << "quality: ../shared absent\n";
        return no_archive;
    }
    const quality::Set set = held_out ? quality::Set::held_out : quality::Set::tuned;
    const quality::Corpus corpus{keep};
    const quality::Ours ours{corpus, weights};
    const quality::Results results{
        .set = held_out ? "held_out" : "tuned",
        .corpus = corpus,
        .ours = ours,
        .all = quality::ask_all(ours, corpus, quality::read_cases(set)),
    };
    if (unjudged) {
        std::cout << quality::unjudged(results);
        return 0;
    }
    if (judged) {
        std::cout << quality::judged(results);
        return 0;
    }
    std::cout << (as_json ? quality::json(results) : quality::text(results));
    if (per_candidate) {
        std::cout << quality::per_candidate(results);
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "quality: %s\n", error.what());
        return 1;
    }
}
