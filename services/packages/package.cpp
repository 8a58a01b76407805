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

Page page(std::string name, const Document& document, const Layout layout) {
    return {.name = std::move(name), .html = html_of(document, layout)};
}

/// What is printed of an order; the checklist tells of the résumé as it is printed.
struct Prints {
    Sent sent;
    std::vector<AtsFinding> findings;
    Pdf resume;
    Pdf checklist;
    std::vector<Pdf> others;  ///< Letter, posting, fit.
    std::string version;      ///< Of WeasyPrint.
};

std::vector<Page> pages_of(
    const Order& order,
    const Sent& sent,
    const std::vector<ChecklistItem>& items,
    const std::vector<AtsFinding>& findings
) {
    return {
        page("resume", sent.resume_document, Layout::resume),
        page("checklist", checklist_sheet(order, items, findings), Layout::sheet)};
}

/// Most résumés fit on two pages at once. The others are made shorter and shorter, until they do or
/// there is nothing left to leave out.
domain::Result<Prints> prints(
    const Order& order, const std::vector<ChecklistItem>& items, const DocumentTools& tools
) {
    const Facts& facts = order.facts;
    Prints result;
    for (std::size_t step = 0; step < lengths; ++step) {
        auto sent = write_sent(order, length(step));
        if (!sent) {
            return sent.error();
        }
        result.sent = *std::move(sent);
        result.findings = ats_check(built_in_ats_rules(), result.sent.resume, facts, pages_max);
        std::vector<Page> pages = pages_of(order, result.sent, items, result.findings);
        if (step == 0) {
            pages.push_back(page("letter", result.sent.letter, Layout::letter));
            pages.push_back(page("posting", posting_sheet(order), Layout::sheet));
            pages.push_back(page("fit", fit_sheet(order), Layout::sheet));
        }
        Printed printed = print(tools, pages, facts.as_of());
        result.version = std::move(printed.version);
        result.resume = std::move(printed.pdfs[0]);
        result.checklist = std::move(printed.pdfs[1]);
        for (std::size_t index = 2; index < printed.pdfs.size(); ++index) {
            result.others.push_back(std::move(printed.pdfs[index]));
        }
        if (result.resume.pages <= pages_max) {
            return result;
        }
    }
    result.findings =
        ats_check(built_in_ats_rules(), result.sent.resume, facts, result.resume.pages);
    Printed again =
        print(tools, {pages_of(order, result.sent, items, result.findings)[1]}, facts.as_of());
    result.checklist = std::move(again.pdfs[0]);
    return result;
}

}  // namespace

bool speaks_of_immigration(const Order& order) {
    return !order.advisor || order.advisor->standing == Standing::regulated;
}

std::string fit_file(const Order& order) {
    return speaks_of_immigration(order) ? "fit_and_lift.pdf" : "fit.pdf";
}

std::vector<ChecklistItem> checklist_of(const Order& order) {
    std::vector<ChecklistItem> items = checklist(order.facts, order.kept);
    if (!speaks_of_immigration(order)) {
        std::erase_if(items, [](const ChecklistItem& item) {
            return item.matter != Matter::before_sending;
        });
    }
    return items;
}

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
    const std::vector<ChecklistItem> items = checklist_of(order);
    auto printed = prints(order, items, tools);
    if (!printed) {
        return printed.error();
    }
    const Sent& sent = printed->sent;
    Package package{
        .files = {},
        .findings = printed->findings,
        .resume_pages = printed->resume.pages,
        .letter_pages = printed->others[0].pages};
    const auto words = word_documents(
        tools,
        {{.name = "resume", .html = word_html_of(sent.resume_document)},
         {.name = "letter", .html = word_html_of(sent.letter)}},
        facts.as_of()
    );
    package.files = {
        {"README.txt", readme(order)},
        {"resume.pdf", std::move(printed->resume.bytes)},
        {"resume.docx", words[0]},
        {"resume.txt", plain_text(sent.resume_document)},
        {"resume.json", document::serialize(resume_json(sent.resume, facts))},
        {"letter.pdf", std::move(printed->others[0].bytes)},
        {"letter.docx", words[1]},
        {"letter.txt", plain_text(sent.letter)},
        {"posting.pdf", std::move(printed->others[1].bytes)},
        {fit_file(order), std::move(printed->others[2].bytes)},
        {"checklist.pdf", std::move(printed->checklist.bytes)}};
    if (std::string days = calendar(items, facts, order.kept); !days.empty()) {
        package.files.push_back({"calendar.ics", std::move(days)});
    }
    const Versions versions{.weasyprint = printed->version, .pandoc = pandoc_version(tools)};
    package.files.push_back({"manifest.json", manifest(order, sent, package, versions)});
    return package;
}

}  // namespace packages
