// jobscout-train-noc: trains the model of occupations that ships, and measures it on titles it has
// not seen: folds of labelled titles, those with the same letters in one fold. Not installed.

#include "indexer/coding/train/bound.hpp"
#include "indexer/coding/train/evaluation.hpp"
#include "indexer/coding/train/network.hpp"

#include <CLI/CLI.hpp>

#include <fstream>
#include <future>
#include <iostream>

namespace {

using train::Example;

struct Settings {
    std::string data;
    std::string model;
    std::uint32_t folds = 10;
    std::uint32_t folds_run = 10;
    std::uint32_t fold_seed = 1;
    std::uint32_t threads = 2;
    bool strict = false;
    float coverage = 0.7F;
    train::TrainingOptions training;
};

/// Titles of one group are in one fold, whatever the seed. Seed 0 is the one whose first three
/// folds the settings were chosen on, so it is not for measuring.
std::uint32_t fold_of(const Settings& settings, const Example& example) {
    if (settings.fold_seed == 0) {
        return example.group % settings.folds;
    }
    std::uint32_t hash = (example.group + 1) * 2654435761U ^ settings.fold_seed * 2246822519U;
    hash = (hash ^ (hash >> 15U)) * 2246822519U;
    hash = (hash ^ (hash >> 13U)) * 3266489917U;
    return (hash ^ (hash >> 16U)) % settings.folds;
}

/// The titles of the official index are no labels, so they stay in training whatever the fold, as
/// the index is imported where the service runs; `strict` leaves out those with a title of the
/// fold.
std::vector<train::Verdict> run_fold(
    const Settings& settings, const std::vector<Example>& examples, const std::uint32_t fold
) {
    std::vector<const Example*> seen;
    std::vector<const Example*> unseen;
    for (const Example& example : examples) {
        const bool in_fold = fold_of(settings, example) == fold;
        if (in_fold && example.kind == Example::Kind::labelled) {
            unseen.push_back(&example);
        } else if (!in_fold || !settings.strict) {
            seen.push_back(&example);
        }
    }
    const coding::Model model{train::train_network(seen, settings.training)};
    std::vector<train::Verdict> verdicts;
    verdicts.reserve(unseen.size());
    for (const Example* const example : unseen) {
        verdicts.push_back(train::judge(model, *example));
    }
    return verdicts;
}

std::vector<train::Verdict> cross_validate(
    const Settings& settings, const std::vector<Example>& examples
) {
    std::vector<train::Verdict> all;
    for (std::uint32_t fold = 0; fold < settings.folds_run;) {
        std::vector<std::future<std::vector<train::Verdict>>> running;
        for (std::uint32_t thread = 0; thread < settings.threads && fold < settings.folds_run;
             ++thread, ++fold) {
            running.push_back(std::async(std::launch::async, [&settings, &examples, fold] {
                return run_fold(settings, examples, fold);
            }));
        }
        for (auto& result : running) {
            const std::vector<train::Verdict> verdicts = result.get();
            all.insert(all.end(), verdicts.begin(), verdicts.end());
        }
        std::cerr << fold << " of " << settings.folds_run << " folds\n";
    }
    return all;
}

int run(const int argc, char** argv) {
    Settings settings;
    CLI::App app{"Trains and measures the model of occupations.", "jobscout-train-noc"};
    app.add_option("--data", settings.data, "Folder with title_noc and noc2021")->required();
    app.add_option("--model", settings.model, "Write the model of all titles here");
    app.add_option("--folds", settings.folds)->capture_default_str();
    app.add_option("--folds-run", settings.folds_run, "Of these, how many")->capture_default_str();
    app.add_option(
           "--fold-seed",
           settings.fold_seed,
           "Which titles fall together; with 0 as when the settings were chosen"
    )
        ->capture_default_str();
    app.add_option("--threads", settings.threads)->capture_default_str();
    app.add_flag(
        "--strict", settings.strict, "Leave out titles of the index that a fold holds too"
    );
    app.add_option("--coverage", settings.coverage, "Share of titles to answer")
        ->capture_default_str();
    app.add_option("--epochs", settings.training.epochs)->capture_default_str();
    app.add_option("--features", settings.training.features_max)->capture_default_str();
    app.add_option("--appearances", settings.training.appearances_min)->capture_default_str();
    app.add_option("--unit-dropout", settings.training.unit_dropout)->capture_default_str();
    app.add_option("--smoothing", settings.training.label_smoothing)->capture_default_str();
    app.add_option("--seed", settings.training.seed)->capture_default_str();
    CLI11_PARSE(app, argc, argv);

    const std::vector<Example> examples = train::read_examples(settings.data);
    const std::vector<train::Verdict> verdicts = cross_validate(settings, examples);
    const coding::Thresholds thresholds = train::thresholds(verdicts, settings.coverage);
    std::cout << train::report(verdicts, thresholds) << '\n' << train::bound_by_labels(examples);
    if (settings.model.empty()) {
        return 0;
    }
    std::vector<const Example*> all;
    all.reserve(examples.size());
    for (const Example& example : examples) {
        all.push_back(&example);
    }
    coding::Figures figures = train::train_network(all, settings.training);
    figures.thresholds = thresholds;
    std::ofstream file{settings.model, std::ios::binary};
    const std::string bytes = coding::write_figures(figures);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    std::cerr << settings.model << ": " << bytes.size() << " bytes, " << figures.keys.size()
              << " features, " << figures.nocs.size() << " unit groups\n";
    return file ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "jobscout-train-noc: " << error.what() << '\n';
        return 1;
    }
}
