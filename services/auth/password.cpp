#include "services/auth/password.hpp"

#include "services/auth/sodium.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <embedded_passwords.hpp>
#include <new>
#include <sodium.h>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace auth {
namespace {

/// libsodium's limits for signing in while somebody waits. 64 MiB is three times the least that
/// OWASP asks of argon2id (19 MiB with two passes), takes under a tenth of a second, and as many
/// hashes at once as the server has workers stay within the memory of a small machine.
constexpr unsigned long long passes = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr std::size_t memory_bytes = crypto_pwhash_MEMLIMIT_INTERACTIVE;

icu::UnicodeString normalised(const std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
    icu::UnicodeString result = nfc->normalize(
        icu::UnicodeString::fromUTF8(icu::StringPiece{
            text.data(), static_cast<std::int32_t>(text.size())}),
        status
    );
    if (U_FAILURE(status)) {
        throw std::runtime_error{"text cannot be normalised"};
    }
    return result;
}

std::string utf8(const icu::UnicodeString& text) {
    std::string result;
    return text.toUTF8String(result);
}

icu::UnicodeString folded(const std::string_view text) { return normalised(text).foldCase(); }

/// What is tried first, of our own choice, and the most used of those that have leaked elsewhere:
/// sorted lines in lower case.
const std::vector<std::string_view>& common() {
    static const std::vector<std::string_view> all = [] {
        std::vector<std::string_view> words;
        for (const embedded_passwords::Text& list : embedded_passwords::all) {
            std::string_view rest = list.text;
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find('\n'), rest.size());
                words.push_back(rest.substr(0, end));
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
        std::erase(words, std::string_view{});
        std::ranges::sort(words);
        words.erase(std::unique(words.begin(), words.end()), words.end());
        return words;
    }();
    return all;
}

bool is_listed(const std::string_view text) { return std::ranges::binary_search(common(), text); }

/// `Password2024!` is `password` to whoever guesses.
std::string_view without_figures_after(std::string_view text) {
    const std::size_t end = text.find_last_not_of("0123456789!?.,@#$%&*+-_ ");
    return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

/// One character again and again, or each the next one: figures alone, too.
bool is_run(const std::string_view text) {
    const auto steps = [&](const int step) {
        return std::ranges::adjacent_find(text, [step](const char left, const char right) {
                   return right - left != step;
               }) == text.end();
    };
    return steps(0) || steps(1) || steps(-1);
}

bool is_common(const std::string_view text) {
    return is_listed(text) || is_listed(without_figures_after(text)) || is_run(text) ||
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

void remove_all(icu::UnicodeString& text, const icu::UnicodeString& part) {
    // Of fewer letters a password may well be made by chance.
    if (part.length() >= 4) {
        text.findAndReplace(part, icu::UnicodeString{});
    }
}

/// `aline.tremblay@mail.example` has aline, tremblay, mail and example.
std::vector<std::string_view> parts_of(std::string_view email) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::vector<std::string_view> parts;
    while (!email.empty()) {
        const std::size_t end = std::min(email.find_first_not_of(letters), email.size());
        parts.push_back(email.substr(0, end));
        email.remove_prefix(std::min(end + 1, email.size()));
    }
    return parts;
}

bool is_of_account(const icu::UnicodeString& password, const std::string_view email) {
    icu::UnicodeString rest = password;
    const std::string_view local_part = email.substr(0, email.find('@'));
    remove_all(rest, folded(email));
    remove_all(rest, folded(local_part));
    for (const std::string_view part : parts_of(email)) {
        remove_all(rest, folded(part));
    }
    for (const char* const name : {"jobscout", "job scout", "job-scout", "job_scout"}) {
        remove_all(rest, icu::UnicodeString{name});
    }
    return rest.length() < password.length() &&
           rest.countChar32() < static_cast<std::int32_t>(password_length_min);
}

}  // namespace

std::size_t listed_passwords() {
    return static_cast<std::size_t>(std::ranges::count_if(
        common(), [](const std::string_view word) { return word.size() >= password_length_min; }
    ));
}

std::optional<PasswordFault> password_fault(
    const std::string_view password, const std::string_view email, const IsBreached& is_breached
) {
    const icu::UnicodeString text = normalised(password);
    const auto length = static_cast<std::size_t>(text.countChar32());
    if (length < password_length_min) {
        return PasswordFault::too_short;
    }
    if (length > password_length_max) {
        return PasswordFault::too_long;
    }
    const icu::UnicodeString lower = folded(password);
    if (is_common(utf8(lower))) {
        return PasswordFault::common;
    }
    if (is_of_account(lower, email)) {
        return PasswordFault::of_account;
    }
    if (is_breached && is_breached(utf8(text))) {
        return PasswordFault::breached;
    }
    return std::nullopt;
}

std::string hash_password(const std::string_view password) {
    start_sodium();
    std::string text = utf8(normalised(password));
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const int result =
        crypto_pwhash_str(hash.data(), text.data(), text.size(), passes, memory_bytes);
    sodium_memzero(text.data(), text.size());
    if (result != 0) {
        throw std::bad_alloc{};
    }
    return hash.data();
}

bool password_matches(const std::string& hash, const std::string_view password) {
    start_sodium();
    std::string text = utf8(normalised(password));
    const bool matches = crypto_pwhash_str_verify(hash.c_str(), text.data(), text.size()) == 0;
    sodium_memzero(text.data(), text.size());
    return matches;
}

bool is_outdated(const std::string& hash) {
    return crypto_pwhash_str_needs_rehash(hash.c_str(), passes, memory_bytes) != 0;
}

const std::string& decoy_hash() {
    static const std::string hash = [] {
        start_sodium();
        std::string unknown(32, '\0');
        randombytes_buf(unknown.data(), unknown.size());
        for (char& byte : unknown) {
            byte = static_cast<char>('a' + (static_cast<unsigned char>(byte) % 16));
        }
        return hash_password(unknown);
    }();
    return hash;
}

}  // namespace auth
