#include "tests/quality/corpus.hpp"

#include "indexer/run.hpp"
#include "indexer/sources/lines.hpp"
#include "services/matching/snapshot_keeper.hpp"
#include "sql/store/migrations.hpp"
#include "tests/quality/cases.hpp"
#include "tests/support/program.hpp"
#include "tests/support/shared.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test_database.hpp"

#include <boost/json.hpp>
#include <pqxx/pqxx>

#include <algorithm>
#include <fstream>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

namespace quality {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr auto mapping = REPOSITORY_ROOT "/deploy/mappings/jobbank_archive_2021.json";

std::vector<fs::path> archive_files() {
    const fs::path folder = support::shared() / "data/postings";
    return {folder / "jobbank_2021-03_part1.ndjson.gz", folder / "jobbank_2021-03_part2.ndjson.gz"};
}

/// Copies the records that are wanted, line by line as they stand.
void write_corpus(const fs::path& path) {
    const auto names = read_corpus_names();
    std::set<std::string, std::less<>> missing{names.begin(), names.end()};
    std::ofstream corpus{path};
    for (const fs::path& file : archive_files()) {
        sources::Lines lines{sources::ByteStream::open(file).value()};
        while (const auto line = lines.next()) {
            const json::value record = json::parse(line->text);
            std::string name{record.at("source").as_string()};
            name.append("/").append(record.at("source_id").as_string());
            if (missing.erase(name) > 0) {
                corpus << line->text << '\n';
            }
        }
    }
    if (!missing.empty()) {
        throw std::runtime_error{
            std::to_string(missing.size()) + " postings of corpus.tsv are not in the archive, as " +
            *missing.begin()};
    }
    if (!corpus.flush()) {
        throw std::runtime_error{path.string() + ": cannot be written"};
    }
}

}  // namespace

/// A cluster whose data stays; it runs as long as this object lives.
class KeptCluster {
public:
    explicit KeptCluster(fs::path folder) : folder_{std::move(folder)} {
        fs::create_directories(folder_);
        const auto started = cluster({"start", folder_.string(), "--throwaway"});
        if (started.status != 0) {
            throw std::runtime_error{"no cluster in " + folder_.string() + ": " + started.err};
        }
        socket_ = started.out.substr(0, started.out.find('\n'));
    }
    ~KeptCluster() { cluster({"stop", folder_.string()}); }
    KeptCluster(const KeptCluster&) = delete;
    KeptCluster& operator=(const KeptCluster&) = delete;

    std::string conninfo(const std::string& role) const {
        return "host=" + socket_ + " user=" + role + " dbname=jobscout_quality";
    }

private:
    static support::Outcome cluster(const std::vector<std::string>& arguments) {
        return support::run_program(REPOSITORY_ROOT "/deploy/cluster", arguments);
    }

    fs::path folder_;
    std::string socket_;
};

domain::Date as_of() { return domain::parse_date("2021-03-25").value(); }

bool has_archive() {
    return std::ranges::all_of(archive_files(), [](const fs::path& file) {
        return fs::exists(file);
    });
}

struct Corpus::State {
    explicit State(const fs::path& keep) {
        if (keep.empty()) {
            own_folder.emplace();
            own_database.emplace();
            folder = own_folder->path();
        } else {
            folder = fs::absolute(keep);
            kept.emplace(folder / "cluster");
            store::migrate(conninfo("postgres")).value();
        }
        database.emplace(store::Database::Options{
            .conninfo = conninfo("jobscout_owner"),
            .connections_max = 2,
            .statement_timeout = std::chrono::milliseconds{0}});
        postings.emplace(*database);
        trust.emplace(*database);
        shelf.emplace(*postings, *trust);
        rounds.emplace(*database);
        reference.emplace(*database);
        if (!fs::exists(folder / "ingested")) {
            ingest();
            std::ofstream{folder / "ingested"};
        }
        keeper.emplace(*postings);
        keeper->refresh();
        snapshot = keeper->current();
    }

    std::string conninfo(const std::string& role) const {
        return kept ? kept->conninfo(role) : own_database->conninfo(role);
    }

