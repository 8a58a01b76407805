#include "services/cli/documents.hpp"

#include "matcher/document/json.hpp"
#include "services/wire/candidate_json.hpp"

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
