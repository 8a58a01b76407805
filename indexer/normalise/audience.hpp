#pragma once

#include <string>
#include <string_view>

namespace normalise {

/// Of a text on who may apply, the words that shut out people who may not work in Canada yet, as
/// most of Job Bank's own postings do: the sentence that does, or those between who is meant and
/// that they are refused. At most domain::quote_max characters; empty where the text refuses
/// nobody. "With or without a valid Canadian work permit" does not.
std::string refusal_quote(std::string_view audience);

}  // namespace normalise
