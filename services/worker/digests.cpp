#include "services/worker/digests.hpp"

#include "matcher/document/field_reader.hpp"
#include "matcher/document/json.hpp"
#include "matcher/express_entry/profile.hpp"
#include "matcher/express_entry/rounds.hpp"
#include "services/mail/digest_mail.hpp"
#include "services/wire/candidate_json.hpp"
#include "services/wire/messages.hpp"
#include "sql/store/random_token.hpp"
#include "sql/store/sha256.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace worker {
namespace {

namespace json = boost::json;
using document::FieldReader;
using document::ValueReader;
using Written = store::DigestMailStore::Written;

/// A step takes well under the time of a lease.
constexpr std::size_t step_subscribers = 50;

/// Of one mail: more is read by nobody.
constexpr std::size_t matches_max = 30;

/// CASL asks for 60 days.
constexpr std::chrono::days unsubscribe_lasts{180};

/// A round that was held longer ago is no news, whenever it was imported.
constexpr std::chrono::days round_is_news{60};

/// Long enough for every round that is news.
constexpr int months_of_rounds = 12;

struct DigestProgress {
    std::optional<std::string> after;
    std::int64_t digests = 0;
};

std::string progress_json(const DigestProgress& progress) {
    json::object members{{"digests", progress.digests}};
    if (progress.after) {
        members["after"] = *progress.after;
    }
    return json::serialize(members);
}

DigestProgress progress_from(const std::string& text) {
    const json::object members = json::parse(text).as_object();
    DigestProgress progress;
    if (const json::value* after = members.if_contains("after")) {
        progress.after = after->as_string().c_str();
    }
    if (const json::value* digests = members.if_contains("digests")) {
        progress.digests = digests->to_number<std::int64_t>();
    }
    return progress;
}

/// The candidate of a document; nothing where it is none any more, since the program has learnt to
/// read more strictly.
std::optional<domain::Candidate> candidate_of(const std::optional<std::string>& document) {
    if (!document) {
        return std::nullopt;
    }
    const auto read = document::parse(*document);
    auto candidate = read ? wire::candidate_from(*read) : read.error();
    return candidate ? std::optional{*std::move(candidate)} : std::nullopt;
}

std::vector<domain::Round> recent_rounds(const Workshop& workshop, const domain::Date as_of) {
    std::vector<domain::Round> rounds = workshop.digests->rounds.list();
    std::erase_if(rounds, [&](const domain::Round& round) {
        return round.held_on > as_of || round.held_on < as_of - round_is_news;
    });
    return rounds;
}

/// What was found for the searches, without what is not served any more; up to `matches_max`.
std::vector<mail::DigestSearch> searches_of(
    const Workshop& workshop,
    const std::vector<store::FoundForSearch>& found,
    const domain::Date as_of
) {
    std::vector<mail::DigestSearch> result;
    std::size_t left = matches_max;
    for (const store::FoundForSearch& one : found) {
        std::vector<domain::PostingId> ids;
        for (const store::Announced& announced : one.postings) {
            ids.push_back(announced.posting_id);
        }
        std::map<domain::PostingId, domain::Posting> served;
        for (domain::Posting& posting : workshop.postings.find_served(ids, as_of)) {
            const domain::PostingId id = posting.id;
            served.emplace(id, std::move(posting));
        }
        const auto candidate = candidate_of(one.candidate_document);
        mail::DigestSearch search{
            .name = one.search, .day = one.day, .matching = one.matching, .matches = {}};
        for (const store::Announced& announced : one.postings) {
            const auto posting = served.find(announced.posting_id);
            if (posting == served.end()) {
                --search.matching;
            } else if (left > 0) {
                --left;
                mail::DigestMatch match{
                    .posting = posting->second, .fit = announced.fit, .lifts = {}};
                if (candidate) {
                    match.lifts = express_entry::lifts(
                        workshop.rule_book,
                        nullptr,
                        one.day,
                        express_entry::crs_profile(*candidate, one.day).input,
                        express_entry::offer_terms(posting->second)
                    );
                }
                search.matches.push_back(std::move(match));
            }
        }
        if (!search.matches.empty()) {
            result.push_back(std::move(search));
        }
    }
    return result;
}

bool is_news(const store::Subscriber::Rounds& wish, const domain::Round& round) {
    return round.held_on >= wish.since &&
           std::ranges::find(wish.told, round.number) == wish.told.end();
}

mail::DigestRound round_of(
    const Workshop& workshop,
    const domain::Candidate& candidate,
    const domain::Round& round,
    const domain::Date as_of
) {
    mail::DigestRound told{
        .round = round, .invited = express_entry::Verdict::unknown, .scores = {}};
    const auto profile = express_entry::crs_profile(candidate, as_of);
    const auto pool = express_entry::pool_standing(candidate, as_of);
    for (const auto& shown : express_entry::shown_rules(workshop.rule_book, nullptr, as_of)) {
        const auto total = express_entry::score(*shown.rule_set, profile.input).total;
        told.scores.push_back({.rules = shown, .total = total});
    }
    const auto standings =
        express_entry::round_standings({round}, 0, pool, as_of, months_of_rounds);
    if (!standings.empty()) {
        told.invited = standings.front().invited;
    }
    return told;
}

/// Marks all that is news as told, and returns what is for this candidate.
std::vector<mail::DigestRound> rounds_of(
    const Workshop& workshop,
    const store::Subscriber& subscriber,
    const std::vector<domain::Round>& rounds,
    const domain::Date as_of,
    Written& written
) {
    std::vector<mail::DigestRound> result;
    if (!subscriber.rounds) {
        return result;
    }
    const auto candidate = candidate_of(subscriber.rounds->document);
    for (const domain::Round& round : rounds) {
        if (!is_news(*subscriber.rounds, round)) {
            continue;
        }
        written.round_numbers.push_back(round.number);
        if (candidate) {
            auto told = round_of(workshop, *candidate, round, as_of);
            if (subscriber.rounds->all || told.invited != express_entry::Verdict::fail) {
                result.push_back(std::move(told));
            }
        }
    }
    return result;
}

Written write_to(
    const Workshop& workshop,
    const store::Subscriber& subscriber,
    const std::vector<domain::Round>& rounds,
    const DigestArguments& arguments
) {
    Written written{.subscriber = subscriber};
    std::vector<store::FoundForSearch> found;
    if (subscriber.wants_matches) {
        found = workshop.digests->mails.found_for(subscriber.account_id);
    }
    for (const store::FoundForSearch& one : found) {
        written.found.push_back(one.id);
    }
    const std::string token = store::random_token();
    mail::DigestMail digest{
        .recipient = subscriber.email,
        .language = wire::language_from(subscriber.language).value(),
        .day = arguments.as_of,
        .agreed_on = std::chrono::floor<std::chrono::days>(subscriber.agreed_at),
        .searches = searches_of(workshop, found, arguments.as_of),
        .rounds = rounds_of(workshop, subscriber, rounds, arguments.as_of, written),
        .unsubscribe_url = workshop.digests->public_url + "/v1/unsubscribe/" + token,
        .from_name = workshop.digests->from_name,
        .postal_address = workshop.digests->postal_address};
    if (!digest.searches.empty() || !digest.rounds.empty()) {
        written.mail = mail::compose(digest, workshop.rule_book);
        written.token_sha256 = store::sha256(token);
        written.token_expires_at = arguments.at + unsubscribe_lasts;
    }
    return written;
}

}  // namespace

