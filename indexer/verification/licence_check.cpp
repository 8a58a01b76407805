#include "indexer/normalise/licence.hpp"
#include "indexer/verification/checks.hpp"
#include "indexer/verification/list_check.hpp"

namespace verification {
namespace {

void put_regulator(
    Check& check, const LicenceNeeds& licences, const LicenceNeeds::Licensed& licensed
) {
    check.values.emplace_back("regulator", std::string{licences.text(licensed.regulator)});
    check.values.emplace_back("url", std::string{licences.text(licensed.url)});
}

/// The credential by which the posting asks for a licence, else the title that does, in its own
/// words.
void put_words(Check& check, const domain::Posting& posting) {
    for (const std::string& credential : posting.credentials) {
        const domain::Licence licence = normalise::licence_from(credential);
        if (licence == posting.licence_asked || licence == domain::kind_of(posting.licence_asked)) {
            check.field = "credentials";
            check.evidence = quoted(credential);
            return;
        }
    }
    check.field = posting.original_title.empty() ? "title" : "original_title";
    check.evidence = quoted(domain::called(posting));
}

}  // namespace

Check licence(const Evidence& evidence) {
    constexpr CheckKind kind = CheckKind::licence;
    const domain::Posting& posting = evidence.posting;
    const LicenceNeeds* const licences =
        evidence.lists == nullptr ? nullptr : &evidence.lists->licences();
    const LicenceNeeds::Licensed* licensed = nullptr;
    const LicenceNeeds::Requirement* requirement = nullptr;
    if (licences != nullptr && posting.noc && !posting.job_locations.empty()) {
        const domain::Province province = posting.job_locations.front().province;
        requirement = licences->requirement(*posting.noc, province);
        licensed = licences->licensed(*posting.noc, province);
        if (licensed != nullptr) {
            const auto expires_on = evidence.lists->expires_on(licensed->list, kind);
            licensed = expires_on && *expires_on < evidence.fetched_on ? nullptr : licensed;
        }
    }
    if (posting.licence_asked != domain::Licence::none) {
        Check check = said(kind, Verdict::warn, licensed != nullptr ? "asked_regulated" : "asked");
        put_words(check, posting);
        if (licensed != nullptr) {
            put_regulator(check, *licences, *licensed);
        }
        return check;
    }
    if (licensed != nullptr) {
        Check check = said_by(
            evidence,
            licensed->list,
            kind,
            Verdict::info,
            licensed->compulsory ? "compulsory" : "regulated"
        );
        put_regulator(check, *licences, *licensed);
        if (requirement != nullptr) {
            check.evidence = quoted(licences->text(requirement->text));
        }
        return check;
    }
    if (requirement == nullptr) {
        return said(kind, Verdict::unknown, licences == nullptr ? "no_list" : "not_stated");
    }
    // What an occupation is does not age as a list of who may be hired does: an edition of OaSIS
    // counts until the next.
    Check check = said_by(evidence, requirement->list, kind, Verdict::info, "required");
    check.expires_on.reset();
    check.evidence = quoted(licences->text(requirement->text));
    return check;
}

}  // namespace verification
