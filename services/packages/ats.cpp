#include "services/packages/ats.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/text_language.hpp"
#include "services/packages/history.hpp"
#include "services/packages/tailoring.hpp"
#include "services/packages/wording.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <sstream>

namespace packages {
namespace {

using domain::OfficialLanguage;

const std::string basics = "candidate:/resume/basics";

icu::UnicodeString points_of(const std::string& text) { return icu::UnicodeString::fromUTF8(text); }

std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(points_of(text).countChar32());
}

bool has_figure(const std::string& text) {
    return std::ranges::any_of(text, [](const char one) { return one >= '0' && one <= '9'; });
}

/// Emoji, private letters and other signs that fonts and parsers of résumés may not have.
bool has_sign(const std::string& text) {
    const icu::UnicodeString points = points_of(text);
    for (std::int32_t at = 0; at < points.length(); at = points.moveIndex32(at, 1)) {
        const UChar32 point = points.char32At(at);
        if (u_hasBinaryProperty(point, UCHAR_EMOJI_PRESENTATION) != 0 ||
            u_charType(point) == U_PRIVATE_USE_CHAR) {
            return true;
        }
    }
    return false;
}

/// Phrases that give away what the law keeps out of hiring. Whole phrases: `single` and `health`
/// alone are words of many trades.
bool speaks_of_personal_data(const std::string& text) {
    static constexpr std::array phrases{
        "date of birth",
        "born on",
        "years old",
        "marital status",
        "married with",
        "social insurance number",
        "passport number",
        "my religion",
        "date de naissance",
        "ne le ",
        "nee le ",
        "etat civil",
        "numero d'assurance sociale",
        "numero de passeport",
        "ma religion",
        "nationality:",
        "nationalite :"};
    const std::string folded = normalise::fold(text);
    return std::ranges::any_of(phrases, [&](const char* const phrase) {
        return folded.find(phrase) != std::string::npos;
    });
}

class Check {
public:
    Check(const AtsRules& rules, const Resume& resume, const Facts& facts, const int pages)
        : rules_{rules}, resume_{resume}, facts_{facts}, pages_{pages} {}

    std::vector<AtsFinding> findings() && {
        contact();
        history();
        texts();
        sections();
        length();
        std::ranges::stable_sort(findings_, {}, [](const AtsFinding& finding) {
            return finding.rule->severity;
        });
        return std::move(findings_);
    }

private:
    void find(const std::string_view id, std::string text = {}) {
        const auto rule = std::ranges::find(rules_.rules, id, &AtsRule::id);
        if (rule != rules_.rules.end()) {
            findings_.push_back({.rule = &*rule, .text = std::move(text)});
        }
    }

    void contact() {
        const std::string email = facts_.words(basics + "/email");
        const auto at = email.find('@');
        if (email.empty()) {
            find("email_missing");
        } else if (at == 0 || at == std::string::npos || email.find('@', at + 1) != std::string::npos || email.find('.', at) == std::string::npos || email.find(' ') != std::string::npos) {
            find("email_shape", email);
        }
        if (facts_.words(basics + "/phone").empty()) {
            find("phone_missing");
        }
        if (facts_.words(basics + "/location/city").empty()) {
            find("place_missing");
        }
        std::vector<std::string> addresses{basics + "/url"};
        for (const std::string& profile : elements(facts_, basics + "/profiles")) {
            addresses.push_back(profile + "/url");
        }
        for (const std::string& id : addresses) {
            const std::string address = facts_.words(id);
            if (!address.empty() && !address.starts_with("https://")) {
                find("link_protocol", address);
            }
        }
        if (!facts_.words(basics + "/image").empty()) {
            find("photo_left_out");
        }
        if (!elements(facts_, "candidate:/resume/references").empty()) {
            find("references");
        }
    }

    void history() {
        const auto items = work_history(facts_);
        const std::chrono::year_month_day today{facts_.as_of()};
        const SaidDate now{
            .year = static_cast<int>(today.year()),
            .month = static_cast<int>(static_cast<unsigned>(today.month()))};
        constexpr int recent_years = 10;
        for (const WorkItem& item : items) {
            const std::string title = facts_.words(item.title);
            if (item.organization.empty()) {
                find("employer_missing", title);
            }
            if (item.from.year == 0) {
                find("period_missing", title);
            } else if (item.from > now) {
                find("period_future", title);
            }
            if (item.to && item.to->month != 0 && *item.to < item.from) {
                find("period_order", title);
            }
            if (item.texts.empty() && (!item.to || item.to->year + recent_years >= now.year)) {
                find("bullets_missing", title);
            }
        }
        if (items.empty()) {
            find("experience_missing");
        }
    }

