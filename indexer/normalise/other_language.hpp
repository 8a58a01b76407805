#pragma once

#include <string_view>

namespace normalise {

/// Whether a text names a language beside English and French, sign languages too.
bool names_other_language(std::string_view text);

/// Whether a job's title asks for one: `Bilingual agent - Portuguese-English`, `Sign language
/// interpreter`, `Préposé parlant mandarin`. A kitchen, a client or a road may be Italian without
/// anybody speaking it.
bool asks_other_language(std::string_view title);

}  // namespace normalise
