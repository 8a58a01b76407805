#include "indexer/watch/turn.hpp"

#include "indexer/merge.hpp"
#include "indexer/reference.hpp"
#include "indexer/search/writer.hpp"
#include "indexer/sources/text.hpp"
#include "indexer/watch/collect.hpp"
#include "sql/store/sha256.hpp"

#include <chrono>
#include <fstream>
#include <iterator>

namespace watch {
namespace {

using namespace std::chrono_literals;

domain::Date today() {
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// Names what an ingest of these files would do: the same name, the same outcome.
std::string ingest_name(const fetch::Source& source, const Collected& collected) {
    store::Sha256 name;
    name.update(collected.fingerprint);
    name.update('\n' + source.employer.value_or("") + '\n');
    name.update(source.mapping ? content_of(*source.mapping) : "");
    name.update('\n' + std::to_string(normalise::version) + '\n' + domain::to_string(today()));
    return name.finish();
}

/// The writer lock; waits for it where it is to be waited for.
std::optional<store::PostingStore::WriterLock> writer_lock(
    store::PostingStore& postings, const Tools& tools, const std::stop_token& stop
) {
    auto held = postings.try_writer_lock();
    if (!held && tools.when_busy == WhenBusy::wait) {
        tools.log("another jobscout-indexer is writing to this database; waiting for it");
        while (!held && fetch::sleep_for(1s, stop)) {
            held = postings.try_writer_lock();
        }
    }
    return held;
}

ingest::FileReport ingest_file(
    const sources::SourceFile& file,
    const ingest::Reference& reference,
    store::PostingStore& postings
) {
    const auto start = std::chrono::steady_clock::now();
    auto outcome = ingest::ingest(
        file, reference.gazetteer, reference.occupations, postings, {.fetched_on = today()}
    );
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    return {.file = file.path.string(), .seconds = taken.count(), .outcome = std::move(outcome)};
}

Turn ingest_all(const Collected& collected, Tools& tools, const std::stop_token& stop) {
    Turn turn;
    store::PostingStore postings{tools.database};
    const auto held = writer_lock(postings, tools, stop);
    if (!held) {
        turn.outcome = stop.stop_requested() ? TurnOutcome::stopped : TurnOutcome::failed;
        turn.error = "another jobscout-indexer is writing to this database";
        return turn;
    }
    store::ReferenceStore reference_store{tools.database};
    const ingest::Reference reference = ingest::load_reference(reference_store);
    turn.outcome = TurnOutcome::ingested;
    for (const sources::SourceFile& file : collected.files) {
        turn.files.push_back(ingest_file(file, reference, postings));
        if (const auto& outcome = turn.files.back().outcome; !outcome) {
            const domain::Error& error = outcome.error();
            turn.outcome = TurnOutcome::failed;
            turn.error = file.path.filename().string() + ": " +
                         (error.field.empty() ? "" : error.field + ": ") + error.message;
        }
    }
    ingest::merge(tools.database, postings, {});
    search::update_index(tools.index, postings, {}, reference.unit_groups);
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
        turn.retry_after = collected.retry_after;
        return turn;
    }
    std::string name = ingest_name(source, collected);
    if (name == ingested_before) {
        Turn turn;
        turn.outcome = TurnOutcome::unchanged;
        return turn;
    }
    Turn turn = ingest_all(collected, tools, stop);
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
