// deploy/docs/permissions.md says of every route who may ask it: it is made from the tables of the
// program, and this holds it to them. JOBSCOUT_WRITE_PAGES=1 writes it anew.

#include "services/api/routes.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace {

using auth::Whose;

std::string words_of(const Whose whose) {
    struct Word {
        Whose whose;
        std::string_view text;
    };
    constexpr std::array words{
        Word{Whose::anyone, "yes"},
        Word{Whose::own, "own"},
        Word{Whose::read_consented, "by consent"},
        Word{Whose::replace_consented, "by consent to replace"},
        Word{Whose::own_posting, "own posting"},
        Word{Whose::agreed, "own posting, agreed"},
    };
    std::string text;
    for (const Word& word : words) {
        if (meet(whose, word.whose)) {
            text += (text.empty() ? "" : ", ") + std::string{word.text};
        }
    }
    return text.empty() ? "-" : text;
}

std::string page() {
    std::ostringstream text;
    text << R"(# Who may ask what

Made from the tables of `services/auth/permission.cpp` and `services/api/routes.cpp`; a test holds it to them. What is not
granted is refused: 401 to nobody, 403 to a role that may never do it, 404 where it is somebody else's.

- own: what the principal has created; of a route without a number, their own list.
- by consent: of a candidate who lets the advisor's firm read, as long as they do; each reading is noted for the candidate.
- own posting: candidates who agree to be shown, without who they are, for a posting that a reviewer
  has said is the employer's own.
- agreed: of a candidate who agreed to this employer, for this posting.

| route | nobody | candidate | advisor | employer | reviewer | operator |
|---|---|---|---|---|---|---|
)";
    for (const api::Permission& route : api::permissions()) {
        text << "| " << route.method << " "
             << std::regex_replace(
                    std::string{route.pattern}, std::regex{R"(\{(\w+):\w+\})"}, "{$1}"
                );
        for (const auth::Role role : auth::all_roles) {
            text << " | " << words_of(auth::granted(route.action, role));
        }
        text << " |\n";
    }
    return text.str();
}

TEST(PermissionsPage, is_made_from_the_tables) {
    const std::string path = REPOSITORY_ROOT "/deploy/docs/permissions.md";
    if (std::getenv("JOBSCOUT_WRITE_PAGES") != nullptr) {
        std::ofstream{path} << page();
    }
    std::stringstream kept;
    kept << std::ifstream{path}.rdbuf();
    EXPECT_EQ(kept.str(), page());
}

}  // namespace
