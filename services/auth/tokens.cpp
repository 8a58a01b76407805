#include "services/auth/tokens.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace auth {
namespace {

namespace json = boost::json;

constexpr std::size_t digest_digits = 64;
constexpr std::size_t entry_members = 3;

constexpr std::array<std::pair<std::string_view, Role>, 5> roles{{
    {"candidate", Role::candidate},
    {"advisor", Role::advisor},
    {"employer", Role::employer},
    {"reviewer", Role::reviewer},
    {"operator", Role::op},
}};

bool is_digest(const std::string_view text) {
    return text.size() == digest_digits &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<std::string_view> text_of(const json::object& object, const std::string_view name) {
    const json::value* value = object.if_contains({name.data(), name.size()});
    if (value == nullptr || !value->is_string()) {
        return std::nullopt;
    }
    return std::string_view{value->get_string().data(), value->get_string().size()};
}

std::optional<Role> role_from(const std::string_view name) {
    for (const auto& [known, role] : roles) {
        if (known == name) {
            return role;
        }
    }
    return std::nullopt;
}

/// Looks at every character whatever the first ones are, so that the time taken tells nothing.
bool equal_in_constant_time(const std::string_view left, const std::string_view right) {
    unsigned difference = left.size() == right.size() ? 0U : 1U;
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
        difference |= static_cast<unsigned>(left[i] ^ right[i]);
    }
    return difference == 0;
}

}  // namespace

domain::Result<Tokens> Tokens::parse(const std::string_view text) {
    boost::system::error_code error;
    const json::value document = json::parse({text.data(), text.size()}, error);
    if (error || !document.is_array()) {
        return domain::invalid("", "the tokens are not a JSON array");
    }
    Tokens tokens;
    for (const json::value& element : document.get_array()) {
        const std::string path = "[" + std::to_string(tokens.entries_.size()) + "]";
        if (!element.is_object() || element.get_object().size() != entry_members) {
            return domain::invalid(path, "not an object of token_sha256, role and id");
        }
        const auto digest = text_of(element.get_object(), "token_sha256");
        if (!digest || !is_digest(*digest)) {
            return domain::invalid(path + ".token_sha256", "not 64 lower-case hex digits");
        }
        if (tokens.find(*digest).role != Role::anonymous) {
            return domain::invalid(path + ".token_sha256", "the token stands there twice");
        }
        const auto role = role_from(text_of(element.get_object(), "role").value_or(""));
        if (!role) {
            return domain::invalid(path + ".role", "not the name of a role");
        }
        const auto id = text_of(element.get_object(), "id");
        if (!id || id->empty()) {
            return domain::invalid(path + ".id", "not the id of a principal");
        }
        tokens.entries_.push_back(
            {.token_sha256 = std::string{*digest},
             .principal = {.role = *role, .id = std::string{*id}}}
        );
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
