#include "indexer/verification/checks.hpp"
#include "indexer/verification/contacts.hpp"
#include "indexer/verification/host.hpp"
#include "indexer/verification/posting_text.hpp"
#include "indexer/verification/sentence.hpp"

#include <re2/re2.h>

namespace verification {
namespace {

/// The sentence in which a contact stands.
std::string sentence_with(const Contact& contact, const std::string_view text) {
    const Extent words{contact.at, contact.at + contact.written.size()};
    const Extent sentence = sentence_around(text, words, quote_bytes_max);
    return std::string{text.substr(sentence.begin, sentence.end - sentence.begin)};
}

/// `hr.example`, `jobs-example`, `emplois.exemple`: the name of a mailbox that speaks for a
/// department, of which a shop that writes from a free mailbox has none.
bool speaks_for_a_department(const std::string_view mailbox) {
    static const RE2 words{
        R"((?i)(?:^|[._+-]|\d)(?:hr|rh|jobs?|visas?)(?:$|[._+-]|\d)|recruit|recrut|hiring|careers?|carriere|emplois?(?:$|[._+-]|\d)|embauche|human.?res|hrdesk|immigration|headoffice)"};
    return RE2::PartialMatch(re2::StringPiece{mailbox.data(), mailbox.size()}, words);
}

bool accuses(const TextFinding* const finding) {
    return finding != nullptr && finding->rule->severity != Verdict::info;
}

/// A free mailbox says nothing by itself: small employers have no other. It does beside a site of
/// the employer's own, beside other signs, and where the text speaks as a larger employer would.
bool suspicious_free_mail(const Contact& contact, const bool site, const PostingText& text) {
    const bool other_signs = accuses(text.gravest(CheckKind::fees)) ||
                             accuses(text.gravest(CheckKind::personal_data)) ||
                             accuses(text.gravest(CheckKind::pressure));
    if (site || other_signs) {
        return true;
    }
    const std::string_view mailbox = contact.written.substr(0, contact.written.find('@'));
    return text.find(CheckKind::contact_domain, "small_shop") == nullptr &&
           (speaks_for_a_department(mailbox) ||
            text.find(CheckKind::contact_domain, "large_employer") != nullptr);
}

Check judge_contacts(const std::string& site, const PostingText& text) {
    const std::vector<Contact> contacts = contacts_in(text.text());
    const Contact* free_mail = nullptr;
    const Contact* own = nullptr;
    const Contact* other = nullptr;
    const auto about = [&](const Verdict verdict, const std::string_view code, const Contact& at) {
        Check check{
            .kind = CheckKind::contact_domain,
            .verdict = verdict,
            .field = std::string{text.field_at(at.at)},
            .evidence = sentence_with(at, text.text()),
            .code = code,
            .values = {{"contact", std::string{at.host}}}};
        if (!site.empty()) {
            check.values.emplace_back("site", site);
        }
        return check;
    };
    for (const Contact& contact : contacts) {
        const HostKind kind = kind_of_host(contact.host);
        if (kind == HostKind::free_mail && contact.email) {
            free_mail = free_mail == nullptr ? &contact : free_mail;
        }
        if (kind != HostKind::own_or_unknown || site.empty()) {
            continue;
        }
        switch (likeness(contact.host, site)) {
            case Likeness::look_alike:
                return about(Verdict::fail, "look_alike", contact);
            case Likeness::same:
                own = &contact;
                break;
            case Likeness::other:
                other = other == nullptr && contact.email ? &contact : other;
                break;
        }
    }
    if (const TextFinding* const messenger = text.gravest(CheckKind::contact_domain);
        accuses(messenger)) {
        return check_from(*messenger, text);
    }
    if (free_mail != nullptr && own == nullptr) {
        const bool suspicious = suspicious_free_mail(*free_mail, !site.empty(), text);
        return about(suspicious ? Verdict::warn : Verdict::info, "free_mail", *free_mail);
    }
    if (own != nullptr) {
        return {.kind = CheckKind::contact_domain, .verdict = Verdict::pass};
    }
    if (other != nullptr) {
        return about(Verdict::info, "other_domain", *other);
    }
    return {.kind = CheckKind::contact_domain, .verdict = Verdict::unknown};
}

}  // namespace

Check contact_domain(const Evidence& evidence) {
    std::string site = site_of(evidence.posting.url);
    if (kind_of_host(site) != HostKind::own_or_unknown) {
        site.clear();
    }
    return judged(evidence, [&site](const PostingText& text) {
        return judge_contacts(site, text);
    });
}

}  // namespace verification
