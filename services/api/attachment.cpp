#include "services/api/attachment.hpp"

#include <utility>

namespace api {

http::Response attached(
    const std::string& name, const std::string_view content_type, std::string body
) {
    http::Response response;
    response.content_type = content_type;
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.body = std::move(body);
    return response;
}

}  // namespace api
