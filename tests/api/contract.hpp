#pragma once

#include "services/api/contract.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

namespace api_test {

/// The OpenAPI document, read.
inline const boost::json::value& contract() {
    static const boost::json::value document =
        boost::json::parse({api::openapi().data(), api::openapi().size()});
    return document;
}

}  // namespace api_test
