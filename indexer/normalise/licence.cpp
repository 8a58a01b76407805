#include "indexer/normalise/licence.hpp"

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/licence_names.hpp"
#include "indexer/normalise/phrases.hpp"

namespace normalise {
namespace {

using domain::Licence;

/// In order: the first phrase that a credential says decides, so exceptions stand first.
constexpr auto meanings = std::to_array<Meaning<Licence>>({
    // Courses and memberships that carry a regulator's word in their name.
    {"first aid", Licence::none},
    {"premiers soins", Licence::none},
    {"secourisme", Licence::none},
    {"whmis", Licence::none},
    {"simdut", Licence::none},
    {"food safety", Licence::none},
    {"food handling", Licence::none},
    {"salubrite", Licence::none},
    {"apprentice", Licence::none},
    {"apprenti", Licence::none},

    {"red seal", Licence::trade_certificate},
    {"sceau rouge", Licence::trade_certificate},
    {"certificate of qualification", Licence::trade_certificate},
    {"certificat de qualification", Licence::trade_certificate},
    {"certificat de competence", Licence::trade_certificate},
    {"certification de metier", Licence::trade_certificate},
    {"journeyperson", Licence::trade_certificate},
    {"journeyman", Licence::trade_certificate},
    {"compagnon", Licence::trade_certificate},
    {"trade certification", Licence::trade_certificate},
    {"trade certificate", Licence::trade_certificate},
    {"trade qualification", Licence::trade_certificate},
    {"trades qualification", Licence::trade_certificate},
    {"gas fitter", Licence::trade_certificate},
    {"powered lift truck technician", Licence::trade_certificate},
    {"monteur d'installations au gaz", Licence::trade_certificate},
    {"truck and coach service licence", Licence::trade_certificate},
    {"automotive service technician licence", Licence::trade_certificate},
    {"electrician licence", Licence::trade_certificate},
    {"hairstylist licence", Licence::trade_certificate},
    {"barber licence", Licence::trade_certificate},

    {"college of early childhood educators", Licence::early_childhood},
    {"ordre des educatrices", Licence::early_childhood},
    {"ece level", Licence::early_childhood},
    {"ece certificate", Licence::early_childhood},
    {"ece certification", Licence::early_childhood},
    {"early childhood education (ece) certificate", Licence::early_childhood},
    {"early childhood educator, level", Licence::early_childhood},
    {"early childhood educator level", Licence::early_childhood},
    {"epe niveau", Licence::early_childhood},
    {"certificat en education de la petite enfance", Licence::early_childhood},
    {"teaching certificate", Licence::teaching},
    {"teacher's certificate", Licence::teaching},
    {"teachers' certificate", Licence::teaching},
    {"teacher certificate", Licence::teaching},
    {"teacher certification", Licence::teaching},
    {"teaching licence", Licence::teaching},
    {"teachers' association", Licence::teaching},
    {"college of teachers", Licence::teaching},
    {"brevet d'enseignement", Licence::teaching},
    {"certificat d'enseignement", Licence::teaching},
    {"autorisation d'enseigner", Licence::teaching},

    {"professional engineer", Licence::engineering},
    {"p. eng", Licence::engineering},
    {"p.eng", Licence::engineering},
    {"peng", Licence::engineering},
    {"ing.", Licence::engineering},
    {"oiq", Licence::engineering},
    {"ordre des ingenieurs", Licence::engineering},
    {"ingenieur", Licence::engineering},

    {"registered nurse", Licence::health_college},
    {"practical nurse", Licence::health_college},
    {"psychiatric nurse", Licence::health_college},
    {"nurse practitioner", Licence::health_college},
    {"college of nurses", Licence::health_college},
    {"college of registered nurses", Licence::health_college},
    {"nursing college", Licence::health_college},
    {"nurses association", Licence::health_college},
    {"infirmier", Licence::health_college},
    {"infirmiere", Licence::health_college},
    {"infirmieres", Licence::health_college},
    {"oiiq", Licence::health_college},
    {"oiiaq", Licence::health_college},
    {"college of physicians", Licence::health_college},
    {"college des medecins", Licence::health_college},
    {"medical council of canada", Licence::health_college},
    {"college of family physicians", Licence::health_college},
    {"royal college of physicians", Licence::health_college},
    {"pharmacist", Licence::health_college},
    {"pharmacists", Licence::health_college},
    {"pharmacy", Licence::health_college},
    {"pharmacien", Licence::health_college},
    {"pharmaciens", Licence::health_college},
    {"dentist", Licence::health_college},
    {"dental", Licence::health_college},
    {"dentiste", Licence::health_college},
    {"physiotherapy", Licence::health_college},
    {"physiotherapist", Licence::health_college},
    {"physiotherapeute", Licence::health_college},
    {"occupational therapist", Licence::health_college},
    {"occupational therapists", Licence::health_college},
    {"ergotherapeute", Licence::health_college},
    {"psychologist", Licence::health_college},
    {"psychologist's", Licence::health_college},
    {"psychologue", Licence::health_college},
    {"massage therapists", Licence::health_college},
    {"midwife", Licence::health_college},
    {"midwifery", Licence::health_college},
    {"sage-femme", Licence::health_college},
    {"optometry", Licence::health_college},
    {"medical laboratory", Licence::health_college},
    {"medical radiation", Licence::health_college},

    {"class 1", Licence::heavy_vehicle},
    {"class 2", Licence::heavy_vehicle},
    {"class 3", Licence::heavy_vehicle},
    {"class a", Licence::heavy_vehicle},
    {"class d", Licence::heavy_vehicle},
    {"classe 1", Licence::heavy_vehicle},
    {"classe 2", Licence::heavy_vehicle},
    {"classe 3", Licence::heavy_vehicle},
    {"classe a", Licence::heavy_vehicle},
    {"classe d", Licence::heavy_vehicle},
    {"az", Licence::heavy_vehicle},
    {"dz", Licence::heavy_vehicle},
    {"a-z", Licence::heavy_vehicle},
    {"d-z", Licence::heavy_vehicle},
    {"a/z", Licence::heavy_vehicle},
    {"d/z", Licence::heavy_vehicle},

    // Certified by each province and territory for whoever sprays for others.
    {"pesticide applicator", Licence::pesticides},
    {"pesticide applicator's", Licence::pesticides},
    {"herbicides and pesticides", Licence::pesticides},

    {"provincial or territorial", Licence::other_regulated},
    {"provincial/territorial", Licence::other_regulated},
    {"province/territory", Licence::other_regulated},
    {"provincial authorities", Licence::other_regulated},
    {"provinciale ou territoriale", Licence::other_regulated},
    {"provinciales ou territoriales", Licence::other_regulated},
    {"provincial ou territorial", Licence::other_regulated},
    {"law society", Licence::law},
    {"barreau", Licence::law},
    {"chartered professional accountant", Licence::accountant},
    {"charterered professional accountant", Licence::accountant},  // So Job Bank writes it.
    {"chartered accountants (ca) designation", Licence::accountant},
    {"comptable professionnel agree", Licence::accountant},
    {"comptable professionnelle agreee", Licence::accountant},
});

bool takes_apprentices(const std::string_view folded) {
    return says(folded, "apprentice") || says(folded, "apprenti") || says(folded, "apprentie");
}

/// What is asked where one more credential names a licence. The first decides, unless a later one
/// says of what it is: `Licensure by provincial authorities`, then a college of physicians. Gas is
/// licensed apart from the trade that it is asked beside.
Licence also_asked(const Licence asked, const Licence another) {
    const bool is_kind = asked == domain::kind_of(asked);
    const bool says_of_what = domain::kind_of(another) == asked && another != asked;
    const bool of_a_profession =
        asked == Licence::other_regulated && domain::kind_of(another) == Licence::health_college;
    const bool gas =
        another == Licence::gas_fitter && domain::kind_of(asked) == Licence::trade_certificate;
    if (asked == Licence::none || (is_kind && (says_of_what || of_a_profession)) || gas) {
        return another;
    }
    return asked;
}

}  // namespace

Licence licence_from(const std::string_view credential) {
    const std::string folded = fold(credential);
    return named_licence(first_meaning(folded, meanings).value_or(Licence::none), folded);
}

Licence licence_asked(const std::vector<std::string>& credentials, const std::string_view title) {
    Licence asked = Licence::none;
    bool apprentices_too = false;
    for (const std::string& credential : credentials) {
        apprentices_too = apprentices_too || takes_apprentices(fold(credential));
        asked = also_asked(asked, licence_from(credential));
    }
    if (domain::kind_of(asked) == Licence::trade_certificate && apprentices_too) {
        return Licence::none;
    }
    return asked == Licence::none ? licence_in_title(title) : named_licence(asked, fold(title));
}

Licence licence_in_title(const std::string_view title) {
    constexpr auto demands = std::to_array<Meaning<Licence>>({
        {"red seal", Licence::trade_certificate},
        {"sceau rouge", Licence::trade_certificate},
        {"journeyman", Licence::trade_certificate},
        {"journeywoman", Licence::trade_certificate},
        {"journeyperson", Licence::trade_certificate},
        {"compagnon", Licence::trade_certificate},
        {"compagnons", Licence::trade_certificate},
        {"ticketed", Licence::trade_certificate},
        // Not `certified` and `licensed` alone: a certified dental assistant and a licensed
        // practical nurse are names of occupations.
        {"certified automotive", Licence::trade_certificate},
        {"certified carpenter", Licence::trade_certificate},
        {"certified electrician", Licence::trade_certificate},
        {"certified heavy", Licence::trade_certificate},
        {"certified industrial electrician", Licence::trade_certificate},
        {"certified mechanic", Licence::trade_certificate},
        {"certified millwright", Licence::trade_certificate},
        {"certified plumber", Licence::trade_certificate},
        {"certified recreation vehicle", Licence::trade_certificate},
        {"licensed auto", Licence::trade_certificate},
        {"licensed automotive", Licence::trade_certificate},
        {"licensed barber", Licence::trade_certificate},
        {"licensed carpenter", Licence::trade_certificate},
        {"licensed carpenters", Licence::trade_certificate},
        {"licensed electrician", Licence::trade_certificate},
        {"licensed hair", Licence::trade_certificate},
        {"licensed hairstylist", Licence::trade_certificate},
        {"licensed heavy", Licence::trade_certificate},
        {"licensed industrial electrician", Licence::trade_certificate},
        {"licensed mechanic", Licence::trade_certificate},
        {"licensed millwright", Licence::trade_certificate},
        {"licensed plumber", Licence::trade_certificate},
        {"licensed technician", Licence::trade_certificate},
        {"licensed truck", Licence::trade_certificate},
        {"p.eng", Licence::engineering},
        {"p. eng", Licence::engineering},
        {"class 1", Licence::heavy_vehicle},
        {"class 3", Licence::heavy_vehicle},
        {"classe 1", Licence::heavy_vehicle},
        {"classe 3", Licence::heavy_vehicle},
        {"az", Licence::heavy_vehicle},
        {"dz", Licence::heavy_vehicle},
        {"a-z", Licence::heavy_vehicle},
        {"d-z", Licence::heavy_vehicle},
        {"a/z", Licence::heavy_vehicle},
        {"d/z", Licence::heavy_vehicle},
    });
    constexpr auto learners = std::to_array<std::string_view>(
        {"apprentice",
         "apprentices",
         "apprenti",
         "apprentie",
         "apprentis",
         "trainee",
         "stagiaire",
         "helper"}
    );
    constexpr auto straight_truck =
        std::to_array<std::string_view>({"class 3", "classe 3", "dz", "d-z", "d/z"});
    const std::string folded = fold(title);
    if (says_any(folded, learners)) {
        return Licence::none;
    }
    const Licence kind = first_meaning(folded, demands).value_or(Licence::none);
    // `AZ or DZ driver` takes either.
    const bool lesser = kind == Licence::heavy_vehicle && says_any(folded, straight_truck);
    return lesser ? Licence::straight_truck : named_licence(kind, folded);
}

}  // namespace normalise
