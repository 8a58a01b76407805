#include "services/packages/resume_sections.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/text_language.hpp"
#include "services/packages/wording.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace packages {
namespace {

using domain::OfficialLanguage;

/// Older jobs are left to a line: ten to fifteen years is what Canadian résumés tell.
constexpr int history_years = 15;
constexpr std::size_t named_skills_max = 5;
constexpr std::size_t own_summary_max = 450;

void add(std::vector<Sentence>& sentences, std::optional<Sentence> sentence) {
    if (sentence) {
        sentences.push_back(*std::move(sentence));
    }
}

}  // namespace

std::string position_of(const Facts& facts) {
    return first_said(facts, {"posting:/original_title", "posting:/title"});
}

std::vector<std::string> best_first(
    const Facts& facts, const Asked& asked, std::vector<std::string> ids
) {
    std::vector<std::pair<int, std::string>> weighed;
    weighed.reserve(ids.size());
    for (std::string& id : ids) {
        weighed.emplace_back(asked.weight(facts.words(id)), std::move(id));
    }
    std::ranges::stable_sort(weighed, std::greater<>{}, [](const auto& pair) {
        return pair.first;
    });
    std::vector<std::string> result;
    result.reserve(weighed.size());
    for (auto& [weight, id] : weighed) {
        result.push_back(std::move(id));
    }
    return result;
}

std::vector<std::string> skills_of(const Facts& facts, const Asked& asked) {
    std::vector<std::string> all = elements(facts, "candidate:/skills");
    for (const std::string& group : elements(facts, "candidate:/resume/skills")) {
        const auto keywords = elements(facts, group + "/keywords");
        if (keywords.empty()) {
            all.push_back(group + "/name");
        }
        all.insert(all.end(), keywords.begin(), keywords.end());
    }
    std::vector<std::string> named;
    std::vector<std::string> others;
    std::set<std::string> known;
    for (const std::string& id : all) {
        const std::string folded = normalise::fold(facts.words(id));
        if (!folded.empty() && known.insert(folded).second) {
            (asked.names(facts.words(id)) ? named : others).push_back(id);
        }
    }
    named = best_first(facts, asked, std::move(named));
    others = best_first(facts, asked, std::move(others));
    named.insert(named.end(), others.begin(), others.end());
    return named;
}

const WorkItem* lead_of(
    const Facts& facts, const Asked& asked, const std::vector<WorkItem>& items
) {
    const auto weight = [&](const WorkItem& item) { return asked.weight(facts.words(item.title)); };
    const auto lead = std::ranges::max_element(items, {}, weight);
    return lead == items.end() ? nullptr : &*lead;
}

std::vector<std::string> same_work(
    const Facts& facts, const WorkItem& lead, const std::vector<WorkItem>& items
) {
    const auto& jobs = facts.read().jobs;
    std::vector<std::string> result{lead.fact};
    for (const WorkItem& item : items) {
        if (item.fact != lead.fact && item.job && lead.job &&
            jobs[*item.job].noc == jobs[*lead.job].noc) {
            result.push_back(item.fact);
        }
    }
    return result;
}

std::vector<Sentence> contact_of(const Facts& facts, const OfficialLanguage language) {
    const std::string basics = "candidate:/resume/basics";
    std::vector<Sentence> contact;
    const std::string city = first_said(facts, {basics + "/location/city"});
    const std::string region = first_said(facts, {basics + "/location/region"});
    const std::string country = basics + "/location/countryCode";
    const std::string code = facts.words(country);
    if (!city.empty() && !region.empty()) {
        add(contact,
            facts.sentence(
                "package.claim.city_and_region",
                {one("city", Form::as_written, city), one("region", Form::as_written, region)},
                language
            ));
    } else if (!city.empty() && !code.empty() && code != "CA") {
        add(contact,
            facts.sentence(
                "package.claim.city_and_region",
                {one("city", Form::as_written, city), one("region", Form::country, country)},
                language
            ));
    } else if (!city.empty()) {
        add(contact, facts.sentence(city, Form::as_written, language));
    }
    add(contact, facts.sentence(basics + "/phone", Form::phone, language));
    add(contact, facts.sentence(basics + "/email", Form::as_written, language));
    std::string address = first_said(facts, {basics + "/url"});
    for (const std::string& profile : elements(facts, basics + "/profiles")) {
        if (normalise::fold(facts.words(profile + "/network")) == "linkedin") {
            const std::string linked = first_said(facts, {profile + "/url"});
            address = linked.empty() ? address : linked;
        }
    }
    add(contact, facts.sentence(address, Form::web_address, language));
    return contact;
}

SectionWriter::SectionWriter(
    const Facts& facts, const OfficialLanguage language, const Length& length
)
    : facts_{facts},
      language_{language},
      length_{length},
      asked_{facts.posting()},
      items_{work_history(facts)} {}

std::vector<Sentence> SectionWriter::headline() const {
    std::vector<Sentence> result;
    add(result,
        facts_.sentence(
            "package.claim.position", {one("title", Form::clause, position_of(facts_))}, language_
        ));
    return result;
}

