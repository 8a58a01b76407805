#pragma once

#include "tests/quality/systems.hpp"

namespace quality {

/// One corpus for all tests of the program: the ingest is the long part.
inline const Corpus& corpus_of_tests() {
    static const Corpus corpus;
    return corpus;
}

inline const Ours& ours_of_tests() {
    static const Ours ours{corpus_of_tests()};
    return ours;
}

}  // namespace quality
