#pragma once

#include "matcher/document/field_reader.hpp"
#include "matcher/domain/candidate.hpp"
#include "matcher/express_entry/projection.hpp"

#include <string>
#include <string_view>

/// Parts of a candidate document that stand in other documents as well.
namespace wire {

/// A day of the years 1900 to 2099.
domain::Date day_from(const document::ValueReader& value);

/// `{listening, reading, writing, speaking}`, each a level.
domain::AbilityLevels levels_from(document::FieldReader& in);

/// Whole years of work, as many as rules tell apart.
int work_years_from(const document::ValueReader& value);

/// A member that is true or false; false where it is left out.
bool flag(document::FieldReader& in, std::string_view name);

domain::Province province_from(const document::ValueReader& value);

/// ISO 3166-1 alpha-2.
std::string country_from(const document::ValueReader& value);

domain::LanguageTest language_test_from(document::FieldReader& in);

domain::Education education_from(document::FieldReader& in);

/// An offer of employment; whatever is left out was not stated.
domain::Offer offer_from(document::FieldReader& in);

/// `{job{noc, start, hours_per_week?}, language_tests[], education[], nominated_on,
/// offer{terms{}, on}}`, every member of which may be left out.
express_entry::Plan plan_from(document::FieldReader& in);

}  // namespace wire
