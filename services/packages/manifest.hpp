#pragma once

#include "services/packages/package.hpp"

#include <string>

namespace packages {

struct Versions {
    std::string weasyprint;
    std::string pandoc;
};

/// `manifest.json`: `{schema, posting, advisor{firm, standing, licence_number}, as_of,
/// inputs{candidate, posting, evidence, fit_and_lift, own_words}, revision, rule_sets[],
/// ats{version, findings[]}, versions{}, documents{resume[], letter[]}, files[{name, bytes,
/// sha256}]}`. Inputs are told by their SHA-256; documents sentence by sentence, each with its
/// facts.
std::string manifest(
    const Order& order, const Sent& sent, const Package& package, const Versions& versions
);

/// What is in the archive, and what of it is to be sent.
std::string readme(const Order& order);

}  // namespace packages
