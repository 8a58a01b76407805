// The architecture, as a test: which folder may include what, and what a reader relies on.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// From the pure core outwards. A folder may include itself and the folders before it.
constexpr std::array<std::string_view, 4> layers{"matcher", "sql", "indexer", "services"};

/// Each outside technology has one home; libcurl speaks two protocols, each in a folder of its own.
struct Home {
    std::string_view header;
    std::string_view folders;  ///< Separated by `, `.
};
constexpr std::array homes{
    Home{"boost/asio", "services/http/"},
    Home{"boost/beast", "services/http/"},
    Home{"boost/url", "services/http/"},
    Home{"pqxx", "sql/store/"},
    Home{"libpq-fe.h", "sql/store/"},
    Home{"xapian.h", "indexer/search/"},
    Home{"gumbo.h", "indexer/"},
    Home{"archive.h", "indexer/"},
    Home{"csv.h", "indexer/sources/"},
    Home{"libxml/", "indexer/"},
    Home{"openssl/", "sql/store/, services/http/, services/breaches/"},
    Home{"curl/", "indexer/fetch/, services/mail/"},
    Home{"zlib.h", "indexer/fetch/, services/http/"},
    Home{"brotli/", "indexer/fetch/"},
    Home{"re2/", "indexer/verification/"},
    Home{"libpsl.h", "indexer/verification/"},
    Home{"sodium.h", "services/auth/"},
    Home{"liboath/", "services/auth/"},
    Home{"kainjow/mustache.hpp", "services/packages/"},
    Home{"spdlog/", "indexer/logging/"},
    Home{"prometheus/", "services/metrics/"},
};

/// Folders that only decide: no I/O, so nothing but themselves and the folders named.
struct Pure {
    std::string_view folder;
    std::vector<std::string_view> may_include;
};
const std::array pure{
    Pure{"matcher/", {"matcher/"}},
    Pure{"indexer/occupation/", {"indexer/occupation/", "matcher/"}},
    Pure{"indexer/verification/", {"indexer/verification/", "indexer/normalise/", "matcher/"}},
    Pure{
        "indexer/trust/",
        {"indexer/trust/",
         "indexer/verification/",
         "indexer/normalise/",
         "sql/store/trust_store.hpp",
         "sql/store/text_store.hpp",
         "sql/store/verdicts.hpp",
         "matcher/",
         "sql/store/sha256.hpp"}},
    Pure{"services/auth/", {"services/auth/", "matcher/"}},
};

/// What a pure folder may not reach for in the standard library.
constexpr std::array<std::string_view, 5> worldly{
    "fstream", "iostream", "filesystem", "thread", "ctime"};

constexpr std::size_t lines_max = 400;

struct Include {
    std::string file;  ///< The including file, from the repository root.
    std::string header;
};

std::vector<fs::path> source_files() {
    std::vector<fs::path> files;
    for (const auto layer : layers) {
        const fs::path folder = fs::path{REPOSITORY_ROOT} / layer;
        for (const auto& entry : fs::recursive_directory_iterator{folder}) {
            const auto extension = entry.path().extension();
            if (extension == ".hpp" || extension == ".cpp") {
                files.push_back(entry.path());
            }
        }
    }
    return files;
}

std::vector<std::string> lines_of(const fs::path& file) {
    std::ifstream stream{file};
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

std::string name_of(const fs::path& file) { return fs::relative(file, REPOSITORY_ROOT).string(); }

const std::vector<Include>& includes() {
    static const std::vector<Include> found = [] {
        const std::regex directive{R"(^\s*#\s*include\s*["<]([^">]+)[">])"};
        std::vector<Include> result;
        for (const auto& file : source_files()) {
            for (const auto& line : lines_of(file)) {
                if (std::smatch match; std::regex_search(line, match, directive)) {
                    result.push_back({name_of(file), match[1].str()});
                }
            }
        }
        return result;
    }();
    return found;
}

std::ptrdiff_t layer_of(const std::string_view path) {
    const auto folder = path.substr(0, path.find('/'));
    const auto layer = std::find(layers.begin(), layers.end(), folder);
    return layer == layers.end() ? -1 : layer - layers.begin();
}

TEST(Layers, depend_only_inwards) {
    ASSERT_GT(includes().size(), 100U);
    for (const auto& [file, header] : includes()) {
        EXPECT_LE(layer_of(header), layer_of(file)) << file << " includes " << header;
    }
}

bool is_in(std::string_view folders, const std::string_view file) {
    constexpr std::string_view separator = ", ";
    for (;;) {
        const std::size_t end = folders.find(separator);
        if (file.starts_with(folders.substr(0, end))) {
            return true;
        }
        if (end == std::string_view::npos) {
            return false;
        }
        folders.remove_prefix(end + separator.size());
    }
}

TEST(Layers, give_each_technology_one_home) {
    for (const auto& [file, header] : includes()) {
        for (const auto& home : homes) {
            if (header.starts_with(home.header)) {
                EXPECT_TRUE(is_in(home.folders, file)) << file << " includes " << header;
            }
        }
    }
}

TEST(Layers, keep_decisions_pure) {
    for (const auto& [file, header] : includes()) {
        for (const auto& [folder, may_include] : pure) {
            if (!file.starts_with(folder)) {
                continue;
            }
            EXPECT_EQ(std::count(worldly.begin(), worldly.end(), header), 0)
                << file << " includes <" << header << ">";
            const auto allowed = [&header = header](const std::string_view prefix) {
                return header.starts_with(prefix);
            };
            if (layer_of(header) >= 0) {
                EXPECT_TRUE(std::any_of(may_include.begin(), may_include.end(), allowed))
                    << file << " includes " << header;
            }
        }
    }
}

TEST(Layers, keep_files_short_enough_to_read_in_one_sitting) {
    for (const auto& file : source_files()) {
        EXPECT_LE(lines_of(file).size(), lines_max) << name_of(file);
    }
}

TEST(Layers, read_the_environment_only_where_a_program_is_put_together) {
    for (const auto& file : source_files()) {
        if (file.filename() == "main.cpp") {
            continue;
        }
        for (const auto& line : lines_of(file)) {
            EXPECT_EQ(line.find("getenv"), std::string::npos) << name_of(file) << ": " << line;
        }
    }
}

}  // namespace
