#pragma once

#include "services/packages/history.hpp"
#include "services/packages/resume.hpp"
#include "services/packages/tailoring.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The parts of a résumé.
namespace packages {

/// A claim of one fact.
Claim one(std::string name, Form form, std::string id);

/// A text that says nothing of anybody: `package.label.*` or `package.courtesy.*`.
Sentence label(std::string_view code, domain::OfficialLanguage language);

/// Place, telephone, e-mail and one web address.
std::vector<Sentence> contact_of(const Facts& facts, domain::OfficialLanguage language);

/// What the posting calls the job, as an id.
std::string position_of(const Facts& facts);

/// Of these ids those whose texts have most in common with the posting, best first; else in their
/// order.
std::vector<std::string> best_first(
    const Facts& facts, const Asked& asked, std::vector<std::string> ids
);

/// Every skill, once, as ids: those that the posting names first.
std::vector<std::string> skills_of(const Facts& facts, const Asked& asked);

/// The job that speaks most for the position: the one whose title has most words of the posting,
/// then the latest. Null where there is none.
const WorkItem* lead_of(const Facts& facts, const Asked& asked, const std::vector<WorkItem>& items);

/// The jobs that count as years of the same work: of the occupation of this one.
std::vector<std::string> same_work(
    const Facts& facts, const WorkItem& lead, const std::vector<WorkItem>& items
);

class SectionWriter {
public:
    SectionWriter(const Facts& facts, domain::OfficialLanguage language, const Length& length);

    std::vector<Sentence> headline() const;
    Section summary() const;
    Section skills() const;
    Section experience() const;
    Section earlier() const;
    Section education() const;
    Section certificates() const;
    Section languages() const;
    Section projects() const;
    Section volunteering() const;

private:
    std::vector<WorkItem> told_in_full() const;
    std::optional<Entry> entry_of(const WorkItem& item, std::size_t bullets) const;
    std::optional<Sentence> period(const std::string& start, const std::string& end) const;
    std::vector<Sentence> all_of(const std::vector<std::pair<std::string, Form>>& parts) const;
    Section chosen(
        SectionKind kind,
        const std::string& list,
        std::string_view title,
        std::string_view organization
    ) const;
    std::optional<Entry> credential(const std::string& id) const;

    const Facts& facts_;
    domain::OfficialLanguage language_;
    Length length_;
    Asked asked_;
    std::vector<WorkItem> items_;
};

}  // namespace packages
