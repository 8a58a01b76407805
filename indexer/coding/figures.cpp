#include "indexer/coding/figures.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>

namespace coding {
namespace {

static_assert(std::endian::native == std::endian::little, "figures are written as they stand");

constexpr std::string_view magic = "jobscout noc model 4\n";
constexpr std::uint32_t nocs_max = 65'536;
constexpr std::size_t vocabulary_max = 65'536;
constexpr std::size_t title_concepts_max = 8;
constexpr float output_steps_max = 127;
constexpr long input_steps_max = 7;

template <class Value>
void put(std::string& bytes, const Value& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put_short(std::string& bytes, std::uint32_t value) {
    for (; value >= 128; value >>= 7U) {
        put(bytes, static_cast<std::uint8_t>(value | 128U));
    }
    put(bytes, static_cast<std::uint8_t>(value));
}

void put_keys(std::string& bytes, const std::vector<std::uint32_t>& keys) {
    std::uint32_t last = 0;
    for (const std::uint32_t key : keys) {
        put_short(bytes, key - last);
        last = key;
    }
}

/// Reads values one after the other; `complete` is false once there were too few bytes.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : bytes_{bytes} {}

    template <class Value>
    Value take() {
        Value value{};
        if (bytes_.size() < sizeof value) {
            complete_ = false;
            bytes_ = {};
            return value;
        }
        std::memcpy(&value, bytes_.data(), sizeof value);
        bytes_.remove_prefix(sizeof value);
        return value;
    }

    /// Seven bits a byte, the lowest first, a higher bit where more follow.
    std::uint32_t take_short() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 35; shift += 7) {
            const auto byte = take<std::uint8_t>();
            value |= std::uint64_t{byte & 127U} << shift;
            if (byte < 128) {
                // One number has one form: no needless zeros at its end.
                complete_ = complete_ && value <= ~std::uint32_t{0} && (byte > 0 || shift == 0);
                return static_cast<std::uint32_t>(value);
            }
        }
        complete_ = false;
        return 0;
    }

    /// Ascending, each once.
    std::vector<std::uint32_t> take_keys(const std::uint32_t count) {
        std::vector<std::uint32_t> keys;
        for (std::uint32_t at = 0; at < count && complete_; ++at) {
            const std::uint32_t step = take_short();
            const std::uint32_t last = keys.empty() ? 0 : keys.back();
            complete_ = complete_ && step <= ~last && (step > 0 || keys.empty());
            keys.push_back(last + step);
        }
        return keys;
    }

    void fail() { complete_ = false; }
    std::size_t left() const { return bytes_.size(); }
    bool complete() const { return complete_; }

private:
    std::string_view bytes_;
    bool complete_ = true;
};

domain::Error refusal(const std::string_view why) {
    return {domain::ErrorKind::invalid, "not a model of occupations: " + std::string{why}, "model"};
}

float largest_of(const std::array<float, hidden_units>& weights) {
    float largest = 0;
    for (const float weight : weights) {
        largest = std::max(largest, std::abs(weight));
    }
    return largest;
}

/// A float without the lower half of its bits, rounded.
std::uint16_t upper_half(const float value) {
    return static_cast<std::uint16_t>((std::bit_cast<std::uint32_t>(value) + 0x8000U) >> 16U);
}

float of_upper_half(const std::uint16_t bits) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16U);
}

