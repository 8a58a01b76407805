#include "indexer/search/location.hpp"

#include <charconv>
#include <utility>

namespace search {
namespace {

constexpr int port_max = 65'535;

bool is_remote(const std::string_view text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || text.find(' ') != text.npos) {
        return false;
    }
    const std::string_view digits = text.substr(colon + 1);
    int port = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    return error == std::errc{} && end == digits.data() + digits.size() && port > 0 &&
           port <= port_max;
}

}  // namespace

domain::Result<std::vector<std::string>> parse_remotes(const std::string_view text) {
    std::vector<std::string> remotes;
    if (text.empty()) {
        return remotes;
    }
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(',', start), text.size());
        const std::string_view one = text.substr(start, end - start);
        if (!is_remote(one)) {
            return domain::invalid(
                "index-remote", "'" + std::string{one} + "' is not host:port, such as index1:7001"
            );
        }
        remotes.emplace_back(one);
        start = end + 1;
    }
    if (remotes.size() > shards_max) {
        return domain::invalid(
            "index-remote",
            std::to_string(remotes.size()) + " shards are more than " + std::to_string(shards_max)
        );
    }
    return remotes;
}

domain::Result<IndexLocation> location_of(std::string folder, const std::string_view remotes) {
    auto servers = parse_remotes(remotes);
    if (!servers) {
        return servers.error();
    }
    IndexLocation location{std::move(folder)};
    location.remotes = *std::move(servers);
    return location;
}

}  // namespace search
