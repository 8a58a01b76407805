#include "services/wire/candidate_json.hpp"

#include "matcher/document/field_reader.hpp"
#include "matcher/express_entry/clb.hpp"
#include "services/wire/resume_licences.hpp"
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
using namespace std::chrono_literals;

constexpr std::string_view form = "jobscout/candidate/1";
constexpr Range<std::size_t> words{.min = 1, .max = 200};
constexpr domain::Date first_day = std::chrono::year_month_day{1900y, std::chrono::January, 1d};
constexpr domain::Date last_day = std::chrono::year_month_day{2099y, std::chrono::December, 31d};

domain::Date day(const ValueReader& value) {
    const domain::Date date = value.date();
    if (date < first_day || date > last_day) {
        value.refuse(domain::to_string(date) + " is not a day of the years 1900 to 2099");
    }
    return date;
}

auto whole_number(const Range<std::int64_t> range) {
    return [range](const ValueReader& value) { return value.integer(range); };
}

std::string words_of(const ValueReader& value) { return value.text(words); }

std::string country(const ValueReader& value) {
    std::string code = value.text({.min = 0, .max = words.max});
    const auto is_capital = [](const char letter) { return letter >= 'A' && letter <= 'Z'; };
    if (code.size() != 2 || !std::ranges::all_of(code, is_capital)) {
        value.refuse("'" + code + "' is not a country code of two capital letters");
    }
    return code;
}

domain::Province province(const ValueReader& value) {
    const std::string code = value.text({});
    const auto found = domain::province_from_code(code);
    if (!found) {
        value.refuse("'" + code + "' is not a province or territory of Canada, such as ON");
    }
    return found.value_or(domain::Province::ON);
}

domain::Province nominating_province(const ValueReader& value) {
    const domain::Province nominating = province(value);
    if (nominating == domain::Province::QC) {
        value.refuse("'QC' nominates nobody: Quebec selects outside Express Entry");
    }
    return nominating;
}

domain::PostingId posting_id(const ValueReader& value) {
    const std::string digits = value.text({});
    const auto is_digit = [](const char digit) { return digit >= '0' && digit <= '9'; };
    if (digits.empty() || digits.size() > 18 || digits.front() == '0' ||
        !std::ranges::all_of(digits, is_digit)) {
        value.refuse("'" + digits + "' is not the id of a posting");
        return 0;
    }
    return std::stoll(digits);
}

domain::AbilityLevels levels(FieldReader& in) {
    const auto level = [&in](const std::string_view ability) {
        return in.required(ability).integer<domain::Clb>({.min = 0, .max = domain::clb_max});
    };
    return {
        .listening = level("listening"),
        .reading = level("reading"),
        .writing = level("writing"),
        .speaking = level("speaking")};
}

express_entry::RawScores raw_scores(FieldReader& in) {
    return {
        .listening = in.required("listening").number({}),
        .reading = in.required("reading").number({}),
        .writing = in.required("writing").number({}),
        .speaking = in.required("speaking").number({})};
}

domain::AbilityLevels levels_from_scores(
    const ValueReader& scores, const domain::LanguageTestKind kind
) {
    return scores.object([kind](FieldReader& in) {
        const auto converted = express_entry::levels(kind, raw_scores(in));
        if (!converted) {
            in.refuse(converted.error().field, converted.error().message);
        }
        return converted ? *converted : domain::AbilityLevels{};
    });
}

domain::LanguageTest language_test(FieldReader& in) {
    domain::LanguageTest test{
        .kind = in.required("test").choice(language_test_names),
        .date = day(in.required("date")),
        .first = in.optional("first", &ValueReader::boolean).value_or(false),
        .levels = {}};
    const bool has_levels = in.has("clb");
    if (has_levels == in.has("scores")) {
        in.refuse("has both scores and clb, or neither");
    } else if (has_levels) {
        test.levels = in.required("clb").object(levels);
    } else {
        test.levels = levels_from_scores(in.required("scores"), test.kind);
    }
    return test;
}

