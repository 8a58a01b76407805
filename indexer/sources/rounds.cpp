#include "indexer/sources/rounds.hpp"

#include "indexer/sources/byte_stream.hpp"
#include "indexer/sources/document.hpp"
#include "indexer/sources/round_words.hpp"
#include "indexer/sources/text.hpp"
#include "matcher/document/json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace sources {
namespace {

namespace json = boost::json;
using domain::Round;

std::string in_quotes(const std::string_view text) { return "'" + std::string{text} + "'"; }

/// Reads the members of one round; the first that is not understood refuses it. The feed has many
/// members that nothing here asks for, so that a strict reader of documents would not do.
class RoundReader {
public:
    RoundReader(const json::object& object, std::string place)
        : object_{object}, place_{std::move(place)} {}

    Round read() {
        Round round;
        round.number = text("drawNumber");
        if (!is_round_number(round.number)) {
            refuse("drawNumber", in_quotes(round.number) + " is no number of a round");
        }
        if (const auto date = domain::parse_date(text("drawDate"))) {
            round.held_on = *date;
        } else {
            refuse("drawDate", date.error().message);
        }
        round.name = text("drawName");
        if (const auto name = understand_round_name(round.name)) {
            round.kind = name->kind;
            round.program = name->program;
            round.category = name->category;
        } else {
            refuse("drawName", in_quotes(round.name) + " is no round that is known");
        }
        round.invitations = whole("drawSize", text("drawSize")).value_or(0);
        round.cutoff_crs = cutoff();
        round.tie_break = tie_break(round.held_on);
        round.pool_total = pool();
        return round;
    }

    const std::optional<RefusedRound>& refused() const { return refused_; }

private:
    /// Every value of the feed is text. A member that is missing is not the same as an empty one:
    /// were it renamed one day, all rounds would lose what it said without a word.
    std::string text(const std::string_view name) {
        const json::value* value = object_.if_contains(name);
        if (value == nullptr) {
            refuse(name, "missing");
        } else if (!value->is_string()) {
            refuse(name, "not text");
        } else {
            return std::string{trimmed(value->as_string())};
        }
        return "";
    }

    void refuse(const std::string_view name, std::string reason) {
        if (!refused_) {
            refused_ = {.field = place_ + "." + std::string{name}, .reason = std::move(reason)};
        }
    }

    std::optional<int> whole(const std::string_view name, const std::string& stated) {
        const auto value = understand_whole_number(stated);
        if (!value) {
            refuse(name, in_quotes(stated) + " is no whole number");
        }
        return value;
    }

    std::optional<int> cutoff() {
        const std::string stated = text("drawCRS");
        const auto value = stated.empty() ? std::nullopt : whole("drawCRS", stated);
        constexpr int score_max = 1200;
        if (value && *value > score_max) {
            refuse("drawCRS", in_quotes(stated) + " is more than any score");
        }
        return value;
    }

    std::optional<domain::Instant> tie_break(const domain::Date held_on) {
        const std::string stated = text("drawCutOff");
        if (stated.empty()) {
            return std::nullopt;  // The first rounds had none.
        }
        const auto instant = understand_tie_break(stated, held_on);
        if (!instant) {
            refuse("drawCutOff", in_quotes(stated) + " is no moment that is understood");
        }
        return instant;
    }

    /// Most rounds until July 2022 have 0 for every band of scores: the pool was not published, not
    /// empty.
    std::optional<int> pool() {
        const std::string stated = text("dd18");
        const auto value = stated.empty() ? std::nullopt : whole("dd18", stated);
        return value == 0 ? std::nullopt : value;
    }

    const json::object& object_;
    std::string place_;
    std::optional<RefusedRound> refused_;
};

void read_round(RoundFeed& feed, const json::value& value, const std::string& place) {
    const json::object* object = value.if_object();
    if (object == nullptr) {
        feed.refused.push_back({.field = place, .reason = "not an object"});
        return;
    }
    RoundReader reader{*object, place};
    Round round = reader.read();
    if (reader.refused()) {
        feed.refused.push_back(*reader.refused());
    } else if (std::ranges::find(feed.rounds, round.number, &Round::number) != feed.rounds.end()) {
        feed.refused.push_back(
            {.field = place + ".drawNumber",
             .reason = "there is another round " + in_quotes(round.number) + " before it"}
        );
    } else {
        feed.rounds.push_back(std::move(round));
    }
}

/// 9 comes before 10, and 91a before 91b.
bool is_older(const Round& left, const Round& right) {
    const auto digits = [](const Round& round) {
        return std::stoi(round.number.substr(0, round.number.find_first_not_of("0123456789")));
    };
    return std::tuple{left.held_on, digits(left), std::string_view{left.number}} <
           std::tuple{right.held_on, digits(right), std::string_view{right.number}};
}

}  // namespace

domain::Result<RoundFeed> read_rounds(const std::string_view json) {
    const auto document = document::parse(json);
    if (!document) {
        return document.error();
    }
    const json::object* root = document->if_object();
    const json::value* list = root != nullptr ? root->if_contains("rounds") : nullptr;
    if (list == nullptr || !list->is_array()) {
        return domain::invalid("rounds", "missing: this is no feed of rounds");
    }
    RoundFeed feed;
    std::size_t index = 0;
    for (const json::value& round : list->as_array()) {
        read_round(feed, round, "rounds[" + std::to_string(index++) + "]");
    }
    std::ranges::sort(feed.rounds, is_older);
    return feed;
}

domain::Result<RoundFeed> read_rounds_file(const std::filesystem::path& path) {
    auto stream = ByteStream::open(path);
    if (!stream) {
        return stream.error();
    }
    std::string text;
    while (!stream->peek().empty()) {
        text += stream->next();
        if (text.size() > document_bytes_max) {
            return domain::invalid(
                "path",
                path.string() + ": is longer than " + std::to_string(document_bytes_max) + " bytes"
            );
        }
    }
    if (!stream->failure().empty()) {
        return domain::invalid("path", path.string() + ": " + stream->failure());
    }
    return read_rounds(text);
}

}  // namespace sources
