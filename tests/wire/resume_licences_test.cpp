#include "services/wire/resume_licences.hpp"

#include "matcher/document/json.hpp"

#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using domain::Licence;

struct Case {
    std::string certificates;
    std::vector<Licence> expected;
};

TEST(ResumeLicences, counts_only_what_is_said_to_be_canadian) {
    for (const auto& [certificates, expected] : {
             Case{R"json([{"name": "P.Eng."}])json", {Licence::engineering}},
             {R"json([{"name": "Red Seal, welder"}])json", {Licence::welder}},
             {R"json([{"name": "Registered Nurse", "issuer": "College of Nurses of Ontario"}])json",
              {Licence::registered_nurse}},
             {R"json([{"name": "Permis d’infirmière (OIIQ)"}])json", {Licence::registered_nurse}},
             {R"json([{"name": "Registered Nurse", "issuer": "Nursing Council of Nowhere"}])json",
              {}},
             {R"json([{"name": "Diplôme d’État d’infirmière"}])json", {}},
             {R"json([{"name": "First aid, Alberta"}])json", {}},
             {R"json([{"name": 5}, 7, null, {}])json", {}},
             {R"("none")", {}},
         }) {
        const boost::json::value resume =
            document::parse(R"({"certificates": )" + certificates + "}").value();
        EXPECT_EQ(wire::resume_licences(resume.get_object()), expected) << certificates;
    }
}

TEST(ResumeLanguages, name_another_one_beside_english_and_french) {
    for (const auto& [languages, expected] : {
             std::pair{R"json([{"language": "English"}, {"language": "Portugais"}])json", true},
             {R"json([{"language": "French", "fluency": "native"}])json", false},
             {R"json([{"language": 5}, 7, {}])json", false},
             {R"json("Tagalog")json", false},
         }) {
        const boost::json::value resume =
            document::parse(std::string{R"({"languages": )"} + languages + "}").value();
        EXPECT_EQ(wire::resume_names_other_language(resume.get_object()), expected) << languages;
    }
}

}  // namespace
