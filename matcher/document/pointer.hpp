#pragma once

#include <string>
#include <string_view>

/// The two ways in which a value of a document is named: to people by a path (`jobs[0].noc`, and
/// `grids["a.b"]` where a name is not plain), to programs by a JSON Pointer (RFC 6901).
namespace document {

/// `path` with the member `name` of what it names.
std::string member_path(std::string path, std::string_view name);

/// The path of what is named `within` in the value at `path`: `jobs` and `[0].noc` are
/// `jobs[0].noc`.
std::string joined_path(std::string path, std::string_view within);

/// `/jobs/0/noc` for `jobs[0].noc`; empty for the root, whose path is empty.
std::string pointer_of(std::string_view path);

}  // namespace document
