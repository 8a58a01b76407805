#include "tests/bench/sql_ranking.hpp"

#include <pqxx/nontransaction>
#include <pqxx/pqxx>

#include <sstream>

namespace {

int bit(const domain::Province province) { return 1 << static_cast<int>(province); }

std::string text_of(const domain::Posting& posting) {
    std::string text = posting.title;
    for (const auto* list : {&posting.duties, &posting.skills}) {
        for (const std::string& line : *list) {
            text += ' ';
            text += line;
        }
    }
    return text;
}

std::string occupation_points(const domain::NocCode noc, const fit::Weights::Occupation& points) {
    std::ostringstream sql;
    sql << "case when noc = " << noc.to_string() << " then " << points.max
        << " when noc / 10 = " << noc.minor_group() << " then " << points.minor_group
        << " when noc / 100 = " << noc.sub_major_group() << " then " << points.sub_major_group
        << " when noc / 1000 = " << noc.major_group() << " then " << points.major_group
        << " when noc / 10000 = " << noc.broad_category() << " then " << points.broad_category
        << " else 0 end";
    return sql.str();
}

}  // namespace

SqlRanking::SqlRanking(const market::Market& market, const std::int64_t count)
    : connection_{database_.conninfo()} {
    pqxx::work transaction{connection_};
    transaction.exec0(
        "create table posting (id bigint primary key, noc integer not null,"
        " language smallint not null, provinces integer not null, words tsvector not null)"
    );
    transaction.exec0(
        "create temporary table loading"
        " (id bigint, noc integer, language smallint, provinces integer, words text)"
    );
    {
        pqxx::stream_to rows{transaction, "loading"};
        for (domain::PostingId id = 1; id <= count; ++id) {
            const domain::Posting posting = market.posting(id);
            int provinces = 0;
            for (const domain::Place& place : posting.job_locations) {
                provinces |= bit(place.province);
            }
            rows << std::make_tuple(
                id,
                std::stoi(posting.noc->to_string()),
                static_cast<int>(posting.working_language),
                provinces,
                text_of(posting)
            );
        }
        rows.complete();
    }
    transaction.exec0(
        "insert into posting"
        " select id, noc, language, provinces, to_tsvector('english', words) from loading"
    );
    transaction.commit();
    pqxx::nontransaction alone{connection_};
    alone.exec0("drop table loading");
    alone.exec0("vacuum (freeze, analyze) posting");
    alone.exec0("set max_parallel_workers_per_gather = 0");
}

std::size_t SqlRanking::best(
    const domain::Candidate& candidate,
    const fit::Weights& weights,
    const std::vector<std::string>& words,
    const std::size_t wanted
) {
    std::ostringstream sql;
    sql << "select id, greatest(0";
    for (const domain::Job& job : candidate.jobs) {
        sql << ", " << occupation_points(job.noc, weights.occupation);
    }
    const bool french =
        language_of(candidate.language_tests.front().kind) == domain::OfficialLanguage::french;
    using domain::WorkingLanguage;
    sql << ") + case when language in ("
        << static_cast<int>(french ? WorkingLanguage::french : WorkingLanguage::english) << ", "
        << static_cast<int>(WorkingLanguage::english_or_french) << ") then "
        << weights.official_languages.max << " else 0 end";
    int provinces = 0;
    for (const domain::Province province : candidate.preferences.provinces) {
        provinces |= bit(province);
    }
    sql << " + case when provinces & " << provinces << " <> 0 then " << weights.place.max
        << " else 0 end";
    if (!words.empty()) {
        std::string query;
        for (const std::string& word : words) {
            query += (query.empty() ? "" : " | ") + word;
        }
        sql << " + " << weights.skills_and_duties.max << " * ts_rank(words, to_tsquery('english', "
            << connection_.quote(query) << "))";
    }
    sql << " as fit from posting order by fit desc, id limit " << wanted;
    pqxx::nontransaction transaction{connection_};
    return transaction.exec(sql.str()).size();
}
