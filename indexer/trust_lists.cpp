#include "indexer/trust_lists.hpp"

#include "sql/store/reference_store.hpp"
#include "sql/store/trust_list_store.hpp"

#include <utility>

namespace ingest {
namespace {

using verification::EmployerLists;
using verification::LicenceNeeds;
using verification::ListId;
using verification::WageTable;

EmployerLists::Status status(const std::string_view word) {
    return word == "banned"   ? EmployerLists::Status::banned
           : word == "unpaid" ? EmployerLists::Status::unpaid
                              : EmployerLists::Status::eligible;
}

/// The parts of Lists while they are filled, list by list.
class Parts {
public:
    explicit Parts(store::Database& database) : lists_{database} {}

    void take(const store::TrustList& list) {
        const auto id = static_cast<ListId>(published_.size());
        published_.push_back(
            {.kind = list.kind,
             .name = list.name,
             .publisher = list.publisher,
             .published_on = list.published_on}
        );
        if (list.kind == "lmia") {
            take_lmia(list.import_id, id);
        } else if (list.kind == "non_compliant") {
            take_non_compliant(list.import_id, id);
        } else if (list.kind == "aip_designated" || list.kind == "pilot_communities") {
            take_designated(list, id);
        } else if (list.kind == "wages" || list.kind == "city_regions" || list.kind == "minimum_wages") {
            take_wages(list, id);
        } else {
            take_licences(list, id);
        }
    }

    void take(const store::ConcordanceRow& row) {
        wages_.add(WageTable::ConcordanceRow{.noc_2016 = row.noc_2016, .noc_2021 = row.noc_2021});
    }

    verification::Lists lists() && {
        return {
            std::move(published_), std::move(employers_), std::move(wages_), std::move(licences_)};
    }

private:
    template <class Row, class Add>
    void each(const std::int64_t import_id, const Add add) {
        lists_.read(import_id, store::TrustListStore::Take<Row>{add});
    }

    void take_lmia(const std::int64_t import_id, const ListId id) {
        each<store::LmiaEmployerRow>(import_id, [&](const store::LmiaEmployerRow& row) {
            employers_.add(EmployerLists::LmiaRow{
                .list = id,
                .decision = row.positive ? EmployerLists::Decision::positive
                                         : EmployerLists::Decision::negative,
                .period = row.period,
                .province = row.province,
                .employer = row.employer,
                .address = row.address,
                .postal_code = row.postal_code,
                .occupation = row.occupation,
                .positions = row.positions});
        });
    }

    void take_non_compliant(const std::int64_t import_id, const ListId id) {
        each<store::NonCompliantEmployerRow>(
            import_id,
            [&](const store::NonCompliantEmployerRow& row) {
                employers_.add(EmployerLists::NonCompliantRow{
                    .list = id,
                    .operating_name = row.operating_name,
                    .legal_name = row.legal_name,
                    .address = row.address,
                    .penalty = row.penalty,
                    .decided = row.decided,
                    .decided_on = row.decided_on,
                    .status_as_published = row.status_as_published,
                    .status = status(row.status),
                    .banned_until = row.banned_until});
            }
        );
    }

    void take_designated(const store::TrustList& list, const ListId id) {
        if (list.kind == "aip_designated") {
            each<store::DesignatedEmployerRow>(
                list.import_id,
                [&](const store::DesignatedEmployerRow& row) {
                    employers_.add(EmployerLists::DesignatedRow{
                        .list = id,
                        .province = row.province,
                        .employer = row.employer,
                        .location = row.location});
                }
            );
            return;
        }
        each<store::PilotCommunityRow>(list.import_id, [&](const store::PilotCommunityRow& row) {
            employers_.add(EmployerLists::CommunityRow{
                .list = id,
                .pilot = row.pilot,
                .community = row.community,
                .province = row.province});
        });
    }

    void take_wages(const store::TrustList& list, const ListId id) {
        if (list.kind == "wages") {
            each<store::OccupationWageRow>(
                list.import_id,
                [&](const store::OccupationWageRow& row) {
                    wages_.add(WageTable::WageRow{
                        .list = id,
                        .edition = row.noc_edition,
                        .noc = row.noc,
                        .province = row.province,
                        .region = row.region,
                        .median = row.median,
                        .yearly = row.yearly});
                }
            );
        } else if (list.kind == "city_regions") {
            each<store::CityRegionRow>(list.import_id, [&](const store::CityRegionRow& row) {
                wages_.add(WageTable::CityRow{
                    .city = row.city,
                    .province = row.province,
                    .region = row.region,
                    .share = row.share});
            });
        } else {
            each<store::MinimumWageRow>(list.import_id, [&](const store::MinimumWageRow& row) {
                wages_.add(WageTable::MinimumRow{
                    .list = id,
                    .province = row.province,
                    .from = row.from,
                    .to = row.to,
                    .hourly = row.hourly,
                    .url = row.url});
            });
        }
    }

    void take_licences(const store::TrustList& list, const ListId id) {
        if (list.kind == "licensed_occupations") {
            each<store::LicensedOccupationRow>(
                list.import_id,
                [&](const store::LicensedOccupationRow& row) {
                    licences_.add(LicenceNeeds::LicensedRow{
                        .list = id,
                        .noc = row.noc,
                        .province = row.province,
                        .regulator = row.regulator,
                        .url = row.url,
                        .compulsory = row.compulsory});
                }
            );
            return;
        }
        each<store::EmploymentRequirementRow>(
            list.import_id,
            [&](const store::EmploymentRequirementRow& row) {
                licences_.add(LicenceNeeds::RequirementRow{
                    .list = id, .profile = row.profile, .text = row.text});
            }
        );
    }

    store::TrustListStore lists_;
    std::vector<verification::PublishedList> published_;
    EmployerLists employers_;
    WageTable wages_;
    LicenceNeeds licences_;
};

}  // namespace

verification::Lists load_trust_lists(store::Database& database) {
    Parts parts{database};
    for (const store::TrustList& list : store::TrustListStore{database}.lists()) {
        parts.take(list);
    }
    for (const store::ConcordanceRow& row : store::ReferenceStore{database}.concordance()) {
        parts.take(row);
    }
    return std::move(parts).lists();
}

}  // namespace ingest
