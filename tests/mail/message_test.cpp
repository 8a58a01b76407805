#include "services/mail/message.hpp"

#include "services/mail/account_mail.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// As a reader of mail takes it apart: headers unfolded, in their order.
struct Read {
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;

    std::vector<std::string> names() const {
        std::vector<std::string> result;
        for (const auto& [name, value] : headers) {
            result.push_back(name);
        }
        return result;
    }
    std::string value(const std::string& name) const {
        for (const auto& [key, value] : headers) {
            if (key == name) {
                return value;
            }
        }
        return "none";
    }
};

Read read(const std::string& text) {
    Read result;
    const std::size_t end = text.find("\r\n\r\n");
    EXPECT_NE(end, std::string::npos);
    result.body = text.substr(end + 4);
    std::string head = text.substr(0, end + 2);
    for (std::size_t start = 0; start < head.size();) {
        const std::size_t stop = head.find("\r\n", start);
        const std::string line = head.substr(start, stop - start);
        EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos) << "a bare CR or LF";
        EXPECT_LE(line.size(), 998U);
        if (line.starts_with(' ')) {
            result.headers.back().second += line;
        } else {
            const std::size_t colon = line.find(": ");
            EXPECT_NE(colon, std::string::npos) << line;
            result.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
        }
        start = stop + 2;
    }
    return result;
}

int value_of(const char digit) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    return static_cast<int>(digits.find(digit));
}

/// RFC 2045, 6.7, strictly.
std::string from_quoted_printable(const std::string& text) {
    std::string result;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t stop = text.find("\r\n", start);
        const std::string line = text.substr(start, stop - start);
        EXPECT_LE(line.size(), 76U);
        EXPECT_FALSE(line.ends_with(' ')) << line;
        EXPECT_FALSE(line.starts_with('.')) << "SMTP would read it as an end";
        bool soft = false;
        for (std::size_t index = 0; index < line.size(); ++index) {
            if (line[index] != '=') {
                result += line[index];
            } else if (index + 1 == line.size()) {
                soft = true;
            } else {
                result +=
                    static_cast<char>(16 * value_of(line[index + 1]) + value_of(line[index + 2]));
                index += 2;
            }
        }
        result += soft ? "" : "\n";
        start = stop == std::string::npos ? text.size() : stop + 2;
    }
    return result;
}

/// RFC 2047: adjacent encoded words are one text.
std::string from_encoded_words(const std::string& text) {
    if (!text.starts_with("=?UTF-8?B?")) {
        return text;
    }
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string result;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = text.find("?=", start + 10);
        EXPECT_LE(end + 2 - start, 75U);
        std::string word;
        unsigned held = 0;
        int bits = 0;
        for (std::size_t index = start + 10; index < end && text[index] != '='; ++index) {
            held = (held << 6U) | static_cast<unsigned>(alphabet.find(text[index]));
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                word += static_cast<char>((held >> static_cast<unsigned>(bits)) & 0xFFU);
            }
        }
        EXPECT_NE(static_cast<unsigned char>(word.front()) & 0xC0U, 0x80U) << "a character is cut";
        result += word;
        start = std::min(text.find("=?UTF-8?B?", end), text.size());
    }
    return result;
}

