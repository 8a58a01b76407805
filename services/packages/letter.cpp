#include "services/packages/letter.hpp"

#include "indexer/normalise/text_language.hpp"
#include "matcher/document/field_reader.hpp"
#include "services/packages/resume_sections.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

namespace packages {
namespace {

using domain::OfficialLanguage;

/// The fullest letter that fits on a page is taken.
constexpr std::size_t points_max = 3;
constexpr std::size_t skills_max = 5;

class LetterWriter {
public:
    LetterWriter(
        const Facts& facts,
        const OfficialLanguage language,
        const OwnWords& own,
        const std::size_t points
    )
        : facts_{facts},
          language_{language},
          own_{own},
          points_{points},
          asked_{facts.posting()},
          items_{work_history(facts)} {}

    std::vector<Block> written() && {
        head();
        part("opening", &LetterWriter::opening);
        part("matches", &LetterWriter::matches);
        part("employer", nullptr);
        part("skills", &LetterWriter::skills);
        part("availability", &LetterWriter::availability);
        part("closing", &LetterWriter::closing);
        add(Style::paragraph, {courtesy("sincerely")});
        add(Style::paragraph, {said("candidate:/resume/basics/name")});
        return std::move(blocks_);
    }

private:
    using Sentences = std::vector<std::optional<Sentence>>;

    void add(const Style style, const Sentences& sentences, const std::string& joint = " ") {
        Block block{.style = style, .sentences = {}, .joint = joint};
        for (const auto& sentence : sentences) {
            if (sentence) {
                block.sentences.push_back(*sentence);
            }
        }
        if (!block.sentences.empty()) {
            blocks_.push_back(std::move(block));
        }
    }

    std::optional<Sentence> said(const std::string& id, const Form form = Form::as_written) const {
        return facts_.sentence(id, form, language_);
    }

    std::optional<Sentence> claim(const std::string& code, std::vector<Claim> claims) const {
        return facts_.sentence("package.claim." + code, std::move(claims), language_);
    }

    std::optional<Sentence> courtesy(const std::string& code) const {
        return label("package.courtesy." + code, language_);
    }

    void head() {
        add(Style::name, {said("candidate:/resume/basics/name")});
        Block contact{
            .style = Style::contact, .sentences = contact_of(facts_, language_), .joint = " | "};
        if (!contact.sentences.empty()) {
            blocks_.push_back(std::move(contact));
        }
        add(Style::date, {said("day:", Form::day)});
        add(Style::address, {said("posting:/hiring_organization")});
        const std::string place = "posting:/job_locations/0";
        const auto both = claim(
            "city_and_region",
            {one("city", Form::as_written, place + "/city"),
             one("region", Form::as_written, place + "/province")}
        );
        add(Style::address, {both ? both : said(place + "/province")});
        add(Style::subject,
            {claim("subject", {one("title", Form::clause, position_of(facts_))}),
             claim("reference", {one("reference", Form::reference, "posting:/source_id")})});
        add(Style::paragraph, {courtesy("salutation")});
    }

    void part(const std::string_view name, void (LetterWriter::*by_template)()) {
        const auto own = own_.find(name);
        if (own == own_.end()) {
            if (by_template != nullptr) {
                (this->*by_template)();
            }
            return;
        }
        std::istringstream lines{own->second};
        for (std::string line; std::getline(lines, line);) {
            if (!is_blank(line)) {
                add(Style::paragraph,
                    {Sentence{.code = {}, .claims = {}, .text = clean(line), .own_words = true}});
            }
        }
    }

    void opening() {
        std::vector<Claim> claims{one("title", Form::clause, position_of(facts_))};
        const auto with = [&](Claim more) {
            std::vector<Claim> all = claims;
            all.push_back(std::move(more));
            return all;
        };
        const Claim employer = one("employer", Form::as_written, "posting:/hiring_organization");
        const Claim site = one("site", Form::host, "posting:/url");
        std::optional<Sentence> applying;
        if (facts_.said(employer, language_)) {
            claims = with(employer);
            applying = claim("applying_at", with(site));
            if (!applying) {
                applying = claim("applying_to", claims);
            }
        } else {
            applying = claim("applying", claims);
        }
        std::optional<Sentence> experience;
        if (const WorkItem* const lead = lead_of(facts_, asked_, items_)) {
            const Claim years{
                .name = "years",
                .form = Form::years_worked,
                .facts = same_work(facts_, *lead, items_)};
            const auto worked = facts_.said(years, language_);
            if (worked && std::get<std::int64_t>(*worked) > 0) {
                experience = claim(
                    "experience_in_role", {years, one("title", Form::in_sentence, lead->title)}
                );
            }
        }
        add(Style::paragraph, {applying, experience});
    }

