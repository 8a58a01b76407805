#include "services/wire/resume_import.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/phrases.hpp"
#include "matcher/domain/date.hpp"
#include "services/wire/candidate_json.hpp"
#include "services/wire/candidate_limits.hpp"
#include "services/wire/export_json.hpp"
#include "services/wire/messages.hpp"
#include "services/wire/reason_names.hpp"
#include "services/wire/vocabulary.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace wire {
namespace {

namespace json = boost::json;
using normalise::Meaning;

/// Folded, as credentials are called; what means different things in different countries, such as
/// `baccalauréat`, is not read.
constexpr std::array level_words{
    Meaning<domain::EducationLevel>{"phd", domain::EducationLevel::doctoral},
    Meaning<domain::EducationLevel>{"ph.d", domain::EducationLevel::doctoral},
    Meaning<domain::EducationLevel>{"doctorate", domain::EducationLevel::doctoral},
    Meaning<domain::EducationLevel>{"doctorat", domain::EducationLevel::doctoral},
    Meaning<domain::EducationLevel>{"master", domain::EducationLevel::masters_or_professional},
    Meaning<domain::EducationLevel>{"masters", domain::EducationLevel::masters_or_professional},
    Meaning<domain::EducationLevel>{"master's", domain::EducationLevel::masters_or_professional},
    Meaning<domain::EducationLevel>{"maitrise", domain::EducationLevel::masters_or_professional},
    Meaning<domain::EducationLevel>{"mba", domain::EducationLevel::masters_or_professional},
    Meaning<domain::EducationLevel>{"msc", domain::EducationLevel::masters_or_professional},
    Meaning<domain::EducationLevel>{"bachelor", domain::EducationLevel::bachelors_or_three_year},
    Meaning<domain::EducationLevel>{"bachelors", domain::EducationLevel::bachelors_or_three_year},
    Meaning<domain::EducationLevel>{"bachelor's", domain::EducationLevel::bachelors_or_three_year},
    Meaning<domain::EducationLevel>{"bsc", domain::EducationLevel::bachelors_or_three_year},
    Meaning<domain::EducationLevel>{"high school", domain::EducationLevel::secondary},
    Meaning<domain::EducationLevel>{"secondary school", domain::EducationLevel::secondary},
};

std::size_t code_points(const std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](const char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

std::string at(const std::string_view list, const std::size_t index, const std::string_view name) {
    std::string path{list};
    path += "[" + std::to_string(index) + "]";
    return name.empty() ? path : path.append(".").append(name);
}

/// Makes a document of a résumé that another program wrote, and notes what it has not got.
class Reading {
public:
    explicit Reading(const json::object& resume) : resume_{resume} {}

    ImportedProfile profile() && {
        read_jobs();
        read_education();
        read_skills();
        json::object& candidate = profile_.candidate;
        candidate["schema"] = candidate_form;
        candidate["language_tests"] = json::array{};
        candidate["education"] = std::move(education_);
        candidate["jobs"] = std::move(jobs_);
        if (!skills_.empty()) {
            candidate["skills"] = std::move(skills_);
        }
        candidate["resume"] = resume_;
        for (const std::string_view name : {"birth_date", "marital", "citizenship_status"}) {
            note(ImportNoteKind::missing, std::string{name});
        }
        note(ImportNoteKind::no_language_test, "language_tests");
        return std::move(profile_);
    }

private:
    void note(const ImportNoteKind kind, std::string path) {
        profile_.notes.push_back({.kind = kind, .path = std::move(path)});
    }

    /// read(entry, its place) for each entry of a section.
    template <class Read>
    void each(const std::string_view section, Read read) {
        const std::string path = "resume." + std::string{section};
        const json::value* const value = resume_.if_contains(section);
        if (value == nullptr || value->is_null()) {
            return;
        }
        if (!value->is_array()) {
            return note(ImportNoteKind::not_read, path);
        }
        const json::array& entries = value->get_array();
        for (std::size_t index = 0; index < entries.size(); ++index) {
            if (const json::object* entry = entries[index].if_object()) {
                read(*entry, at(path, index, ""));
            } else {
                note(ImportNoteKind::not_read, at(path, index, ""));
            }
        }
    }

    /// A text that is no longer than the document takes; noted where it stands and cannot be read.
    std::optional<std::string> words(
        const json::value* const value, const std::size_t count_max, std::string path
    ) {
        if (value == nullptr || value->is_null()) {
            return std::nullopt;
        }
        if (!value->is_string() || code_points(value->get_string()) > count_max) {
            note(ImportNoteKind::not_read, std::move(path));
            return std::nullopt;
        }
        std::string text{value->get_string()};
        return text.empty() ? std::nullopt : std::optional{std::move(text)};
    }

    /// The day that `YYYY-MM-DD` or `YYYY-MM` says; a year alone says none.
    std::optional<std::string> day(
        const json::object& entry,
        const std::string_view name,
        const std::string& where,
        std::string target
    ) {
        auto text = words(
            entry.if_contains(name), candidate_limits::words_max, where + "." + std::string{name}
        );
        if (!text) {
            return std::nullopt;
        }
        const bool month_only = text->size() == std::string_view{"YYYY-MM"}.size();
        const std::string whole = month_only ? *text + "-01" : *text;
        const bool in_range = whole.starts_with("19") || whole.starts_with("20");
        if (!in_range || !domain::parse_date(whole)) {
            note(ImportNoteKind::not_read, where + "." + std::string{name});
            return std::nullopt;
        }
        if (month_only) {
            note(ImportNoteKind::day_assumed, std::move(target));
        }
        return whole;
    }

    void require(
        const json::object& entry,
        const std::initializer_list<std::string_view> names,
        const std::string_view list,
        const std::size_t index
    ) {
        for (const std::string_view name : names) {
            if (!entry.contains(name)) {
                note(ImportNoteKind::missing, at(list, index, name));
            }
        }
    }

    void read_jobs() {
        each("work", [this](const json::object& entry, const std::string& where) {
            const std::size_t index = jobs_.size();
            if (index == candidate_limits::jobs_max) {
                return note(ImportNoteKind::not_read, where);
            }
            json::object job;
            if (auto title = words(
                    entry.if_contains("position"), candidate_limits::words_max, where + ".position"
                )) {
                job["title"] = *title;
            }
            if (auto start = day(entry, "startDate", where, at("jobs", index, "start"))) {
                job["start"] = *start;
            }
            const json::value* const end = entry.if_contains("endDate");
            if (end == nullptr || end->is_null() || *end == "") {
                job["end"] = nullptr;
            } else if (auto last = day(entry, "endDate", where, at("jobs", index, "end"))) {
                job["end"] = *last;
            }
            if (json::array duties = duties_of(entry, where); !duties.empty()) {
                job["duties"] = std::move(duties);
            }
            require(
                job, {"noc", "title", "country", "start", "end", "hours_per_week"}, "jobs", index
            );
            jobs_.push_back(std::move(job));
        });
    }

    json::array duties_of(const json::object& entry, const std::string& where) {
        json::array duties;
        const json::value* const highlights = entry.if_contains("highlights");
        if (highlights == nullptr || !highlights->is_array()) {
            return duties;
        }
        const json::array& all = highlights->get_array();
        for (std::size_t index = 0; index < all.size(); ++index) {
            const std::string path = at(where + ".highlights", index, "");
            if (duties.size() == candidate_limits::duties_max) {
                note(ImportNoteKind::not_read, path);
                break;
            }
            if (auto duty = words(&all[index], candidate_limits::duty_max, path)) {
                duties.emplace_back(*duty);
            }
        }
        return duties;
    }

    void read_education() {
        each("education", [this](const json::object& entry, const std::string& where) {
            const std::size_t index = education_.size();
            if (index == candidate_limits::education_max) {
                return note(ImportNoteKind::not_read, where);
            }
            json::object credential;
            const auto type = words(
                entry.if_contains("studyType"), candidate_limits::duty_max, where + ".studyType"
            );
            if (type) {
                if (const auto level =
                        normalise::first_meaning(normalise::fold(*type), level_words)) {
                    credential["level"] = name_of(education_level_names, *level);
                    note(ImportNoteKind::level_read, at("education", index, "level"));
                }
            }
            if (auto last = day(entry, "endDate", where, at("education", index, "completed"))) {
                credential["completed"] = *last;
            }
            require(credential, {"level", "country", "completed"}, "education", index);
            education_.push_back(std::move(credential));
        });
    }

    void add_skill(const json::value* const value, const std::string& path) {
        const auto skill = words(value, candidate_limits::words_max, path);
        if (!skill || !known_skills_.insert(*skill).second) {
            return;
        }
        if (skills_.size() == candidate_limits::skills_max) {
            return note(ImportNoteKind::not_read, path);
        }
        skills_.emplace_back(*skill);
    }

    void read_skills() {
        each("skills", [this](const json::object& entry, const std::string& where) {
            add_skill(entry.if_contains("name"), where + ".name");
            const json::value* const keywords = entry.if_contains("keywords");
            if (keywords == nullptr || !keywords->is_array()) {
                return;
            }
            for (std::size_t index = 0; index < keywords->get_array().size(); ++index) {
                add_skill(&keywords->get_array()[index], at(where + ".keywords", index, ""));
            }
        });
    }

    const json::object& resume_;
    ImportedProfile profile_;
    json::array jobs_;
    json::array education_;
    json::array skills_;
    std::set<std::string> known_skills_;
};

const json::object* object_in(const json::object& object, const std::string_view name) {
    const json::value* const value = object.if_contains(name);
    return value == nullptr ? nullptr : value->if_object();
}

/// The résumé of the document that json_resume() wrote as this one, whose facts are given.
json::object resume_from(
    const json::object& written, const json::object& candidate, const json::object& kept
) {
    const json::object made = sections_from_facts(candidate);
    const json::value* const noted = kept.if_contains("absent");
    const auto was_absent = [&](const std::string_view name) {
        if (noted == nullptr || !noted->is_array()) {
            return true;
        }
        return std::ranges::any_of(noted->get_array(), [&](const json::value& one) {
            return one.is_string() && std::string_view{one.get_string()} == name;
        });
    };
    json::object resume;
    for (const auto& [name, value] : written) {
        const json::value* const as_made = made.if_contains(name);
        const bool unchanged = as_made != nullptr && *as_made == value && was_absent(name);
        if (name != "$schema" && name != "meta" && !unchanged) {
            resume[name] = value;
        }
    }
    json::object meta = written.at("meta").as_object();
    meta.erase(own_member);
    if (!meta.empty() || !was_absent("meta")) {
        resume["meta"] = std::move(meta);
    }
    if (const json::object* rest = object_in(kept, "rest")) {
        for (const auto& [name, value] : *rest) {
            resume[name] = value;
        }
    }
    return resume;
}

/// The document that json_resume() wrote as this one.
json::object candidate_in(const json::object& written, const json::object& facts) {
    json::object candidate{{"schema", candidate_form}};
    for (const auto& [name, value] : facts) {
        if (name != "resume" && name != "schema") {
            candidate[name] = value;
        }
    }
    const json::value* const kept = facts.if_contains("resume");
    const json::object none;
    const json::object* const noted = object_in(facts, "resume");
    json::object resume = resume_from(written, candidate, noted == nullptr ? none : *noted);
    if (noted != nullptr || !resume.empty()) {
        candidate["resume"] = std::move(resume);
    } else if (kept != nullptr) {
        candidate["resume"] = *kept;
    }
    return candidate;
}

/// Has members that no JSON Resume has at its root.
bool is_candidate(const json::object& document) {
    return document.contains("schema") || document.contains("birth_date") ||
           document.contains("jobs");
}

bool is_resume(const json::object& document) {
    constexpr std::array<std::string_view, 6> told_by{
        "basics", "work", "education", "skills", "languages", "meta"};
    return std::ranges::any_of(told_by, [&](const std::string_view name) {
        return document.contains(name);
    });
}

}  // namespace

domain::Result<ImportedProfile> import_profile(const json::value& document) {
    const json::object* const members = document.if_object();
    if (members != nullptr && is_candidate(*members)) {
        if (const auto candidate = candidate_from(document); !candidate) {
            return candidate.error();
        }
        return ImportedProfile{.candidate = *members, .complete = true, .notes = {}};
    }
    if (members == nullptr || !is_resume(*members)) {
        return domain::invalid("", "neither a candidate document nor a JSON Resume");
    }
    const json::object* const meta = object_in(*members, "meta");
    const json::object* const facts = meta == nullptr ? nullptr : object_in(*meta, own_member);
    if (facts == nullptr) {
        return Reading{*members}.profile();
    }
    ImportedProfile profile{
        .candidate = candidate_in(*members, *facts), .complete = true, .notes = {}};
    if (const auto candidate = candidate_from(profile.candidate); !candidate) {
        profile.complete = false;
        profile.notes.push_back({.kind = ImportNoteKind::refused, .path = candidate.error().field});
    }
    return profile;
}

json::object imported_json(
    const ImportedProfile& profile, const domain::OfficialLanguage language
) {
    json::array notes;
    for (const ImportNote& note : profile.notes) {
        const std::string_view code = name_of(import_note_names, note.kind);
        notes.push_back(
            {{"code", code},
             {"path", note.path},
             {"text", text(language, message_code("import", code))}}
        );
    }
    return {
        {"candidate", profile.candidate},
        {"complete", profile.complete},
        {"notes", std::move(notes)},
        {"notice", text(language, "notice")}};
}

}  // namespace wire
