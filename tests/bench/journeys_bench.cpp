// What people's journeys cost the service: they search, open a posting and its evidence, look at
// their matches, score an offer, change their profile and begin applications, over real HTTP from
// the real program. The load is open-loop: requests come at their times, whether or not those
// before are answered, and an answer is as late as it is after the time its request was due.
//
//     journeys_bench [POSTINGS] [SECONDS] [KIND]     default 100,000, 10 and all kinds
//
// Generated postings stand in a throwaway PostgreSQL and index. Each kind of request is asked for
// at half the rate that a closed loop of four connections reaches, then a mix of all at 0.5 and 0.8
// of what that reaches. Prints answers a second, times, and for each answer the processor time of
// the API and of its backends of PostgreSQL; first what a posting and a candidate take on the disk,
// at the end the API's memory. The last number of a row counts answers that were neither 2xx nor a
// refusal with Retry-After. `perf record -p` of the process that is printed tells where the time
// goes; with a KIND only those whose name begins so are asked.

#include "tests/bench/load_generator.hpp"
#include "tests/bench/market.hpp"
#include "tests/bench/served_market.hpp"
#include "tests/http/client.hpp"

#include <boost/json.hpp>
#include <pqxx/pqxx>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <initializer_list>
#include <iomanip>
#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace json = boost::json;
using market::Served;

constexpr unsigned seed = 20'261'130;
constexpr std::size_t candidates = 40;
constexpr std::size_t postings_read = 200;
constexpr std::size_t mixed = 2'000;
constexpr std::size_t connections_closed = 4;
constexpr std::size_t connections_open = 64;

/// One kind of request, and how many of a hundred in the mix are such.
struct Kind {
    std::string name;
    int share;
    std::vector<std::string> requests;
};

const std::string as_of = "as_of=" + domain::to_string(market::today);

std::string joined(const std::initializer_list<std::string_view> parts) {
    std::string result;
    for (const std::string_view part : parts) {
        result += part;
    }
    return result;
}

json::value answer(const Served& served, const std::string& target) {
    const auto got = client::ask(served.port(), "GET", target);
    if (got.status != 200) {
        throw std::runtime_error{target + ": " + got.body};
    }
    return json::parse(got.body);
}

/// Words of titles, and the ids of the postings that they were found in.
struct Found {
    std::vector<std::string> words;
    std::vector<std::string> ids;
};

Found found_by_browsing(const Served& served) {
    Found found;
    std::string target = "/v1/postings?limit=100&" + as_of;
    while (found.ids.size() < postings_read) {
        const json::value page = answer(served, target);
        for (const json::value& posting : page.at("postings").as_array()) {
            found.ids.emplace_back(posting.at("id").as_string());
            const std::string title{posting.at("title").as_string()};
            found.words.push_back(title.substr(0, title.find_first_of(" ,-/(")));
        }
        target = "/v1/postings?limit=100&" + as_of +
                 "&cursor=" + std::string{page.at("next_cursor").as_string()};
    }
    return found;
}

std::vector<Kind> kinds_of(const Served& served) {
    const Found found = found_by_browsing(served);
    std::vector<Kind> kinds{
        {"search with words and facets", 22, {}},
        {"search with filters and facets", 10, {}},
        {"posting", 18, {}},
        {"evidence", 8, {}},
        {"matches", 16, {}},
        {"matches, explained", 4, {}},
        {"matches with words", 6, {}},
        {"lift of a posting", 6, {}},
        {"score", 4, {}},
        {"profile changed", 3, {}},
        {"application begun", 3, {}}};
    const std::vector<std::string> provinces{"ON", "BC", "AB", "MB", "NS"};
    for (std::size_t index = 0; index < postings_read; ++index) {
        const std::string& word = found.words[index];
        const std::string& id = found.ids[index];
        const std::string& province = provinces[index % provinces.size()];
        const auto get = [](const std::string& target) { return Served::request("GET", target); };
        kinds[0].requests.push_back(get(joined({"/v1/postings?facets=true&q=", word, "&", as_of})));
        kinds[1].requests.push_back(get(joined(
            {"/v1/postings?facets=true&province=",
             province,
             "&pay_min=",
             std::to_string(20 + index % 20),
             "&",
             as_of}
        )));
        kinds[2].requests.push_back(get(joined({"/v1/postings/", id, "?", as_of})));
        kinds[3].requests.push_back(get(joined({"/v1/postings/", id, "/evidence?", as_of})));
    }
    std::size_t next = 0;
    for (const std::string& document : market::candidate_documents(candidates)) {
        const std::string path = served.store_candidate(document);
        const std::string& id = found.ids[next];
        const std::string& word = found.words[next];
        ++next;
        const std::string matches = joined({path, "/matches?", as_of});
        kinds[4].requests.push_back(Served::request("GET", matches));
        kinds[5].requests.push_back(Served::request("GET", matches + "&explain=true"));
        kinds[6].requests.push_back(Served::request("GET", joined({matches, "&q=", word})));
        kinds[7].requests.push_back(
            Served::request("POST", joined({"/v1/postings/", id, "/lift?", as_of}), document)
        );
        kinds[8].requests.push_back(Served::request("POST", "/v1/crs?" + as_of, document));
        kinds[9].requests.push_back(Served::request("PUT", path, document));
        kinds[10].requests.push_back(Served::request(
            "POST",
            "/v1/applications",
            joined(
                {R"({"candidate": ")",
                 path.substr(path.rfind('/') + 1),
                 R"(", "posting_id": ")",
                 id,
                 R"("})"}
            )
        ));
    }
    return kinds;
}

