#pragma once

#include "indexer/verification/check.hpp"

#include <string>

/// Notes the verdict of a check for the end of the program (seen.cpp), and hands it on.
const verification::Check& seen(const verification::Check& check);
verification::Check seen(verification::Check&& check);

/// `fail fee`, or `pass` where a check says no more.
std::string told(const verification::Check& check);
