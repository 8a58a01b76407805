#include "indexer/fetch/source_list.hpp"

#include "tests/support/document_cases.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

namespace {

using fetch::Source;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

const std::filesystem::path repository{REPOSITORY_ROOT};
const std::filesystem::path example = repository / "deploy/sources.example.json";

TEST(SourceList, has_a_schema_that_agrees_with_the_reader) {
    const auto cases =
        support::read_document_cases(repository / "tests/fetch/source_list_cases.json");
    const auto verdicts =
        support::schema_verdicts(repository / "deploy/sources.schema.json", cases);
    ASSERT_EQ(verdicts.size(), cases.size());
    for (std::size_t index = 0; index < cases.size(); ++index) {
        const auto& one = cases[index];
        const auto sources = fetch::source_list_from(one.document, "/list");
        EXPECT_EQ(sources.has_value(), one.accepted) << one.what;
        EXPECT_EQ(sources ? "" : sources.error().field, one.field) << one.what;
        EXPECT_EQ(verdicts[index], one.schema_accepts) << one.what;
        if (!sources) {
            EXPECT_THAT(sources.error().message, testing::Not(HasSubstr("secret"))) << one.what;
        }
    }
}

TEST(SourceList, says_what_holds_for_each_source) {
    const auto list = fetch::load_source_list(example);
    ASSERT_TRUE(list) << list.error().message;
    const std::vector<Source>& sources = list->sources;
    ASSERT_THAT(sources, SizeIs(5));

    const auto& plain = std::get<fetch::Remote>(sources[0].from);
    EXPECT_EQ(plain.url, "https://careers.harbourline.example/postings.ndjson.gz");
    EXPECT_EQ(plain.user_agent, "jobscout (+mailto:operator@example.org)");
    EXPECT_EQ(plain.robots, fetch::RobotsPolicy::respect);
    EXPECT_EQ(plain.addresses, fetch::Addresses::public_only);
    EXPECT_EQ(plain.crawl_delay, 0s);
    EXPECT_EQ(plain.limits.bytes, 1073741824);
    EXPECT_EQ(plain.limits.time, 300s);
    EXPECT_EQ(plain.limits.redirects, 5);
    EXPECT_EQ(plain.limits.pages, 1);
    EXPECT_EQ(std::get<fetch::EveryMinutes>(sources[0].schedule).minutes, 60min);

    const auto& partner = std::get<fetch::Remote>(sources[1].from);
    EXPECT_EQ(sources[1].mapping, repository / "deploy/mappings/sample_partner.json");
    EXPECT_EQ(std::get<fetch::DailyAt>(sources[1].schedule).after_midnight, 4h + 30min);
    EXPECT_EQ(partner.crawl_delay, 2s);
    EXPECT_EQ(partner.limits.bytes, 200000000);
    EXPECT_EQ(partner.limits.time, 600s);
    EXPECT_EQ(partner.limits.redirects, 2);
    EXPECT_EQ(partner.authorization_file, "/etc/jobscout/northern_partner.key");

    EXPECT_EQ(sources[2].employer, "Granite Cove Telecom");
    EXPECT_TRUE(sources[2].complete);
    EXPECT_FALSE(sources[1].complete);
    const auto& ats = std::get<fetch::Remote>(sources[2].from);
    EXPECT_EQ(ats.robots, fetch::RobotsPolicy::none);
    EXPECT_EQ(ats.limits.pages, 20);

    const auto& inside = std::get<fetch::Remote>(sources[3].from);
    EXPECT_EQ(inside.addresses, fetch::Addresses::private_at_origin);
    EXPECT_EQ(inside.ca_file, "/etc/jobscout/intranet_ca.pem");

    EXPECT_EQ(std::get<fetch::Local>(sources[4].from), repository / "deploy/sample/feed");
}

TEST(SourceList, of_the_example_names_files_that_ship) {
    for (const Source& source : fetch::load_source_list(example).value().sources) {
        if (source.mapping) {
            EXPECT_TRUE(std::filesystem::exists(*source.mapping)) << *source.mapping;
        }
        if (const auto* local = std::get_if<fetch::Local>(&source.from)) {
            EXPECT_TRUE(std::filesystem::exists(*local)) << *local;
        }
    }
}

TEST(SourceList, names_its_file_where_it_is_refused) {
    const support::TemporaryFolder folder;
    const auto file = folder.write("list.json", R"({"sources":[{"name":"a","url":"b"}]})");
    const auto refused = fetch::load_source_list(file);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message, file.string() + ": sources[0].schedule: missing");
    const auto absent = fetch::load_source_list(folder.path() / "absent.json");
    ASSERT_FALSE(absent);
    EXPECT_THAT(absent.error().message, HasSubstr("absent.json: cannot be opened"));
}

