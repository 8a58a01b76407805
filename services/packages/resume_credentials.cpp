// The parts of a résumé that tell what a candidate has learnt.

#include "indexer/normalise/fold.hpp"
#include "services/packages/resume_sections.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace packages {
namespace {

using domain::LanguageTest;
using domain::OfficialLanguage;

constexpr std::size_t credentials_max = 4;
constexpr std::size_t certificates_max = 6;

std::string at(const std::string_view list, const std::size_t index) {
    return std::string{list} + "/" + std::to_string(index);
}

/// The latest test in a language.
std::optional<std::size_t> latest_test(
    const std::vector<LanguageTest>& tests, const OfficialLanguage language
) {
    std::optional<std::size_t> latest;
    for (std::size_t index = 0; index < tests.size(); ++index) {
        if (domain::language_of(tests[index].kind) == language &&
            (!latest || tests[index].date > tests[*latest].date)) {
            latest = index;
        }
    }
    return latest;
}

/// Which official language a name means, in either of them.
std::optional<OfficialLanguage> official(const std::string& name) {
    const std::string folded = normalise::fold(name);
    if (folded.starts_with("english") || folded.starts_with("anglais")) {
        return OfficialLanguage::english;
    }
    if (folded.starts_with("french") || folded.starts_with("francais")) {
        return OfficialLanguage::french;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Entry> SectionWriter::credential(const std::string& id) const {
    const std::string type = first_said(facts_, {id + "/studyType"});
    const std::string area = first_said(facts_, {id + "/area"});
    const std::string institution = first_said(facts_, {id + "/institution"});
    std::optional<Sentence> title;
    if (!type.empty() && !area.empty()) {
        title = facts_.sentence(
            "package.claim.studies",
            {one("type", Form::clause, type), one("area", Form::clause, area)},
            language_
        );
    } else {
        title =
            facts_.sentence(first_said(facts_, {type, area, institution}), Form::clause, language_);
    }
    if (!title) {
        return std::nullopt;
    }
    Entry entry{.title = *std::move(title), .organization = {}, .period = {}, .bullets = {}};
    if (!type.empty() || !area.empty()) {
        entry.organization = all_of({{institution, Form::as_written}});
    }
    entry.period = facts_.sentence(id + "/endDate", Form::year, language_);
    return entry;
}

Section SectionWriter::education() const {
    struct Dated {
        Entry entry;
        int year = 0;
    };
    std::vector<Dated> all;
    for (const std::string& id : elements(facts_, "candidate:/resume/education")) {
        if (auto entry = credential(id)) {
            const auto end = said_date(facts_.words(id + "/endDate"));
            all.push_back({.entry = *std::move(entry), .year = end ? end->year : 0});
        }
    }
    const std::size_t of_resume = all.size();
    const auto& credentials = facts_.read().education;
    for (std::size_t index = 0; index < credentials.size(); ++index) {
        const std::string id = at("candidate:/education", index);
        const auto completed = said_date(facts_.words(id + "/completed"));
        const int year = completed ? completed->year : 0;
        const auto same = std::find_if(
            all.begin(),
            all.begin() + static_cast<std::ptrdiff_t>(of_resume),
            [&](const Dated& other) { return other.year == year; }
        );
        const bool is_told = same != all.begin() + static_cast<std::ptrdiff_t>(of_resume);
        if (!is_told) {
            // A level alone says little, but the résumé has nothing else to say.
            auto title = facts_.sentence(id + "/level", Form::education, language_);
            if (!title || of_resume != 0) {
                continue;
            }
            all.push_back(
                {.entry =
                     {.title = *std::move(title),
                      .organization = all_of({{id + "/country", Form::country}}),
                      .period = facts_.sentence(id + "/completed", Form::year, language_),
                      .bullets = {}},
                 .year = year}
            );
        }
        if (auto assessed = facts_.sentence(
                "package.claim.assessed", {one("year", Form::year, id + "/eca_date")}, language_
            )) {
            (is_told ? same->entry : all.back().entry).bullets.push_back(*std::move(assessed));
        }
    }
    std::ranges::stable_sort(all, std::greater<>{}, &Dated::year);
    Section section{.kind = SectionKind::education, .sentences = {}, .entries = {}};
    for (Dated& dated : all) {
        if (section.entries.size() < credentials_max) {
            section.entries.push_back(std::move(dated.entry));
        }
    }
    return section;
}

Section SectionWriter::certificates() const {
    Section section{.kind = SectionKind::certificates, .sentences = {}, .entries = {}};
    std::vector<std::string> names;
    for (const std::string& id : elements(facts_, "candidate:/resume/certificates")) {
        names.push_back(id + "/name");
    }
    for (const std::string& name : best_first(facts_, asked_, names)) {
        const std::string id = name.substr(0, name.rfind('/'));
        const bool issued = !is_blank(facts_.words(id + "/issuer"));
        const bool dated = said_date(facts_.words(id + "/date")).has_value();
        std::vector<Claim> claims{one("name", Form::clause, name)};
        std::string code = "package.claim.certificate";
        if (issued) {
            code += "_by";
            claims.push_back(one("issuer", Form::clause, id + "/issuer"));
        }
        if (dated) {
            code += "_of";
            claims.push_back(one("year", Form::year, id + "/date"));
        }
        auto sentence = facts_.sentence(std::move(code), std::move(claims), language_);
        if (sentence && section.sentences.size() < certificates_max) {
            section.sentences.push_back(*std::move(sentence));
        }
    }
    return section;
}

Section SectionWriter::languages() const {
    Section section{.kind = SectionKind::languages, .sentences = {}, .entries = {}};
    const auto& tests = facts_.read().language_tests;
    std::array<bool, 2> told{};
    std::vector<OfficialLanguage> order{OfficialLanguage::english, OfficialLanguage::french};
    if (language_ == OfficialLanguage::french) {
        std::ranges::reverse(order);
    }
    for (const OfficialLanguage spoken : order) {
        const auto test = latest_test(tests, spoken);
        if (!test || tests[*test].levels.lowest() == 0) {
            continue;
        }
        const std::string id = at("candidate:/language_tests", *test);
        if (auto sentence = facts_.sentence(
                spoken == OfficialLanguage::english ? "package.claim.english"
                                                    : "package.claim.french",
                {one("level", Form::level, id)},
                language_
            )) {
            section.sentences.push_back(*std::move(sentence));
            told.at(static_cast<std::size_t>(spoken)) = true;
        }
    }
    for (const std::string& id : elements(facts_, "candidate:/resume/languages")) {
        const auto spoken = official(facts_.words(id + "/language"));
        if (spoken && told.at(static_cast<std::size_t>(*spoken))) {
            continue;
        }
        const Claim name = one("language", Form::clause, id + "/language");
        auto sentence = facts_.sentence(
            "package.claim.language_and_fluency",
            {name, one("fluency", Form::clause, id + "/fluency")},
            language_
        );
        if (!sentence) {
            sentence = facts_.sentence(id + "/language", Form::clause, language_);
        }
        if (sentence) {
            section.sentences.push_back(*std::move(sentence));
        }
    }
    return section;
}

}  // namespace packages
