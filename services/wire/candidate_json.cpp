#include "services/wire/candidate_json.hpp"

#include "indexer/normalise/other_language.hpp"
#include "matcher/document/field_reader.hpp"
#include "matcher/domain/ascii.hpp"
#include "services/wire/candidate_limits.hpp"
#include "services/wire/candidate_parts.hpp"
#include "services/wire/resume_licences.hpp"
#include "services/wire/resume_texts.hpp"
#include "services/wire/vocabulary.hpp"

#include <algorithm>
#include <embedded_schema.hpp>

// The limits and the words here are those of candidate.schema.json; a test holds that schema and
// reader accept and refuse the same documents.
namespace wire {
namespace {

using document::FieldReader;
using document::Range;
using document::ValueReader;

auto whole_number(const Range<std::int64_t> range) {
    return [range](const ValueReader& value) { return value.integer(range); };
}

std::string words_of(const ValueReader& value) {
    return value.text({.min = 1, .max = candidate_limits::words_max});
}

domain::Province nominating_province(const ValueReader& value) {
    const domain::Province nominating = province_from(value);
    if (nominating == domain::Province::QC) {
        value.refuse("'QC' nominates nobody: Quebec selects outside Express Entry");
    }
    return nominating;
}

domain::Instant instant(const ValueReader& value) {
    const auto found = domain::parse_instant(value.text({}));
    if (!found) {
        value.refuse(found.error().message);
    }
    return found ? *found : domain::Instant{};
}

domain::PostingId posting_id(const ValueReader& value) {
    const std::string digits = value.text({});
    if (digits.empty() || digits.size() > 18 || digits.front() == '0' ||
        !std::ranges::all_of(digits, domain::ascii::is_digit)) {
        value.refuse("'" + digits + "' is not the id of a posting");
        return 0;
    }
    return std::stoll(digits);
}

/// Empty where there is no such member.
template <class Read>
auto optional_list(FieldReader& in, const std::string_view name, Read read) {
    auto found = in.optional(name, read);
    return found ? *std::move(found) : typename decltype(found)::value_type{};
}

template <class Read>
auto list(FieldReader& in, const std::string_view name, const std::size_t count_max, Read read) {
    return optional_list(in, name, [&](const ValueReader& value) {
        return value.array(count_max, read);
    });
}

std::string duty_of(const ValueReader& value) {
    return value.text({.min = 1, .max = candidate_limits::duty_max});
}

domain::Job job(FieldReader& in) {
    domain::Job result{
        .noc = in.required("noc").noc(),
        .title = words_of(in.required("title")),
        .duties = list(in, "duties", candidate_limits::duties_max, duty_of),
        .country = country_from(in.required("country")),
        .start = day_from(in.required("start")),
        .end = in.nullable("end", day_from),
        .hours_per_week = in.required("hours_per_week").number({.min = 1, .max = 168}),
        .paid = in.optional("paid", &ValueReader::boolean).value_or(true),
        .self_employed = flag(in, "self_employed"),
        .student = flag(in, "student")};
    if (result.end && *result.end < result.start) {
        in.refuse("ends before it starts");
    }
    return result;
}

std::vector<domain::LanguageTest> language_tests(const ValueReader& value) {
    return value.array(20, [](const ValueReader& test) { return test.object(language_test_from); });
}

std::vector<domain::Education> educations(const ValueReader& value) {
    return value.array(candidate_limits::education_max, [](const ValueReader& item) {
        return item.object(education_from);
    });
}

std::vector<domain::Job> jobs(const ValueReader& value) {
    return value.array(candidate_limits::jobs_max, [](const ValueReader& item) {
        return item.object(job);
    });
}

domain::Spouse spouse(FieldReader& in) {
    return {
        .birth_date = in.optional("birth_date", day_from),
        .certificate_of_qualification = flag(in, "certificate_of_qualification"),
        .education = optional_list(in, "education", educations),
        .language_tests = optional_list(in, "language_tests", language_tests),
        .jobs = optional_list(in, "jobs", jobs)};
}

domain::Preferences preferences(FieldReader& in) {
    return {
        .provinces = list(in, "provinces", 13, province_from),
        .places = list(in, "places", 100, words_of),
        .within_km = in.optional(
            "within_km",
            [](const ValueReader& value) { return value.integer<int>({.min = 1, .max = 5'000}); }
        ),
        .hourly_pay_min = in.optional("pay_min", whole_number({.min = 500, .max = 1'000'000})),
        .remote = in.optional("remote", &ValueReader::boolean),
        .available_from = in.optional("available_from", day_from)};
}

domain::Exclusions exclusions(FieldReader& in) {
    return {
        .postings = list(in, "postings", 10'000, posting_id),
        .employers = list(in, "employers", 1'000, words_of),
        .nocs = list(in, "nocs", 516, &ValueReader::noc)};
}

/// What a JSON Resume says beyond the document.
struct Resume {
    std::vector<domain::Licence> licences;
    std::vector<std::string> texts;
    bool names_other_language = false;
};

Resume resume(const ValueReader& value) {
    if (!value.is_object()) {
        value.refuse("is not an object");
        return {};
    }
    const boost::json::object& members = value.json()->get_object();
    return {
        .licences = resume_licences(members),
        .texts = resume_texts(members),
        .names_other_language = resume_names_other_language(members)};
}

/// Whether the document itself says a language beside English and French: as a skill, or by what a
/// job was called.
bool names_other_language(const domain::Candidate& candidate) {
    return std::ranges::any_of(candidate.skills, normalise::names_other_language) ||
           std::ranges::any_of(
               candidate.jobs, normalise::names_other_language, &domain::Job::title
           );
}

domain::Candidate candidate(FieldReader& in) {
    if (const std::string stated = in.required("schema").text({}); stated != candidate_form) {
        in.refuse("schema", "'" + stated + "' is not '" + std::string{candidate_form} + "'");
    }
    domain::Candidate result{
        .birth_date = day_from(in.required("birth_date")),
        .marital = in.required("marital").choice(marital_names),
        .citizenship_status = in.required("citizenship_status").choice(citizenship_status_names),
        .language_tests = language_tests(in.required("language_tests")),
        .education = educations(in.required("education")),
        .jobs = jobs(in.required("jobs")),
        .spouse =
            in.optional("spouse", [](const ValueReader& value) { return value.object(spouse); }),
        .funds = in.optional("funds", whole_number({.min = 0, .max = 100'000'000'000})),
        .dependants = in.optional(
            "dependants",
            [](const ValueReader& value) { return value.integer<int>({.min = 0, .max = 30}); }
        ),
        .siblings_in_canada = flag(in, "siblings_in_canada"),
        .relative_in_canada = flag(in, "relative_in_canada"),
        .nomination = in.optional("nomination", nominating_province),
        .certificate_of_qualification = flag(in, "certificate_of_qualification"),
        .offer =
            in.optional("offer", [](const ValueReader& value) { return value.object(offer_from); }),
        .profile_submitted = in.optional("profile_submitted", instant),
        .invited_on = in.optional("invited_on", day_from),
        .skills = list(in, "skills", candidate_limits::skills_max, words_of),
        .preferences =
            in.optional(
                  "preferences", [](const ValueReader& value) { return value.object(preferences); }
            ).value_or(domain::Preferences{}),
        .exclusions = in.optional("exclusions", [](const ValueReader& value) {
                            return value.object(exclusions);
                        }).value_or(domain::Exclusions{})};
    if (std::optional<Resume> said = in.optional("resume", resume)) {
        result.licences = std::move(said->licences);
        result.names_other_language = said->names_other_language;
        result.resume_texts = std::move(said->texts);
    }
    if (result.certificate_of_qualification) {
        result.licences.push_back(domain::Licence::trade_certificate);
    }
    result.names_other_language = result.names_other_language || names_other_language(result);
    for (std::size_t index = 0; index < result.jobs.size(); ++index) {
        if (result.jobs[index].start < result.birth_date) {
            in.refuse("birth_date", "is after the start of jobs[" + std::to_string(index) + "]");
        }
    }
    return result;
}

}  // namespace

domain::Result<domain::Candidate> candidate_from(const boost::json::value& document) {
    return document::read_document(document, [](const ValueReader& root) {
        return root.object(candidate);
    });
}

std::string_view candidate_schema() { return embedded_schema::candidate_schema.text; }

}  // namespace wire
