#include "indexer/watch/file_content.hpp"

#include <fstream>
#include <iterator>

namespace watch {

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

}  // namespace watch
