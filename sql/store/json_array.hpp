#pragma once

#include <boost/json.hpp>

#include <string>

namespace store {

/// Numbers or texts as a query takes many at once: an array of JSON.
template <class Values>
std::string json_array(const Values& values) {
    return boost::json::serialize(boost::json::value_from(values));
}

}  // namespace store
