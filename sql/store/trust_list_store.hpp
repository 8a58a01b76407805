#pragma once

#include "matcher/domain/date.hpp"
#include "matcher/domain/money.hpp"
#include "matcher/domain/noc.hpp"
#include "matcher/domain/place.hpp"
#include "sql/store/database.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

/// An active import of a list that postings are verified against.
struct TrustList {
    std::int64_t import_id = 0;
    std::string kind;  ///< `lmia`
    std::string name;  ///< `positive 2024Q3`
    std::string publisher;
    domain::Date published_on;
};

// Rows of these lists as they are published. Texts are those of the row that is being read: whoever
// keeps one copies it. What is NULL is empty.
struct LmiaEmployerRow {
    bool positive = false;
    std::string_view period;
    std::optional<domain::Province> province;
    std::string_view employer;
    std::string_view address;
    std::string_view postal_code;
    std::string_view occupation;
    std::int32_t positions = 0;
};
struct NonCompliantEmployerRow {
    std::string_view operating_name;
    std::string_view legal_name;
    std::string_view address;
    std::string_view penalty;
    std::string_view decided;
    std::optional<domain::Date> decided_on;
    std::string_view status_as_published;
    std::string_view status;  ///< `eligible`, `unpaid`, `banned`
    std::optional<domain::Date> banned_until;
};
struct DesignatedEmployerRow {
    domain::Province province;
    std::string_view employer;
    std::string_view location;
};
struct PilotCommunityRow {
    std::string_view pilot;
    std::string_view community;
    domain::Province province;
};
struct OccupationWageRow {
    std::string_view noc_edition;
    std::string_view noc;
    std::optional<domain::Province> province;
    std::string_view region;
    domain::Cents median = 0;
    bool yearly = false;
};
struct CityRegionRow {
    std::string_view city;
    domain::Province province;
    std::string_view region;
    std::optional<double> share;
};
struct EmploymentRequirementRow {
    std::string_view profile;
    std::string_view text;
};
struct MinimumWageRow {
    domain::Province province;
    domain::Date from;
    std::optional<domain::Date> to;
    domain::Cents hourly = 0;
    std::string_view url;
};
struct LicensedOccupationRow {
    domain::NocCode noc;
    domain::Province province;
    std::string_view regulator;
    std::string_view url;
    bool compulsory = false;
};

/// The lists that postings are verified against, row by row in the order of their files.
class TrustListStore {
public:
    explicit TrustListStore(Database& database) : database_{database} {}

    /// Those that are active now, the oldest first.
    std::vector<TrustList> lists();

    template <class Row>
    using Take = std::function<void(const Row&)>;

    void read(std::int64_t import_id, const Take<LmiaEmployerRow>& take);
    void read(std::int64_t import_id, const Take<NonCompliantEmployerRow>& take);
    void read(std::int64_t import_id, const Take<DesignatedEmployerRow>& take);
    void read(std::int64_t import_id, const Take<PilotCommunityRow>& take);
    void read(std::int64_t import_id, const Take<OccupationWageRow>& take);
    void read(std::int64_t import_id, const Take<CityRegionRow>& take);
    void read(std::int64_t import_id, const Take<EmploymentRequirementRow>& take);
    void read(std::int64_t import_id, const Take<MinimumWageRow>& take);
    void read(std::int64_t import_id, const Take<LicensedOccupationRow>& take);

private:
    Database& database_;
};

}  // namespace store