Section SectionWriter::summary() const {
    Section section{.kind = SectionKind::summary, .sentences = {}, .entries = {}};
    if (const WorkItem* const lead = lead_of(facts_, asked_, items_)) {
        const Claim years{
            .name = "years", .form = Form::years_worked, .facts = same_work(facts_, *lead, items_)};
        const auto worked = facts_.said(years, language_);
        const bool counts = worked && std::get<std::int64_t>(*worked) > 0;
        const Claim title = one("title", Form::clause, lead->title);
        add(section.sentences,
            counts ? facts_.sentence("package.claim.title_and_years", {title, years}, language_)
                   : facts_.sentence("package.claim.title", {title}, language_));
    }
    const std::string own = "candidate:/resume/basics/summary";
    const std::string words = facts_.words(own);
    if (!words.empty() && words.size() <= own_summary_max && !is_in_first_person(words) &&
        normalise::detect_language(words).value_or(language_) == language_) {
        add(section.sentences, facts_.sentence(own, Form::as_written, language_));
    }
    std::vector<std::string> named;
    for (const std::string& id : skills_of(facts_, asked_)) {
        if (named.size() < named_skills_max && asked_.names(facts_.words(id))) {
            named.push_back(id);
        }
    }
    add(section.sentences,
        facts_.sentence(
            "package.claim.skills_asked_for",
            {{.name = "skills", .form = Form::clause, .facts = named}},
            language_
        ));
    return section;
}

Section SectionWriter::skills() const {
    Section section{.kind = SectionKind::skills, .sentences = {}, .entries = {}};
    for (const std::string& id : skills_of(facts_, asked_)) {
        if (section.sentences.size() < length_.skills) {
            add(section.sentences, facts_.sentence(id, Form::clause, language_));
        }
    }
    return section;
}

std::vector<WorkItem> SectionWriter::told_in_full() const {
    const int year = static_cast<int>(std::chrono::year_month_day{facts_.as_of()}.year());
    std::vector<WorkItem> result;
    for (const WorkItem& item : items_) {
        const bool recent = !item.to || item.to->year == 0 || year - item.to->year < history_years;
        if (recent && result.size() < length_.jobs) {
            result.push_back(item);
        }
    }
    return result;
}

std::optional<Sentence> SectionWriter::period(const std::string& start, const std::string& end)
    const {
    if (start.empty()) {
        return facts_.sentence(end, Form::short_month, language_);
    }
    const Claim from = one("start", Form::short_month, start);
    return end.empty()
               ? facts_.sentence("package.claim.since", {from}, language_)
               : facts_.sentence(
                     "package.claim.period", {from, one("end", Form::short_month, end)}, language_
                 );
}

std::vector<Sentence> SectionWriter::all_of(const std::vector<std::pair<std::string, Form>>& parts
) const {
    std::vector<Sentence> result;
    for (const auto& [id, form] : parts) {
        add(result, facts_.sentence(id, form, language_));
    }
    return result;
}

std::optional<Entry> SectionWriter::entry_of(const WorkItem& item, const std::size_t bullets)
    const {
    auto title = facts_.sentence(item.title, Form::clause, language_);
    if (!title) {
        return std::nullopt;
    }
    Entry entry{
        .title = *std::move(title),
        .organization =
            all_of({{item.organization, Form::as_written}, {item.place, Form::as_written}}),
        .period = period(item.start, item.end),
        .bullets = {}};
    if (item.place.empty()) {
        add(entry.organization, facts_.sentence(item.country, Form::country, language_));
    }
    for (const std::string& id : best_first(facts_, asked_, item.texts)) {
        if (entry.bullets.size() < bullets) {
            add(entry.bullets, facts_.sentence(id, Form::clause, language_));
        }
    }
    return entry;
}

Section SectionWriter::experience() const {
    Section section{.kind = SectionKind::experience, .sentences = {}, .entries = {}};
    for (const WorkItem& item : told_in_full()) {
        const std::array bullets{
            length_.first_bullets, length_.second_bullets, length_.further_bullets};
        if (auto entry = entry_of(
                item, bullets.at(std::min<std::size_t>(section.entries.size(), bullets.size() - 1))
            )) {
            section.entries.push_back(*std::move(entry));
        }
    }
    return section;
}

Section SectionWriter::earlier() const {
    Section section{.kind = SectionKind::earlier, .sentences = {}, .entries = {}};
    const auto told = told_in_full();
    for (const WorkItem& item : items_) {
        const bool is_told = std::ranges::any_of(told, [&](const WorkItem& other) {
            return other.fact == item.fact;
        });
        if (!is_told && section.entries.size() < length_.earlier) {
            if (auto entry = entry_of(item, 0)) {
                section.entries.push_back(*std::move(entry));
            }
        }
    }
    return section;
}

Section SectionWriter::chosen(
    const SectionKind kind,
    const std::string& list,
    const std::string_view title,
    const std::string_view organization
) const {
    Section section{.kind = kind, .sentences = {}, .entries = {}};
    for (const std::string& id : elements(facts_, list)) {
        std::vector<std::string> texts = elements(facts_, id + "/highlights");
        for (const char* const text : {"/summary", "/description"}) {
            if (const std::string said = first_said(facts_, {id + text}); !said.empty()) {
                texts.push_back(said);
            }
        }
        texts = best_first(facts_, asked_, texts);
        auto named = facts_.sentence(id + std::string{title}, Form::clause, language_);
        // A single word in common is chance.
        constexpr int speaks_of_it = 6;
        if (!named || texts.empty() || section.entries.size() >= length_.extras ||
            asked_.weight(facts_.words(texts.front())) < speaks_of_it) {
            continue;
        }
        Entry entry{
            .title = *std::move(named),
            .organization = all_of({{id + std::string{organization}, Form::as_written}}),
            .period = period(
                first_said(facts_, {id + "/startDate"}), first_said(facts_, {id + "/endDate"})
            ),
            .bullets = all_of({{texts.front(), Form::clause}})};
        section.entries.push_back(std::move(entry));
    }
    return section;
}

Section SectionWriter::projects() const {
    return chosen(SectionKind::projects, "candidate:/resume/projects", "/name", "/entity");
}

Section SectionWriter::volunteering() const {
    return chosen(
        SectionKind::volunteering, "candidate:/resume/volunteer", "/position", "/organization"
    );
}

}  // namespace packages
