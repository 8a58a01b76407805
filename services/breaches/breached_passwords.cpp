#include "services/breaches/breached_passwords.hpp"

#include <boost/interprocess/file_mapping.hpp>
#include <boost/interprocess/mapped_region.hpp>
#include <openssl/sha.h>

#include <array>
#include <string>
#include <utility>

namespace breaches {

namespace ipc = boost::interprocess;

struct Passwords::Mapped {
    explicit Mapped(const std::filesystem::path& path)
        : file{path.c_str(), ipc::read_only}, region{file, ipc::read_only} {}

    std::string_view text() const {
        return {static_cast<const char*>(region.get_address()), region.get_size()};
    }

    ipc::file_mapping file;
    ipc::mapped_region region;
};

namespace {

constexpr std::size_t digits = std::size_t{2} * SHA_DIGEST_LENGTH;
constexpr std::string_view hexadecimal = "0123456789ABCDEF";

std::string sha1(const std::string_view text) {
    std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
    SHA1(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
    std::string result;
    for (const unsigned char byte : digest) {
        result += hexadecimal[byte >> 4U];
        result += hexadecimal[byte & 15U];
    }
    return result;
}

/// Where the line with this byte begins.
std::size_t line_at(const std::string_view text, const std::size_t byte) {
    const std::size_t before = byte == 0 ? std::string_view::npos : text.rfind('\n', byte - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

/// The digest of the line that begins there; empty where it is not such a line.
std::string_view digest_at(const std::string_view text, const std::size_t line) {
    const std::string_view digest = text.substr(line, digits);
    const bool whole = digest.size() == digits && text.substr(line + digits, 1) == ":" &&
                       digest.find_first_not_of(hexadecimal) == std::string_view::npos;
    return whole ? digest : std::string_view{};
}

}  // namespace

Passwords::Passwords(std::shared_ptr<const Mapped> mapped) : mapped_{std::move(mapped)} {}

domain::Result<Passwords> Passwords::open(const std::filesystem::path& path) {
    std::shared_ptr<const Mapped> mapped;
    try {
        mapped = std::make_shared<const Mapped>(path);
    } catch (const ipc::interprocess_exception& error) {
        return domain::invalid("", path.string() + ": cannot be read: " + error.what());
    }
    const std::string_view text = mapped->text();
    std::string_view before;
    for (const std::size_t byte : {std::size_t{0}, text.size() / 2, text.size() - 1}) {
        const std::string_view digest = digest_at(text, line_at(text, byte));
        if (digest.empty()) {
            return domain::invalid(
                "",
                path.string() + ": byte " + std::to_string(line_at(text, byte)) +
                    ": a line has 40 hexadecimal capitals, a colon and a count"
            );
        }
        if (digest < before) {
            return domain::invalid("", path.string() + ": its lines are not sorted");
        }
        before = digest;
    }
    return Passwords{std::move(mapped)};
}

bool Passwords::contains(const std::string_view password) const {
    const std::string wanted = sha1(password);
    const std::string_view text = mapped_->text();
    std::size_t begin = 0;  // Of a line, or the end of the text.
    std::size_t end = text.size();
    while (begin < end) {
        const std::size_t line = line_at(text, begin + (end - begin) / 2);
        const std::string_view digest = digest_at(text, line);
        if (digest == wanted) {
            return true;
        }
        if (digest < wanted) {
            const std::size_t newline = text.find('\n', line);
            begin = newline == std::string_view::npos ? text.size() : newline + 1;
        } else {
            end = line;
        }
    }
    return false;
}

}  // namespace breaches
