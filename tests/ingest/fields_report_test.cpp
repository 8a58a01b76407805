// How much of what real sources state is understood, field by field. The files are read in place.

#include "indexer/normalise/fold.hpp"
#include "indexer/normalise/normalise.hpp"
#include "indexer/normalise/phrases.hpp"
#include "indexer/reference.hpp"
#include "indexer/sources/read.hpp"
#include "tests/support/shared.hpp"
#include "tests/support/test_database.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

using sources::Field;

struct Share {
    std::int64_t stated = 0;
    std::int64_t not_understood = 0;
    std::map<std::string, std::int64_t> reasons;

    double understood() const {
        return stated == 0 ? 1
                           : 1 - static_cast<double>(not_understood) / static_cast<double>(stated);
    }
};

/// What stands in the README's table, and the fields of a posting that feed it.
struct Line {
    std::string name;
    std::vector<Field> fields;
    double understood_min;
};
const std::vector<Line> lines{
    {"pay", {Field::pay_min, Field::pay_text}, 0.98},
    {"place", {Field::location, Field::city, Field::province, Field::location_hint}, 0.995},
    {"hours", {Field::hours}, 0.99},
    {"term and work time", {Field::employment}, 0.99},
    {"dates", {Field::date_posted, Field::valid_through}, 0.999},
    {"languages", {Field::languages}, 0.99},
    {"education", {Field::education}, 0.99},
    {"experience", {Field::experience}, 0.99},
};

struct Report {
    std::int64_t records = 0;
    std::map<std::string, Share> shares;
};

bool states(const sources::RawPosting& raw, const Field field) {
    const auto& values = raw.all(field);
    return std::any_of(values.begin(), values.end(), [](const std::string& value) {
        return !normalise::says_nothing(normalise::fold(value));
    });
}

void add(Report& report, const sources::RawPosting& raw, const normalise::Normalised& normalised) {
    ++report.records;
    for (const Line& line : lines) {
        Share& share = report.shares[line.name];
        const bool stated =
            std::any_of(line.fields.begin(), line.fields.end(), [&](const Field field) {
                return states(raw, field);
            });
        if (!stated) {
            continue;
        }
        // Words such as `to be negotiated` state no pay; what states none and is not complained of
        // is none.
        const bool is_pay = line.name == "pay";
        const auto complaint = std::find_if(
            normalised.not_understood.begin(),
            normalised.not_understood.end(),
            [&](const auto& value) {
                return std::find(line.fields.begin(), line.fields.end(), value.field) !=
                       line.fields.end();
            }
        );
        const bool complained = complaint != normalised.not_understood.end();
        if (is_pay && !complained && !normalised.posting.base_salary) {
            continue;
        }
        ++share.stated;
        if (complained) {
            ++share.not_understood;
            ++share.reasons[complaint->reason];
        }
    }
}

Report report_on(const std::vector<std::string>& arguments) {
    const support::TestDatabase test_database;
    store::Database database{{.conninfo = test_database.conninfo()}};
    const ingest::Reference reference = ingest::load_reference(database);
    Report report;
    const sources::Sink sink{
        .record =
            [&](const sources::Record& record) {
                add(report,
                    record.posting,
                    normalise::normalise(
                        "x", record.posting, reference.gazetteer, reference.occupations
                    ));
            },
        .unreadable = [](const sources::Unreadable&) {},
        .progress = {}};
    for (const std::string& argument : arguments) {
        sources::read(sources::source_file_from(argument).value(), sink).value();
    }
    return report;
}

void check(const std::string& title, const Report& report) {
    std::cout << title << ": " << report.records << " records\n";
    for (const Line& line : lines) {
        const Share& share = report.shares.at(line.name);
        std::cout << "  " << line.name << ": " << share.stated << " stated, "
                  << share.stated - share.not_understood << " understood, " << share.not_understood
                  << " not, " << report.records - share.stated << " absent\n";
        for (const auto& [reason, count] : share.reasons) {
            if (count < 5) {
                continue;
            }
            std::cout << "      " << count << " " << reason << '\n';
        }
        EXPECT_GE(share.understood(), line.understood_min) << line.name;
    }
}

TEST(FieldsOfRealPostings, are_understood_nearly_always) {
    const auto folder = support::shared() / "data/postings";
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "../shared absent";
    }
    const std::string mappings = REPOSITORY_ROOT "/deploy/mappings/";
    const std::string archive = mappings + "jobbank_archive_2021.json=" + folder.string() + "/";
    check(
        "March 2021",
        report_on(
            {archive + "jobbank_2021-03_part1.ndjson.gz",
             archive + "jobbank_2021-03_part2.ndjson.gz"}
        )
    );
    check(
        "June 2024",
        report_on(
            {mappings + "jobbank_2024.json=" + folder.string() +
             "/jobbank_2024-06_sample10pct.ndjson.gz"}
        )
    );
}

}  // namespace
