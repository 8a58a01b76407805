// An ingest that is killed at any moment: the next one finishes the work, and what stands in the
// end is what stands after an ingest that nobody disturbed. JOBSCOUT_KILLS says how often (20
// unless it says otherwise; tests/soak says 200), JOBSCOUT_SEED when.

#include "indexer/search/search.hpp"
#include "tests/ingest/indexer.hpp"
#include "tests/ingest/running_program.hpp"

#include <gtest/gtest.h>
#include <pqxx/pqxx>

#include <cstdlib>
#include <map>
#include <random>
#include <xapian.h>

namespace {

using std::chrono::microseconds;

int number_from(const char* variable, const int otherwise) {
    const char* text = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): one thread
    return text == nullptr ? otherwise : std::atoi(text);
}

constexpr int postings_fed = 600;

/// What a source offered on the first day.
std::vector<std::string> first_feed() {
    std::vector<std::string> lines;
    for (int number = 0; number < postings_fed; ++number) {
        lines.push_back(partner_record("p" + std::to_string(number)));
    }
    return lines;
}

/// And on the second: some are gone, some have changed or turned bad, some are new, some stand in
/// the feed twice.
std::vector<std::string> second_feed() {
    std::vector<std::string> lines;
    for (int number = 100; number < postings_fed + 300; ++number) {
        const std::string id = "p" + std::to_string(number);
        if (number % 7 == 0) {
            lines.push_back(partner_record(id, {{"title", "Night welder"}}));
        } else if (number % 31 == 0) {
            lines.push_back(partner_record(id, {{"noc", "99999"}}));
        } else {
            lines.push_back(partner_record(id));
        }
        if (number % 50 == 0) {
            lines.push_back(partner_record("p" + std::to_string(number - 60), {{"title", "Fitter"}})
            );
        }
    }
    return lines;
}

/// A database and an index of their own, copied from another one's.
class Copy {
public:
    explicit Copy(const Indexer& original) : name_{"jobscout_kill_" + std::to_string(random())} {
        execute("CREATE DATABASE " + name_ + " TEMPLATE " + name_of(original.database()));
        std::filesystem::copy(original.index(), index(), std::filesystem::copy_options::recursive);
    }
    ~Copy() {
        try {
            execute("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
        } catch (const std::exception& error) {
            ADD_FAILURE() << error.what();
        }
    }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;

    std::string database() const { return support::conninfo(name_); }
    std::string index() const { return folder_.path() / "index"; }
    std::vector<std::string> environment() const {
        return {"JOBSCOUT_DATABASE=" + database(), "JOBSCOUT_INDEX=" + index()};
    }
    support::Outcome run(const std::vector<std::string>& arguments) const {
        return support::run_program("jobscout-indexer", arguments, "", environment());
    }

private:
    static std::uint32_t random() { return std::random_device{}(); }
    static std::string name_of(const std::string& conninfo) {
        return conninfo.substr(conninfo.find("dbname=") + 7);
    }
    static void execute(const std::string& sql) {
        pqxx::connection connection{support::conninfo("postgres")};
        pqxx::nontransaction{connection}.exec(sql);
    }

    std::string name_;
    support::TemporaryFolder folder_;
};

/// Everything that must be the same in the end, by name; numbers that depend on who came first
/// (ids, revisions, hours) left out.
std::map<std::string, std::string> contents(const Copy& copy) {
    std::map<std::string, std::string> result;
    std::map<std::int64_t, std::string> keys;
    pqxx::connection connection{copy.database()};
    pqxx::work transaction{connection};
    for (const auto& row : transaction.exec(
             "SELECT posting.id, posting.source_id, "
             "(to_jsonb(posting) - 'id' - 'revision' - 'employer_id')::text || record.sha256 "
             "|| record.raw || trust.verdicts || coalesce(trust.details::text, '') || "
             "lifecycle.first_seen || lifecycle.last_seen "
             "|| coalesce(lifecycle.gone_on::text, '') || (SELECT string_agg(city, ',') "
             "FROM posting_place WHERE posting_id = posting.id) "
             "FROM posting JOIN posting_record AS record ON record.posting_id = posting.id "
             "JOIN posting_trust AS trust ON trust.posting_id = posting.id "
             "JOIN posting_lifecycle AS lifecycle ON lifecycle.posting_id = posting.id"
         )) {
        const std::string key = row[1].as<std::string>();
        EXPECT_TRUE(result.emplace("posting " + key, row[2].as<std::string>()).second);
        keys.emplace(row[0].as<std::int64_t>(), key);
    }
    for (const auto& row : transaction.exec(
             "SELECT sha256, source || field || reason || coalesce(raw, '') FROM quarantine"
         )) {
        result.emplace("quarantine " + row[0].as<std::string>(), row[1].as<std::string>());
    }
    const Xapian::Database index{copy.index()};
    for (auto document = index.postlist_begin(""); document != index.postlist_end(""); ++document) {
        std::string words;
        for (auto term = index.termlist_begin(*document); term != index.termlist_end(*document);
             ++term) {
            words += *term + " " + std::to_string(term.get_wdf()) + " ";
        }
        EXPECT_TRUE(result.emplace("document " + keys.at(*document), words).second);
    }
    return result;
}

class Kill : public testing::Test {
protected:
    Kill() {
        const auto report = indexer_.ingest({indexer_.feed(first_feed()), "--as-of", "2026-11-15"});
        EXPECT_EQ(report.at("stored"), postings_fed);
        feed_ = indexer_.feed(second_feed());
    }

