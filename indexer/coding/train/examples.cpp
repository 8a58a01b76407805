#include "indexer/coding/train/examples.hpp"

#include "indexer/coding/coder.hpp"
#include "indexer/coding/title_words.hpp"
#include "indexer/normalise/fold.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <stdexcept>

namespace train {
namespace {

using domain::OfficialLanguage;
using Row = std::vector<std::string>;

constexpr float index_weight = 0.6F;
constexpr float group_name_weight = 0.6F;
constexpr float memory_weight_of_index = 1.5F;
constexpr float duties_weight = 0.3F;

/// Tables of the folder: tab-separated without quotes, or comma-separated with them.
void read_table(
    const std::filesystem::path& path,
    const char delimiter,
    const std::size_t columns,
    const std::function<void(const Row&)>& take
) {
    std::ifstream file{path};
    if (!file) {
        throw std::runtime_error{"cannot read " + path.string()};
    }
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        Row row(1);
        bool quoted = false;
        for (const char character : line) {
            if (delimiter == ',' && character == '"') {
                quoted = !quoted;
            } else if (character == delimiter && !quoted) {
                row.emplace_back();
            } else {
                row.back() += character;
            }
        }
        if (row.size() < columns) {
            throw std::runtime_error{path.string() + ": too few columns: " + line};
        }
        take(row);
    }
}

domain::NocCode noc(const std::string& text) { return domain::NocCode::parse(text).value(); }

std::uint32_t group_of(const std::string_view title) {
    std::uint32_t hash = 2166136261U;
    const auto mix = [&](const char character) {
        hash = (hash ^ static_cast<unsigned char>(character)) * 16777619U;
    };
    bool between = false;
    for (const char character : normalise::fold(title)) {
        if (character >= 'a' && character <= 'z') {
            if (between) {
                mix(' ');
            }
            mix(character);
            between = false;
        } else {
            between = true;
        }
    }
    return (hash ^ (hash >> 15U)) * 2246822519U >> 8U;
}

/// `64100:25|62100:11`.
std::vector<std::pair<domain::NocCode, float>> shares(std::string_view labels) {
    std::vector<std::pair<domain::NocCode, float>> result;
    float sum = 0;
    while (!labels.empty()) {
        const std::string label{labels.substr(0, labels.find('|'))};
        labels.remove_prefix(std::min(labels.size(), label.size() + 1));
        result.emplace_back(noc(label.substr(0, 5)), std::stof(label.substr(6)));
        sum += result.back().second;
    }
    for (auto& share : result) {
        share.second /= sum;
    }
    return result;
}

class Reader {
public:
    explicit Reader(std::filesystem::path data) : data_{std::move(data)} {}

    void labelled(const Row& row) {
        Example example{
            .kind = Example::Kind::labelled,
            .text = row[0],
            .features = coding::title_features(row[0]),
            .language = coding::title_language(row[0]),
            .nocs = shares(row[4]),
            .weight = 1 + 0.25F * std::log(std::stof(row[2])),
            .memory_weight = 3 + 1.5F * std::log(std::stof(row[2])),
            .postings = std::stoi(row[2]),
            .group = group_of(row[0]),
            .clean = std::stoi(row[2]) >= 2 && std::stof(row[3]) >= 0.9F};
        examples_.push_back(std::move(example));
    }

    void title(
        const std::string& text,
        const domain::NocCode noc,
        const OfficialLanguage language,
        const float weight,
        const Example::Kind kind = Example::Kind::index
    ) {
        examples_.push_back(
            {.kind = kind,
             .text = text,
             .features = coding::title_features(text),
             .language = language,
             .nocs = {{noc, 1.0F}},
             .weight = weight,
             .memory_weight = memory_weight_of_index * weight / index_weight,
             .group = group_of(text)}
        );
    }

    std::vector<Example> read() {
        const std::filesystem::path nocs = data_ / "noc2021";
        read_table(data_ / "title_noc/title_noc2021_dev.tsv", '\t', 5, [&](const Row& row) {
            labelled(row);
        });
        read_table(nocs / "noc2021_index_titles_en.tsv", '\t', 3, [&](const Row& row) {
            title(row[2], noc(row[0]), OfficialLanguage::english, index_weight);
        });
        read_table(nocs / "noc2021_index_titles_fr.tsv", '\t', 3, [&](const Row& row) {
            const auto forms = coding::gendered_forms(row[2]);
            const auto share = index_weight / static_cast<float>(forms.size());
            for (const std::string& form : forms) {
                title(form, noc(row[0]), OfficialLanguage::french, share);
            }
        });
        read_table(nocs / "noc2021_unit_groups_en_fr.tsv", '\t', 4, [&](const Row& row) {
            title(row[2], noc(row[0]), OfficialLanguage::english, group_name_weight);
            title(row[3], noc(row[0]), OfficialLanguage::french, group_name_weight);
        });
        read_table(nocs / "main-duties_oasis-2023_v1.0.csv", ',', 2, [&](const Row& row) {
            title(
                row[1],
                noc(row[0].substr(0, 5)),
                OfficialLanguage::english,
                duties_weight,
                Example::Kind::duties
            );
        });
        return std::move(examples_);
    }

private:
    std::filesystem::path data_;
    std::vector<Example> examples_;
};

}  // namespace

std::vector<Example> read_examples(const std::filesystem::path& data) {
    return Reader{data}.read();
}

}  // namespace train
