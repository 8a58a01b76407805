#pragma once

#include "matcher/document/field_reader.hpp"
#include "matcher/domain/candidate.hpp"
#include "matcher/express_entry/projection.hpp"

#include <string>

/// Parts of a candidate document that stand in other documents as well.
namespace wire {

/// A day of the years 1900 to 2099.
domain::Date day_from(const document::ValueReader& value);

/// `{listening, reading, writing, speaking}`, each a level.
domain::AbilityLevels levels_from(document::FieldReader& in);

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
