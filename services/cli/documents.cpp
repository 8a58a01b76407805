#include "services/cli/documents.hpp"

#include "indexer/sources/rounds.hpp"
#include "matcher/document/json.hpp"
#include "services/wire/candidate_json.hpp"
#include "sql/store/shipped_rounds.hpp"

#include <fstream>
#include <iterator>

namespace cli {

domain::Result<boost::json::value> read_document(std::istream& in) {
    return document::parse(std::string{std::istreambuf_iterator<char>{in}, {}});
}

domain::Result<domain::Candidate> read_candidate(std::istream& in) {
    const auto document = read_document(in);
    if (!document) {
        return document.error();
    }
    return wire::candidate_from(*document);
}

std::string content_of(const std::string& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::optional<std::vector<domain::Round>> read_rounds(
    const std::string& path, std::ostream& errors
) {
    if (path.empty()) {
        return store::shipped_rounds();
    }
    auto feed = sources::read_rounds(content_of(path));
    if (!feed) {
        errors << "jobscout: " << path << ": " << feed.error().message << '\n';
        return std::nullopt;
    }
    for (const sources::RefusedRound& refused : feed->refused) {
        errors << "jobscout: " << path << ": " << refused.field << ": " << refused.reason << '\n';
    }
    return std::move(feed->rounds);
}

int refuse(std::ostream& errors, const domain::Error& error) {
    errors << "jobscout: " << error.field << (error.field.empty() ? "" : ": ") << error.message
           << '\n';
    return 1;
}

int refuse_rules(std::ostream& errors, const std::string& id) {
    errors << "jobscout: there is no rule set '" << id << "'\n";
    return 2;
}

}  // namespace cli
