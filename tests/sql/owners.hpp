#pragma once

#include "matcher/domain/date.hpp"
#include "sql/store/candidate_store.hpp"
#include "sql/store/claim_store.hpp"
#include "sql/store/instant.hpp"

#include <chrono>
#include <string>

/// Who owns candidates, two who advise at different firms, and who reviews.
inline const store::Owner ana{.id = "ana"};
inline const store::Owner ben{.id = "ben"};
inline const store::Owner advisor{.id = "advisor-1", .firm = "harbour"};
inline const store::Owner stranger{.id = "advisor-2", .firm = "cove"};
inline const store::Reviewer reviewer{.id = "reviewer-1", .role = "reviewer"};

/// Whatever the program would say.
inline const store::Permits always = [](const std::string&, store::Reach) { return true; };
inline const store::Permits never = [](const std::string&, store::Reach) { return false; };

inline const domain::Date today = domain::parse_date("2026-11-16").value();
inline const store::Instant noon{today + std::chrono::hours{12}};