    std::vector<std::string> told() const {
        std::vector<std::string> texts;
        for (const Section& section : resume_.sections) {
            for (const Sentence& sentence : section.sentences) {
                texts.push_back(sentence.text);
            }
            for (const Entry& entry : section.entries) {
                texts.push_back(entry.title.text);
                for (const Sentence& bullet : entry.bullets) {
                    texts.push_back(bullet.text);
                }
            }
        }
        return texts;
    }

    void bullets() {
        bool any = false;
        bool figure = false;
        for (const Section& section : resume_.sections) {
            for (const Entry& entry : section.entries) {
                for (const Sentence& bullet : entry.bullets) {
                    if (section.kind == SectionKind::experience) {
                        any = true;
                        figure = figure || has_figure(bullet.text);
                    }
                    if (characters(bullet.text) > rules_.limits.bullet_characters_max) {
                        find("bullet_long", bullet.text);
                    }
                    if (is_in_first_person(bullet.text)) {
                        find("first_person", bullet.text);
                    }
                }
            }
        }
        if (any && !figure) {
            find("bullet_without_figure");
        }
    }

    void texts() {
        bullets();
        std::string all;
        for (const std::string& text : told()) {
            all.append(text).append(" ");
            if (speaks_of_personal_data(text)) {
                find("personal_data", text);
            }
            if (has_sign(text)) {
                find("signs", text);
            }
            std::istringstream words{text};
            for (std::string word; words >> word;) {
                if (characters(word) > rules_.limits.word_characters_max) {
                    find("word_long", word);
                    break;
                }
            }
        }
        own_language();
        std::istringstream words{all};
        std::size_t count = 0;
        for (std::string word; words >> word;) {
            ++count;
        }
        if (count < rules_.limits.words_min) {
            find("too_short");
        }
    }

    /// Of what the candidate wrote: labels are in the language of the document anyway.
    void own_language() {
        std::string written;
        for (const WorkItem& item : work_history(facts_)) {
            for (const std::string& id : item.texts) {
                written.append(facts_.words(id)).append(" ");
            }
        }
        const auto language = normalise::detect_language(written);
        if (language && *language != resume_.language) {
            find("other_language");
        }
    }

    void sections() {
        const auto has = [&](const SectionKind kind) {
            return std::ranges::find(resume_.sections, kind, &Section::kind) !=
                   resume_.sections.end();
        };
        if (!has(SectionKind::education)) {
            find("education_missing");
        }
        if (!has(SectionKind::skills)) {
            find("skills_missing");
            return;
        }
        const Asked asked{facts_.posting()};
        const auto skills =
            std::ranges::find(resume_.sections, SectionKind::skills, &Section::kind);
        if (std::ranges::none_of(skills->sentences, [&](const Sentence& skill) {
                return asked.names(skill.text);
            })) {
            find("no_skill_asked_for");
        }
    }

    void length() {
        if (pages_ > rules_.limits.pages_max) {
            find("too_long");
        }
    }

    const AtsRules& rules_;
    const Resume& resume_;
    const Facts& facts_;
    int pages_;
    std::vector<AtsFinding> findings_;
};

std::string_view name_of(const Severity severity) {
    constexpr std::array<std::string_view, 3> names{"error", "warning", "info"};
    return names.at(static_cast<std::size_t>(severity));
}

}  // namespace

std::vector<AtsFinding> ats_check(
    const AtsRules& rules, const Resume& resume, const Facts& facts, const int pages
) {
    return Check{rules, resume, facts, pages}.findings();
}

boost::json::array ats_json(
    const std::vector<AtsFinding>& findings, const OfficialLanguage language
) {
    const bool french = language == OfficialLanguage::french;
    boost::json::array result;
    for (const AtsFinding& finding : findings) {
        const AtsRule& rule = *finding.rule;
        result.push_back(
            {{"rule", rule.id},
             {"severity", name_of(rule.severity)},
             {"text",
              finding.text.empty() ? boost::json::value(nullptr)
                                   : boost::json::value(finding.text)},
             {"meaning", french ? rule.meaning_fr : rule.meaning_en},
             {"action", french ? rule.action_fr : rule.action_en}}
        );
    }
    return result;
}

}  // namespace packages