    /// Small batches, so that there are many moments to be killed at.
    std::vector<std::string> second_ingest() const {
        return {"ingest", "--complete", "--batch-size", "40", "--as-of", "2026-11-16", feed_};
    }

    Indexer indexer_;
    std::string feed_;
};

TEST_F(Kill, at_any_moment_of_an_ingest_loses_and_doubles_nothing) {
    const Copy undisturbed{indexer_};
    const auto start = std::chrono::steady_clock::now();
    const support::Outcome outcome = undisturbed.run(second_ingest());
    const std::chrono::duration<double> whole = std::chrono::steady_clock::now() - start;
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto expected = contents(undisturbed);

    const int seed = number_from("JOBSCOUT_SEED", 20261116);
    const int kills = number_from("JOBSCOUT_KILLS", 20);
    std::printf("seed %d, %d kills within %.2f s\n", seed, kills, whole.count());
    std::mt19937 random{static_cast<unsigned>(seed)};
    int killed = 0;
    for (int round = 0; round < kills; ++round) {
        const Copy copy{indexer_};
        const double share = std::uniform_real_distribution<double>{0, 1.05}(random);
        const microseconds delay{static_cast<std::int64_t>(1e6 * share * whole.count())};
        RunningProgram ingest{second_ingest(), copy.environment()};
        killed += ingest.kill_after(delay) ? 1 : 0;
        const support::Outcome finishing = copy.run(second_ingest());
        ASSERT_EQ(finishing.status, 0) << "round " << round << ": " << finishing.err;
        const support::Outcome check = copy.run({"check"});
        EXPECT_EQ(check.status, 0) << "round " << round << ": " << check.out << check.err;
        const auto found = contents(copy);
        EXPECT_EQ(found.size(), expected.size()) << "round " << round;
        for (const auto& [key, value] : expected) {
            const auto same = found.find(key);
            ASSERT_NE(same, found.end()) << "round " << round << ": " << key;
            EXPECT_EQ(same->second, value) << "round " << round << ": " << key;
        }
    }
    std::printf("%d of %d were killed before their end\n", killed, kills);
    EXPECT_GT(killed, kills / 2);
}

TEST_F(Kill, of_a_reindex_leaves_the_old_index_whole) {
    const Copy copy{indexer_};
    const auto start = std::chrono::steady_clock::now();
    ASSERT_EQ(copy.run({"reindex"}).status, 0);
    const std::chrono::duration<double> whole = std::chrono::steady_clock::now() - start;
    const auto expected = contents(copy);
    for (int tenth = 1; tenth < 10; tenth += 2) {
        RunningProgram reindex{{"reindex"}, copy.environment()};
        reindex.kill_after(microseconds{static_cast<std::int64_t>(1e5 * tenth * whole.count())});
        EXPECT_EQ(search::status(copy.index()).documents, postings_fed);
        EXPECT_EQ(copy.run({"check"}).status, 0);
    }
    ASSERT_EQ(copy.run({"reindex"}).status, 0);
    EXPECT_EQ(contents(copy), expected);
}

TEST_F(Kill, frees_the_writer_lock) {
    const Copy copy{indexer_};
    for (const int milliseconds : {30, 120}) {
        RunningProgram ingest{second_ingest(), copy.environment()};
        ingest.kill_after(std::chrono::milliseconds{milliseconds});
        EXPECT_NE(copy.run({"check"}).status, 2);
        const support::Outcome next = copy.run({"reindex"});
        EXPECT_EQ(next.status, 0) << next.err;
    }
}

}  // namespace
