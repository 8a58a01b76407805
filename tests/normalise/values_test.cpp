#include "indexer/normalise/audience.hpp"
#include "indexer/normalise/dates.hpp"
#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/hours.hpp"
#include "indexer/normalise/licence.hpp"
#include "indexer/normalise/other_language.hpp"
#include "indexer/normalise/quote.hpp"
#include "indexer/normalise/requirements.hpp"
#include "indexer/normalise/students.hpp"
#include "indexer/normalise/terms.hpp"
#include "indexer/normalise/text.hpp"
#include "indexer/normalise/text_language.hpp"

#include <gtest/gtest.h>

namespace {

using domain::EducationLevel;
using domain::EmploymentTerm;
using domain::Licence;
using domain::WorkingLanguage;
using domain::WorkTime;

TEST(Fold, makes_one_form_of_case_accents_and_typography) {
    EXPECT_EQ(normalise::fold("  Québec\u00A0 CITY "), "quebec city");
    EXPECT_EQ(normalise::fold("Cœur d’Alène – Est"), "coeur d'alene - est");
    EXPECT_EQ(normalise::fold("\xFF"), "\uFFFD");
    EXPECT_EQ(normalise::fold_name("Ste-Thérèse"), normalise::fold_name("Sainte Thérèse"));
    EXPECT_EQ(normalise::fold_name("St. John's"), normalise::fold_name("Saint John’s"));
    EXPECT_NE(normalise::fold_name("Saint-Jean"), normalise::fold_name("Sainte-Jean"));
}

TEST(Text, undoes_mojibake_and_nothing_else) {
    EXPECT_EQ(normalise::undo_mojibake("MontrÃ©al"), "Montréal");
    EXPECT_EQ(normalise::undo_mojibake("lâ€™employeur"), "l’employeur");
    for (const auto* const sound : {"Montréal", "São Tomé Ã", "naïve Ã©🙂"}) {
        EXPECT_EQ(normalise::undo_mojibake(sound), sound);
    }
}

TEST(Text, shows_html_as_a_browser_would) {
    EXPECT_EQ(
        normalise::plain_text("<p>Weld &amp; cut</p><ul><li>A</li><li>B</li></ul><script>x</script>"
        ),
        "Weld & cut\n\nA\n\nB"
    );
    EXPECT_EQ(normalise::plain_text("a < b, and no markup"), "a < b, and no markup");
    EXPECT_EQ(normalise::clean(" two \t words\n"), "two words");
}

TEST(Text, is_cut_between_characters) {
    const std::string long_text(normalise::text_bytes_max - 1, 'a');
    EXPECT_EQ(normalise::clean(long_text + "é"), long_text);
    std::string nested;
    while (nested.size() < 2 * normalise::text_bytes_max) {
        nested += "<div>";
    }
    EXPECT_EQ(normalise::plain_text(nested), "");
}

TEST(Dates, are_read_in_every_form_that_sources_write) {
    for (const auto* const text :
         {"2021-03-13",
          "2021-03-13T23:30:00-05:00",
          "2021-03-13 09:00",
          "2021/03/13",
          "March 13, 2021",
          "13 mars 2021",
          "le 13 mars 2021",
          "13-Mar-2021",
          "13/03/2021",
          "03/13/2021",
          "Posted on March 13, 2021"}) {
        const auto date = normalise::date_from(text);
        ASSERT_TRUE(date) << text << ": " << date.error().message;
        EXPECT_EQ(domain::to_string(*date), "2021-03-13") << text;
    }
    EXPECT_EQ(domain::to_string(normalise::date_from("1er août 2021").value()), "2021-08-01");
    EXPECT_EQ(domain::to_string(normalise::date_from("03/03/2021").value()), "2021-03-03");
}

TEST(Dates, are_refused_where_a_person_could_not_be_sure) {
    for (const auto* const text :
         {"03/04/2021",
          "31 June 2021",
          "2021-02-29",
          "13/14/2021",
          "March 2021",
          "soon",
          "",
          "12/03/21",
          "May 1, 21"}) {
        EXPECT_FALSE(normalise::date_from(text)) << text;
    }
}

TEST(Hours, become_hours_a_week) {
    struct Case {
        const char* text;
        int min_tenths;
        int max_tenths;
    };
    for (const auto& [text, low, high] : {
             Case{"40 hours per week", 400, 400},
             Case{"30 to 40 hours per week", 300, 400},
             Case{"40 to 30 hours per week", 300, 400},
             Case{"37.5", 375, 375},
             Case{"80 hours bi-weekly", 400, 400},
             Case{"64 to 160 hours per month", 148, 369},
             Case{"2080 hours per year", 400, 400},
             Case{"8 hours per day", 400, 400},
             Case{"35 heures par semaine", 350, 350},
             Case{"37,5 heures/semaine", 375, 375},
             Case{"35 à 40 h/sem.", 350, 400},
         }) {
        const auto hours = normalise::hours_from(text);
        ASSERT_TRUE(hours) << text;
        EXPECT_EQ(hours->min_tenths, low) << text;
        EXPECT_EQ(hours->max_tenths, high) << text;
    }
    for (const auto* const text :
         {"0 hours per week", "0.01 hours per week", "200 hours per week", "flexible", "-5"}) {
        EXPECT_FALSE(normalise::hours_from(text)) << text;
    }
}

TEST(Employment, is_a_term_and_a_time) {
    struct Case {
        const char* text;
        EmploymentTerm term;
        WorkTime time;
        const char* ends;
    };
    using enum EmploymentTerm;
    for (const auto& [text, term, time, ends] : {
             Case{"Permanent employment; Full time", permanent, WorkTime::full_time, ""},
             Case{"Permanent employmentFull time", permanent, WorkTime::full_time, ""},
             Case{
                 "Term or contract (ending: 2021-07-16); Part time leading to full time",
                 fixed_term,
                 WorkTime::part_time,
                 "2021-07-16"},
             Case{"Seasonal employment", seasonal, WorkTime::not_stated, ""},
             Case{"Casual employment; Part time", casual, WorkTime::part_time, ""},
             Case{"Apprenticeship; Full time", EmploymentTerm::not_stated, WorkTime::full_time, ""},
             Case{"FULL_TIME", EmploymentTerm::not_stated, WorkTime::full_time, ""},
             Case{"CONTRACTOR; PART_TIME", fixed_term, WorkTime::part_time, ""},
             Case{"TEMPORARY", fixed_term, WorkTime::not_stated, ""},
             Case{"Emploi permanent; Temps plein", permanent, WorkTime::full_time, ""},
             Case{"Emploi saisonnier; temps partiel", seasonal, WorkTime::part_time, ""},
             Case{"Occasionnel", casual, WorkTime::not_stated, ""},
             Case{
                 "Contrat (fin : 16 juillet 2021)", fixed_term, WorkTime::not_stated, "2021-07-16"},
         }) {
        const auto employment = normalise::employment_from(text);
        ASSERT_TRUE(employment) << text;
        EXPECT_EQ(employment->term, term) << text;
        EXPECT_EQ(employment->work_time, time) << text;
        EXPECT_EQ(employment->term_ends ? domain::to_string(*employment->term_ends) : "", ends)
            << text;
    }
    EXPECT_FALSE(normalise::employment_from("FULL_TIME; PART_TIME"));
    EXPECT_FALSE(normalise::employment_from("gibberish"));
}

TEST(WorkingLanguage, is_read_in_both_official_languages) {
    struct Case {
        const char* text;
        WorkingLanguage language;
    };
    for (const auto& [text, language] : {
             Case{"English", WorkingLanguage::english},
             Case{"Anglais", WorkingLanguage::english},
             Case{"French", WorkingLanguage::french},
             Case{"Français", WorkingLanguage::french},
             Case{"Bilingual", WorkingLanguage::bilingual},
             Case{"Bilingue", WorkingLanguage::bilingual},
             Case{"English and French", WorkingLanguage::bilingual},
             Case{"English or French", WorkingLanguage::english_or_french},
             Case{"Anglais ou français", WorkingLanguage::english_or_french},
         }) {
        const auto read = normalise::working_language_from(text);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(*read, language) << text;
    }
    EXPECT_FALSE(normalise::working_language_from("English, French"));
    EXPECT_FALSE(normalise::working_language_from("Spanish"));
}

TEST(Education, is_the_least_level_asked) {
    struct Case {
        const char* text;
        EducationLevel level;
        bool equivalent;
    };
    using enum EducationLevel;
    for (const auto& [text, level, equivalent] : {
             Case{"No degree, certificate or diploma", less_than_secondary, false},
             Case{
                 "Secondary (high) school graduation certificate; or equivalent experience",
                 secondary,
                 true},
             Case{"College/CEGEP", two_year, false},
             Case{
                 "College, CEGEP or other non-university certificate or diploma from a program of "
                 "3 months to less than 1 year",
                 one_year,
                 false},
             Case{
                 "College, CEGEP or other non-university certificate or diploma from a program of "
                 "1 year to 2 years",
                 one_year,
                 false},
             Case{"Other trades certificate or diploma;", one_year, false},
             Case{"Registered Apprenticeship certificate", one_year, false},
             Case{"Bachelor's degree", bachelors_or_three_year, false},
             Case{"Bachelor's or master's degree", bachelors_or_three_year, false},
             Case{"Master's degree", masters_or_professional, false},
             Case{
                 "Degree in medicine, dentistry, veterinary medicine or optometry",
                 masters_or_professional,
                 false},
             Case{"Earned doctorate degree", doctoral, false},
             Case{"Aucun diplôme, certificat ou grade", less_than_secondary, false},
             Case{"Diplôme d’études secondaires ou expérience équivalente", secondary, true},
             Case{"Baccalauréat", bachelors_or_three_year, false},
             Case{"Maîtrise", masters_or_professional, false},
             Case{"post-secondary certificate", one_year, false},
             Case{"bachelor degree", bachelors_or_three_year, false},
         }) {
        const auto asked = normalise::education_from(text);
        ASSERT_TRUE(asked) << text;
        EXPECT_EQ(asked->level, level) << text;
        EXPECT_EQ(asked->equivalent_experience_accepted, equivalent) << text;
    }
    EXPECT_FALSE(normalise::education_from("a good heart"));
}

TEST(Experience, is_a_span_of_months) {
    struct Case {
        const char* text;
        int min_months;
        int max_months;  ///< -1 for none.
    };
    for (const auto& [text, low, high] : {
             Case{"1 year to less than 2 years", 12, 24},
             Case{"1 to less than 7 months", 1, 7},
             Case{"7 months to less than 1 year", 7, 12},
             Case{"5 years or more", 60, -1},
             Case{"3-5 years", 36, 60},
             Case{"24", 24, -1},
             Case{"Will train", 0, -1},
             Case{"No experience", 0, -1},
             Case{"Experience an asset", 0, -1},
             Case{"De 7 mois à moins d’un an", 7, 12},
             Case{"1 an à moins de 2 ans", 12, 24},
             Case{"5 ans ou plus", 60, -1},
             Case{"Expérience un atout", 0, -1},
             Case{"less than 1 year", 0, 12},
         }) {
        const auto asked = normalise::experience_from(text);
        ASSERT_TRUE(asked) << text;
        EXPECT_EQ(asked->min_months, low) << text;
        EXPECT_EQ(asked->max_months.value_or(-1), high) << text;
    }
    EXPECT_FALSE(normalise::experience_from("some"));
}

TEST(Licence, is_only_what_a_licensing_body_gives) {
    struct Case {
        const char* credential;
        Licence licence;
    };
    for (const auto& [credential, licence] : {
             Case{"Plumber Red Seal Certificate", Licence::plumber},
             Case{"Carpenter Trade Certification", Licence::carpenter},
             Case{"Gas Fitter Certificate - Level 2 or B", Licence::gas_fitter},
             Case{"Truck and Transport Mechanic Trade Certification", Licence::truck_mechanic},
             Case{"Truck-Trailer Repairer Red Seal Endorsement", Licence::truck_mechanic},
             Case{"Automotive Service Technician, Red Seal", Licence::automotive_technician},
             Case{"Powered lift truck technician", Licence::lift_truck_mechanic},
             Case{"Boom Truck Crane Operator Trade Certification", Licence::crane_operator},
             Case{"Certificat de qualification, électricien", Licence::electrician},
             Case{"Sceau rouge", Licence::trade_certificate},
             Case{"Journeyperson", Licence::trade_certificate},
             Case{
                 "Eligible for registration as a Professional Engineer (P. Eng.)",
                 Licence::engineering},
             Case{"Membre de l’Ordre des ingénieurs du Québec", Licence::engineering},
             Case{
                 "Licensure as a Registered Nurse by provincial or territorial authorities",
                 Licence::registered_nurse},
             Case{"Permis d’exercice, infirmière auxiliaire", Licence::practical_nurse},
             Case{
                 "Completion of the Canadian Practical Nurse Registration Examination",
                 Licence::practical_nurse},
             Case{"Licentiate of the Medical Council of Canada (LMCC)", Licence::physician},
             Case{"Membership in a nursing college", Licence::health_college},
             Case{"Charterered Professional Accountant (CPA)", Licence::accountant},
             Case{"Certified General Accountants (CGA) - level 2", Licence::none},
             Case{"Permis de l’OIIQ", Licence::registered_nurse},
             Case{"Provincial or Territorial Teaching Certificate", Licence::teaching},
             Case{"Brevet d’enseignement", Licence::teaching},
             Case{"Class 1/1F/A Licence (semi trailer trucks)", Licence::class_1},
             Case{"Driver's Licence (Class 2 or B or C)", Licence::bus},
             Case{"Driver's License (Class 3 or D)", Licence::straight_truck},
             Case{"AZ class license", Licence::tractor_trailer},
             Case{"Permis de conduire de classe 1", Licence::class_1},
             Case{"Licensure by provincial or territorial authorities", Licence::other_regulated},
             Case{"Pesticide Applicator's Licence", Licence::pesticides},
             Case{
                 "Provincial licence/certification to apply chemical fertilizers, fungicides, "
                 "herbicides and pesticides",
                 Licence::pesticides},
             Case{
                 "Certification by a provincial or territorial association",
                 Licence::other_regulated},
             Case{
                 "Class 5/5F/G Licence (cars, small trucks and other 2-axle vehicles)",
                 Licence::none},
             Case{"First Aid Certificate", Licence::none},
             Case{"Food Safety Certificate", Licence::none},
             Case{"SIMDUT", Licence::none},
             Case{"3rd Period Apprentice", Licence::none},
             Case{"Forklift Operator Certification", Licence::none},
         }) {
        EXPECT_EQ(normalise::licence_from(credential), licence) << credential;
    }
}

TEST(Licence, is_asked_by_the_first_credential_that_stands_for_one_or_by_the_title) {
    using normalise::licence_asked;
    const std::vector<std::string> red_seal{"First Aid Certificate", "Welder Red Seal"};
    EXPECT_EQ(licence_asked(red_seal, "Fabricator"), Licence::welder);
    EXPECT_EQ(licence_asked({"WHMIS"}, "AZ Driver"), Licence::tractor_trailer);
    EXPECT_EQ(licence_asked({"P. Eng."}, "AZ Driver"), Licence::engineering);
    EXPECT_EQ(licence_asked({}, "Welder"), Licence::none);
    for (const char* const credential :
         {"Early Childhood Education (ECE) Certificate",
          "Child development worker (ECE level 2)",
          "Early Childhood Educator, Level 3 (Alberta)"}) {
        EXPECT_EQ(licence_asked({credential}, "Educator"), Licence::early_childhood) << credential;
    }
}

TEST(Licence, is_of_what_another_credential_or_the_title_says) {
    using normalise::licence_asked;
    const char* const authorities = "Licensure by provincial or territorial authorities";
    EXPECT_EQ(licence_asked({"Red Seal"}, "Plumber"), Licence::plumber);
    EXPECT_EQ(licence_asked({"Red Seal"}, "Team member"), Licence::trade_certificate);
    EXPECT_EQ(licence_asked({"Red Seal", "Carpenter Trade Certification"}, ""), Licence::carpenter);
    EXPECT_EQ(
        licence_asked(
            {"Plumber Red Seal Certificate", "Gas Fitter Red Seal Certificate"}, "Plumber"
        ),
        Licence::gas_fitter
    );
    EXPECT_EQ(licence_asked({authorities}, "Dentist"), Licence::dentist);
    EXPECT_EQ(licence_asked({authorities}, "Assistante dentaire"), Licence::dental_assistant);
    EXPECT_EQ(licence_asked({authorities}, "Forester"), Licence::other_regulated);
    EXPECT_EQ(
        licence_asked({authorities, "College of Family Physicians Certification (CCFP)"}, ""),
        Licence::physician
    );
    EXPECT_EQ(licence_asked({"P. Eng."}, "Plumber"), Licence::engineering);
}

TEST(Licence, of_a_trade_is_not_asked_where_apprentices_are_taken_as_well) {
    using normalise::licence_asked;
    EXPECT_EQ(licence_asked({"Red Seal", "1st Period Apprentice"}, "Welder"), Licence::none);
    EXPECT_EQ(licence_asked({"Apprenti(e)", "Sceau rouge"}, "Soudeur"), Licence::none);
    EXPECT_EQ(
        licence_asked({"1st Period Apprentice", "Class 1 Licence"}, "Driver mechanic"),
        Licence::class_1
    );
}

TEST(Licence, is_demanded_by_a_title_that_names_the_licence_itself) {
    struct Case {
        const char* title;
        Licence licence;
    };
    for (const auto& [title, licence] : {
             Case{"AZ Driver - nights", Licence::tractor_trailer},
             Case{"D-Z Truck Driver", Licence::straight_truck},
             Case{"Licensed Hair Stylist", Licence::hairstylist},
             Case{"Licensed Automotive Technician (days)", Licence::automotive_technician},
             Case{"Licensed Practical Nurse (LPN)", Licence::none},
             Case{"A/Z or D/Z Driver", Licence::straight_truck},
             Case{"Red Seal Cook", Licence::cook},
             Case{"Certified Electrician", Licence::electrician},
             Case{"Certified Millwright - Term Position", Licence::millwright},
             Case{"Licensed Industrial Electrician", Licence::electrician},
             Case{"Charpentier menuisier compagnon", Licence::carpenter},
             Case{"Compagnons/Apprentis électriciens - CCQ", Licence::none},
             Case{"Certified Dental Assistant", Licence::none},
             Case{"Certified Forklift Operator (GL6)", Licence::none},
             Case{"Stick Welder (Ticketed)", Licence::welder},
             Case{"Chauffeur classe 1", Licence::class_1},
             Case{"Project Manager, P.Eng.", Licence::engineering},
             Case{"Journeyman or apprentice electrician", Licence::none},
             Case{"Registered nurse", Licence::none},
             Case{"Driver", Licence::none},
         }) {
        EXPECT_EQ(normalise::licence_in_title(title), licence) << title;
    }
}

TEST(Title, asks_for_a_language_beside_english_and_french_only_where_it_speaks_of_languages) {
    for (const char* const title :
         {"Bilingual Customer Service Representative - Portuguese-English",
          "Sign Language Interpreter 2020/2021",
          "Interprète en langue des signes québécoise (LSQ)",
          "Mandarin-speaking sales agent",
          "Préposé à la clientèle parlant espagnol",
          "Traductrice, arabe vers le français"}) {
        EXPECT_TRUE(normalise::asks_other_language(title)) << title;
    }
    for (const char* const title :
         {"Italian cuisine cook",
          "Chef, cuisine japonaise (Japanese)",
          "Bilingual receptionist (French and English)",
          "Speech-language pathologist",
          "Polishing machine operator",
          "Conseiller linguistique, français langue seconde",
          "Greek Street bakery helper"}) {
        EXPECT_FALSE(normalise::asks_other_language(title)) << title;
    }
    for (const char* text :
         {"Farsi (native)", "Mi’kmaq", "English/Punjabi", "LSQ", "parle le hébreu"}) {
        EXPECT_TRUE(normalise::names_other_language(text)) << text;
    }
    for (const char* text : {"French and English", "Incremental backups", "", "Polishing"}) {
        EXPECT_FALSE(normalise::names_other_language(text)) << text;
    }
}

TEST(Title, offers_a_job_to_students_alone_only_where_it_says_so) {
    for (const char* const title :
         {"Accounting Summer Student (21-07)",
          "Civil Engineering Co-Op Student",
          "Business Systems Analyst Co-op",
          "STUDENT EMPLOYMENT: Learn-to Camp",
          "Intern - Mechanical Engineer",
          "Marketing Specialist Internship",
          "Stage - Développeur(-euse) front-end",
          "STAGE CAMIONNEUR (classe 1 ou 3)",
          "Stagiaire en administration",
          "Commis d'entrepôt - emploi étudiant",
          "Journalier Étudiant",
          "Étudiant(e) en génie"}) {
        EXPECT_TRUE(normalise::is_for_students(title)) << title;
    }
    for (const char* const title :
         {"Student Services Co-ordinator",
          "International Student Adviser",
          "Stage Technician",
          "Conseillère, services aux étudiants",
          "Animateur de vie étudiante",
          "CSR - Students May Apply",
          "Management Trainee - Retail",
          "International sales",
          "Backstage crew",
          "Internal auditor",
          ""}) {
        EXPECT_FALSE(normalise::is_for_students(title)) << title;
    }
}

TEST(Credentials, are_one_each_and_none_where_none_is_asked) {
    EXPECT_EQ(
        normalise::credentials_from("First Aid Certificate; CPR Certificate;"),
        (std::vector<std::string>{"First Aid Certificate", "CPR Certificate"})
    );
    EXPECT_TRUE(normalise::credentials_from("Not required").empty());
}

TEST(Audience, shuts_out_people_abroad_only_where_it_says_so_and_in_which_words) {
    struct Case {
        std::string audience;
        std::string quote;
    };
    const std::string job_bank =
        "If you are not currently authorized to work in Canada, the employer will not consider "
        "your job application.";
    for (const auto& [audience, quote] : {
             Case{
                 "Anyone who can legally work in Canada can apply for this job. " + job_bank,
                 job_bank},
             Case{
                 "Si vous n’êtes pas actuellement autorisé à travailler au Canada, l’employeur ne "
                 "considérera pas votre candidature.",
                 "Si vous n’êtes pas actuellement autorisé à travailler au Canada, l’employeur ne "
                 "considérera pas votre candidature."},
             Case{
                 "If you are not  authorized to work\nin Canada, do not apply.",
                 "If you are not authorized to work in Canada, do not apply."},
             // Who is meant stands in one sentence, and that they are refused in another.
             Case{
                 "Please read. You are not authorized to work in Canada? Do not apply. Thank you.",
                 "You are not authorized to work in Canada? Do not apply."},
             Case{
                 "Do not apply. This holds if you are not authorized to work in Canada. Thank you.",
                 "Do not apply. This holds if you are not authorized to work in Canada."},
             Case{
                 "Only Canadian citizens and permanent or temporary residents may apply.",
                 "Only Canadian citizens and permanent or temporary residents may apply."},
             Case{"", ""},
             Case{"Anyone can apply", ""},
             Case{"If you are not authorized to work in Canada, tell us.", ""},
             Case{
                 "The employer accepts applications from Canadian citizens and permanent or "
                 "temporary residents, and other candidates with or without a valid Canadian work "
                 "permit.",
                 ""},
         }) {
        EXPECT_EQ(normalise::refusal_quote(audience), quote) << audience;
    }
}

TEST(Audience, is_quoted_in_so_many_characters_around_what_it_says) {
    std::string padding;
    for (int word = 0; word < 80; ++word) {
        padding += "équipe ";
    }
    const std::string refusal = "if you are not authorized to work in Canada, do not apply";
    const std::string audience = padding + refusal + " " + padding;
    const std::string quote = normalise::refusal_quote(audience);
    EXPECT_LE(quote.size(), static_cast<std::size_t>(domain::quote_max));
    EXPECT_NE(audience.find(quote), std::string::npos);
    EXPECT_NE(quote.find(refusal), std::string::npos) << quote;
}

TEST(Quote, cuts_a_word_without_end_through_no_character) {
    std::string word;
    for (int letter = 0; letter < 400; ++letter) {
        word += "é";
    }
    for (std::size_t mention = 0; mention <= word.size(); mention += 7) {
        const std::string quote = normalise::quote_around(word, mention);
        EXPECT_FALSE(quote.empty());
        EXPECT_LE(quote.size(), static_cast<std::size_t>(domain::quote_max));
        EXPECT_EQ(quote.size() % 2, 0U);
        EXPECT_EQ(quote[0], '\xC3') << mention;
    }
}

TEST(Start, is_a_day_or_as_soon_as_possible) {
    struct Case {
        const char* text;
        const char* day;
    };
    for (const auto& [text, day] : {
             Case{"Starts on 2021-04-01", "2021-04-01"},
             Case{"Start date 2021-05-25", "2021-05-25"},
             Case{"Start Date: June 1, 2021", "2021-06-01"},
             Case{"2026-09-01T08:00:00-03:00", "2026-09-01"},
             Case{"Commence le 1er mai 2021", "2021-05-01"},
             Case{"Date de début : 2021-05-01", "2021-05-01"},
             Case{"Entrée en fonction le 4 janvier 2027", "2027-01-04"},
             Case{
                 "Starts as soon as\xC2\xA0"
                 "2024-07-22",
                 "2024-07-22"},
             // A span: `to` in Job Bank's own white space.
             Case{
                 "Starts as soon as\xC2\xA0"
                 "2024-06-10\t\t\t\n\t\tto\n\t\t2024-08-30",
                 "2024-06-10"},
             Case{"Commence le 2021-05-01 au 2021-09-30", "2021-05-01"},
         }) {
        const auto read = normalise::start_from(text);
        ASSERT_TRUE(read) << text;
        ASSERT_TRUE(*read) << text;
        EXPECT_EQ(domain::to_string(**read), day) << text;
    }
    for (const auto* const text :
         {"Starts as soon as possible",
          "ASAP",
          "Immediate",
          "Commence dès que possible",
          "Le plus tôt possible",
          "Immédiatement"}) {
        const auto read = normalise::start_from(text);
        ASSERT_TRUE(read) << text;
        EXPECT_FALSE(*read) << text;
    }
    for (const auto* const text :
         {"", "Starts on 03/04/2021", "Starts", "Spring", "As soon as possible after 2021", "13"}) {
        EXPECT_FALSE(normalise::start_from(text)) << text;
    }
}

TEST(Lmia, is_requested_approved_or_not_stated) {
    using domain::LmiaStatement;
    EXPECT_EQ(normalise::lmia_from("LMIA requested").value(), LmiaStatement::requested);
    EXPECT_EQ(normalise::lmia_from("EIMT demandée").value(), LmiaStatement::requested);
    EXPECT_EQ(normalise::lmia_from("EIMT approuvée").value(), LmiaStatement::approved);
    EXPECT_EQ(normalise::lmia_from("No").value(), LmiaStatement::not_stated);
    EXPECT_EQ(normalise::lmia_from("not approved").value(), LmiaStatement::not_stated);
    EXPECT_FALSE(normalise::lmia_from("maybe"));
}

TEST(Vacancies, are_a_number_of_posts) {
    EXPECT_EQ(normalise::vacancies_from("2 vacancies").value(), 2);
    EXPECT_EQ(normalise::vacancies_from("3 postes").value(), 3);
    EXPECT_FALSE(normalise::vacancies_from("0"));
    EXPECT_FALSE(normalise::vacancies_from("several"));
}

TEST(Remote, is_not_claimed_for_a_job_on_site) {
    EXPECT_TRUE(normalise::remote_from("TELECOMMUTE").value());
    EXPECT_TRUE(normalise::remote_from("Télétravail").value());
    EXPECT_FALSE(normalise::remote_from("Hybrid remote").value());
    EXPECT_FALSE(normalise::remote_from("There is no option to work remotely.").value());
    EXPECT_FALSE(normalise::remote_from("sometimes"));
}

TEST(TextLanguage, is_told_by_common_words_and_occupations) {
    using domain::OfficialLanguage;
    EXPECT_EQ(normalise::detect_language("Préposé à l’entretien"), OfficialLanguage::french);
    EXPECT_EQ(normalise::detect_language("Infirmière"), OfficialLanguage::french);
    EXPECT_EQ(normalise::detect_language("Welder for the night shift"), OfficialLanguage::english);
    EXPECT_EQ(normalise::detect_language("Agent"), std::nullopt);
    EXPECT_EQ(normalise::stated_language("fr-CA"), OfficialLanguage::french);
    EXPECT_EQ(normalise::stated_language("English"), OfficialLanguage::english);
    EXPECT_EQ(normalise::stated_language("de"), std::nullopt);
}

}  // namespace
