// An index of several shards, and one whose shards stand behind servers, answer as one that is
// whole.

#include "indexer/search/relevance.hpp"
#include "sql/store/sha256.hpp"
#include "tests/search/indexed_postings.hpp"
#include "tests/support/values.hpp"

#include <gmock/gmock.h>
#include <sys/wait.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>
#include <spawn.h>
#include <sstream>
#include <thread>
#include <xapian.h>

extern char** environ;

namespace {

using domain::Province;
using search::IndexLocation;
using search::Page;
using search::Query;
using search_test::french_record;
using search_test::IndexedPostings;
using search_test::record;
using support::day;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::vector<store::PostingRecord> records(const int count) {
    std::vector<store::PostingRecord> all;
    for (int number = 0; number < count; ++number) {
        const std::string key = "k" + std::to_string(number);
        all.push_back(
            number % 3 == 0 ? french_record(key, "Soudeuse " + key) : record(key, "Welder " + key)
        );
        domain::Posting& posting = all.back().posting;
        posting.date_posted = day("2026-10-01") + std::chrono::days{number * 7 % 31};
        posting.remote = number % 4 == 0;
        if (number % 7 == 0) {
            posting.noc = domain::NocCode::from_number(63200);
            posting.title = "Cook, night shift " + key;
        }
    }
    return all;
}

/// What a page tells, but for its score and cursor: those rest on numbers of a shard.
std::vector<std::string> told(const Page& page) {
    std::vector<std::string> lines;
    for (const search::Hit& hit : page.hits) {
        lines.push_back(std::to_string(hit.id));
    }
    std::sort(lines.begin(), lines.end());
    lines.push_back("total " + std::to_string(page.total));
    lines.push_back("revision " + std::to_string(page.revision));
    if (page.facets) {
        lines.push_back("remote " + std::to_string(page.facets->remote()));
        for (const std::int64_t count : page.facets->provinces()) {
            lines.push_back(std::to_string(count));
        }
        for (const auto& noc : page.facets->top_nocs(20)) {
            lines.push_back(noc.noc.to_string() + ' ' + std::to_string(noc.hits));
        }
    }
    return lines;
}

const std::vector<std::string>& queries() {
    static const std::vector<std::string> all{
        "",
        "welder",
        "soudeur",
        "\"night shift\"",
        "title:cook",
        "province:QC remote:yes",
        "k12",
        "noc:6 posted:>=2026-10-05",
        "welder -k1 -k2",
        "plumber",
        "RN",
        "remote:no teer:<=2"};
    return all;
}

std::vector<std::vector<std::string>> answers(const IndexLocation& location) {
    std::vector<std::vector<std::string>> all;
    for (const std::string& text : queries()) {
        Query query{.text = text, .as_of = day("2026-11-16"), .limit = 100, .facets = true};
        all.push_back(told(search::search(location, query).value()));
        // Page by page without text, in the one order that there is.
        if (text.empty()) {
            query.limit = 7;
            query.facets = false;
            std::vector<std::string> ids;
            do {
                const Page page = search::search(location, query).value();
                for (const search::Hit& hit : page.hits) {
                    ids.push_back(std::to_string(hit.id));
                }
                query.cursor = page.next_cursor;
            } while (!query.cursor.empty());
            all.push_back(ids);
        }
    }
    return all;
}

std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        names.push_back(entry.path().filename().string());
    }
    return names;
}

/// What each posting shares with a résumé, and one that is not there.
std::vector<std::string> likenesses(const IndexLocation& location) {
    search::Relevance relevance{
        location,
        {{.text = "Night cook", .weight = 3, .is_title = true},
         {.text = "Soudeuse", .weight = 3, .is_title = true},
         {.text = "k7 k12 k30 welder"}},
        100};
    std::vector<std::string> all{std::to_string(relevance.own_weight())};
    for (domain::PostingId id = 1; id <= 61; ++id) {
        const search::SharedWords shared = relevance.explain(id);
        all.push_back(
            std::to_string(shared.likeness.weight) + ' ' +
            std::to_string(shared.likeness.title_permille) + ' ' +
            std::to_string(shared.likeness.title_known_permille)
        );
        all.insert(all.end(), shared.words.begin(), shared.words.end());
        EXPECT_EQ(relevance.likeness({&id, 1}).front(), shared.likeness) << id;
    }
    return all;
}

