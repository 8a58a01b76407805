// Every check declares in check_rules.json which verdicts it can give. The tests of this program
// together have to have seen each of them, and none besides.

#include "tests/verification/seen.hpp"

#include <gtest/gtest.h>

#include <set>
#include <utility>

namespace {

using verification::CheckKind;
using verification::Verdict;

std::set<std::pair<CheckKind, Verdict>>& all_seen() {
    static std::set<std::pair<CheckKind, Verdict>> verdicts;
    return verdicts;
}

class EveryVerdict : public testing::Environment {
public:
    void TearDown() override {
        if (testing::GTEST_FLAG(filter) != "*") {
            return;  // Only all tests together see all.
        }
        for (std::size_t kind = 0; kind < verification::checks_count; ++kind) {
            for (const Verdict verdict :
                 {Verdict::pass, Verdict::warn, Verdict::fail, Verdict::unknown, Verdict::info}) {
                const auto check = static_cast<CheckKind>(kind);
                EXPECT_EQ(
                    all_seen().contains({check, verdict}), verification::can_say(check, verdict)
                ) << "what was seen of "
                  << name(check) << " (left) and what it declares, of " << name(verdict);
            }
        }
    }
};

const testing::Environment* const every_verdict =
    testing::AddGlobalTestEnvironment(new EveryVerdict);

}  // namespace

const verification::Check& seen(const verification::Check& check) {
    all_seen().emplace(check.kind, check.verdict);
    return check;
}

verification::Check seen(verification::Check&& check) {
    all_seen().emplace(check.kind, check.verdict);
    return std::move(check);
}

std::string told(const verification::Check& check) {
    std::string text{name(check.verdict)};
    return check.code.empty() ? text : text + " " + std::string{check.code};
}
