#include "services/packages/resume.hpp"

#include "services/packages/resume_sections.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace packages {
namespace {

using domain::OfficialLanguage;

constexpr std::string_view heading_of(const SectionKind kind) {
    switch (kind) {
        case SectionKind::summary:
            return "package.label.summary";
        case SectionKind::skills:
            return "package.label.skills";
        case SectionKind::experience:
            return "package.label.experience";
        case SectionKind::earlier:
            return "package.label.earlier";
        case SectionKind::education:
            return "package.label.education";
        case SectionKind::certificates:
            return "package.label.certificates";
        case SectionKind::languages:
            return "package.label.languages";
        case SectionKind::projects:
            return "package.label.projects";
        case SectionKind::volunteering:
            return "package.label.volunteering";
    }
    return {};
}

void add_entry(const Entry& entry, std::vector<Block>& blocks) {
    blocks.push_back({.style = Style::entry, .sentences = {entry.title}});
    if (!entry.organization.empty()) {
        blocks.push_back(
            {.style = Style::organization, .sentences = entry.organization, .joint = ", "}
        );
    }
    if (entry.period) {
        blocks.push_back({.style = Style::period, .sentences = {*entry.period}});
    }
    for (const Sentence& bullet : entry.bullets) {
        blocks.push_back({.style = Style::bullet, .sentences = {bullet}});
    }
}

void add_section(
    const Section& section, const OfficialLanguage language, std::vector<Block>& blocks
) {
    blocks.push_back(
        {.style = Style::heading, .sentences = {label(heading_of(section.kind), language)}}
    );
    if (section.kind == SectionKind::certificates || section.kind == SectionKind::languages) {
        for (const Sentence& sentence : section.sentences) {
            blocks.push_back({.style = Style::bullet, .sentences = {sentence}});
        }
    } else if (!section.sentences.empty()) {
        blocks.push_back(
            {.style = Style::paragraph,
             .sentences = section.sentences,
             .joint = section.kind == SectionKind::skills ? " · " : " "}
        );
    }
    for (const Entry& entry : section.entries) {
        add_entry(entry, blocks);
    }
}

}  // namespace

Length length(const std::size_t step) {
    // Three to six bullets a job, then fewer for older ones, until two pages hold them.
    constexpr std::array<Length, lengths> all{
        {{.jobs = 6,
          .first_bullets = 6,
          .second_bullets = 5,
          .further_bullets = 3,
          .earlier = 4,
          .skills = 14,
          .extras = 2},
         {.jobs = 6,
          .first_bullets = 5,
          .second_bullets = 4,
          .further_bullets = 2,
          .earlier = 3,
          .skills = 12,
          .extras = 1},
         {.jobs = 5,
          .first_bullets = 4,
          .second_bullets = 3,
          .further_bullets = 2,
          .earlier = 2,
          .skills = 10,
          .extras = 0},
         {.jobs = 4,
          .first_bullets = 3,
          .second_bullets = 2,
          .further_bullets = 1,
          .earlier = 1,
          .skills = 8,
          .extras = 0}}};
    return all.at(step);
}

Claim one(std::string name, const Form form, std::string id) {
    return {.name = std::move(name), .form = form, .facts = {std::move(id)}};
}

Sentence label(const std::string_view code, const OfficialLanguage language) {
    return {.code = std::string{code}, .claims = {}, .text = wire::text(language, code)};
}

domain::Result<Resume> tailored_resume(
    const Facts& facts, const OfficialLanguage language, const Length& length
) {
    auto name = facts.sentence("candidate:/resume/basics/name", Form::as_written, language);
    if (!name) {
        return domain::invalid("resume.basics.name", "missing, and nobody applies without a name");
    }
    const SectionWriter writer{facts, language, length};
    Resume resume{
        .language = language,
        .name = *std::move(name),
        .headline = writer.headline(),
        .contact = contact_of(facts, language),
        .sections = {}};
    for (Section& section : std::array{
             writer.summary(),
             writer.skills(),
             writer.experience(),
             writer.earlier(),
             writer.education(),
             writer.certificates(),
             writer.languages(),
             writer.projects(),
             writer.volunteering()}) {
        if (!section.sentences.empty() || !section.entries.empty()) {
            resume.sections.push_back(std::move(section));
        }
    }
    return resume;
}

Document document_of(const Resume& resume, const Facts& facts) {
    Document document{
        .title = wire::text(
            resume.language,
            "package.title.resume",
            {{"name", resume.name.text}, {"position", clean(domain::called(facts.posting()))}}
        ),
        .language = resume.language,
        .blocks = {}};
    document.blocks.push_back({.style = Style::name, .sentences = {resume.name}});
    if (!resume.headline.empty()) {
        document.blocks.push_back({.style = Style::headline, .sentences = resume.headline});
    }
    if (!resume.contact.empty()) {
        document.blocks.push_back(
            {.style = Style::contact, .sentences = resume.contact, .joint = " | "}
        );
    }
    for (const Section& section : resume.sections) {
        add_section(section, resume.language, document.blocks);
    }
    return document;
}

}  // namespace packages
