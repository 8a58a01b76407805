// Titles, the search for them, and the model's figures, whatever the bytes.

#include "indexer/coding/coder.hpp"
#include "indexer/coding/title_search.hpp"

#include <cassert>
#include <cstdint>
#include <string_view>

namespace {

const coding::Coder& coder() {
    static const coding::Coder shipped{coding::Model::shipped()};
    return shipped;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, const std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const std::string_view title = text.substr(0, text.find('\n'));
    const std::string duties{text.substr(std::min(text.size(), title.size() + 1))};
    const coding::Coding coding = coder().code(title, {duties});
    assert(coding.top.size() <= 5);
    assert(coding.top.empty() || coding.top.front().probability <= 1.001F);
    const domain::NocCode noc = domain::NocCode::from_number(72106);
    const coding::TitleSearch search{
        {{std::string{title}, domain::OfficialLanguage::french, noc},
         {"welder", domain::OfficialLanguage::english, noc}}};
    assert(search.find(duties, 3).size() <= 1);
    if (const auto figures = coding::read_figures(text)) {
        assert(coding::write_figures(*figures) == text);
    }
    return 0;
}
