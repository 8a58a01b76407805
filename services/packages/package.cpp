#include "services/packages/package.hpp"

#include "matcher/document/json.hpp"
#include "services/packages/checklist.hpp"
#include "services/packages/html.hpp"
#include "services/packages/manifest.hpp"
#include "services/packages/sheets.hpp"

#include <array>
#include <utility>

namespace packages {
namespace {

using domain::OfficialLanguage;

constexpr int pages_max = 2;

domain::Error refusal(const std::string_view document, const UnsupportedClaim& claim) {
    constexpr std::array<const char*, 5> reasons{
        "names no fact",
        "names a fact that is not there",
        "is not what its facts say",
        "does not have the words of its fact",
        "stands in no sentence"};
    std::string message = "unsupported claim: '" + claim.text + "' " +
                          reasons.at(static_cast<std::size_t>(claim.why));
    if (!claim.fact.empty()) {
        message += ": " + claim.fact;
    }
    return domain::invalid(std::string{document}, std::move(message));
}

/// Nothing, or why the document must not be built.
std::optional<domain::Error> unsupported(
    const std::string_view name, const Document& document, const Layout layout, const Facts& facts
) {
    std::vector<UnsupportedClaim> claims = unsupported_claims(document, facts);
    for (const std::string& text :
         {plain_text(document),
          text_in_html(html_of(document, layout)),
          text_in_html(word_html_of(document))}) {
        for (UnsupportedClaim& stray : unsupported_words(document, text)) {
            claims.push_back(std::move(stray));
        }
    }
    return claims.empty() ? std::nullopt : std::optional{refusal(name, claims.front())};
}

struct Kept {
    Document posting;
    Document lift;
    Document checklist;
};

Page page(std::string name, const Document& document, const Layout layout) {
    return {.name = std::move(name), .html = html_of(document, layout)};
}

/// Shorter and shorter, until two pages hold it or there is nothing left to leave out.
struct Fitted {
    Sent sent;
    Pdf pdf;
};

domain::Result<Fitted> fitted(const Order& order, const DocumentTools& tools, Fitted fullest) {
    Fitted result = std::move(fullest);
    for (std::size_t step = 1; step < lengths && result.pdf.pages > pages_max; ++step) {
        auto shorter = write_sent(order, length(step));
        if (!shorter) {
            return shorter.error();
        }
        auto printed = print(
            tools, {page("resume", shorter->resume_document, Layout::resume)}, order.facts.as_of()
        );
        result = {.sent = *std::move(shorter), .pdf = std::move(printed.pdfs.front())};
    }
    return result;
}

}  // namespace

domain::Result<Sent> write_sent(const Order& order, const Length& length) {
    auto resume = tailored_resume(order.facts, order.sent, length);
    if (!resume) {
        return resume.error();
    }
    auto written = letter(order.facts, order.sent, order.own_words);
    if (!written) {
        return written.error();
    }
    Document document = document_of(*resume, order.facts);
    if (auto error = unsupported("resume", document, Layout::resume, order.facts)) {
        return *std::move(error);
    }
    if (auto error = unsupported("letter", *written, Layout::letter, order.facts)) {
        return *std::move(error);
    }
    return Sent{
        .resume = *std::move(resume),
        .resume_document = std::move(document),
        .letter = *std::move(written)};
}

domain::Result<Package> build(const Order& order, const DocumentTools& tools) {
    const Facts& facts = order.facts;
    auto sent = write_sent(order, length(0));
    if (!sent) {
        return sent.error();
    }
    const std::vector<ChecklistItem> items = checklist(facts, order.kept);
    auto printed = print(
        tools,
        {page("resume", sent->resume_document, Layout::resume),
         page("letter", sent->letter, Layout::letter),
         page("posting", posting_sheet(facts, order.evidence, order.kept), Layout::sheet),
         page("lift", lift_sheet(facts, order.lift, order.kept), Layout::sheet)},
        facts.as_of()
    );
    auto fit =
        fitted(order, tools, {.sent = *std::move(sent), .pdf = std::move(printed.pdfs.front())});
    if (!fit) {
        return fit.error();
    }
    Package package{
        .files = {},
        .findings = ats_check(built_in_ats_rules(), fit->sent.resume, facts, fit->pdf.pages),
        .resume_pages = fit->pdf.pages,
        .letter_pages = printed.pdfs[1].pages};
    // The checklist tells of the résumé as it was printed.
    auto checklist_pdf = print(
        tools,
        {page(
            "checklist", checklist_sheet(facts, items, package.findings, order.kept), Layout::sheet
        )},
        facts.as_of()
    );
    const Document& resume = fit->sent.resume_document;
    const auto words = word_documents(
        tools,
        {{.name = "resume", .html = word_html_of(resume)},
         {.name = "letter", .html = word_html_of(fit->sent.letter)}},
        facts.as_of()
    );
    package.files = {
        {"README.txt", readme(order)},
        {"resume.pdf", std::move(fit->pdf.bytes)},
        {"resume.docx", words[0]},
        {"resume.txt", plain_text(resume)},
        {"resume.json", document::serialize(resume_json(fit->sent.resume, facts))},
        {"letter.pdf", std::move(printed.pdfs[1].bytes)},
        {"letter.docx", words[1]},
        {"letter.txt", plain_text(fit->sent.letter)},
        {"posting.pdf", std::move(printed.pdfs[2].bytes)},
        {"fit_and_lift.pdf", std::move(printed.pdfs[3].bytes)},
        {"checklist.pdf", std::move(checklist_pdf.pdfs.front().bytes)}};
    if (std::string days = calendar(items, facts, order.kept); !days.empty()) {
        package.files.push_back({"calendar.ics", std::move(days)});
    }
    const Versions versions{.weasyprint = printed.version, .pandoc = pandoc_version(tools)};
    package.files.push_back({"manifest.json", manifest(order, fit->sent, package, versions)});
    return package;
}

}  // namespace packages
