#pragma once

#include "matcher/domain/result.hpp"

#include <string>
#include <string_view>

/// What a cell of a published list says, in the form in which PostgreSQL reads it. Each takes the
/// trimmed text of a cell that is not empty, and refuses what it does not understand.
namespace reference_data {

using Value = domain::Result<std::string>;
using ReadValue = Value (*)(std::string_view);

/// As published, runs of white space made single.
Value text(std::string_view cell);

Value whole_number(std::string_view cell);  ///< `12`, `1,250`; not negative, nine digits at most.
Value decimal(std::string_view cell);       ///< `-52.81`, `3.9e-4`
Value share(std::string_view cell);         ///< 0 to 1.
Value level(std::string_view cell);         ///< Of the NOC, 1 to 5.
Value latitude(std::string_view cell);      ///< Degrees, -90 to 90.
Value longitude(std::string_view cell);     ///< Degrees, -180 to 180.
Value yes_or_no(std::string_view cell);     ///< `true`, `false`
Value date(std::string_view cell);          ///< A day in any form that says only one.
Value cents(std::string_view cell);         ///< `84000`, `36.05`: Canadian dollars.
Value rating(std::string_view cell);        ///< `0` to `5`
Value holland_code(std::string_view cell);  ///< A letter of RIASEC; small ones are made capitals.

Value noc_2021(std::string_view cell);  ///< Five digits; zeros lost at the front are put back.
Value noc_2016(std::string_view cell);  ///< Four digits; the same.
Value noc_class(std::string_view cell
);  ///< Of any level: `0`, `00`, `000`, `0001`, `00010`, `01-05`.
Value noc_of_any_year(std::string_view cell
);  ///< `NOC_00010`, `NOC_0011`, with or without the word.
Value noc_edition(std::string_view cell
);  ///< Which edition such a code is of: `2021`, `2011/2016`.

/// `00012.00`: five digits, a point and two. Spreadsheets lose the zeros at the end: `00012`,
/// `41220.1`.
Value oasis_profile(std::string_view cell);
Value noc_of_profile(std::string_view cell);
Value profile_or_noc(std::string_view cell);  ///< What an exclusion points to: either.

Value province(std::string_view cell);  ///< Code or name in English or French; `NWT`, `YK`, `PEI`.
Value province_of_wages(std::string_view cell);  ///< The same; `NAT`, all of Canada, is empty.
Value geonames_province(std::string_view cell);  ///< `08` is ON.
Value postal_code(std::string_view cell);        ///< `A1A 1A1`
Value postal_code_inside(std::string_view cell
);  ///< The same at the end of an address, else empty.
Value province_of_postal_code(std::string_view cell
);  ///< Empty where its first letters do not say.

/// Of names in all the world's letters, parted by commas, those in the letters of English and
/// French that begin with a capital, without codes of airports, sorted, as an array of
/// PostgreSQL's.
Value names_in_our_letters(std::string_view cell);

}  // namespace reference_data
