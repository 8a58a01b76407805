#pragma once

#include "matcher/domain/language.hpp"
#include "services/auth/account_access.hpp"
#include "services/http/message.hpp"
#include "services/http/problem.hpp"
#include "services/wire/messages.hpp"

#include <chrono>
#include <string_view>

/// How the routes about accounts refuse: a problem of the type `name`, and a detail in the language
/// asked for, from the message `account.<name>`.
namespace api {

http::Response refuse(
    unsigned status,
    std::string_view name,
    domain::OfficialLanguage language,
    const wire::Arguments& arguments = {},
    http::Place place = {}
);

/// 401 or 403.
http::Response refuse(auth::Denial denial, domain::OfficialLanguage language);

/// 429 with Retry-After.
http::Response refuse_for_now(std::chrono::seconds wait, domain::OfficialLanguage language);

}  // namespace api
