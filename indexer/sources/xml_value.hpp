#pragma once

#include "matcher/domain/result.hpp"

#include <boost/json/value.hpp>

#include <string_view>

namespace sources {

/// One element of XML as a value: a text where it holds nothing else, or an object with its
/// attributes under `@name`, the elements inside under their names (several of one name as an
/// array), and the text between them under `#text`. Names keep their prefix, as namespaces are
/// declared further up.
///
/// Nothing outside the element is ever read: it has no document type, so that it can declare no
/// entity, and HTML's names of characters (`&nbsp;`) are the only ones it may use beside XML's own.
/// Control characters become spaces. Refuses what else is no XML, with line and reason.
domain::Result<boost::json::value> xml_value_from(std::string_view element);

}  // namespace sources
