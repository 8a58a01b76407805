#include "tests/fetch/fetching.hpp"

#include <fstream>
#include <iterator>

std::string Fetching::content() const {
    std::ifstream stream{file(), std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}
