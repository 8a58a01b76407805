// Runs a fuzz target without libFuzzer: first every file of a corpus as it stands, then mutations
// of them. The seed is printed; the same seed gives the same run.
//
//     table_fuzz CORPUS_FOLDER [ITERATIONS [SEED]]

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t input_bytes_max = 64 * 1024;

std::vector<Bytes> corpus_of(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<Bytes> corpus;
    for (const auto& file : files) {
        std::ifstream stream{file, std::ios::binary};
        corpus.emplace_back(
            std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{}
        );
    }
    return corpus;
}

class Mutator {
public:
    explicit Mutator(const std::uint64_t seed) : random_{seed} {}

    Bytes mutated(const std::vector<Bytes>& corpus) {
        Bytes input = corpus[below(corpus.size())];
        constexpr std::size_t changes_max = 8;
        for (auto changes = 1 + below(changes_max); changes > 0; --changes) {
            change(input, corpus[below(corpus.size())]);
        }
        input.resize(std::min(input.size(), input_bytes_max));
        return input;
    }

private:
    std::size_t below(const std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>{0, limit - 1}(random_);
    }

    /// Flips, removes, repeats, splices, or writes one of the characters that formats hang on.
    void change(Bytes& input, const Bytes& other) {
        constexpr std::string_view telling{"\"'{}[]<>,;:/\\*&\n\r\t\0\x80\xC3\xFF", 23};
        const auto at = below(input.size() + 1);
        const auto place = input.begin() + static_cast<std::ptrdiff_t>(at);
        const auto rest = static_cast<std::ptrdiff_t>(below(input.size() - at + 1));
        switch (below(5)) {
            case 0:
                if (place != input.end()) {
                    *place ^= static_cast<std::uint8_t>(1U << below(8));
                }
                break;
            case 1:
                input.erase(place, place + rest);
                break;
            case 2: {
                const Bytes repeated{place, place + rest};
                input.insert(place, repeated.begin(), repeated.end());
                break;
            }
            case 3: {
                const auto from = static_cast<std::ptrdiff_t>(below(other.size() + 1));
                const Bytes spliced{other.begin() + from, other.end()};
                input.insert(place, spliced.begin(), spliced.end());
                break;
            }
            default:
                input.insert(place, static_cast<std::uint8_t>(telling[below(telling.size())]));
        }
    }

    std::mt19937_64 random_;
};

std::uint64_t number_from(const std::string_view text, const std::uint64_t otherwise) {
    std::uint64_t number = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string_view> arguments{argv + 1, argv + argc};
    if (arguments.empty()) {
        std::cerr << "usage: CORPUS_FOLDER [ITERATIONS [SEED]]\n";
        return 2;
    }
    const auto corpus = corpus_of(arguments[0]);
    if (corpus.empty()) {
        std::cerr << arguments[0] << " holds no file\n";
        return 2;
    }
    constexpr std::uint64_t iterations_by_default = 5'000;
    const auto iterations =
        number_from(arguments.size() > 1 ? arguments[1] : "", iterations_by_default);
    const auto seed = number_from(arguments.size() > 2 ? arguments[2] : "", std::random_device{}());
    std::cout << corpus.size() << " files, " << iterations << " mutations, seed " << seed
              << std::endl;
    for (const auto& input : corpus) {
        LLVMFuzzerTestOneInput(input.data(), input.size());
    }
    Mutator mutator{seed};
    for (std::uint64_t iteration = 0; iteration < iterations; ++iteration) {
        const auto input = mutator.mutated(corpus);
        LLVMFuzzerTestOneInput(input.data(), input.size());
    }
    return 0;
}
