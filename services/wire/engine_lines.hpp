#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Questions line by line that need no candidate: each line is answered by itself, with its `id`.
/// A line that is refused gives `{"id", "error": {"field", "message"}}`; one that is no JSON object
/// has `"id": null` and its `"line"`.
namespace wire {

/// `{"id", "test", "ability", "score", "date"?}` -> `{"id", "level"}`. `test` is ielts, celpip,
/// pte_core, tef, tef_699 or tcf. Express Entry asks for `tef`, the "équivalence ancien score";
/// `tef_699` is the other scale of the attestation, as it is since 2023-12-11, or as it was on
/// `date`, the day of the test.
std::string clb_line(std::string_view line, std::size_t line_number);

/// `{"id", "grid": "fsw", "input"}` with the input of fsw_input_from() -> `{"id", "total",
/// "language", "education", "experience", "age", "arranged_employment", "adaptability"}`, by the
/// latest grid.
std::string programs_line(std::string_view line, std::size_t line_number);

}  // namespace wire
