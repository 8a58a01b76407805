// deploy/docs/permissions.md says of every route who may ask it: it is made from the tables of the
// program, and this holds it to them. JOBSCOUT_WRITE_PAGES=1 writes it anew.

#include "services/api/account_routes.hpp"
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

std::string_view words_of(const auth::Access access) {
    switch (access) {
        case auth::Access::anyone:
            return "yes";
        case auth::Access::mailed_secret:
            return "whoever has the secret that was mailed";
        case auth::Access::any_session:
            return "a session, also without its second factor";
        case auth::Access::set_up:
            return "a session, also one that has a second factor to set up";
        case auth::Access::recent_set_up:
            return "the same, the password given in the last 15 minutes";
        case auth::Access::whole_session:
            return "a session";
        case auth::Access::recent_session:
            return "a session, the password given in the last 15 minutes";
        case auth::Access::operators:
            return "operators";
    }
    return "";
}

/// A route as openapi.json writes it.
std::string shown(const std::string_view pattern) {
    return std::regex_replace(std::string{pattern}, std::regex{R"(\{(\w+):\w+\})"}, "{$1}");
}

std::string page() {
    std::ostringstream text;
    text << R"(# Who may ask what

Made from the tables of `services/auth/permission.cpp` and `services/api/routes.cpp`; a test holds it to them. What is not
granted is refused: 401 to nobody, 403 to a role that may never do it, 404 where it is somebody else's.

- own: what the principal has created; of a route without a number, their own list.
- by consent: of a candidate who lets the advisor's firm read, as long as they do; each reading is noted for the
  candidate, but for messages, which are written to the firm.
- own posting: candidates who agree to be shown, without who they are, for a posting that a reviewer
  has said is the employer's own.
- agreed: of a candidate who agreed to this employer, for this posting.

| route | nobody | candidate | advisor | employer | reviewer | operator |
|---|---|---|---|---|---|---|
)";
    for (const api::Permission& route : api::permissions()) {
        text << "| " << route.method << " " << shown(route.pattern);
        for (const auth::Role role : auth::all_roles) {
            text << " | " << words_of(auth::granted(route.action, role));
        }
        text << " |\n";
    }
    text << R"(
## Routes about accounts

Each is about the account of who asks, but for those of operators. No API token may ask any of them that needs a session.

| route | who |
|---|---|
)";
    for (const api::AccountPermission& route : api::account_permissions()) {
        text << "| " << route.method << " " << shown(route.pattern) << " | "
             << words_of(route.access) << " |\n";
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
