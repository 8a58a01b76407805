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
             {R"json([{"name": "Red Seal, welder"}])json", {Licence::trade_certificate}},
             {R"json([{"name": "Registered Nurse", "issuer": "College of Nurses of Ontario"}])json",
              {Licence::health_college}},
             {R"json([{"name": "Permis d’infirmière (OIIQ)"}])json", {Licence::health_college}},
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

}  // namespace
