#pragma once

#include "indexer/normalise/gazetteer.hpp"
#include "matcher/domain/round.hpp"
#include "matcher/fit/fit.hpp"
#include "sql/store/reference_store.hpp"
#include "sql/store/round_store.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace matching {

/// What a match rests on beside candidate and posting.
struct Facts {
    fit::Model model;
    normalise::Gazetteer gazetteer;
    std::vector<domain::Round> rounds = {};  ///< As store::RoundStore lists them.
};

/// Keeps the facts in step with the skill profiles, places and rounds that are imported, which an
/// operator imports or reverts while a program runs.
class FactsKeeper {
public:
    FactsKeeper(store::ReferenceStore& reference, store::RoundStore& rounds, fit::Weights weights);

    /// Throws std::runtime_error before the first refresh: without them every answer would be
    /// another one.
    std::shared_ptr<const Facts> current() const;

    bool is_loaded() const;

    /// Takes up the facts if they are others than before. One caller at a time.
    void refresh();

private:
    store::ReferenceStore& reference_;
    store::RoundStore& rounds_;
    fit::Weights weights_;
    std::optional<std::string> version_;  ///< Of `current_`.
    mutable std::mutex swapping_;  ///< Held while the pointer is copied, and for nothing else.
    std::shared_ptr<const Facts> current_;  ///< Null before the first refresh.
};

/// The places of a candidate's preferences that the gazetteer knows: `Halifax`, `Québec, QC`. A
/// name without a province stands for the place that is far larger than its namesakes, if one is.
std::vector<fit::WishedPlace> wished_places(
    const normalise::Gazetteer& gazetteer, const std::vector<std::string>& names
);

}  // namespace matching
