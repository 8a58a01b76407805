#include "indexer/coding/model.hpp"

// The bytes of noc_model.bin, put into the program by shipped_model.S.
extern "C" {
extern const char jobscout_noc_model_begin[];
extern const char jobscout_noc_model_end[];
}

namespace coding {

Model Model::shipped() {
    const std::string_view bytes{
        jobscout_noc_model_begin,
        static_cast<std::size_t>(jobscout_noc_model_end - jobscout_noc_model_begin)};
    return Model{read_figures(bytes).value()};
}

}  // namespace coding
