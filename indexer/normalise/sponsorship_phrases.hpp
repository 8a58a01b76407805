#pragma once

#include "matcher/domain/posting.hpp"

#include <array>
#include <string_view>

// The phrases by which postings speak of sponsorship, as data for sponsorship.cpp.
//
// A phrase is words of folded text with a space between them. SPONSOR, NOT, PERMIT and PERSON stand
// for any word of their list, and `*` for up to four words of any kind.

namespace normalise::phrases {

inline constexpr auto sponsor = std::to_array<std::string_view>({
    "sponsor",
    "sponsors",
    "sponsored",
    "sponsoring",
    "sponsorship",
    "sponsorships",
    "parrainage",
    "parrainages",
    "parrainer",
    "parraine",
    "parrainons",
    "parrainera",
    "parrainerons",
});

inline constexpr auto negation = std::to_array<std::string_view>({
    "not",   "no",  "cannot",  "cant", "dont",  "doesnt", "wont",   "isnt",       "arent", "unable",
    "never", "nor", "neither", "pas",  "aucun", "aucune", "jamais", "impossible", "ni",
});

inline constexpr auto permit = std::to_array<std::string_view>({
    "visa",       "visas",      "permit",        "permits",       "immigration",
    "lmia",       "lmias",      "authorization", "authorisation", "foreign",
    "authorized", "authorised", "eligible",      "employment",    "pr",
    "relocation", "permis",     "eimt",          "etranger",      "etrangers",
});

inline constexpr auto person = std::to_array<std::string_view>({
    "candidate", "candidates", "applicant", "applicants",   "individual",  "individuals",
    "person",    "people",     "you",       "employee",     "employees",   "worker",
    "workers",   "anyone",     "those",     "position",     "role",        "job",
    "work",      "travail",    "candidat",  "candidats",    "candidature", "candidatures",
    "personne",  "personnes",  "poste",     "travailleurs",
});

/// What is sponsored here is no person's right to work: the sentence says nothing.
inline constexpr auto about_something_else = std::to_array<std::string_view>({
    "security clearance",
    "clearance SPONSOR",
    "reliability status",
    "executive SPONSOR",
    "project SPONSOR",
    "business SPONSOR",
    "program SPONSOR",
    "corporate SPONSOR",
    "event SPONSOR",
    "events SPONSOR",
    "study SPONSOR",
    "trial SPONSOR",
    "clinical * SPONSOR",
    "SPONSOR opportunities",
    "SPONSOR packages",
    "SPONSOR sales",
    "SPONSOR revenue",
    "SPONSOR deals",
    "SPONSOR agreements",
    "SPONSOR activation",
    "SPONSOR marketing",
    "SPONSOR relations",
    "SPONSOR projects",
    "SPONSOR research",
    "SPONSOR content",
    "SPONSOR training",
    "SPONSOR events",
    "SPONSOR by",
    "SPONSOR benefits",
    "SPONSOR pension",
    "company SPONSOR",
    "employer SPONSOR benefits",
    "partnerships and SPONSOR",
    "donations and SPONSOR",
    "donors and SPONSOR",
    "SPONSOR and partners",
    "SPONSOR and donors",
    "apprentice SPONSOR",
    "apprenticeship SPONSOR",
    "SPONSOR apprentices",
    "parrainage de refugies",
    "parrainage jumelage",
    "programme de parrainage",
});

/// Asked of the applicant, or not needed: the sentence says nothing of what the employer does.
inline constexpr auto says_nothing_of_it = std::to_array<std::string_view>({
    "will you * SPONSOR",
    "do you * SPONSOR",
    "would you * SPONSOR",
    "aurez vous * SPONSOR",
    "avez vous * SPONSOR",
    "SPONSOR * NOT required",
    "SPONSOR * NOT * needed",
    "SPONSOR * NOT necessary",
    "NOT SPONSOR required",
    "NOT SPONSOR needed",
    "whether * SPONSOR",
});

struct Phrase {
    std::string_view words;
    domain::Sponsorship verdict;
};

/// The first phrase of the list that a sentence says decides.
inline constexpr auto verdicts = std::to_array<Phrase>({
    {"NOT * SPONSOR * unless", domain::Sponsorship::conditional},
    {"NOT * SPONSOR * except", domain::Sponsorship::conditional},
    {"SPONSOR * case by case", domain::Sponsorship::conditional},
    {"case by case * SPONSOR", domain::Sponsorship::conditional},
    {"SPONSOR * cas par cas", domain::Sponsorship::conditional},
    {"SPONSOR * travail * cas par cas", domain::Sponsorship::conditional},
    {"cas par cas * SPONSOR", domain::Sponsorship::conditional},
    {"may NOT * SPONSOR", domain::Sponsorship::refuses},
    {"SPONSOR * may NOT", domain::Sponsorship::refuses},
    {"NOT * consider * SPONSOR", domain::Sponsorship::refuses},
    {"SPONSOR * NOT * considered", domain::Sponsorship::refuses},
    {"SPONSOR * NOT * guaranteed", domain::Sponsorship::conditional},
    {"NOT * guarantee * SPONSOR", domain::Sponsorship::conditional},
    {"NOT only * SPONSOR", domain::Sponsorship::offers},
    {"NOT * SPONSOR", domain::Sponsorship::refuses},
    {"without * SPONSOR", domain::Sponsorship::refuses},
    {"sans * SPONSOR", domain::Sponsorship::refuses},
    {"SPONSOR NOT", domain::Sponsorship::refuses},
    {"SPONSOR * NOT * available", domain::Sponsorship::refuses},
    {"SPONSOR * NOT * offered", domain::Sponsorship::refuses},
    {"SPONSOR * NOT * provided", domain::Sponsorship::refuses},
    {"SPONSOR * NOT * possible", domain::Sponsorship::refuses},
    {"SPONSOR * NOT * supported", domain::Sponsorship::refuses},
    {"SPONSOR * NOT * offert", domain::Sponsorship::refuses},
    {"SPONSOR * NOT * disponible", domain::Sponsorship::refuses},
    {"SPONSOR * NOT * eligible", domain::Sponsorship::refuses},
    {"SPONSOR * unavailable", domain::Sponsorship::refuses},
    {"require SPONSOR * NOT", domain::Sponsorship::refuses},
    {"requiring * SPONSOR * NOT", domain::Sponsorship::refuses},
    {"SPONSOR * NOT be", domain::Sponsorship::refuses},
    {"SPONSOR is NOT", domain::Sponsorship::refuses},
    {"may * SPONSOR", domain::Sponsorship::conditional},
    {"might * SPONSOR", domain::Sponsorship::conditional},
    {"could * SPONSOR", domain::Sponsorship::conditional},
    {"SPONSOR may", domain::Sponsorship::conditional},
    {"SPONSOR * may be", domain::Sponsorship::conditional},
    {"SPONSOR could", domain::Sponsorship::conditional},
    {"SPONSOR * considered", domain::Sponsorship::conditional},
    {"consider * SPONSOR", domain::Sponsorship::conditional},
    {"open to * SPONSOR", domain::Sponsorship::conditional},
    {"SPONSOR * exceptional", domain::Sponsorship::conditional},
    {"SPONSOR * qualified", domain::Sponsorship::conditional},
    {"SPONSOR * eligible PERSON", domain::Sponsorship::conditional},
    {"SPONSOR * right PERSON", domain::Sponsorship::conditional},
    {"SPONSOR * if", domain::Sponsorship::conditional},
    {"SPONSOR * after * months", domain::Sponsorship::conditional},
    {"SPONSOR * subject to", domain::Sponsorship::conditional},
    {"possibility of * SPONSOR", domain::Sponsorship::conditional},
    {"SPONSOR * possible", domain::Sponsorship::conditional},
    {"possibilite de * SPONSOR", domain::Sponsorship::conditional},
    {"pourrait * SPONSOR", domain::Sponsorship::conditional},
    {"pourrions * SPONSOR", domain::Sponsorship::conditional},
    {"SPONSOR * pourrait", domain::Sponsorship::conditional},
    {"SPONSOR * selon", domain::Sponsorship::conditional},
    {"SPONSOR * available", domain::Sponsorship::offers},
    {"SPONSOR * offered", domain::Sponsorship::offers},
    {"SPONSOR * provided", domain::Sponsorship::offers},
    {"SPONSOR * included", domain::Sponsorship::offers},
    {"SPONSOR * disponible", domain::Sponsorship::offers},
    {"SPONSOR * offert", domain::Sponsorship::offers},
    {"SPONSOR yes", domain::Sponsorship::offers},
    {"offer * SPONSOR", domain::Sponsorship::offers},
    {"offers * SPONSOR", domain::Sponsorship::offers},
    {"offering * SPONSOR", domain::Sponsorship::offers},
    {"offrons * SPONSOR", domain::Sponsorship::offers},
    {"offre * SPONSOR", domain::Sponsorship::offers},
    {"provide * SPONSOR", domain::Sponsorship::offers},
    {"provides * SPONSOR", domain::Sponsorship::offers},
    {"providing * SPONSOR", domain::Sponsorship::offers},
    {"will * SPONSOR", domain::Sponsorship::offers},
    {"can * SPONSOR", domain::Sponsorship::offers},
    {"able to SPONSOR", domain::Sponsorship::offers},
    {"willing to * SPONSOR", domain::Sponsorship::offers},
    {"happy to * SPONSOR", domain::Sponsorship::offers},
    {"we SPONSOR", domain::Sponsorship::offers},
    {"we do SPONSOR", domain::Sponsorship::offers},
    {"nous SPONSOR", domain::Sponsorship::offers},
});

/// An LMIA that the employer gets for the person is sponsorship without the word.
inline constexpr auto lmia_verdicts = std::to_array<Phrase>({
    {"NOT * provide * lmia", domain::Sponsorship::refuses},
    {"NOT * offer * lmia", domain::Sponsorship::refuses},
    {"NOT * support * lmia", domain::Sponsorship::refuses},
    {"NOT lmia", domain::Sponsorship::refuses},
    {"lmia * NOT * available", domain::Sponsorship::refuses},
    {"lmia * NOT * provided", domain::Sponsorship::refuses},
    {"lmia * NOT * offered", domain::Sponsorship::refuses},
    {"may * lmia", domain::Sponsorship::conditional},
    {"lmia * may be", domain::Sponsorship::conditional},
    {"lmia * case by case", domain::Sponsorship::conditional},
    {"lmia * qualified", domain::Sponsorship::conditional},
    {"lmia * right PERSON", domain::Sponsorship::conditional},
    {"lmia * available", domain::Sponsorship::offers},
    {"lmia * provided", domain::Sponsorship::offers},
    {"will provide * lmia", domain::Sponsorship::offers},
    {"provide * lmia", domain::Sponsorship::offers},
    {"offer * lmia", domain::Sponsorship::offers},
    {"will support * lmia", domain::Sponsorship::offers},
    {"NOT * fournir * eimt", domain::Sponsorship::refuses},
    {"NOT eimt", domain::Sponsorship::refuses},
    {"eimt * NOT * disponible", domain::Sponsorship::refuses},
    {"eimt * disponible", domain::Sponsorship::offers},
    {"eimt * fournie", domain::Sponsorship::offers},
});

}  // namespace normalise::phrases