std::vector<std::string> mix_of(const std::vector<Kind>& kinds) {
    std::vector<double> shares;
    shares.reserve(kinds.size());
    for (const Kind& kind : kinds) {
        shares.push_back(kind.share);
    }
    std::mt19937 random{seed};
    std::discrete_distribution<std::size_t> which{shares.begin(), shares.end()};
    std::vector<std::string> requests;
    while (requests.size() < mixed) {
        const Kind& kind = kinds[which(random)];
        requests.push_back(kind.requests[random() % kind.requests.size()]);
    }
    return requests;
}

class Meter {
public:
    Meter(const Served& served, const std::chrono::seconds time)
        : served_{served}, time_{time}, connection_{served.test_database().conninfo()} {
        std::cout
            << "api: process " << served.process() << "\n\n"
            << "| requests | asked/s | answered/s | p50 / p99 / p99.9 ms | shed/s | processor "
               "us of API / PostgreSQL | failed |\n|---|---|---|---|---|---|---|"
            << std::endl;
    }

    double capacity(const std::vector<std::string>& requests) const {
        load::Generator generator{served_.port(), requests, connections_closed};
        generator.closed_loop(std::chrono::seconds{2});
        return generator.closed_loop(std::chrono::seconds{3}).rate();
    }

    void row(const std::string& name, const std::vector<std::string>& requests, const double rate) {
        load::Generator generator{served_.port(), requests, connections_open};
        const double api = market::processor_seconds(served_.process());
        const double backends = backend_seconds();
        load::Outcome outcome = generator.open_loop(rate, time_);
        const auto each = [&](const double seconds) {
            return static_cast<int>(seconds * 1e6 / static_cast<double>(outcome.answered.size()));
        };
        const int api_us = each(market::processor_seconds(served_.process()) - api);
        const int backend_us = each(backend_seconds() - backends);
        const auto at = [&](const double share) {
            return load::milliseconds_at(outcome.answered, share);
        };
        std::cout << "| " << name << " | " << static_cast<int>(rate) << " | "
                  << static_cast<int>(outcome.rate()) << " | " << std::setprecision(3) << at(0.5)
                  << " / " << at(0.99) << " / " << at(0.999) << " | "
                  << static_cast<int>(static_cast<double>(outcome.shed.size()) / outcome.seconds)
                  << " | " << api_us << " / " << backend_us << " | "
                  << outcome.failed + outcome.without_retry_after << " |" << std::endl;
    }

private:
    /// Of the backends that serve the API; they stay as long as it does.
    double backend_seconds() {
        pqxx::nontransaction session{connection_};
        double seconds = 0;
        for (const auto& row :
             session.exec("SELECT pid FROM pg_stat_activity WHERE datname = current_database() "
                          "AND usename = 'jobscout_api'")) {
            seconds += market::processor_seconds(row[0].as<pid_t>());
        }
        return seconds;
    }

    const Served& served_;
    std::chrono::seconds time_;
    pqxx::connection connection_;
};

/// What the postings take on the disk, and the candidates with what belongs to them.
void print_sizes(const Served& served, const std::int64_t postings) {
    pqxx::connection connection{served.test_database().conninfo()};
    pqxx::nontransaction session{connection};
    std::cout << "bytes a posting: PostgreSQL";
    const auto tables = session.exec(
        "SELECT relname, pg_total_relation_size(oid) FROM pg_class WHERE relkind = 'r' AND "
        "relnamespace = 'public'::regnamespace AND "
        "pg_total_relation_size(oid) > 40 * " +
        std::to_string(postings) + " ORDER BY 2 DESC"
    );
    for (const auto& table : tables) {
        std::cout << ' ' << table[0].c_str() << ' ' << table[1].as<std::int64_t>() / postings;
    }
    std::uintmax_t index = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{served.index()}) {
        index += entry.is_regular_file() ? entry.file_size() : 0;
    }
    const auto candidate = session.exec(
        "SELECT avg(pg_column_size(document))::bigint, avg(length(document::text))::bigint "
        "FROM candidate"
    );
    std::cout << "; index " << index / static_cast<std::uintmax_t>(postings)
              << "\nbytes a candidate: stored " << candidate[0][0].as<std::int64_t>()
              << ", document " << candidate[0][1].as<std::int64_t>() << std::endl;
}

}  // namespace

int main(const int argc, char** argv) try {
    const std::int64_t postings = argc > 1 ? std::atoll(argv[1]) : 100'000;
    const std::chrono::seconds time{argc > 2 ? std::atoi(argv[2]) : 10};
    const Served served{postings};
    const std::vector<Kind> kinds = kinds_of(served);
    print_sizes(served, postings);
    Meter meter{served, time};
    const std::string only = argc > 3 ? argv[3] : "";
    for (const Kind& kind : kinds) {
        if (kind.name.starts_with(only)) {
            meter.row(kind.name, kind.requests, 0.5 * meter.capacity(kind.requests));
        }
    }
    if (!only.empty()) {
        return 0;
    }
    const std::vector<std::string> mix = mix_of(kinds);
    const double most = meter.capacity(mix);
    for (const double share : {0.5, 0.8}) {
        meter.row("mix at " + std::to_string(share).substr(0, 3), mix, share * most);
    }
    std::cout << "\nmost by a closed loop of the mix: " << static_cast<int>(most)
              << " answers/s; memory of the API " << market::megabytes(served.process(), "VmRSS")
              << " MB, at most " << market::megabytes(served.process(), "VmHWM") << " MB"
              << std::endl;
    return 0;
} catch (const std::exception& error) {
    std::cerr << "journeys_bench: " << error.what() << '\n';
    return 1;
}
