#include "services/auth/account_access.hpp"
#include "services/auth/cross_site.hpp"
#include "services/auth/email.hpp"
#include "services/auth/scope.hpp"
#include "services/auth/secret_key.hpp"
#include "services/auth/session_rules.hpp"
#include "services/auth/throttle.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

namespace {

using namespace std::chrono_literals;

TEST(Email, is_one_address_however_it_is_typed) {
    EXPECT_EQ(
        auth::email_address("Aline.Tremblay+jobs@Mail.Example").value(),
        "aline.tremblay+jobs@mail.example"
    );
    EXPECT_TRUE(auth::email_address(std::string(64, 'a') + "@mail.example"));
}

TEST(Email, is_nothing_else) {
    for (const std::string& text : std::vector<std::string>{
             "",
             "a",
             "@",
             "a@",
             "@mail.example",
             "a@example",
             "a@b@mail.example",
             "a b@mail.example",
             "a@mail..example",
             ".a@mail.example",
             "a.@mail.example",
             "a@-mail.example",
             "a@mail.example.",
             "\"a\"@mail.example",
             "a@[127.0.0.1]",
             "<a@mail.example>",
             "a@mail.example\r\nBcc: b@mail.example",
             "a@mail.example,b@mail.example",
             "é@mail.example",
             std::string{"a@mail.example\0", 15}}) {
        EXPECT_FALSE(auth::email_address(text)) << text;
    }
    EXPECT_FALSE(auth::email_address(std::string(65, 'a') + "@mail.example"));
    EXPECT_FALSE(auth::email_address("a@" + std::string(64, 'b') + ".example"));
    EXPECT_EQ(auth::email_address("x").error().field, "email");
}

/// Whatever bytes come: what is accepted holds nothing that a header or SMTP could misread.
TEST(Email, lets_no_control_character_or_separator_through) {
    std::mt19937 random{20261128};
    constexpr std::string_view letters{"aB9.@-_+<>()[],;: \"\\\r\n\t\0\x7f\xc3\xa9", 26};
    int accepted = 0;
    for (int turn = 0; turn < 200'000; ++turn) {
        std::string text(random() % 12, '\0');
        for (char& c : text) {
            c = letters[random() % letters.size()];
        }
        text = random() % 2 == 0 ? text + "@b.ca" : text;
        if (const auto address = auth::email_address(text)) {
            ++accepted;
            EXPECT_EQ(address->find_first_of("<>()[],;: \"\\\r\n\t\x7f"), std::string::npos);
            EXPECT_EQ(address->find('\0'), std::string::npos);
        }
    }
    EXPECT_GT(accepted, 100);
}

TEST(SecretKey, opens_what_it_sealed_and_nothing_else) {
    const auto key = auth::SecretKey::parse(auth::SecretKey::generate() + "\n").value();
    const auto other = auth::SecretKey::parse(auth::SecretKey::generate()).value();
    const std::string text{"secret\0 bytes", 13};
    const std::string sealed = key.seal(text);
    EXPECT_EQ(key.open(sealed), text);
    EXPECT_NE(key.seal(text), sealed) << "each has a nonce of its own";
    EXPECT_EQ(sealed.find("736563726574"), std::string::npos) << "the text does not stand there";
    EXPECT_FALSE(other.open(sealed));
    for (std::size_t index = 0; index < sealed.size(); ++index) {
        std::string changed = sealed;
        changed[index] = changed[index] == '0' ? '1' : '0';
        EXPECT_FALSE(key.open(changed)) << index;
    }
    for (const std::string nothing : {"", "00", "zz", "0"}) {
        EXPECT_FALSE(key.open(nothing));
    }
}

TEST(SecretKey, hashes_by_kind_and_by_key) {
    const auto key = auth::SecretKey::parse(std::string(64, '1')).value();
    const auto other = auth::SecretKey::parse(std::string(64, '2')).value();
    EXPECT_EQ(key.digest("account", "a"), key.digest("account", "a"));
    EXPECT_NE(key.digest("account", "a"), key.digest("address", "a"));
    EXPECT_NE(key.digest("account", "a"), other.digest("account", "a"));
    EXPECT_EQ(key.digest("account", "a").size(), 64U);
    for (const std::string& text :
         std::vector<std::string>{"", "12", std::string(63, '1'), std::string(66, '1')}) {
        EXPECT_FALSE(auth::SecretKey::parse(text)) << text;
    }
}

TEST(Throttle, slows_down_and_never_locks_out) {
    const auth::Pace pace{.free = 3, .first = 2s, .max = 60s, .kept = 1h};
    const std::array expected{0s, 0s, 0s, 2s, 4s, 8s, 16s, 32s, 60s, 60s, 60s};
    for (int attempts = 0; attempts < static_cast<int>(expected.size()); ++attempts) {
        EXPECT_EQ(auth::remaining_wait(pace, attempts, 0s), expected[attempts]) << attempts;
    }
    EXPECT_EQ(auth::remaining_wait(pace, 5, 7s), 1s);
    EXPECT_EQ(auth::remaining_wait(pace, 5, 8s), 0s);
    for (const int attempts : {100, 1'000'000, 2'147'483'647}) {
        EXPECT_EQ(auth::remaining_wait(pace, attempts, 0s), 60s);
        EXPECT_EQ(auth::remaining_wait(pace, attempts, 60s), 0s);
    }
}

TEST(CrossSite, is_what_a_browser_says_it_is) {
    struct Case {
        auth::Provenance from;
        bool cross;
    };
    constexpr std::string_view host = "jobs.example";
    const std::array cases{
        Case{{"", "", host}, false},
        Case{{"same-origin", "https://jobs.example", host}, false},
        Case{{"none", "", host}, false},
        Case{{"cross-site", "https://evil.example", host}, true},
        Case{{"same-site", "https://other.jobs.example", host}, true},
        Case{{"", "https://jobs.example", host}, false},
        Case{{"", "http://127.0.0.1:8080", "127.0.0.1:8080"}, false},
        Case{{"", "https://evil.example", host}, true},
        Case{{"", "https://jobs.example.evil.example", host}, true},
        Case{{"", "null", host}, true},
    };
    for (const Case& one : cases) {
        EXPECT_EQ(auth::is_cross_site(one.from), one.cross)
            << one.from.sec_fetch_site << ' ' << one.from.origin;
    }
}

TEST(CrossSite, token_is_of_one_session) {
    const std::string token = auth::csrf_token("session");
    EXPECT_EQ(token.size(), 64U);
    EXPECT_TRUE(auth::is_csrf_token(token, "session"));
    EXPECT_FALSE(auth::is_csrf_token(token, "other"));
    EXPECT_FALSE(auth::is_csrf_token("", "session"));
    EXPECT_FALSE(auth::is_csrf_token("session", "session"));
}

TEST(Session, of_whoever_sees_data_of_others_is_short_and_has_two_factors) {
    using enum auth::Role;
    using enum auth::Stage;
    for (const auth::Role role : {advisor, employer, reviewer, op}) {
        EXPECT_EQ(auth::stage_of(role, false, false), second_factor_to_set_up);
        EXPECT_EQ(auth::stage_of(role, true, false), second_factor_required);
        EXPECT_EQ(auth::stage_of(role, true, true), whole);
        EXPECT_LE(auth::session_durations(role).idle, 1h);
        EXPECT_LE(auth::session_durations(role).absolute, 24h);
    }
    EXPECT_EQ(auth::stage_of(candidate, false, false), whole);
    EXPECT_EQ(auth::stage_of(candidate, true, false), second_factor_required);
    EXPECT_LE(auth::session_durations(candidate).absolute, 30 * 24h);
}

TEST(Access, is_denied_unless_the_session_is_worth_it) {
    using enum auth::Access;
    using enum auth::Stage;
    using auth::Denial;
    using Answer = std::optional<Denial>;
    const auto with = [](const auth::Role role, const auto stage, const std::chrono::seconds since
                      ) {
        return auth::Standing{.role = role, .session = stage, .since_password = since};
    };
    const auth::Standing nobody{};
    const auth::Standing by_file{.role = auth::Role::op};
    const auth::Standing by_token{.role = auth::Role::op, .by_api_token = true};
    const auto candidate = with(auth::Role::candidate, whole, 0s);
    const auto stale = with(auth::Role::candidate, whole, 16min);
    const auto half = with(auth::Role::op, second_factor_required, 0s);
    const auto bare = with(auth::Role::op, second_factor_to_set_up, 0s);
    const auto op = with(auth::Role::op, whole, 0s);
    struct Case {
        auth::Access access;
        std::array<Answer, 8> answers;  // nobody, file, token, candidate, stale, half, bare, op
    };
    const Answer yes;
    const Answer session = Denial::session_needed;
    const Answer code = Denial::second_factor_required;
    const Answer to_set_up = Denial::second_factor_to_set_up;
    const Answer again = Denial::sign_in_again;
    const Answer no = Denial::not_allowed;
    const std::array cases{
        Case{anyone, {yes, yes, yes, yes, yes, yes, yes, yes}},
        Case{mailed_secret, {yes, yes, yes, yes, yes, yes, yes, yes}},
        Case{any_session, {session, session, session, yes, yes, yes, yes, yes}},
        Case{set_up, {session, session, session, yes, yes, code, yes, yes}},
        Case{recent_set_up, {session, session, session, yes, again, code, yes, yes}},
        Case{whole_session, {session, session, session, yes, yes, code, to_set_up, yes}},
        Case{recent_session, {session, session, session, yes, again, code, to_set_up, yes}},
        Case{operators, {session, yes, no, no, no, code, to_set_up, yes}},
    };
    const std::array callers{nobody, by_file, by_token, candidate, stale, half, bare, op};
    for (const Case& one : cases) {
        for (std::size_t index = 0; index < callers.size(); ++index) {
            EXPECT_EQ(auth::denial(one.access, callers[index]), one.answers[index])
                << static_cast<int>(one.access) << ' ' << index;
        }
    }
}

TEST(Scopes, let_a_token_do_what_they_name_and_nothing_else) {
    const std::vector<std::string> read{"candidates:read"};
    EXPECT_TRUE(auth::allows(read, auth::Action::read_candidate));
    EXPECT_FALSE(auth::allows(read, auth::Action::replace_candidate));
    EXPECT_FALSE(auth::allows(read, auth::Action::give_consent));
    EXPECT_TRUE(auth::allows({}, auth::Action::read_postings));
    EXPECT_FALSE(auth::allows({}, auth::Action::read_candidate));
    EXPECT_FALSE(auth::allows(read, auth::Action::read_own_record));
    EXPECT_TRUE(
        auth::allows(std::vector<std::string>{"consents:read"}, auth::Action::read_own_record)
    );
    EXPECT_FALSE(
        auth::allows(std::vector<std::string>{"applicants:read"}, auth::Action::read_contact)
    );
    EXPECT_TRUE(auth::allows(std::vector<std::string>{"contacts:read"}, auth::Action::read_contact)
    );
    std::vector<std::string> all;
    for (const std::string_view name : auth::scope_names()) {
        all.emplace_back(name);
    }
    EXPECT_FALSE(auth::allows(all, auth::Action::give_consent))
        << "a consent is a person's, never a program's";
}

}  // namespace