    void ingest() {
        const fs::path feed = folder / "corpus.ndjson";
        write_corpus(feed);
        const auto report = ingest::run(
            {{.file = {.path = feed, .mapping = mapping, .name = ""}}},
            *database,
            ingest::load_reference(*database),
            {.day = as_of(), .index_folder = (folder / "index").string()}
        );
        report.files.at(0).outcome.value();
    }

    fs::path folder;
    std::optional<support::TemporaryFolder> own_folder;
    std::optional<support::TestDatabase> own_database;
    std::optional<KeptCluster> kept;
    std::optional<store::Database> database;
    std::optional<store::PostingStore> postings;
    std::optional<store::TrustStore> trust;
    std::optional<matching::Shelf> shelf;
    std::optional<store::RoundStore> rounds;
    std::optional<store::ReferenceStore> reference;
    std::optional<matching::SnapshotKeeper> keeper;
    std::shared_ptr<const ranking::Snapshot> snapshot;
};

Corpus::Corpus(const fs::path& keep) : state_{std::make_unique<State>(keep)} { learn(); }

Corpus::~Corpus() = default;

void Corpus::learn() {
    counts_.named = read_corpus_names().size();

    constexpr std::size_t page_max = 2'000;
    store::Revision revision = 0;
    domain::PostingId last_id = 0;
    std::map<domain::PostingId, bool> is_open;
    while (true) {
        auto page = state_->postings->changed_since(revision, last_id, page_max);
        if (page.empty()) {
            break;
        }
        revision = page.back().revision;
        last_id = page.back().posting.id;
        for (store::StoredPosting& stored : page) {
            if (!stored.verified) {
                continue;
            }
            const bool open =
                *stored.posting.date_posted <= as_of() && as_of() <= last_live_day(stored.posting);
            counts_.closed += open ? 0 : 1;
            if (open) {
                postings_.emplace(stored.posting.id, std::move(stored.posting));
            }
        }
    }

    pqxx::connection connection{conninfo()};
    pqxx::read_transaction transaction{connection};
    for (const pqxx::row& row : transaction.exec(
             "SELECT source_id, coalesce(canonical_id, id), canonical_id IS NOT NULL FROM posting "
             "WHERE verified"
         )) {
        const auto id = row[1].as<domain::PostingId>();
        counts_.merged += row[2].as<bool>() ? 1 : 0;
        if (postings_.contains(id)) {
            served_.emplace(row[0].as<std::string>(), id);
        }
    }
    counts_.held_back = counts_.named - postings_.size() - counts_.merged - counts_.closed;
    for (const auto& [source, field, reason, count] : state_->postings->quarantine_reasons()) {
        std::string line = std::to_string(count);
        counts_.reasons.push_back(line.append(" x ").append(field).append(": ").append(reason));
    }
}

Corpus::Judged Corpus::judged(const Judgments& judgments) const {
    Judged result;
    std::map<domain::PostingId, Judgment> for_others;
    for (const auto& [name, judgment] : judgments) {
        const auto served = served_.find(name);
        if (served == served_.end()) {
            ++result.held_back;
            result.good_held_back += judgment.grade >= good_grade ? 1 : 0;
        } else if (postings_.at(served->second).source_id == name) {
            result.postings.emplace(served->second, judgment);
        } else {
            ++result.merged;
            const auto [other, is_new] = for_others.emplace(served->second, judgment);
            if (!is_new && other->second.grade < judgment.grade) {
                other->second = judgment;
            }
        }
    }
    for (const auto& [id, judgment] : for_others) {
        result.merged -= result.postings.emplace(id, judgment).second ? 1 : 0;
    }
    return result;
}

std::string Corpus::conninfo() const { return state_->conninfo("postgres"); }

std::string Corpus::index_folder() const { return (state_->folder / "index").string(); }

matching::Stores Corpus::stores() const {
    return {
        .postings = *state_->postings,
        .trust = *state_->trust,
        .shelf = *state_->shelf,
        .words = search::IndexLocation{index_folder()}};
}

store::ReferenceStore& Corpus::reference_store() const { return *state_->reference; }

store::RoundStore& Corpus::round_store() const { return *state_->rounds; }

const ranking::Snapshot& Corpus::snapshot() const { return *state_->snapshot; }

}  // namespace quality