std::string to_json(const DigestArguments& arguments) {
    return json::serialize(json::object{
        {"as_of", domain::to_string(arguments.as_of)}, {"at", store::epoch(arguments.at)}});
}

domain::Result<DigestArguments> digest_arguments_from(const std::string_view json) {
    return document::parse_document(json, [](const ValueReader& root) {
        return root.object([](FieldReader& in) {
            return DigestArguments{
                .as_of = in.required("as_of").date(),
                .at = store::instant_from(in.required("at").integer<std::int64_t>({.min = 0}))};
        });
    });
}

bool digests_are_due(const Workshop& workshop, const DigestArguments& arguments) {
    return !workshop.digests->mails
                .due(arguments.at, std::nullopt, 1, recent_rounds(workshop, arguments.as_of))
                .empty();
}

bool run_digests(const Workshop& workshop, const store::Job& job, const Control& control) {
    if (workshop.digests == nullptr || workshop.digests->postal_address.empty()) {
        throw std::runtime_error{"no postal address is configured: digests may not be sent"};
    }
    const DigestArguments arguments = digest_arguments_from(job.arguments).value();
    const auto rounds = recent_rounds(workshop, arguments.as_of);
    DigestProgress progress = progress_from(job.progress);
    for (;;) {
        const auto due =
            workshop.digests->mails.due(arguments.at, progress.after, step_subscribers, rounds);
        if (due.empty()) {
            return true;
        }
        std::vector<Written> step;
        for (const store::Subscriber& subscriber : due) {
            step.push_back(write_to(workshop, subscriber, rounds, arguments));
            progress.digests += step.back().mail ? 1 : 0;
        }
        progress.after = due.back().account_id;
        workshop.digests->mails.write(job, step, arguments.at, progress_json(progress));
        control.tell(progress_json(progress));
        if (control.stop()) {
            return false;
        }
    }
}

}  // namespace worker
