#include "indexer/assess.hpp"

#include "indexer/coding/occupation_of.hpp"
#include "indexer/normalise/employer_name.hpp"
#include "indexer/trust/text_uses.hpp"
#include "indexer/trust/trust.hpp"
#include "indexer/verification/employer_page.hpp"
#include "indexer/verification/verify.hpp"

#include <algorithm>

namespace ingest {
namespace {

using verification::Check;
using verification::CheckKind;
using verification::Verdict;

bool holds_back(const Check& check, const sources::RecordKind kind, const Asked& asked) {
    const bool cleared =
        std::find(asked.cleared.begin(), asked.cleared.end(), verification::name(check.kind)) !=
        asked.cleared.end();
    const bool asks_for_employer_or_link =
        check.kind == CheckKind::provenance || check.kind == CheckKind::required_fields;
    return check.verdict == Verdict::fail && verification::rule_of(check.kind).hard && !cleared &&
           (kind == sources::RecordKind::postings || !asks_for_employer_or_link);
}

/// A stated code that could not be understood is not overruled by what title and duties say:
/// somebody has to look at it. Returns why there is no occupation where nothing else says so.
std::optional<std::string> set_occupation(
    normalise::Normalised& normalised, const Reference& reference
) {
    coding::Occupation occupation =
        coding::occupation_of(normalised.posting, reference.occupations, reference.coder);
    normalised.posting.coded_nocs = std::move(occupation.coded);
    const auto& notes = normalised.not_understood;
    if (std::any_of(notes.begin(), notes.end(), [](const normalise::NotUnderstood& note) {
            return note.field == sources::Field::noc_2021 || note.field == sources::Field::noc_2016;
        })) {
        return std::nullopt;
    }
    normalised.posting.noc = occupation.noc;
    normalised.posting.noc_origin = occupation.origin;
    return occupation.noc ? std::nullopt : std::optional{std::move(occupation.doubt)};
}

}  // namespace

Assessed assess(
    const sources::SourceDescription& source,
    sources::Record record,
    std::string sha256,
    const Reference& reference,
    const Asked& asked
) {
    normalise::Normalised normalised = normalise::normalise(
        source.name, record.posting, reference.gazetteer, reference.occupations
    );
    const std::optional<std::string> doubt = set_occupation(normalised, reference);
    if (source.kind == sources::RecordKind::statistics && normalised.posting.source_id.empty()) {
        // Some months of the Job Bank's open data have no key; the row itself is the next best.
        normalised.posting.source_id = "sha256:" + sha256;
    }
    const std::string employer_key =
        normalise::employer_name_from(normalised.posting.hiring_organization).key;
    store::PostingRecord result;
    verification::Evidence evidence{
        .posting = normalised.posting,
        .sha256 = sha256,
        .fetched_on = asked.fetched_on,
        .noc_exists =
            normalised.posting.noc && reference.occupations.exists(*normalised.posting.noc),
        .noc_choices =
            static_cast<int>(reference.occupations.all_from_2016(normalised.posting.noc_2016).size()
            ),
        .not_understood = {},
        .employer_key = employer_key,
        .lists = reference.lists.get(),
        .fetched = asked.fetched,
        .rejected = asked.rejected};
    if (asked.fetched) {
        evidence.liveness = verification::Liveness{
            .state = verification::Liveness::State::live, .day = asked.fetched_on, .evidence = ""};
        result.liveness = trust::seen_in_feed(asked.fetched_on);
    }
    for (const normalise::NotUnderstood& value : normalised.not_understood) {
        evidence.not_understood.push_back(
            {.field = std::string{sources::to_string(value.field)},
             .reason = value.reason,
             .value = value.value}
        );
    }
    if (doubt) {
        evidence.not_understood.push_back(
            {.field = std::string{to_string(sources::Field::noc_2021)}, .reason = *doubt}
        );
    }
    const std::vector<Check> checks = verification::verify(evidence);

    const auto first_fail = std::find_if(checks.begin(), checks.end(), [&](const Check& check) {
        return holds_back(check, source.kind, asked);
    });
    if (normalised.posting.source_id.empty()) {
        result.quarantine_field = sources::to_string(sources::Field::source_id);
        result.quarantine_reason = "the record has no id of its own";
    } else if (first_fail != checks.end()) {
        result.quarantine_field = first_fail->field;
        result.quarantine_reason = first_fail->evidence.empty()
                                       ? std::string{verification::name(first_fail->kind)}
                                       : first_fail->evidence;
    } else {
        result.verified = true;
    }
    result.text = trust::text_sketch(normalised.posting);
    result.employer_page = verification::employer_page_of(normalised.posting, employer_key);
    result.posting = std::move(normalised.posting);
    result.file = std::move(record.origin.file);
    result.line = record.origin.line;
    result.raw = std::move(record.raw);
    result.sha256 = std::move(sha256);
    result.normaliser_version = normalise::version;
    result.seen_on = asked.fetched_on;
    result.verdicts = trust::pack(checks, asked.fetched_on, reference.basis);
    return {.record = std::move(result), .not_understood = std::move(normalised.not_understood)};
}

}  // namespace ingest
