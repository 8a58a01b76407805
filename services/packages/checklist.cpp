#include "services/packages/checklist.hpp"

#include "indexer/normalise/fold.hpp"
#include "matcher/express_entry/lifecycle.hpp"
#include "matcher/express_entry/profile.hpp"
#include "services/packages/history.hpp"
#include "services/wire/reason_json.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace packages {
namespace {

using domain::Date;
using domain::OfficialLanguage;

constexpr std::array<const char*, letter_elements> element_names{
    "letterhead",
    "applicant",
    "contact",
    "signature",
    "title",
    "duties",
    "status",
    "dates",
    "hours",
    "salary"};

/// Work of these categories is skilled, and needs a letter.
constexpr int teer_max = 3;
constexpr int history_months = 120;

class Checking {
public:
    Checking(const Facts& facts, const OfficialLanguage language)
        : facts_{facts}, language_{language}, items_{work_history(facts)} {}

    std::vector<ChecklistItem> all() && {
        apply_by();
        employer_in_own_words();
        letters();
        gaps();
        disagreements();
        credentials();
        tests();
        days();
        return std::move(result_);
    }

private:
    std::string text(const std::string& code, const wire::Arguments& arguments = {}) const {
        return wire::text(language_, "package.check." + code, arguments);
    }

    ChecklistItem& add(
        const Matter matter, const std::string& code, const wire::Arguments& arguments = {}
    ) {
        result_.push_back({.matter = matter, .text = text(code, arguments)});
        return result_.back();
    }

    void apply_by() {
        if (facts_.posting().date_posted) {
            const Date day = domain::last_live_day(facts_.posting());
            add(Matter::before_sending, "apply_by", {{"date", day}}).day = day;
        }
    }

    void employer_in_own_words() { add(Matter::before_sending, "why_this_employer"); }

    std::string job_text(const WorkItem& item) const {
        const std::string employer = facts_.words(item.organization);
        return facts_.words(item.title) + (employer.empty() ? "" : ", " + employer);
    }

    static std::vector<LetterElement> said_of(const WorkItem& item) {
        using enum LetterElement;
        std::vector<LetterElement> said{applicant, title, dates, hours};
        if (!item.texts.empty()) {
            said.push_back(duties);
        }
        return said;
    }

    std::string names(const std::vector<LetterElement>& elements) const {
        std::vector<std::string> words;
        words.reserve(elements.size());
        for (const LetterElement element : elements) {
            words.push_back(
                text(std::string{"element."} + element_names.at(static_cast<std::size_t>(element)))
            );
        }
        return wire::join(language_, words);
    }

    void letters() {
        for (const WorkItem& item : items_) {
            if (!item.job) {
                continue;
            }
            const domain::Job& job = facts_.read().jobs[*item.job];
            if (job.noc.teer() > teer_max || !job.paid) {
                continue;
            }
            ChecklistItem& letter =
                add(Matter::letters,
                    job.self_employed ? "self_employed" : "letter",
                    {{"job", job_text(item)}});
            if (!job.self_employed) {
                const std::vector<LetterElement> said = said_of(item);
                std::vector<LetterElement> missing;
                for (int index = 0; index < letter_elements; ++index) {
                    const auto element = static_cast<LetterElement>(index);
                    const bool of_ended = element == LetterElement::status && job.end;
                    if (std::ranges::find(said, element) == said.end() && !of_ended) {
                        missing.push_back(element);
                    }
                }
                letter.details = {
                    text("letter_said", {{"elements", names(said)}}),
                    text("letter_missing", {{"elements", names(missing)}})};
            }
        }
    }

    void gaps() {
        struct Span {
            Date begin;
            Date end;
        };
        std::vector<Span> spans;
        for (const domain::Job& job : facts_.read().jobs) {
            spans.push_back({.begin = job.start, .end = job.end.value_or(facts_.as_of())});
        }
        std::ranges::sort(spans, {}, &Span::begin);
        const Date since = domain::add_months(facts_.as_of(), -history_months);
        std::optional<Date> reached;
        for (const Span& span : spans) {
            gap(reached, span.begin, since);
            reached = std::max(reached.value_or(span.end), span.end);
        }
        gap(reached, facts_.as_of(), since);
    }

    /// A month and more, within ten years.
    void gap(const std::optional<Date> from, const Date to, const Date since) {
        if (from && to > since && domain::whole_months(*from, to) >= 1) {
            add(Matter::history,
                "gap",
                {{"from", *from + std::chrono::days{1}}, {"to", to - std::chrono::days{1}}});
        }
    }

    void disagreements() {
        for (const WorkItem& item : items_) {
            if (!item.job) {
                if (!facts_.read().jobs.empty()) {
                    add(Matter::history, "not_in_profile", {{"job", job_text(item)}});
                }
                continue;
            }
            const std::string id = "candidate:/jobs/" + std::to_string(*item.job);
            const std::string title = facts_.words(id + "/title");
            if (normalise::fold(title) != normalise::fold(facts_.words(item.title))) {
                add(Matter::history,
                    "other_title",
                    {{"resume", facts_.words(item.title)}, {"profile", title}});
            }
            const auto end = said_date(facts_.words(id + "/end"));
            if (end != item.to &&
                !(item.to && end && item.to->month == 0 && item.to->year == end->year)) {
                add(Matter::history, "other_end", {{"job", job_text(item)}});
            }
        }
    }

    void credentials() {
        const auto& all = facts_.read().education;
        for (std::size_t index = 0; index < all.size(); ++index) {
            const domain::Education& one = all[index];
            const wire::Arguments which{
                {"place", static_cast<std::int64_t>(index + 1)},
                {"level",
                 facts_
                     .sentence(
                         "candidate:/education/" + std::to_string(index) + "/level",
                         Form::education,
                         language_
                     )
                     .value_or(Sentence{})
                     .text}};
            const auto expires = express_entry::assessment_expires(one);
            if (one.country == "CA") {
                continue;
            }
            if (!expires) {
                add(Matter::credentials, "not_assessed", which);
            } else if (*expires <= facts_.as_of()) {
                add(Matter::credentials, "assessment_over", which).details = {
                    text("over_since", {{"date", *expires}})};
            }
        }
    }

    void tests() {
        if (facts_.read().language_tests.empty()) {
            add(Matter::language_tests, "no_test");
        }
        for (const domain::LanguageTest& test : facts_.read().language_tests) {
            const Date expires = express_entry::language_expires(test);
            if (expires <= facts_.as_of()) {
                add(Matter::language_tests,
                    domain::language_of(test.kind) == OfficialLanguage::french ? "french_over"
                                                                               : "english_over",
                    {{"date", expires}});
            }
        }
    }

    void days() {
        for (const auto& deadline : express_entry::deadlines(facts_.read(), facts_.as_of())) {
            result_.push_back(
                {.matter = Matter::days,
                 .text = wire::reason_text(deadline.reason, language_),
                 .day = deadline.date}
            );
        }
        if (facts_.read().invited_on) {
            add(Matter::days, "gather_documents", {{"invited", *facts_.read().invited_on}}).day =
                *facts_.read().invited_on + std::chrono::days{1};
        }
        const auto first = std::ranges::find(result_, Matter::days, &ChecklistItem::matter);
        std::ranges::stable_sort(first, result_.end(), {}, &ChecklistItem::day);
    }

    const Facts& facts_;
    OfficialLanguage language_;
    std::vector<WorkItem> items_;
    std::vector<ChecklistItem> result_;
};

}  // namespace

std::vector<ChecklistItem> checklist(const Facts& facts, const OfficialLanguage language) {
    return Checking{facts, language}.all();
}

}  // namespace packages
