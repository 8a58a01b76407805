#pragma once

#include "services/wire/list_formats.hpp"

#include <array>

/// The columns of lists about packages.
namespace api {

inline constexpr std::array packages{
    wire::Column{"id", "id"},
    wire::Column{"application", "application"},
    wire::Column{"candidate", "candidate"},
    wire::Column{"posting_id", "posting_id"},
    wire::Column{"title", "title"},
    wire::Column{"employer", "employer"},
    wire::Column{"version", "version"},
    wire::Column{"state", "state"},
    wire::Column{"as_of", "as_of"},
    wire::Column{"sent", "languages/sent"},
    wire::Column{"role", "by/role"},
    wire::Column{"you", "by/you"},
    wire::Column{"firm", "by/firm"},
    wire::Column{"asked_at", "asked_at"},
    wire::Column{"ended_at", "ended_at"},
    wire::Column{"refusal", "refusal/text"},
};

inline constexpr std::array days{
    wire::Column{"id", "id"},
    wire::Column{"due_on", "due_on"},
    wire::Column{"words", "words"},
    wire::Column{"package", "package"},
    wire::Column{"application", "application"},
    wire::Column{"candidate", "candidate"},
    wire::Column{"name", "name"},
    wire::Column{"posting_id", "posting_id"},
    wire::Column{"title", "title"},
    wire::Column{"employer", "employer"},
    wire::Column{"state", "state"},
};

}  // namespace api
