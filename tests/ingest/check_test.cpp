// jobscout-indexer check: every way in which the two stores can disagree is found and named.

#include "indexer/search/schema.hpp"
#include "tests/ingest/indexer.hpp"

#include <gmock/gmock.h>
#include <pqxx/pqxx>

#include <fstream>
#include <xapian.h>

namespace {

namespace json = boost::json;
using testing::HasSubstr;

class Check : public testing::Test {
protected:
    Check() { indexer_.ingest({indexer_.feed({partner_record("a"), partner_record("b")})}); }

    void execute(const std::string& sql) const {
        pqxx::connection connection{indexer_.database()};
        pqxx::work transaction{connection};
        transaction.exec(sql);
        transaction.commit();
    }

    std::string index_folder() const {
        for (const auto& entry : std::filesystem::directory_iterator{indexer_.index()}) {
            if (entry.is_directory()) {
                return entry.path();
            }
        }
        return {};
    }

    void expect_fault(const std::string& words) const {
        const auto outcome = indexer_.run({"check"});
        EXPECT_EQ(outcome.status, 1) << outcome.err;
        EXPECT_THAT(outcome.out, HasSubstr(words));
        EXPECT_THAT(outcome.out, HasSubstr("jobscout-indexer reindex"));
    }

    Indexer indexer_;
};

TEST_F(Check, finds_nothing_where_all_is_well) {
    const auto outcome = indexer_.run({"check", "--json"});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    const auto report = json::parse(outcome.out);
    EXPECT_EQ(report.at("postings"), 2);
    EXPECT_EQ(report.at("documents"), 2);
    EXPECT_EQ(report.at("faults_found"), 0);
}

TEST_F(Check, finds_a_posting_without_a_document) {
    {
        Xapian::WritableDatabase index{index_folder()};
        index.delete_document(1);
    }
    expect_fault("posting 1 has no document");
    EXPECT_EQ(indexer_.run({"reindex"}).status, 0);
    EXPECT_EQ(indexer_.run({"check"}).status, 0);
}

TEST_F(Check, finds_documents_of_no_posting) {
    {
        Xapian::WritableDatabase index{index_folder()};
        index.replace_document(77, Xapian::Document{});
    }
    execute("UPDATE posting SET verified = false WHERE id = 1");
    expect_fault("document 77 is of no served posting");
    expect_fault("document 1 is of no served posting");
}

TEST_F(Check, finds_a_document_of_another_revision) {
    execute("UPDATE posting SET revision = 0 WHERE id = 2");
    expect_fault("posting 2 is of revision 0 and its document of 1");
}

TEST_F(Check, finds_an_index_that_is_behind) {
    execute("UPDATE revision_counter SET revision = 5");
    expect_fault("the index shows revision 1 of 5");
}

TEST_F(Check, finds_an_index_that_is_damaged_or_absent) {
    for (const auto& entry : std::filesystem::directory_iterator{index_folder()}) {
        if (entry.path().filename() == "postlist.glass") {
            std::fstream file{entry.path(), std::ios::in | std::ios::out | std::ios::binary};
            file << std::string(std::filesystem::file_size(entry.path()), 'x');
        }
    }
    expect_fault("index");
    std::filesystem::remove_all(indexer_.index());
    expect_fault("there is no index");
    EXPECT_EQ(indexer_.run({"reindex"}).status, 0);
    EXPECT_EQ(indexer_.run({"check"}).status, 0);
}

TEST_F(Check, finds_what_contradicts_itself_in_the_database) {
    execute("DELETE FROM posting_place WHERE posting_id = 1");
    expect_fault("posting 1 is verified and has no place");
    // Nobody can rewrite the history; what a damaged disk can do is found all the same.
    execute("ALTER TABLE posting_history DISABLE TRIGGER posting_history_append_only");
    execute("DELETE FROM posting_history WHERE posting_id = 2");
    expect_fault("posting 2 has no history");
    execute("DELETE FROM posting_record WHERE posting_id = 2");
    expect_fault("posting 2 has no raw record");
    execute("DELETE FROM posting_lifecycle WHERE posting_id = 2");
    expect_fault("posting 2 has no lifecycle");
    execute("ALTER TABLE posting ADD CONSTRAINT odd CHECK (vacancies > 5) NOT VALID");
    expect_fault("constraint odd was never checked");
}

}  // namespace
