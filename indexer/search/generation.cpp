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
constexpr std::string_view shard_prefix = "shard-";

std::int64_t number_from(const std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string shard_name(const std::size_t index) {
    return std::string{shard_prefix}.append(std::to_string(index));
}

/// Whole or not at all. The paths are told from the stub's own folder.
void write_stub(const fs::path& stub, const Shards& shards) {
    const fs::path new_stub = fs::path{stub}.concat(".new");
    {
        std::ofstream lines{new_stub};
        for (const fs::path& shard : shards) {
            lines << "auto " << shard.lexically_relative(stub.parent_path()).string() << '\n';
        }
        lines.flush();
        if (!lines) {
            throw IndexError{"the file " + new_stub.string() + " cannot be written"};
        }
    }
    fs::rename(new_stub, stub);
}

bool is_generation(const fs::path& path) {
    return path.filename().string().starts_with(generation_prefix);
}

}  // namespace

bool has_index(const std::string& index_folder) {
    return fs::exists(fs::path{index_folder} / stub_name);
}

Shards shards_in_force(const std::string& index_folder) {
    std::ifstream stub{fs::path{index_folder} / stub_name};
    Shards shards;
    for (std::string line; std::getline(stub, line);) {
        // What xapian-replicate writes begins with comments.
        if (const std::size_t space = line.find(' ');
            !line.starts_with('#') && space != line.npos) {
            shards.push_back(fs::path{index_folder} / line.substr(space + 1));
        }
    }
    return shards;
}

Shards create_generation(const std::string& index_folder, const std::size_t shards) {
    fs::create_directories(index_folder);
    std::int64_t newest = 0;
    for (const auto& entry : fs::directory_iterator{index_folder}) {
        if (is_generation(entry.path())) {
            const std::string name = entry.path().filename().string();
            newest = std::max(newest, number_from(name.substr(generation_prefix.size())));
        }
    }
    const fs::path generation =
        fs::path{index_folder} / std::string{generation_prefix}.append(std::to_string(newest + 1));
    Shards created;
    if (shards <= 1) {
        created.push_back(generation);
    } else {
        fs::create_directory(generation);
        for (std::size_t index = 0; index < shards; ++index) {
            created.push_back(generation / shard_name(index));
        }
    }
    for (const fs::path& shard : created) {
        Xapian::WritableDatabase database{shard.string(), Xapian::DB_CREATE};
        database.set_metadata(std::string{schema::schema_key}, std::string{schema::version});
        database.commit();
    }
    return created;
}

void put_in_force(const std::string& index_folder, const Shards& generation) {
    const fs::path folder{index_folder};
    const bool divided = generation.size() > 1;
    for (std::size_t index = 0; divided && index < generation.size(); ++index) {
        write_stub(folder / shard_name(index), {generation[index]});
    }
    write_stub(folder / stub_name, generation);
    const fs::path in_force = divided ? generation.front().parent_path() : generation.front();
    std::vector<fs::path> left_over;
    for (const auto& entry : fs::directory_iterator{folder}) {
        const std::string name = entry.path().filename().string();
        const bool other_generation = is_generation(entry.path()) && entry.path() != in_force;
        const bool other_shard = name.starts_with(shard_prefix) &&
                                 (!divided || number_from(name.substr(shard_prefix.size())) >=
                                                  static_cast<std::int64_t>(generation.size()));
        if (other_generation || other_shard) {
            left_over.push_back(entry.path());
        }
    }
    for (const fs::path& path : left_over) {
        fs::remove_all(path);
    }
}

std::int64_t revision_of(const Xapian::Database& shard) {
    return number_from(shard.get_metadata(std::string{schema::revision_key}));
}

bool has_current_schema(const Xapian::Database& shard) {
    return shard.get_metadata(std::string{schema::schema_key}) == schema::version;
}

}  // namespace search