constexpr store::Instant date{std::chrono::seconds{1'795'896'900}};
const mail::Sender sender{.address = "job-scout@jobs.example"};

TEST(Mail, has_the_headers_of_rfc_5322_and_is_marked_as_a_machines) {
    const store::Mail mail{
        .recipient = "anna@mail.example", .language = "en", .subject = "Hello", .body = "Text"};
    EXPECT_EQ(
        mail::to_rfc5322(mail, sender, 7, date),
        "Date: Sat, 28 Nov 2026 20:15:00 +0000\r\n"
        "From: \"Job Scout\" <job-scout@jobs.example>\r\n"
        "To: anna@mail.example\r\n"
        "Subject: Hello\r\n"
        "Message-ID: <7.1795896900@jobs.example>\r\n"
        "Auto-Submitted: auto-generated\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        "Content-Language: en\r\n"
        "\r\n"
        "Text\r\n"
    );
}

TEST(Mail, that_is_not_about_the_account_can_be_unsubscribed_from_by_one_click) {
    const store::Mail mail{
        .recipient = "anna@mail.example",
        .language = "en",
        .subject = "Hello",
        .body = "Text",
        .unsubscribe_url = "https://jobs.example/v1/unsubscribe?x=1"};
    const Read as_read = read(mail::to_rfc5322(mail, sender, 7, date));
    // RFC 8058, 2: an HTTPS URI, and this value exactly.
    EXPECT_EQ(as_read.value("List-Unsubscribe"), "<https://jobs.example/v1/unsubscribe?x=1>");
    EXPECT_EQ(as_read.value("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
}

TEST(Mail, keeps_letters_of_both_languages) {
    const std::string subject =
        "Un compte auprès de Job Scout comme conseiller de l’Étude Gagné, Côté et associés";
    std::string body = "Bonjour,\n\nlà où « ça » mène : =3D .\n.\n";
    for (int letter = 0; letter < 200; ++letter) {
        body += "é";
    }
    body += "\n";
    const store::Mail mail{
        .recipient = "a@mail.example", .language = "fr", .subject = subject, .body = body};
    const Read as_read = read(mail::to_rfc5322(mail, sender, 7, date));
    EXPECT_EQ(from_encoded_words(as_read.value("Subject")), subject);
    EXPECT_EQ(from_quoted_printable(as_read.body), body + "\n");
}

/// Whatever somebody is called and whatever was typed: the same headers, and no others.
TEST(Mail, has_no_header_that_was_put_in_from_outside) {
    std::mt19937 random{20261128};
    const std::vector<std::string> pieces{
        "\r\n",
        "\n",
        "\r",
        "Bcc: x@evil.example",
        ": ",
        " ",
        "\t",
        "=?UTF-8?Q?=0D=0A?=",
        "é",
        "\xF0\x9F\x8D\x81",
        "<",
        ">",
        "\"",
        "\\",
        ",",
        ";",
        "a",
        "\x01",
        "\x7f",
        "\xff",
        "\xc3",
        ".",
        std::string(80, 'w')};
    const auto hostile = [&] {
        std::string text;
        for (unsigned count = random() % 8; count > 0; --count) {
            text += pieces[random() % pieces.size()];
        }
        return text;
    };
    for (int turn = 0; turn < 20'000; ++turn) {
        const store::Mail mail{
            .recipient = "a@mail.example" + hostile(),
            .language = "en" + hostile(),
            .subject = hostile(),
            .body = hostile(),
            .unsubscribe_url = "https://jobs.example/" + hostile()};
        const Read as_read = read(mail::to_rfc5322(
            mail, {.address = "s@jobs.example" + hostile(), .name = hostile()}, turn, date
        ));
        ASSERT_THAT(
            as_read.names(),
            ElementsAre(
                "Date",
                "From",
                "To",
                "Subject",
                "Message-ID",
                "Auto-Submitted",
                "List-Unsubscribe",
                "List-Unsubscribe-Post",
                "MIME-Version",
                "Content-Type",
                "Content-Transfer-Encoding",
                "Content-Language"
            )
        );
        for (const auto& [name, value] : as_read.headers) {
            for (const char c : value) {
                ASSERT_TRUE(c < 0 || (c >= ' ' && c != '\x7f')) << name;
            }
        }
    }
}

TEST(AccountMail, is_whole_in_both_languages) {
    using enum mail::Notice;
    for (const mail::Notice notice :
         {confirm_email,
          account_exists,
          reset_password,
          invitation,
          password_changed,
          second_factor_added,
          second_factor_removed,
          recovery_codes_replaced}) {
        std::vector<std::string> bodies;
        for (const auto language :
             {domain::OfficialLanguage::english, domain::OfficialLanguage::french}) {
            const store::Mail mail = mail::compose(
                {.notice = notice,
                 .recipient = "a@mail.example",
                 .language = language,
                 .link = "https://jobs.example/x#0123",
                 .firm = "Étude {0} 'Gagné'"}
            );
            EXPECT_FALSE(mail.subject.empty());
            EXPECT_EQ(mail.body.find("{link}"), std::string::npos);
            EXPECT_FALSE(mail.unsubscribe_url) << "nobody can unsubscribe from their account";
            bodies.push_back(mail.body);
            const bool has_link = notice == confirm_email || notice == account_exists ||
                                  notice == reset_password || notice == invitation;
            EXPECT_EQ(mail.body.find("https://jobs.example/x#0123") != std::string::npos, has_link);
            if (notice == invitation) {
                EXPECT_THAT(mail.subject, HasSubstr("Étude {0} 'Gagné'"));
            }
        }
        EXPECT_NE(bodies[0], bodies[1]);
    }
}

}  // namespace