std::vector<std::uint32_t> vocabulary_of(const std::vector<RememberedTitle>& titles) {
    std::vector<std::uint32_t> keys;
    for (const RememberedTitle& title : titles) {
        keys.insert(keys.end(), title.concepts.begin(), title.concepts.end());
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

/// How many titles each unit group has; then each one's number of words and weight in a byte, and
/// its words by their places in the vocabulary.
void put_titles(std::string& bytes, const Figures& figures) {
    const std::vector<std::uint32_t> vocabulary = vocabulary_of(figures.titles);
    assert(vocabulary.size() <= vocabulary_max);
    put(bytes, static_cast<std::uint32_t>(vocabulary.size()));
    put_keys(bytes, vocabulary);
    std::vector<std::uint32_t> counts(figures.nocs.size());
    for (const RememberedTitle& title : figures.titles) {
        ++counts.at(title.noc);
    }
    for (const std::uint32_t count : counts) {
        put_short(bytes, count);
    }
    for (const RememberedTitle& title : figures.titles) {
        assert(!title.concepts.empty() && title.concepts.size() <= title_concepts_max);
        put(bytes,
            static_cast<std::uint8_t>(
                title.concepts.size() - 1 + title.weight_step * std::size_t{8}
            ));
        for (const std::uint32_t key : title.concepts) {
            const auto at = std::lower_bound(vocabulary.begin(), vocabulary.end(), key);
            put(bytes, static_cast<std::uint16_t>(at - vocabulary.begin()));
        }
    }
}

std::vector<RememberedTitle> take_titles(Bytes& rest, const std::size_t nocs) {
    const std::vector<std::uint32_t> vocabulary = rest.take_keys(rest.take<std::uint32_t>());
    std::vector<std::uint32_t> counts(nocs);
    std::generate(counts.begin(), counts.end(), [&] { return rest.take_short(); });
    std::vector<bool> used(vocabulary.size());
    std::vector<RememberedTitle> titles;
    for (std::size_t noc = 0; noc < nocs; ++noc) {
        for (std::uint32_t at = 0; at < counts[noc] && rest.complete(); ++at) {
            const auto head = rest.take<std::uint8_t>();
            RememberedTitle title{
                .noc = static_cast<std::uint16_t>(noc),
                .weight_step = static_cast<std::uint8_t>(head / 8U),
                .concepts = std::vector<std::uint32_t>(head % 8U + 1U)};
            for (std::uint32_t& key : title.concepts) {
                const auto place = rest.take<std::uint16_t>();
                if (place >= vocabulary.size()) {
                    rest.fail();
                    return {};
                }
                key = vocabulary[place];
                used[place] = true;
            }
            titles.push_back(std::move(title));
        }
    }
    if (std::find(used.begin(), used.end(), false) != used.end()) {
        rest.fail();
    }
    return titles;
}

}  // namespace

std::string write_figures(const Figures& figures) {
    std::string bytes{magic};
    put(bytes, figures.thresholds.english);
    put(bytes, figures.thresholds.french);
    put(bytes, static_cast<std::uint32_t>(figures.nocs.size()));
    put(bytes, static_cast<std::uint32_t>(figures.keys.size()));
    for (std::size_t at = 0; at < figures.nocs.size(); ++at) {
        put(bytes, static_cast<std::uint32_t>(figures.nocs[at].number()));
        put(bytes, figures.biases[at]);
        put(bytes, figures.outputs[at].scale);
        put(bytes, figures.outputs[at].steps);
    }
    put_keys(bytes, figures.keys);
    for (const InputWeights& weights : figures.inputs) {
        put(bytes, upper_half(weights.scale));
        put(bytes, weights.nibbles);
    }
    put_titles(bytes, figures);
    return bytes;
}

domain::Result<Figures> read_figures(const std::string_view bytes) {
    if (!bytes.starts_with(magic)) {
        return refusal("it does not begin like one of this version");
    }
    Bytes rest{bytes.substr(magic.size())};
    Figures figures;
    figures.thresholds.english = rest.take<float>();
    figures.thresholds.french = rest.take<float>();
    const auto nocs = rest.take<std::uint32_t>();
    const auto keys = rest.take<std::uint32_t>();
    if (nocs == 0 || nocs > nocs_max) {
        return refusal(std::to_string(nocs) + " unit groups");
    }
    for (std::uint32_t at = 0; at < nocs; ++at) {
        const auto number = rest.take<std::uint32_t>();
        if (number > 99'999 || number / 1000 % 10 > 5) {
            return refusal(std::to_string(number) + " is no unit group");
        }
        figures.nocs.push_back(domain::NocCode::from_number(static_cast<int>(number)));
        figures.biases.push_back(rest.take<float>());
        OutputWeights& weights = figures.outputs.emplace_back();
        weights.scale = rest.take<float>();
        weights.steps = rest.take<decltype(weights.steps)>();
    }
    figures.keys = rest.take_keys(keys);
    for (std::uint32_t at = 0; at < keys && rest.complete(); ++at) {
        InputWeights& weights = figures.inputs.emplace_back();
        weights.scale = of_upper_half(rest.take<std::uint16_t>());
        weights.nibbles = rest.take<decltype(weights.nibbles)>();
    }
    figures.titles = take_titles(rest, nocs);
    if (!rest.complete() || rest.left() > 0) {
        return refusal("its length is not what its counts say");
    }
    return figures;
}

OutputWeights output_weights(const std::array<float, hidden_units>& weights) {
    OutputWeights result;
    result.scale = largest_of(weights) / output_steps_max;
    for (std::size_t unit = 0; unit < hidden_units && result.scale > 0; ++unit) {
        result.steps[unit] = static_cast<std::int8_t>(std::lround(weights[unit] / result.scale));
    }
    return result;
}

InputWeights input_weights(const std::array<float, hidden_units>& weights) {
    InputWeights result;
    // As the file will have it, or else the steps would be of another scale.
    result.scale = of_upper_half(upper_half(largest_of(weights) / float{input_steps_max}));
    const auto nibble = [&result](const float weight) {
        const long step = result.scale > 0 ? std::lround(weight / result.scale) : 0;
        return static_cast<unsigned>(
            std::clamp(step, -input_steps_max, input_steps_max) + nibble_of_zero
        );
    };
    for (std::size_t pair = 0; pair < result.nibbles.size(); ++pair) {
        result.nibbles[pair] = static_cast<std::uint8_t>(
            nibble(weights[2 * pair]) | nibble(weights[2 * pair + 1]) << 4U
        );
    }
    return result;
}

}  // namespace coding
