#pragma once

#include "sql/store/posting_store.hpp"
#include "sql/store/sha256.hpp"

#include <string>
#include <utility>

/// A posting that says everything a posting can say; plainly fictional.
inline domain::Posting full_posting() {
    using namespace domain;
    Posting posting;
    posting.source = "sample";
    posting.source_id = "P-1";
    posting.url = "https://jobs.example/p-1";
    posting.title = "Soudeuse, soudeur";
    posting.original_title = "Welder \"night shift\" \\ Ω";
    posting.text_language = OfficialLanguage::french;
    posting.hiring_organization = "Ateliers  Exemple inc.";
    posting.job_locations = {
        {.province = Province::QC,
         .city = "Montréal",
         .postal_code = "H1A 1A1",
         .gazetteer_id = 6077243,
         .coordinates = Coordinates{.latitude = 45.50884, .longitude = -73.58781}},
        {.province = Province::NU,
         .city = "",
         .postal_code = "",
         .gazetteer_id = std::nullopt,
         .coordinates = std::nullopt,
         .region = "Baffin Island"},
    };
    posting.remote = true;
    posting.date_posted = parse_date("2026-11-01").value();
    posting.valid_through = parse_date("2026-12-31").value();
    posting.closed_on = parse_date("2026-12-01").value();
    posting.for_students = true;
    posting.starts_on = parse_date("2026-12-15").value();
    posting.noc = NocCode::parse("72106").value();
    posting.noc_2016 = "7237";
    posting.base_salary = Pay{
        .min = 2850,
        .max = 3300,
        .period = PayPeriod::hour,
        .hours_assumed = false,
        .hourly_min = 2850,
        .hourly_max = 3300,
        .yearly_min = 5557500,
        .yearly_max = 6435000,
    };
    posting.work_hours = WeeklyHours{.min_tenths = 375, .max_tenths = 400};
    posting.term = EmploymentTerm::fixed_term;
    posting.term_ends = parse_date("2027-12-01").value();
    posting.work_time = WorkTime::full_time;
    posting.working_language = WorkingLanguage::bilingual;
    posting.asks_other_language = true;
    posting.education_asked = EducationLevel::two_year;
    posting.equivalent_experience_accepted = true;
    posting.experience_asked = ExperienceAsked{.min_months = 7, .max_months = 12};
    posting.credentials = {"Red Seal", "CWB, \"all positions\""};
    posting.licence_asked = Licence::gas_fitter;
    posting.refuses_outside_canada = true;
    posting.refusal_quote = "L’employeur ne considérera pas votre candidature.";
    posting.lmia = LmiaStatement::approved;
    posting.sponsorship = Sponsorship::conditional;
    posting.sponsorship_quote = "Un parrainage est possible — « selon le cas ».";
    posting.vacancies = 3;
    posting.duties = {"Souder {des} cadres", ""};
    posting.skills = {"TIG"};
    posting.description = "Ligne 1\nLigne 2\t– fin";
    return posting;
}

/// The record of a verified posting.
inline store::PostingRecord record_of(domain::Posting posting, std::string raw = "{}") {
    store::PostingRecord record;
    record.posting = std::move(posting);
    record.verified = true;
    record.file = "sample/feed.ndjson";
    record.line = 17;
    record.sha256 = store::sha256(raw);
    record.raw = std::move(raw);
    record.normaliser_version = 1;
    record.verdicts = {
        .letters = "pu",
        .details = R"([{"check":"liveness","code":"not_fetched"}])",
        .verified_on = domain::parse_date("2026-11-16").value()};
    return record;
}

/// The smallest posting that can be verified.
inline domain::Posting small_posting(std::string source_id) {
    domain::Posting posting;
    posting.source = "sample";
    posting.source_id = std::move(source_id);
    posting.title = "Welder";
    posting.hiring_organization = "Exemple inc.";
    posting.job_locations.resize(1);
    posting.job_locations[0].province = domain::Province::AB;
    posting.job_locations[0].city = "Calgary";
    posting.date_posted = domain::parse_date("2026-11-02").value();
    posting.noc = domain::NocCode::parse("72106").value();
    return posting;
}

inline store::PostingRecord held_back(store::PostingRecord record) {
    record.verified = false;
    record.quarantine_field = "noc_2021";
    record.quarantine_reason = "there is no unit group '99999'";
    return record;
}

/// `"added changed unchanged"`, to compare in one line.
inline std::string to_text(const store::WriteCounts& counts) {
    return std::to_string(counts.added) + " " + std::to_string(counts.changed) + " " +
           std::to_string(counts.unchanged);
}
