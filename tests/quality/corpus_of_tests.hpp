#pragma once

#include "tests/quality/systems.hpp"

namespace quality {

/// One corpus for all tests of the program: the ingest is the long part.
inline const Corpus& corpus_of_tests() {
    static const Corpus corpus;
    return corpus;
}

inline const matching::Knowledge& knowledge_of_tests() {
    static const matching::Knowledge all = knowledge();
    return all;
}

}  // namespace quality
