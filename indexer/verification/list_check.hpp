#pragma once

#include "indexer/verification/lists.hpp"
#include "indexer/verification/verify.hpp"

#include <string>
#include <string_view>

// What the checks that look something up in a list have in common.
namespace verification {

/// Who the posting's employer is on its lists: `evidence.employer` where that is known, else looked
/// up. Wants `evidence.lists`.
EmployerMatch match_of(const Evidence& evidence);

/// A statement without a list: `unknown`, "no_list".
Check said(CheckKind kind, Verdict verdict, std::string_view code);

/// A statement that rests on a list.
Check said_by(
    const Evidence& evidence, ListId list, CheckKind kind, Verdict verdict, std::string_view code
);

/// The newest list of a subject, or why the check cannot say anything: "no_list", "too_old".
struct Lookup {
    std::optional<ListId> list = {};
    Check unknown = {};
};
Lookup look_up(const Evidence& evidence, Lists::Subject subject, CheckKind kind);

/// At most 250 bytes of a row or sentence, cut between characters.
std::string quoted(std::string_view text);

/// Adds a cell to a row as published, unless it is empty.
void append_cell(std::string& row, std::string_view cell);

}  // namespace verification
