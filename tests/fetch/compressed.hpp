#pragma once

#include <string>
#include <string_view>

std::string gzipped(std::string_view text);
std::string brotlied(std::string_view text);
