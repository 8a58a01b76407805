#pragma once

#include "services/http/message.hpp"

#include <string>
#include <string_view>

namespace api {

/// 200 with a file that a browser saves under this name.
http::Response attached(const std::string& name, std::string_view content_type, std::string body);

}  // namespace api
