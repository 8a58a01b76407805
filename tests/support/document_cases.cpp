#include "tests/support/document_cases.hpp"

#include "matcher/document/json.hpp"
#include "tests/support/temporary_folder.hpp"

#include <boost/json/value.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace support {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

const fs::path repository{REPOSITORY_ROOT};

std::string read(const fs::path& path) {
    std::ifstream file{path};
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

json::value parse(const fs::path& path) { return document::parse(read(path)).value(); }

/// `document` with the value at `pointer` replaced, or removed where there is none.
json::value changed(json::value document, const std::string& pointer, const json::value* value) {
    if (pointer.empty()) {
        return *value;
    }
    const auto slash = pointer.rfind('/');
    const std::string member = pointer.substr(slash + 1);
    boost::system::error_code error;
    json::value* parent = document.find_pointer(pointer.substr(0, slash), error);
    if (parent == nullptr) {
        throw std::runtime_error{"there is no " + pointer};
    }
    if (json::array* elements = parent->if_array()) {
        const std::size_t index = std::stoul(member);
        if (value == nullptr) {
            elements->erase(elements->begin() + static_cast<std::ptrdiff_t>(index));
        } else {
            elements->at(index) = *value;
        }
    } else if (value != nullptr) {
        parent->as_object()[member] = *value;
    } else if (parent->as_object().erase(member) == 0) {
        throw std::runtime_error{"there is no " + pointer};
    }
    return document;
}

std::string text(const json::object& entry, const std::string_view key) {
    const json::value* value = entry.if_contains(key);
    return value != nullptr ? std::string{value->as_string()} : "";
}

json::value repeated(const json::object& entry) {
    std::string result;
    for (std::int64_t left = entry.at("times").as_int64(); left > 0; --left) {
        result += text(entry, "repeat");
    }
    return json::value(result);
}

json::value document_of(const json::value& base, const json::object& entry) {
    if (!entry.contains("at")) {
        return base;
    }
    if (entry.contains("times")) {
        const json::value value = repeated(entry);
        return changed(base, text(entry, "at"), &value);
    }
    return changed(base, text(entry, "at"), entry.if_contains("to"));
}

}  // namespace

std::vector<DocumentCase> read_document_cases(const fs::path& file) {
    const json::value content = parse(file);
    const std::string base_file = text(content.as_object(), "base_file");
    const json::value base = base_file.empty() ? content.at("base") : parse(repository / base_file);
    std::vector<DocumentCase> result;
    for (const std::string group : {"accepted", "refused", "refused_by_the_reader_alone"}) {
        for (const json::value& stated : content.at(group).as_array()) {
            const json::object& entry = stated.as_object();
            result.push_back(
                {.what = text(entry, "what"),
                 .document = document::serialize(document_of(base, entry)),
                 .field = text(entry, "field"),
                 .accepted = group == "accepted",
                 .schema_accepts = group != "refused"}
            );
        }
    }
    return result;
}

std::vector<bool> schema_verdicts(const fs::path& schema, const std::vector<DocumentCase>& cases) {
    std::string documents;
    for (const DocumentCase& one : cases) {
        // One document a line, however its file is laid out.
        documents += document::serialize(document::parse(one.document).value()) + '\n';
    }
    const TemporaryFolder folder;
    const fs::path input = folder.write("documents.ndjson", documents);
    const fs::path output = folder.path() / "verdicts";
    const std::string command =
        "/usr/bin/python3 '" + (repository / "tests/support/validate.py").string() + "' '" +
        schema.string() + "' < '" + input.string() + "' > '" + output.string() + "'";
    if (std::system(command.c_str()) != 0) {
        throw std::runtime_error{"python3-jsonschema is in deploy/packages.tests"};
    }
    std::istringstream lines{read(output)};
    std::vector<bool> verdicts;
    for (int verdict = 0; lines >> verdict;) {
        verdicts.push_back(verdict == 1);
    }
    return verdicts;
}

}  // namespace support
