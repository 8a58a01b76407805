#pragma once

#include "matcher/fit/fit.hpp"
#include "tests/support/values.hpp"

#include <algorithm>
#include <string>

/// A fit whose figures are the tests' own, so that the shipped ones can be tuned.
namespace own_model {

inline fit::Weights weights() {
    fit::Weights result = fit::built_in_weights().value();
    result.occupation.max = 60;
    result.occupation.minor_group = 48;
    result.occupation.sub_major_group = 32;
    result.occupation.major_group = 22;
    result.occupation.broad_category = 12;
    result.occupation.lost_per_teer = 2;
    result.occupation.related = {{0, 0}, {850, 15}, {950, 30}};
    result.occupation.months_held = {{0, 70}, {6, 80}, {12, 90}, {24, 100}};
    result.occupation.months_since = {{0, 100}, {36, 90}, {60, 75}, {120, 50}};
    result.occupation.title_doubt_percent = 50;
    result.experience = {.max = 15, .not_asked = 12, .not_stated = 9};
    result.official_languages.max = 25;
    result.official_languages.second_percent = 50;
    result.official_languages.likely_percent = 80;
    result.qualifications = {
        .max = 10,
        .one_level_short = 4,
        .equivalent_accepted = 6,
        .not_stated = 5,
        .licence_missing = 0};
    result.skills_and_duties = {.max = 20, .full_at_percent = 50, .words = 40};
    result.place = {
        .max = 10,
        .within_km = 50,
        .steps = {{0, 100}, {101, 60}, {201, 30}, {401, 0}},
        .same_province = 40,
        .same_province_from_abroad = 80,
        .other_province = 20,
        .elsewhere = 10};
    result.pay = {
        .max = 10, .not_stated_percent = 50, .short_percent = 40, .short_from_percent = 90};
    result.remote.max = 4;
    result.start.max = 2;
    result.title = {.max = 5, .known = 0};
    result.terms = {.max = 8, .short_terms = 2};
    return result;
}

inline const fit::Model& model() {
    static const fit::Model own{.weights = weights()};
    return own;
}

using support::day;
using support::noc;

inline const domain::Date today = day("2021-03-20");

inline fit::CandidateTraits traits(const domain::Candidate& candidate) {
    return {candidate, today, model()};
}

inline fit::Part part(const fit::Fit& fit, const fit::PartKind kind) {
    return *std::ranges::find(fit.parts, kind, &fit::Part::kind);
}

}  // namespace own_model
