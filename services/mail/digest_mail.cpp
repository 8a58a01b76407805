#include "services/mail/digest_mail.hpp"

#include "services/wire/lift_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/posting_words.hpp"
#include "services/wire/rounds_json.hpp"
#include "services/wire/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace mail {
namespace {

using express_entry::Verdict;

/// What others wrote stays on its line.
std::string on_one_line(std::string text) {
    std::ranges::replace_if(
        text, [](const char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, ' '
    );
    return text;
}

class Writer {
public:
    Writer(const DigestMail& digest, const rules::RuleBook& rule_book)
        : digest_{digest}, rule_book_{rule_book} {}

    std::string body() {
        add(words("digest.greeting"));
        for (const DigestSearch& search : digest_.searches) {
            add_search(search);
        }
        for (const DigestRound& round : digest_.rounds) {
            add_round(round);
        }
        add("");
        add(words("notice"));
        add("");
        add(words("digest.why", {{"day", digest_.agreed_on}, {"link", digest_.unsubscribe_url}}));
        add("");
        add(digest_.from_name);
        add(digest_.postal_address);
        return std::move(text_);
    }

    std::string subject() const {
        std::int64_t matches = 0;
        for (const DigestSearch& search : digest_.searches) {
            matches += search.matching;
        }
        const auto rounds = static_cast<std::int64_t>(digest_.rounds.size());
        std::vector<std::string> what;
        if (matches > 0) {
            what.push_back(words("digest.matches", {{"count", matches}}));
        }
        if (rounds > 0) {
            what.push_back(words("digest.rounds", {{"count", rounds}}));
        }
        return words("digest.subject", {{"what", wire::join(digest_.language, what)}});
    }

private:
    std::string words(const std::string_view code, const wire::Arguments& arguments = {}) const {
        return wire::text(digest_.language, code, arguments);
    }

    void add(const std::string_view line) { text_.append(line).append("\n"); }
    void add_below(const std::string_view line) { text_.append("   ").append(line).append("\n"); }

    std::string status_of(const rules::RuleSet& rule_set, const domain::Date day) const {
        return wire::status_text(rule_book_, rule_set, day, digest_.language);
    }

    void add_search(const DigestSearch& search) {
        add("");
        add(words(
            "digest.search",
            {{"name", on_one_line(search.name)}, {"count", std::int64_t{search.matching}}}
        ));
        std::size_t number = 0;
        for (const DigestMatch& match : search.matches) {
            add("");
            add(std::to_string(++number) + ". " +
                words(
                    "feed.entry",
                    {{"title", on_one_line(match.posting.title)},
                     {"employer", on_one_line(match.posting.hiring_organization)}}
                ));
            add_match(match, search.day);
        }
        const std::int64_t rest = search.matching - static_cast<std::int64_t>(number);
        if (rest > 0) {
            add("");
            add(words("digest.more", {{"count", rest}}));
        }
    }

    void add_match(const DigestMatch& match, const domain::Date day) {
        const domain::Posting& posting = match.posting;
        const std::string place = wire::place_text(posting);
        add_below(
            (place.empty() ? words("table.place_not_stated") : on_one_line(place)) + " · " +
            (posting.base_salary ? wire::pay_text(*posting.base_salary, digest_.language)
                                 : words("digest.pay_not_stated")) +
            " · " + words("digest.until", {{"until", domain::last_live_day(posting)}})
        );
        if (match.fit) {
            add_below(words("digest.fit", {{"fit", std::int64_t{*match.fit}}, {"day", day}}));
        }
        for (const express_entry::Lift& lift : match.lifts) {
            add_lift(lift, day);
        }
        add_below(on_one_line(posting.url));
    }

    void add_lift(const express_entry::Lift& lift, const domain::Date day) {
        const std::string reason = wire::reason_text(lift, digest_.language);
        std::string points =
            lift.points
                ? words(
                      "digest.points", {{"points", std::int64_t{*lift.points}}, {"reason", reason}}
                  )
                : words("digest.points_unknown", {{"reason", reason}});
        if (!lift.conditions.empty()) {
            std::vector<std::string> conditions;
            for (const express_entry::LiftCondition condition : lift.conditions) {
                conditions.push_back(wire::condition_text(condition, digest_.language));
            }
            points += "; " + words(
                                 "digest.conditions",
                                 {{"conditions", wire::join(digest_.language, conditions)}}
                             );
        }
        add_below(words(
            "digest.lift",
            {{"rules", lift.rule_set->id},
             {"status", status_of(*lift.rule_set, day)},
             {"points", points}}
        ));
    }

    void add_round(const DigestRound& told) {
        const domain::Round& round = told.round;
        add("");
        add(words(
            "digest.round",
            {{"date", round.held_on},
             {"type",
              wire::round_type_text(
                  {.kind = round.kind, .program = round.program, .category = round.category},
                  digest_.language
              )},
             {"invitations", std::int64_t{round.invitations}},
             {"known", std::string{round.cutoff_crs ? "yes" : "no"}},
             {"cutoff", std::int64_t{round.cutoff_crs.value_or(0)}}}
        ));
        const char* const invited = told.invited == Verdict::pass   ? "yes"
                                    : told.invited == Verdict::fail ? "no"
                                                                    : "unknown";
        add_below(words("digest.round_invited", {{"invited", std::string{invited}}}));
        for (const DigestRound::Score& score : told.scores) {
            add_score(score, round);
        }
    }

    void add_score(const DigestRound::Score& score, const domain::Round& round) {
        const rules::RuleSet& rule_set = *score.rules.rule_set;
        wire::Arguments arguments{
            {"rules", rule_set.id}, {"status", status_of(rule_set, digest_.day)}};
        if (!score.total) {
            add_below(words("digest.score_unknown", arguments));
            return;
        }
        const int distance = round.cutoff_crs ? *score.total - *round.cutoff_crs : 0;
        const char* const place = !round.cutoff_crs ? "none"
                                  : distance > 0    ? "above"
                                  : distance < 0    ? "below"
                                                    : "at";
        arguments.emplace_back("total", std::int64_t{*score.total});
        arguments.emplace_back("place", std::string{place});
        arguments.emplace_back("distance", std::int64_t{std::abs(distance)});
        add_below(words("digest.score", arguments));
    }

    const DigestMail& digest_;
    const rules::RuleBook& rule_book_;
    std::string text_;
};

}  // namespace

store::Mail compose(const DigestMail& digest, const rules::RuleBook& rule_book) {
    Writer writer{digest, rule_book};
    return {
        .recipient = digest.recipient,
        .language = std::string{wire::name_of(wire::language_names, digest.language)},
        .subject = writer.subject(),
        .body = writer.body(),
        .unsubscribe_url = digest.unsubscribe_url,
    };
}

}  // namespace mail
