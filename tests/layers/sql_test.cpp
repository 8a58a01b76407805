// Statements stand in files and take parameters; no text of a caller becomes part of one.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// Creating a database takes no parameters, and a migration is a whole file: the only place that
/// gives PostgreSQL text to run.
const std::string exempt = "sql/store/migrations.cpp";

/// Each new connection is told the files of sql/queries, by their names.
const std::pair<std::string, std::string> prepares{"sql/store/database.cpp", "->prepare("};

/// What the rule finds in a source: a call that runs text, and a literal that begins a statement.
/// (Statements run by their name: exec_prepared.)
std::vector<std::string> findings(const std::string& source) {
    static const std::regex runs_text{
        R"((\.|->)(exec|exec0|exec1|exec_n|exec_params\w*|query\w*|for_query|prepare_now|prepare|esc\w*|quote\w*)\s*\()"};
    static const std::regex statement{
        R"("\s*(SELECT|INSERT\s+INTO|UPDATE|DELETE\s+FROM|CREATE|DROP|ALTER|TRUNCATE|GRANT|COPY|MERGE|WITH|EXECUTE|LISTEN|NOTIFY|LOCK)\s[^"]*)"};
    std::vector<std::string> found;
    for (const std::regex& rule : {runs_text, statement}) {
        for (std::sregex_iterator match{source.begin(), source.end(), rule}, end; match != end;
             ++match) {
            found.push_back((*match)[0].str());
        }
    }
    return found;
}

std::string text_of(const fs::path& file) {
    std::ifstream stream{file};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

TEST(Sql, rule_finds_what_it_is_for) {
    EXPECT_EQ(findings(R"(transaction.exec("SELECT 1 FROM a WHERE b = '" + c + "'");)").size(), 2U);
    EXPECT_EQ(findings(R"(t->exec_params(text, 7);)").size(), 1U);
    EXPECT_EQ(findings(R"(std::string sql = "DELETE FROM a WHERE id = " + id;)").size(), 1U);
    EXPECT_EQ(findings(R"(t.exec0("a" + t.quote(b));)").size(), 2U);
    EXPECT_TRUE(findings(R"(transaction.exec_prepared(name, a);)").empty());
    EXPECT_TRUE(findings(R"(say("Update the profile"); auto e = result.error();)").empty());
}

TEST(Sql, is_never_put_together_from_text) {
    std::size_t files = 0;
    for (const char* layer : {"sql", "indexer", "services", "matcher"}) {
        for (const auto& entry :
             fs::recursive_directory_iterator{fs::path{REPOSITORY_ROOT} / layer}) {
            const auto extension = entry.path().extension();
            const std::string name = fs::relative(entry.path(), REPOSITORY_ROOT).string();
            // Elsewhere these words mean other things: only the stores can reach PostgreSQL
            // (layers_test), and a statement in another file could be given to them.
            if ((extension != ".cpp" && extension != ".hpp") || name == exempt) {
                continue;
            }
            ++files;
            for (const std::string& found : findings(text_of(entry.path()))) {
                if (std::pair{name, found} == prepares) {
                    continue;
                }
                const bool runs_text = found.front() != '"';
                EXPECT_TRUE(runs_text && !name.starts_with("sql/store/")) << name << ": " << found;
            }
        }
    }
    EXPECT_GT(files, 300U);
}

/// One statement puts names together, those of our own roles, and lets PostgreSQL quote them.
TEST(Sql, of_files_runs_no_text_but_quoted_names) {
    const std::regex dynamic{R"(\bEXECUTE\s+(?!FUNCTION|PROCEDURE|ON)[^;]*)", std::regex::icase};
    std::size_t files = 0;
    for (const char* folder : {"sql/migrations", "sql/queries"}) {
        for (const auto& entry :
             fs::recursive_directory_iterator{fs::path{REPOSITORY_ROOT} / folder}) {
            if (entry.path().extension() != ".sql") {
                continue;
            }
            ++files;
            const std::string text = text_of(entry.path());
            for (std::sregex_iterator match{text.begin(), text.end(), dynamic}, end; match != end;
                 ++match) {
                const std::string found = (*match)[0].str();
                EXPECT_TRUE(found.starts_with("EXECUTE format(") && found.find("%s") == found.npos)
                    << entry.path() << ": " << found;
            }
        }
    }
    EXPECT_GT(files, 100U);
}

}  // namespace
