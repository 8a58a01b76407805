#include "indexer/coding/own_titles.hpp"

#include "tests/support/shared.hpp"

#include <gmock/gmock.h>

#include <fstream>

namespace coding {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<IndexTitle> official_index() {
    std::vector<IndexTitle> titles;
    std::ifstream file{support::shared() / "data/noc2021/noc2021_index_titles_en.tsv"};
    std::string noc;
    std::string teer;
    std::string title;
    std::getline(file, title);
    while (std::getline(file, noc, '\t') && std::getline(file, teer, '\t') &&
           std::getline(file, title)) {
        titles.push_back({.title = title, .noc = domain::NocCode::parse(noc).value()});
    }
    return titles;
}

TEST(OwnTitles, are_what_the_official_index_lacks_and_says_in_other_words) {
    if (!std::filesystem::exists(support::shared())) {
        GTEST_SKIP() << "../shared absent";
    }
    const TitleIndex official{official_index()};
    ASSERT_FALSE(own_titles().empty());
    for (const auto& [own, same_as] : own_titles()) {
        EXPECT_THAT(official.whole(own.title), IsEmpty()) << own.title;
        EXPECT_THAT(official.whole(same_as), ElementsAre(own.noc)) << own.title;
    }
}

}  // namespace
}  // namespace coding