TEST(Shards, answer_as_one_index) {
    IndexedPostings whole;
    whole.add(records(60));
    EXPECT_THAT(likenesses(whole.index()), testing::Contains("k12"));
    for (const std::size_t shards : {2U, 3U, 5U}) {
        IndexedPostings divided{shards};
        divided.add(records(60));
        EXPECT_EQ(answers(divided.index()), answers(whole.index())) << shards << " shards";
        EXPECT_EQ(likenesses(divided.index()), likenesses(whole.index())) << shards << " shards";
        EXPECT_EQ(search::status(divided.index()).documents, 60);
    }
}

TEST(Shards, are_those_of_a_stub_with_comments_as_xapian_replicate_writes_one) {
    IndexedPostings divided{2};
    divided.add(records(20));
    const auto before = answers(divided.index());
    const std::filesystem::path stub = std::filesystem::path{divided.index_folder()} / "XAPIANDB";
    std::stringstream lines;
    lines << "# Automatically generated stub database\n# do not edit\n\n"
          << std::ifstream{stub}.rdbuf();
    std::ofstream{stub} << lines.str();
    EXPECT_EQ(answers(divided.index()), before);
    EXPECT_EQ(search::status(divided.index()).documents, 20);
    std::vector<store::PostingRecord> changed = records(20);
    changed[3].posting.title = "Mason";
    changed[3].sha256 = store::sha256("Mason");
    divided.add(changed);
    EXPECT_EQ(divided.find_text("mason").size(), 1U);
}

TEST(Shards, follow_changes_and_keep_their_number_until_another_is_asked_for) {
    IndexedPostings divided{3};
    divided.add(records(40));
    std::vector<store::PostingRecord> changed = records(40);
    for (store::PostingRecord& one : changed) {
        one.posting.title += " changed";
        one.sha256 = store::sha256(one.posting.title);
    }
    changed.resize(20);
    changed[4].verified = false;
    changed[4].quarantine_field = "pay_min";
    changed[4].quarantine_reason = "0 is not above zero";
    divided.add(changed);
    EXPECT_EQ(divided.find_text("changed").size(), 19U);
    EXPECT_EQ(divided.find_text("").size(), 39U);
    EXPECT_THAT(
        names_in(divided.index_folder()),
        UnorderedElementsAre("XAPIANDB", "generation-1", "shard-0", "shard-1", "shard-2")
    );

    // Who asks for no number goes on with that of the index; who asks for another gets it.
    const IndexLocation as_it_is{divided.index_folder()};
    search::rebuild_index(as_it_is, divided.postings(), {}, divided.unit_groups());
    EXPECT_EQ(divided.find_text("changed").size(), 19U);
    EXPECT_EQ(names_in(divided.index_folder()).size(), 5U);
    const auto before = answers(as_it_is);
    search::update_index(
        {divided.index_folder(), 2}, divided.postings(), {}, divided.unit_groups()
    );
    EXPECT_EQ(answers(as_it_is), before);
    EXPECT_THAT(
        names_in(divided.index_folder()),
        UnorderedElementsAre("XAPIANDB", "generation-3", "shard-0", "shard-1")
    );
    search::update_index(
        {divided.index_folder(), 1}, divided.postings(), {}, divided.unit_groups()
    );
    EXPECT_EQ(answers(as_it_is), before);
    EXPECT_THAT(names_in(divided.index_folder()), UnorderedElementsAre("XAPIANDB", "generation-4"));
}

TEST(Shards, go_on_where_a_commit_was_cut_off_between_them) {
    IndexedPostings divided{2};
    divided.add(records(20));
    const std::string cut_off = divided.index_folder() + "/generation-1/shard-1";
    {
        // As if the second shard had not come to the last revision, nor to its last document.
        Xapian::WritableDatabase shard{cut_off};
        shard.set_metadata("revision", "0");
        shard.delete_document(10);
        shard.commit();
    }
    EXPECT_EQ(search::revision(divided.index()), 0);
    divided.update();
    EXPECT_EQ(search::revision(divided.index()), divided.postings().revision());
    EXPECT_EQ(search::status(divided.index()).documents, 20);
}

