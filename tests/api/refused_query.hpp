#pragma once

#include "tests/api/stand.hpp"

#include <gtest/gtest.h>

#include <string>

namespace api_test {

/// A query that is refused by the name of the parameter that cannot be.
struct RefusedQuery {
    std::string query;
    std::string parameter;
};

inline void expect_refused(const http::Response& response, const RefusedQuery& refused) {
    EXPECT_EQ(response.status, 400U);
    EXPECT_EQ(json_of(response).at("parameter").as_string(), refused.parameter);
}

}  // namespace api_test