TEST(AddedSource, says_what_one_of_the_list_may_but_reaches_for_nothing_on_the_machine) {
    const auto added = [](const std::string& rest) {
        return fetch::added_source_from(
            "partner",
            R"({"url":"http://10.0.0.7:80/feed","schedule":{"every_minutes":5})" + rest + "}",
            {.user_agent = "listed", .private_origins = {}}
        );
    };
    const auto plain = added(R"(,"complete":true,"employer":"Granite Quarry")");
    ASSERT_TRUE(plain) << plain.error().message;
    EXPECT_EQ(plain->name, "partner");
    EXPECT_TRUE(plain->complete);
    EXPECT_EQ(plain->employer, "Granite Quarry");
    const auto& remote = std::get<fetch::Remote>(plain->from);
    EXPECT_EQ(remote.user_agent, "listed");
    EXPECT_EQ(remote.addresses, fetch::Addresses::public_only);
    EXPECT_EQ(std::get<fetch::EveryMinutes>(plain->schedule).minutes, 5min);

    for (const std::string member :
         {R"("mapping":"a.json")",
          R"("allow_private":true)",
          R"("allow_private":false)",
          R"("ca_file":"/etc/passwd")",
          R"("authorization_file":"/etc/passwd")"}) {
        const auto refused = added("," + member);
        ASSERT_FALSE(refused) << member;
        EXPECT_EQ(refused.error().field, member.substr(1, member.find('"', 1) - 1));
        EXPECT_EQ(refused.error().message, "is for the list on the machine only");
    }
    EXPECT_EQ(added(R"(,"name":"other")").error().field, "name");
    for (const std::string url : {"/etc/passwd", "file:///etc/passwd", "sample/feed", ""}) {
        const auto refused = fetch::added_source_from(
            "partner", R"({"schedule":{"every_minutes":5},"url":")" + url + "\"}", {}
        );
        ASSERT_FALSE(refused) << url;
        EXPECT_EQ(refused.error().field, "url");
    }
}

TEST(AddedSource, may_have_a_private_address_where_the_list_says_so) {
    const auto list = fetch::source_list_from(
        R"({"sources":[],"user_agent":"us","private_origins":["http://10.0.0.7","https://hr.example:8443/x"]})",
        "/list"
    );
    ASSERT_TRUE(list) << list.error().message;
    EXPECT_EQ(list->for_added.user_agent, "us");
    const auto addresses = [&](const std::string& url) {
        const auto added = fetch::added_source_from(
            "a", R"({"schedule":{"every_minutes":5},"url":")" + url + "\"}", list->for_added
        );
        return std::get<fetch::Remote>(added.value().from).addresses;
    };
    using enum fetch::Addresses;
    EXPECT_EQ(addresses("http://10.0.0.7:80/feed"), private_at_origin);
    EXPECT_EQ(addresses("https://HR.example:8443/feed"), private_at_origin);
    EXPECT_EQ(addresses("http://10.0.0.7:81/feed"), public_only);
    EXPECT_EQ(addresses("https://10.0.0.7/feed"), public_only);
}

TEST(SourceList, gives_those_that_are_named) {
    const auto all = fetch::load_source_list(example).value().sources;
    EXPECT_THAT(fetch::named(all, {}).value(), SizeIs(5));
    const auto some = fetch::named(all, {"intranet", "harbourline"});
    ASSERT_TRUE(some);
    EXPECT_THAT(
        *some,
        ElementsAre(
            testing::Field(&Source::name, "harbourline"), testing::Field(&Source::name, "intranet")
        )
    );
    EXPECT_EQ(
        fetch::named(all, {"intranet", "nobody"}).error().message,
        "there is no source named 'nobody'"
    );
}

}  // namespace
