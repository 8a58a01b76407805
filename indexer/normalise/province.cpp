#include "indexer/normalise/province.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/phrases.hpp"

#include <algorithm>

namespace normalise {
namespace {

using domain::Province;

/// Names in full, folded by `fold_name`; longer before those they contain.
constexpr auto names = std::to_array<Meaning<Province>>({
    {"newfoundland and labrador", Province::NL},
    {"newfoundland labrador", Province::NL},
    {"terre neuve et labrador", Province::NL},
    {"terre neuve", Province::NL},
    {"newfoundland", Province::NL},
    {"prince edward island", Province::PE},
    {"ile du prince edouard", Province::PE},
    {"northwest territories", Province::NT},
    {"territoires du nord ouest", Province::NT},
    {"british columbia", Province::BC},
    {"colombie britannique", Province::BC},
    {"new brunswick", Province::NB},
    {"nouveau brunswick", Province::NB},
    {"nova scotia", Province::NS},
    {"nouvelle ecosse", Province::NS},
    {"saskatchewan", Province::SK},
    {"alberta", Province::AB},
    {"manitoba", Province::MB},
    {"ontario", Province::ON},
    {"nunavut", Province::NU},
    {"quebec", Province::QC},
    {"yukon territory", Province::YT},
    {"territoire du yukon", Province::YT},
    {"yukon", Province::YT},
});

/// Other short forms, folded by `fold_name`.
constexpr auto short_forms = std::to_array<Meaning<Province>>({
    {"ont", Province::ON}, {"alta", Province::AB}, {"sask", Province::SK},  {"man", Province::MB},
    {"que", Province::QC}, {"qc", Province::QC},   {"pq", Province::QC},    {"nfld", Province::NL},
    {"nf", Province::NL},  {"pei", Province::PE},  {"p e i", Province::PE}, {"ipe", Province::PE},
    {"nwt", Province::NT}, {"tno", Province::NT},  {"yk", Province::YT},    {"b c", Province::BC},
    {"n b", Province::NB}, {"n s", Province::NS},  {"c b", Province::BC},   {"t n l", Province::NL},
    {"n e", Province::NS}, {"nun", Province::NU},
});

char upper(const char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

}  // namespace

std::optional<Province> province_from(const std::string_view text) {
    std::string name = fold_name(text);
    if (name.starts_with("ca ")) {
        name.erase(0, 3);
    }
    if (name.size() == 2) {
        return domain::province_from_code(std::string{upper(name[0]), upper(name[1])});
    }
    const auto is_name = [&](const Meaning<Province>& meaning) { return meaning.phrase == name; };
    if (const auto* const found = std::find_if(names.begin(), names.end(), is_name);
        found != names.end()) {
        return found->value;
    }
    const auto* const found = std::find_if(short_forms.begin(), short_forms.end(), is_name);
    return found == short_forms.end() ? std::nullopt : std::optional{found->value};
}

std::optional<Province> province_named_in(const std::string_view folded) {
    return first_meaning(fold_name(folded), names);
}

std::string postal_code_from(const std::string_view text) {
    std::string code;
    for (const char character : text) {
        if (character != ' ' && character != '-') {
            code += upper(character);
        }
    }
    const auto is_letter = [](const char letter) { return letter >= 'A' && letter <= 'Z'; };
    const auto is_digit = [](const char digit) { return digit >= '0' && digit <= '9'; };
    const bool valid = code.size() == 6 && is_letter(code[0]) && is_digit(code[1]) &&
                       is_letter(code[2]) && is_digit(code[3]) && is_letter(code[4]) &&
                       is_digit(code[5]);
    return valid ? code.insert(3, " ") : "";
}

std::optional<Province> province_of_postal_code(const std::string_view postal_code) {
    const std::string code = postal_code_from(postal_code);
    if (code.empty()) {
        return std::nullopt;
    }
    switch (code[0]) {
        case 'A':
            return Province::NL;
        case 'B':
            return Province::NS;
        case 'C':
            return Province::PE;
        case 'E':
            return Province::NB;
        case 'G':
        case 'H':
        case 'J':
            return Province::QC;
        case 'K':
        case 'L':
        case 'M':
        case 'N':
        case 'P':
            return Province::ON;
        case 'R':
            return Province::MB;
        case 'S':
            return Province::SK;
        case 'T':
            return Province::AB;
        case 'V':
            return Province::BC;
        // Nunavut has X0A to X0C, the Northwest Territories the rest.
        case 'X':
            return code[1] == '0' && code[2] <= 'C' ? Province::NU : Province::NT;
        case 'Y':
            return Province::YT;
        default:
            return std::nullopt;
    }
}

bool is_canada(const std::string_view country) {
    const std::string name = fold_name(country);
    return name == "canada" || name == "ca" || name == "can";
}

}  // namespace normalise
