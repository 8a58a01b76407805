// A list of sources in any bytes is read or refused with a reason; what is read stays within the
// limits that the schema states, and leaves no way out of its folder by a name.

#include "indexer/fetch/source_list.hpp"
#include "indexer/fetch/url.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

void check(const bool holds) {
    if (!holds) {
        std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    const std::string_view input{reinterpret_cast<const char*>(data), size};
    const auto base = fetch::parse_url("https://jobs.example/feed").value();
    const std::string next = fetch::next_page(input.substr(0, input.find('\0')), base);
    check(next.empty() || next.find("://") != std::string::npos);
    if (const auto added = fetch::added_source_from("added", input, {})) {
        // Nothing on the machine is within reach over the API.
        check(std::holds_alternative<fetch::Remote>(added->from) && !added->mapping);
        const auto& remote = std::get<fetch::Remote>(added->from);
        check(!remote.ca_file && !remote.authorization_file);
        check(remote.addresses == fetch::Addresses::public_only);
    }
    const auto list = fetch::source_list_from(input, "/list");
    if (!list) {
        check(!list.error().message.empty());
        return 0;
    }
    for (const fetch::Source& source : list->sources) {
        check(!source.name.empty() && source.name.find_first_of("/.") == std::string::npos);
        if (const auto* remote = std::get_if<fetch::Remote>(&source.from)) {
            const auto url = fetch::parse_url(remote->url);
            check(url && (url->scheme == "http" || url->scheme == "https"));
            check(remote->limits.bytes > 0 && remote->limits.time.count() > 0);
            check(remote->user_agent.find_first_of("\r\n") == std::string::npos);
        }
    }
    return 0;
}