domain::Education education(FieldReader& in) {
    domain::Education result{
        .level = in.required("level").choice(education_level_names),
        .country = country(in.required("country")),
        .completed = day(in.required("completed")),
        .eca_date = in.optional("eca_date", day)};
    if (result.eca_date && *result.eca_date < result.completed) {
        in.refuse("is assessed before it is completed");
    }
    return result;
}

domain::Job job(FieldReader& in) {
    domain::Job result{
        .noc = in.required("noc").noc(),
        .title = words_of(in.required("title")),
        .country = country(in.required("country")),
        .start = day(in.required("start")),
        .end = in.nullable("end", day),
        .hours_per_week = in.required("hours_per_week").number({.min = 1, .max = 168}),
        .paid = in.optional("paid", &ValueReader::boolean).value_or(true),
        .self_employed = in.optional("self_employed", &ValueReader::boolean).value_or(false),
        .student = in.optional("student", &ValueReader::boolean).value_or(false)};
    if (result.end && *result.end < result.start) {
        in.refuse("ends before it starts");
    }
    return result;
}

std::vector<domain::LanguageTest> language_tests(const ValueReader& value) {
    return value.array(20, [](const ValueReader& test) { return test.object(language_test); });
}

std::vector<domain::Education> educations(const ValueReader& value) {
    return value.array(50, [](const ValueReader& item) { return item.object(education); });
}

std::vector<domain::Job> jobs(const ValueReader& value) {
    return value.array(100, [](const ValueReader& item) { return item.object(job); });
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

domain::Spouse spouse(FieldReader& in) {
    return {
        .education = optional_list(in, "education", educations),
        .language_tests = optional_list(in, "language_tests", language_tests),
        .jobs = optional_list(in, "jobs", jobs)};
}

domain::Preferences preferences(FieldReader& in) {
    return {
        .provinces = list(in, "provinces", 13, province),
        .places = list(in, "places", 100, words_of),
        .hourly_pay_min = in.optional("pay_min", whole_number({.min = 500, .max = 1'000'000})),
        .remote = in.optional("remote", &ValueReader::boolean)};
}

domain::Exclusions exclusions(FieldReader& in) {
    return {
        .postings = list(in, "postings", 10'000, posting_id),
        .employers = list(in, "employers", 1'000, words_of),
        .nocs = list(in, "nocs", 516, &ValueReader::noc)};
}

std::vector<domain::Licence> licences(const ValueReader& resume) {
    if (!resume.is_object()) {
        resume.refuse("is not an object");
        return {};
    }
    return resume_licences(resume.json()->get_object());
}

domain::Candidate candidate(FieldReader& in) {
    if (const std::string stated = in.required("schema").text({}); stated != form) {
        in.refuse("schema", "'" + stated + "' is not '" + std::string{form} + "'");
    }
    domain::Candidate result{
        .birth_date = day(in.required("birth_date")),
        .marital = in.required("marital").choice(marital_names),
        .citizenship_status = in.required("citizenship_status").choice(citizenship_status_names),
        .language_tests = language_tests(in.required("language_tests")),
        .education = educations(in.required("education")),
        .jobs = jobs(in.required("jobs")),
        .spouse =
            in.optional("spouse", [](const ValueReader& value) { return value.object(spouse); }),
        .funds = in.optional("funds", whole_number({.min = 0, .max = 100'000'000'000})),
        .siblings_in_canada =
            in.optional("siblings_in_canada", &ValueReader::boolean).value_or(false),
        .nomination = in.optional("nomination", nominating_province),
        .certificate_of_qualification =
            in.optional("certificate_of_qualification", &ValueReader::boolean).value_or(false),
        .licences = optional_list(in, "resume", licences),
        .skills = list(in, "skills", 500, words_of),
        .preferences =
            in.optional(
                  "preferences", [](const ValueReader& value) { return value.object(preferences); }
            ).value_or(domain::Preferences{}),
        .exclusions = in.optional("exclusions", [](const ValueReader& value) {
                            return value.object(exclusions);
                        }).value_or(domain::Exclusions{})};
    if (result.certificate_of_qualification) {
        result.licences.push_back(domain::Licence::trade_certificate);
    }
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
