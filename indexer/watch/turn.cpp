#include "indexer/watch/turn.hpp"

#include "indexer/run.hpp"
#include "indexer/search/writer.hpp"
#include "indexer/sources/text.hpp"
#include "indexer/watch/clock.hpp"
#include "indexer/watch/collect.hpp"
#include "indexer/watch/file_content.hpp"
#include "indexer/watch/writer_lock.hpp"
#include "sql/store/sha256.hpp"

namespace watch {
namespace {

/// Names what an ingest of these files would do: the same name, the same outcome.
std::string ingest_name(const fetch::Source& source, const Collected& collected) {
    store::Sha256 name;
    name.update(collected.fingerprint);
    name.update('\n' + source.employer.value_or("") + '\n');
    name.update(source.mapping ? content_of(*source.mapping) : "");
    name.update('\n' + std::to_string(normalise::version) + '\n' + domain::to_string(today()));
    return name.finish();
}

/// A source may be the page of one posting. A server that answers 410 means that it is gone for
/// good, so whatever posting has this very link is closed; a feed's address is no posting's link.
std::int64_t close_gone(const std::string& url, Tools& tools, const std::stop_token& stop) {
    store::PostingStore postings{tools.database};
    store::PostingStore::Closing closing{
        .ids = {}, .state = "closed", .reason = "its page answered 410 Gone", .day = today()};
    for (const auto& linked : postings.find_by_urls({url})) {
        closing.ids.push_back(linked.id);
    }
    const auto held = closing.ids.empty() ? std::nullopt : writer_lock(postings, tools, stop);
    if (!held) {
        return 0;
    }
    const std::int64_t closed = postings.close(closing).counts.changed;
    store::ReferenceStore reference{tools.database};
    search::update_index(tools.index, postings, {}, reference.noc_unit_groups());
    return closed;
}

Turn ingest_all(
    const fetch::Source& source,
    const Collected& collected,
    Tools& tools,
    const std::stop_token& stop
) {
    Turn turn;
    store::PostingStore postings{tools.database};
    const auto held = writer_lock(postings, tools, stop);
    if (!held) {
        turn.outcome = stop.stop_requested() ? TurnOutcome::stopped : TurnOutcome::failed;
        turn.error = "another jobscout-indexer is writing to this database";
        return turn;
    }
    const ingest::Reference reference = ingest::load_reference(tools.database);
    std::vector<ingest::RunSource> files;
    for (const sources::SourceFile& file : collected.files) {
        using Feed = ingest::RunSource::Feed;
        files.push_back(
            {.file = file,
             .feed = source.complete ? Feed::complete : Feed::partial,
             .fetched = std::holds_alternative<fetch::Remote>(source.from)}
        );
    }
    ingest::RunReport report = ingest::run(
        files, tools.database, reference, {.day = today(), .index_folder = tools.index}
    );
    turn.files = std::move(report.files);
    turn.outcome = TurnOutcome::ingested;
    for (std::size_t at = 0; at < files.size(); ++at) {
        if (const auto& outcome = turn.files[at].outcome; !outcome) {
            const domain::Error& error = outcome.error();
            turn.outcome = TurnOutcome::failed;
            turn.error = files[at].file.path.filename().string() + ": " +
                         (error.field.empty() ? "" : error.field + ": ") + error.message;
        }
    }
    return turn;
}

}  // namespace

Turn take_turn(
    const fetch::Source& source,
    const std::string& ingested_before,
    Tools& tools,
    const std::stop_token& stop
) {
    const Collected collected = collect(source, tools, stop);
    if (collected.outcome != TurnOutcome::ingested) {
        Turn turn;
        turn.outcome = collected.outcome;
        turn.error = one_line(collected.error);
        if (!collected.gone_url.empty()) {
            const std::int64_t closed = close_gone(collected.gone_url, tools, stop);
            turn.error += closed > 0 ? "; closed " + std::to_string(closed) + " posting" +
                                           (closed == 1 ? "" : "s") + " of this link"
                                     : "";
        }
        turn.retry_after = collected.retry_after;
        return turn;
    }
    std::string name = ingest_name(source, collected);
    if (name == ingested_before) {
        Turn turn;
        turn.outcome = TurnOutcome::unchanged;
        return turn;
    }
    Turn turn = ingest_all(source, collected, tools, stop);
    turn.error = one_line(turn.error);
    if (turn.outcome == TurnOutcome::ingested) {
        turn.ingested = std::move(name);
    }
    return turn;
}

std::string one_line(const std::string& text) {
    const bool readable = sources::is_text(text);
    std::string line;
    for (const char c : text) {
        const bool plain = c >= ' ' && c <= '~';
        const bool of_utf_8 = readable && static_cast<unsigned char>(c) >= 0x80;
        line += plain || of_utf_8 ? c : ' ';
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

}  // namespace watch
