#include "indexer/normalise/regions.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/misspelling.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <region_text.hpp>
#include <string>
#include <unordered_map>
#include <vector>

namespace normalise {
namespace {

/// Ways of writing a name of one form; `{}` is the name.
struct Form {
    std::string_view name;
    std::vector<std::string_view> patterns;
};

const std::vector<Form>& forms() {
    static const std::vector<Form> all{
        {"name", {"{}"}},
        {"city", {"{}", "district of {}", "municipality of {}"}},
        {"abroad", {"{}"}},
        {"part", {"{}"}},
        {"area",
         {"{}",
          "the {}",
          "{} area",
          "{} region",
          "{} regional district",
          "region de {}",
          "region de la {}",
          "region de l {}",
          "region des {}",
          "region du {}"}},
        {"county", {"{} county", "county of {}", "comte de {}", "comte d {}"}},
        {"regional",
         {"{} region",
          "region of {}",
          "regional municipality of {}",
          "{} regional municipality",
          "region de {}",
          "municipalite regionale de {}"}},
        {"district", {"{} district", "district of {}", "district de {}"}},
        {"regional_district", {"{} regional district", "regional district of {}"}},
        {"park",
         {"{} national park",
          "{} national park of canada",
          "{} national park reserve",
          "{} national park reserve of canada",
          "parc national {}",
          "parc national de {}",
          "parc national du {}",
          "parc national des {}",
          "parc national de {} du canada"}},
    };
    return all;
}

/// fold_name leaves commas and ampersands.
std::string key_of(const std::string_view text) {
    std::string words;
    for (const char character : fold_name(text)) {
        if (character == '&') {
            words += "and";
        } else if (character != ',' && character != '(' && character != ')') {
            words += character;
        }
    }
    return words;
}

using Areas = std::unordered_map<std::string, NamedArea>;

/// form, said, province, name; the file is ours and part of the program.
void add_row(Areas& areas, const std::string_view row) {
    std::array<std::string_view, 4> cells;
    std::size_t begin = 0;
    for (std::string_view& cell : cells) {
        const std::size_t end = std::min(row.find('\t', begin), row.size());
        cell = row.substr(begin, end - begin);
        begin = std::min(end + 1, row.size());
    }
    const auto& [form, said, province, name] = cells;
    NamedArea area{.in_canada = said == "in_canada"};
    if (form == "abroad") {
        area.kind = NamedArea::Kind::abroad;
    } else {
        const auto code = domain::province_from_code(province);
        assert(code);
        area.province = *code;
        area.kind = form == "city"   ? NamedArea::Kind::city
                    : form == "part" ? NamedArea::Kind::part
                                     : NamedArea::Kind::region;
    }
    if (form == "part") {
        area.city = name.substr(0, name.find(','));
    }
    const auto known = std::ranges::find(forms(), form, &Form::name);
    assert(known != forms().end());
    const std::string key = key_of(name);
    for (const std::string_view pattern : known->patterns) {
        const std::size_t at = pattern.find("{}");
        std::string written{pattern.substr(0, at)};
        written.append(key).append(pattern.substr(at + 2));
        areas.try_emplace(std::move(written), area);
    }
}

Areas read_areas() {
    Areas areas;
    const std::string_view text = region_text::regions.text;
    bool header = true;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view row = text.substr(begin, end - begin);
        begin = end + 1;
        if (row.empty() || row.starts_with('#')) {
            continue;
        }
        if (!header) {
            add_row(areas, row);
        }
        header = false;
    }
    return areas;
}

const Areas& areas() {
    static const Areas all = read_areas();
    return all;
}

/// `county of grande prairie no 1` without its number.
std::string_view without_number(std::string_view key) {
    const std::size_t at = key.rfind(" no ");
    const bool number = at != std::string_view::npos &&
                        key.find_first_not_of("0123456789", at + 4) == std::string_view::npos;
    return number ? key.substr(0, at) : key;
}

}  // namespace

std::optional<NamedArea> area_named(const std::string_view text) {
    constexpr std::size_t name_bytes_max = 80;
    if (text.size() > name_bytes_max) {
        return std::nullopt;
    }
    const std::string key = key_of(text);
    const auto found = areas().find(std::string{without_number(key)});
    return found == areas().end() ? std::nullopt : std::optional{found->second};
}

std::optional<NamedArea> city_misspelt(const std::string_view text) {
    constexpr std::size_t letters_min = 8;
    const std::string key = key_of(text);
    std::optional<NamedArea> meant;
    if (key.size() < letters_min) {
        return meant;
    }
    for (const auto& [name, area] : areas()) {
        if (area.kind == NamedArea::Kind::city && is_one_letter_off(key, name)) {
            if (meant) {
                return std::nullopt;
            }
            meant = area;
        }
    }
    return meant;
}

std::string without_municipal_words(const std::string_view text) {
    constexpr auto before = std::to_array<std::string_view>(
        {"town of ",
         "city of ",
         "village of ",
         "district of ",
         "municipality of ",
         "municipal district of ",
         "district municipality of ",
         "ville de ",
         "ville d'",
         "village de ",
         "municipalite de ",
         "municipalite d'"}
    );
    constexpr auto behind = std::to_array<std::string_view>(
        {" et environs",
         " et les environs",
         " et ses environs",
         " and area",
         " & area",
         " and surrounding area",
         " and surrounding areas"}
    );
    if (text.find(' ') == std::string_view::npos) {
        return {};
    }
    const std::string folded = fold(text);
    for (const std::string_view words : before) {
        if (folded.starts_with(words)) {
            return folded.substr(words.size());
        }
    }
    for (const std::string_view words : behind) {
        if (folded.ends_with(words)) {
            return folded.substr(0, folded.size() - words.size());
        }
    }
    return {};
}

std::optional<domain::Province> province_of_ending(const std::string_view text) {
    for (std::size_t hyphen = text.find('-'); hyphen != std::string_view::npos;
         hyphen = text.find('-', hyphen + 1)) {
        const auto area = area_named(text.substr(hyphen + 1));
        if (hyphen > 0 && area && area->kind == NamedArea::Kind::region && !area->in_canada) {
            return area->province;
        }
    }
    return std::nullopt;
}

}  // namespace normalise
