#include "indexer/search/generation.hpp"

#include "indexer/search/schema.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>

namespace search {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view stub_name = "XAPIANDB";
constexpr std::string_view generation_prefix = "generation-";

std::int64_t number_from(const std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

bool is_generation(const fs::path& path) {
    return path.filename().string().starts_with(generation_prefix);
}

}  // namespace

bool has_index(const std::string& index_folder) {
    return fs::exists(fs::path{index_folder} / stub_name);
}

fs::path generation_in_force(const std::string& index_folder) {
    std::string backend;
    std::string name;
    std::ifstream{fs::path{index_folder} / stub_name} >> backend >> name;
    return fs::path{index_folder} / name;
}

fs::path create_generation(const std::string& index_folder) {
    fs::create_directories(index_folder);
    std::int64_t newest = 0;
    for (const auto& entry : fs::directory_iterator{index_folder}) {
        if (is_generation(entry.path())) {
            const std::string name = entry.path().filename().string();
            newest = std::max(newest, number_from(name.substr(generation_prefix.size())));
        }
    }
    fs::path generation =
        fs::path{index_folder} / std::string{generation_prefix}.append(std::to_string(newest + 1));
    Xapian::WritableDatabase database{generation.string(), Xapian::DB_CREATE};
    database.set_metadata(std::string{schema::schema_key}, std::string{schema::version});
    database.commit();
    return generation;
}

void put_in_force(const fs::path& generation) {
    const fs::path folder = generation.parent_path();
    const fs::path stub = folder / stub_name;
    const fs::path new_stub = folder / std::string{stub_name}.append(".new");
    std::ofstream{new_stub} << "auto " << generation.filename().string() << '\n';
    fs::rename(new_stub, stub);
    for (const auto& entry : fs::directory_iterator{folder}) {
        if (is_generation(entry.path()) && entry.path() != generation) {
            fs::remove_all(entry.path());
        }
    }
}

std::int64_t revision_of(const Xapian::Database& database) {
    return number_from(database.get_metadata(std::string{schema::revision_key}));
}

bool has_current_schema(const Xapian::Database& database) {
    return database.get_metadata(std::string{schema::schema_key}) == schema::version;
}

}  // namespace search
