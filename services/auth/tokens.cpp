#include "services/auth/tokens.hpp"

#include "matcher/document/field_reader.hpp"
#include "services/auth/role_names.hpp"

#include <algorithm>
#include <utility>

namespace auth {
namespace {

using document::FieldReader;
using document::ValueReader;

constexpr std::size_t digest_digits = 64;

bool is_digest(const std::string_view text) {
    return text.size() == digest_digits &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string firm(const ValueReader& name) { return name.text({.min = 1}); }

/// Looks at every character whatever the first ones are, so that the time taken tells nothing.
bool equal_in_constant_time(const std::string_view left, const std::string_view right) {
    unsigned difference = left.size() == right.size() ? 0U : 1U;
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
        difference |= static_cast<unsigned>(left[i] ^ right[i]);
    }
    return difference == 0;
}

}  // namespace

domain::Result<Tokens> Tokens::parse(const std::string_view json) {
    Tokens tokens;
    const auto read_entry = [&tokens](FieldReader& in) {
        Entry entry{
            .token_sha256 = in.required("token_sha256").text({}),
            .principal =
                {.role = in.required("role").choice(role_names),
                 .id = in.required("id").text({.min = 1}),
                 .firm = in.optional("firm", firm).value_or("")},
        };
        if (entry.principal.role == Role::employer) {
            in.refuse("role", "an employer has an account, and claims postings with its address");
        }
        if (!entry.principal.firm.empty() && entry.principal.role != Role::advisor) {
            in.refuse("firm", "only an advisor is of a firm");
        }
        if (!is_digest(entry.token_sha256)) {
            in.refuse("token_sha256", "not 64 lower-case hex digits");
        } else if (tokens.find(entry.token_sha256).role != Role::anonymous) {
            in.refuse("token_sha256", "the token stands there twice");
        }
        return tokens.entries_.emplace_back(std::move(entry));
    };
    const auto read = document::parse_document(json, [&read_entry](const ValueReader& root) {
        return root.array([&read_entry](const ValueReader& item) { return item.object(read_entry); }
        );
    });
    if (!read) {
        return read.error();
    }
    return tokens;
}

Principal Tokens::find(const std::string_view token_sha256) const {
    const Entry* found = nullptr;
    for (const Entry& entry : entries_) {
        if (equal_in_constant_time(entry.token_sha256, token_sha256)) {
            found = &entry;
        }
    }
    return found != nullptr ? found->principal : Principal{};
}

std::string_view bearer_token(const std::string_view authorization) {
    constexpr std::string_view scheme = "bearer ";
    const bool bearer =
        authorization.size() > scheme.size() &&
        std::equal(scheme.begin(), scheme.end(), authorization.begin(), [](char want, char got) {
            return want == (got >= 'A' && got <= 'Z' ? static_cast<char>(got - 'A' + 'a') : got);
        });
    return bearer ? authorization.substr(scheme.size()) : std::string_view{};
}

}  // namespace auth