    void matches() {
        std::vector<std::string> asked = elements(facts_, "posting:/duties");
        const auto skills = elements(facts_, "posting:/skills");
        asked.insert(asked.end(), skills.begin(), skills.end());
        std::vector<std::string> answers;
        std::vector<const WorkItem*> jobs;
        for (const WorkItem& item : items_) {
            for (const std::string& text : item.texts) {
                answers.push_back(text);
                jobs.push_back(&item);
            }
        }
        const auto pairs = is_in_another_language(asked)
                               ? std::vector<Answered>{}
                               : answered(words_of(asked), words_of(answers), points_);
        if (pairs.empty()) {
            results(answers, jobs);
            return;
        }
        add(Style::paragraph, {courtesy("matches")});
        for (const Answered& pair : pairs) {
            add(Style::point,
                {said(asked[pair.asked], Form::clause),
                 done(answers[pair.answer], *jobs[pair.answer])},
                ": ");
        }
    }

    /// Duties are quoted as they stand: English ones have no place in a French letter.
    bool is_in_another_language(const std::vector<std::string>& asked) const {
        std::string all;
        for (const std::string& text : words_of(asked)) {
            all.append(text).append(" ");
        }
        return normalise::detect_language(all).value_or(language_) != language_;
    }

    /// What was done, where no duty that is asked has words in common with any.
    void results(
        const std::vector<std::string>& answers, const std::vector<const WorkItem*>& jobs
    ) {
        const auto best = best_first(facts_, asked_, answers);
        if (best.empty()) {
            return;
        }
        add(Style::paragraph, {courtesy("results")});
        for (std::size_t index = 0; index < std::min(best.size(), points_); ++index) {
            const auto at = std::ranges::find(answers, best[index]) - answers.begin();
            add(Style::bullet, {done(best[index], *jobs[static_cast<std::size_t>(at)])});
        }
    }

    std::optional<Sentence> done(const std::string& text, const WorkItem& item) const {
        std::vector<Claim> claims{
            one("done", Form::clause, text), one("title", Form::clause, item.title)};
        if (!item.organization.empty()) {
            claims.push_back(one("employer", Form::as_written, item.organization));
            return claim("done_at", std::move(claims));
        }
        return claim("done", std::move(claims));
    }

    void skills() {
        std::vector<std::string> named;
        for (const std::string& id : skills_of(facts_, asked_)) {
            if (named.size() < skills_max && asked_.names(facts_.words(id))) {
                named.push_back(id);
            }
        }
        add(Style::paragraph,
            {claim("skills_too", {{.name = "skills", .form = Form::clause, .facts = named}})});
    }

    void availability() {
        const auto& from = facts_.read().preferences.available_from;
        const bool later = from && *from > facts_.as_of();
        const bool open =
            facts_.read().citizenship_status == domain::CitizenshipStatus::open_permit;
        add(Style::paragraph,
            {open ? claim(
                        "open_permit_chosen",
                        {one("status", Form::as_written, "candidate:/citizenship_status")}
                    )
                  : std::nullopt,
             later
                 ? claim(
                       "available", {one("day", Form::day, "candidate:/preferences/available_from")}
                   )
                 : std::nullopt});
    }

    void closing() { add(Style::paragraph, {courtesy("thanks")}); }

    std::vector<std::string> words_of(const std::vector<std::string>& ids) const {
        std::vector<std::string> result;
        result.reserve(ids.size());
        for (const std::string& id : ids) {
            result.push_back(facts_.words(id));
        }
        return result;
    }

    const Facts& facts_;
    OfficialLanguage language_;
    const OwnWords& own_;
    std::size_t points_;
    Asked asked_;
    std::vector<WorkItem> items_;
    std::vector<Block> blocks_;
};

std::size_t words_in(const std::vector<Block>& blocks) {
    std::size_t count = 0;
    for (const Block& block : blocks) {
        std::istringstream words{text_of(block)};
        for (std::string word; words >> word;) {
            ++count;
        }
    }
    return count;
}

}  // namespace

domain::Result<OwnWords> own_words_from(const boost::json::value& document) {
    return document::read_document(document, [](const document::ValueReader& root) {
        OwnWords result;
        root.members([&](const std::string_view name, const document::ValueReader& value) {
            if (std::ranges::find(letter_parts, name) == letter_parts.end()) {
                value.refuse("no part of a letter");
            }
            result.emplace(name, value.text({.min = 0, .max = own_part_max}));
        });
        return result;
    });
}

domain::Result<Document> letter(
    const Facts& facts, const OfficialLanguage language, const OwnWords& own
) {
    const std::string name = facts.words("candidate:/resume/basics/name");
    if (name.empty()) {
        return domain::invalid("resume.basics.name", "missing, and nobody applies without a name");
    }
    Document document{
        .title = wire::text(
            language,
            "package.title.letter",
            {{"name", name}, {"position", clean(domain::called(facts.posting()))}}
        ),
        .language = language,
        .blocks = {}};
    std::size_t words = 0;
    for (std::size_t points = points_max; points > 0; --points) {
        document.blocks = LetterWriter{facts, language, own, points}.written();
        words = words_in(document.blocks);
        if (words <= letter_words_max) {
            return document;
        }
    }
    return domain::invalid(
        "letter",
        std::to_string(words) + " words, and a page holds " + std::to_string(letter_words_max)
    );
}

}  // namespace packages
