#include "services/mail/message.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <ctime>

namespace mail {
namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::string_view hex = "0123456789ABCDEF";

bool is_control(const char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }

/// On one line: nothing in it can begin another header.
std::string on_one_line(std::string_view text) {
    std::string result{text};
    std::ranges::replace_if(result, is_control, ' ');
    return result;
}

std::string base64(const std::string_view bytes) {
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string result;
    for (std::size_t index = 0; index < bytes.size(); index += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - index);
        unsigned held = 0;
        for (std::size_t offset = 0; offset < 3; ++offset) {
            const auto byte =
                offset < count ? static_cast<unsigned char>(bytes[index + offset]) : 0U;
            held = (held << 8U) | byte;
        }
        for (std::size_t offset = 0; offset < 4; ++offset) {
            result += offset <= count ? alphabet[(held >> (18 - 6 * offset)) & 63U] : '=';
        }
    }
    return result;
}

/// How many bytes the first characters of UTF-8 text have together, `bytes_max` at most.
std::size_t whole_characters(const std::string_view text, const std::size_t bytes_max) {
    std::size_t end = std::min(bytes_max, text.size());
    const auto continues = [&](const std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    while (end > 0 && continues(end)) {
        --end;
    }
    // What is no UTF-8 is cut anywhere.
    return end > 0 ? end : std::min(bytes_max, text.size());
}

/// Whether a header can have it as it stands, with room for the header's name before it.
bool is_plain(const std::string_view text) {
    constexpr std::size_t length_max = 60;
    return text.size() <= length_max && text.find("=?") == std::string_view::npos &&
           std::ranges::all_of(text, [](const char c) { return c >= ' ' && c < '\x7f'; });
}

/// In a display name quotes and commas would mean something.
std::string display_name(const std::string_view name) {
    if (!is_plain(name)) {
        return encoded_words(name);
    }
    std::string quoted{'"'};
    for (const char c : name) {
        if (c == '"' || c == '\\') {
            quoted += '\\';
        }
        quoted += c;
    }
    quoted += '"';
    return quoted;
}

/// `Sat, 28 Nov 2026 20:15:00 +0000`.
std::string date_of(const store::Instant instant) {
    const std::time_t seconds = store::epoch(instant);
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    std::array<char, 40> text{};
    std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S +0000", &utc);
    return text.data();
}

class Headers {
public:
    void add(const std::string_view name, const std::string_view value) {
        text_.append(name).append(": ").append(value).append(line_end);
    }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
};

}  // namespace

std::string encoded_words(const std::string_view text) {
    if (is_plain(text)) {
        return std::string{text};
    }
    // 45 bytes are 60 characters of base64; with `=?UTF-8?B?` and `?=` that is 72.
    constexpr std::size_t bytes_max = 45;
    const std::string line = on_one_line(text);
    std::string_view rest = line;
    std::string result;
    while (!rest.empty()) {
        const std::size_t count = whole_characters(rest, bytes_max);
        result.append(result.empty() ? "" : "\r\n ");
        result.append("=?UTF-8?B?").append(base64(rest.substr(0, count))).append("?=");
        rest.remove_prefix(count);
    }
    return result;
}

std::string quoted_printable(const std::string_view text) {
    constexpr std::size_t line_max = 76;
    std::string result;
    std::size_t column = 0;
    const auto put = [&](const std::string_view piece) {
        // A soft line break has to fit behind it.
        if (column + piece.size() >= line_max) {
            result.append("=").append(line_end);
            column = 0;
        }
        result.append(piece);
        column += piece.size();
    };
    for (std::size_t index = 0; index < text.size(); ++index) {
        const char c = text[index];
        if (c == '\n') {
            result.append(line_end);
            column = 0;
            continue;
        }
        const bool at_end_of_line = index + 1 == text.size() || text[index + 1] == '\n';
        const bool blank = c == ' ' && !at_end_of_line;
        if (blank || (c > ' ' && c < '\x7f' && c != '=')) {
            // A dot that begins a line would end the mail under SMTP.
            if (c == '.' && column == 0) {
                put("=2E");
            } else {
                put({&c, 1});
            }
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        const std::array escaped{'=', hex[byte >> 4U], hex[byte & 15U]};
        put({escaped.data(), escaped.size()});
    }
    return result;
}

std::string to_rfc5322(
    const store::Mail& mail, const Sender& sender, const std::int64_t id, const store::Instant date
) {
    const std::string address = on_one_line(sender.address);
    const std::string domain = address.substr(address.find('@') + 1);
    Headers headers;
    headers.add("Date", date_of(date));
    headers.add("From", display_name(on_one_line(sender.name)) + " <" + address + ">");
    headers.add("To", on_one_line(mail.recipient));
    headers.add("Subject", encoded_words(mail.subject));
    headers.add(
        "Message-ID",
        "<" + std::to_string(id) + "." + std::to_string(store::epoch(date)) + "@" + domain + ">"
    );
    headers.add("Auto-Submitted", "auto-generated");
    if (mail.unsubscribe_url) {
        headers.add("List-Unsubscribe", "<" + on_one_line(*mail.unsubscribe_url) + ">");
        headers.add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    headers.add("MIME-Version", "1.0");
    headers.add("Content-Type", "text/plain; charset=utf-8");
    headers.add("Content-Transfer-Encoding", "quoted-printable");
    headers.add("Content-Language", on_one_line(mail.language));
    return headers.take().append(line_end).append(quoted_printable(mail.body)).append(line_end);
}

}  // namespace mail