/// A server of one shard on a port of its own choosing, for as long as the object lives.
class ShardServer {
public:
    explicit ShardServer(const std::string& path) {
        for (int attempt = 0; attempt < 20 && !listens_; ++attempt) {
            port_ = 20'000 + static_cast<int>(std::random_device{}() % 20'000);
            start(path);
        }
    }
    ~ShardServer() { stop(); }
    ShardServer(const ShardServer&) = delete;
    ShardServer& operator=(const ShardServer&) = delete;

    void stop() {
        if (process_ > 0) {
            kill(process_, SIGTERM);
            waitpid(process_, nullptr, 0);
            process_ = 0;
        }
    }
    std::string address() const { return "127.0.0.1:" + std::to_string(port_); }
    bool listens() const { return listens_; }

private:
    void start(const std::string& path) {
        std::string program = "xapian-tcpsrv";
        std::string interface = "--interface=127.0.0.1";
        std::string port = "--port=" + std::to_string(port_);
        std::string quiet = "--quiet";
        std::string database = path;
        std::array<char*, 6> arguments{
            program.data(), interface.data(), port.data(), quiet.data(), database.data(), nullptr};
        // Told to stop, it stops its whole process group: this test must not be in it.
        posix_spawnattr_t attributes;
        posix_spawnattr_init(&attributes);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
        const int failed = posix_spawnp(
            &process_, program.c_str(), nullptr, &attributes, arguments.data(), environ
        );
        posix_spawnattr_destroy(&attributes);
        if (failed != 0) {
            process_ = 0;
            return;
        }
        for (int wait = 0; wait < 100 && !listens_; ++wait) {
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
            try {
                Xapian::Remote::open("127.0.0.1", static_cast<unsigned>(port_), 1'000, 1'000);
                listens_ = true;
            } catch (const Xapian::Error&) {
                if (waitpid(process_, nullptr, WNOHANG) != 0) {
                    process_ = 0;  // The port was taken.
                    return;
                }
            }
        }
    }

    int port_ = 0;
    pid_t process_ = 0;
    bool listens_ = false;
};

TEST(RemoteShards, answer_as_those_of_this_machine) {
    IndexedPostings divided{2};
    divided.add(records(60));
    ShardServer first{divided.index_folder() + "/shard-0"};
    ShardServer second{divided.index_folder() + "/shard-1"};
    ASSERT_TRUE(first.listens() && second.listens());
    IndexLocation remote{""};
    remote.remotes = {first.address(), second.address()};
    const auto local = answers(divided.index());
    EXPECT_EQ(answers(remote), local);
    EXPECT_EQ(likenesses(remote), likenesses(divided.index()));
    EXPECT_EQ(search::revision(remote), divided.postings().revision());
    EXPECT_EQ(search::status(remote).documents, 60);

    // They show what is written, and a rebuild, without being started again.
    divided.add({record("new", "Machinist")});
    EXPECT_EQ(
        search::search(remote, {.text = "machinist", .as_of = day("2026-11-16")})->hits.size(), 1U
    );
    divided.rebuild();
    EXPECT_EQ(answers(remote), answers(divided.index()));
    const Page none =
        search::search(remote, {.text = "wleder", .as_of = day("2026-11-16")}).value();
    EXPECT_THAT(none.hits, IsEmpty());

    second.stop();
    EXPECT_THROW(
        search::search(remote, {.text = "welder", .as_of = day("2026-11-16")}), search::IndexError
    );
}

TEST(RemoteShards, may_be_a_whole_index) {
    IndexedPostings whole;
    whole.add(records(20));
    const ShardServer server{whole.index_folder()};
    ASSERT_TRUE(server.listens());
    IndexLocation remote{""};
    remote.remotes = {server.address()};
    EXPECT_EQ(answers(remote), answers(whole.index()));
    const Page with_synonyms =
        search::search(remote, {.text = "soudeur", .as_of = day("2026-11-16")}).value();
    EXPECT_FALSE(with_synonyms.hits.empty());
}

TEST(RemoteShards, are_named_by_host_and_port) {
    EXPECT_THAT(
        search::parse_remotes("index1:7001,[::1]:7002").value(),
        testing::ElementsAre("index1:7001", "[::1]:7002")
    );
    EXPECT_THAT(search::parse_remotes("").value(), IsEmpty());
    for (const std::string text :
         {"index1",
          ":7001",
          "index1:",
          "index1:0",
          "index1:70000",
          "index1:7001,",
          "index1:7001, index2:7001",
          "index1:port"}) {
        const auto read = search::parse_remotes(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().field, "index-remote");
    }
}

}  // namespace
