#include "services/http/request_reader.hpp"

#include "services/http/chunk_reader.hpp"
#include "services/http/problem.hpp"
#include "services/http/protocol.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>

#include <limits>
#include <optional>

namespace http {
namespace {

namespace beast = boost::beast;
using Parser = beast::http::request_parser<beast::http::empty_body>;

Request head_of(const Parser& parser) {
    const auto& message = parser.get();
    Request request;
    request.method = std::string{message.method_string()};
    request.target = std::string{message.target()};
    for (const auto& header : message) {
        request.headers.emplace_back(header.name_string(), header.value());
    }
    return request;
}

Response refusal_of(const beast::error_code& error) {
    using Error = beast::http::error;
    if (error == Error::bad_version) {
        return problem(505, "only HTTP/1.0 and HTTP/1.1 are spoken here");
    }
    return problem(400, "the request is not well-formed HTTP");
}

}  // namespace

struct RequestReader::Parts {
    Parts(const HeadLimits& limits, const BodyLimit& body_limit)
        : scanner{limits}, body_bytes_max{body_limit} {
        parser.header_limit(std::numeric_limits<std::uint32_t>::max());  // The scanner's business.
        parser.body_limit(boost::none);
    }

    void refuse(Response response) {
        refusal = std::move(response);
        stage = Stage::refused;
    }

    std::size_t read_head(std::string_view bytes);
    std::size_t read_body(std::string_view bytes);

    HeadScanner scanner;
    const BodyLimit& body_bytes_max;
    Parser parser;  // Of the head.
    std::size_t body_bytes = 0;
    std::optional<ChunkReader> chunks;
    Stage stage = Stage::head;
    Request request;
    Response refusal;
    bool keep_alive = false;
    bool awaits_invitation = false;
};

std::size_t RequestReader::Parts::read_head(const std::string_view bytes) {
    if (auto refused = scanner.scan(bytes)) {
        refuse(*std::move(refused));
        return 0;
    }
    if (scanner.length() == 0) {
        return 0;
    }
    beast::error_code error;
    const std::size_t length =
        parser.put(boost::asio::buffer(bytes.data(), scanner.length()), error);
    request = head_of(parser);
    if (error || length != scanner.length()) {
        refuse(refusal_of(error));
        return 0;
    }
    const Version version = parser.get().version() == 11 ? Version::http_1_1 : Version::http_1_0;
    if (auto refused = refusal_of_head(request, version)) {
        refuse(*std::move(refused));
        return length;
    }
    const auto announced = parser.content_length().value_or(0);
    if (announced > 0 || parser.chunked()) {
        const std::size_t limit = body_bytes_max(request);
        if (announced > limit) {
            refuse(problem(413, "the body is too long"));
            return length;
        }
        body_bytes = static_cast<std::size_t>(announced);
        if (parser.chunked()) {
            chunks.emplace(limit);
        }
    }
    keep_alive = version == Version::http_1_1 && parser.get().keep_alive();
    stage = body_bytes == 0 && !chunks ? Stage::whole : Stage::body;
    awaits_invitation =
        stage == Stage::body && version == Version::http_1_1 && !request.header("Expect").empty();
    return length;
}

std::size_t RequestReader::Parts::read_body(const std::string_view bytes) {
    if (!chunks) {
        const std::string_view part = bytes.substr(0, body_bytes - request.body.size());
        request.body.append(part);
        stage = request.body.size() == body_bytes ? Stage::whole : Stage::body;
        return part.size();
    }
    const std::size_t length = chunks->read(bytes);
    if (chunks->state() == ChunkReader::State::whole) {
        request.body = std::move(chunks->body());
        stage = Stage::whole;
    } else if (chunks->state() == ChunkReader::State::malformed) {
        refuse(problem(400, "the body is not well-formed chunks"));
    } else if (chunks->state() == ChunkReader::State::too_long) {
        refuse(problem(413, "the body is too long"));
    }
    return length;
}

RequestReader::RequestReader(const HeadLimits& limits, const BodyLimit& body_bytes_max)
    : parts_{std::make_unique<Parts>(limits, body_bytes_max)} {}
RequestReader::~RequestReader() = default;

RequestReader::Stage RequestReader::stage() const { return parts_->stage; }

std::size_t RequestReader::read(const std::string_view bytes) {
    std::size_t length = 0;
    if (parts_->stage == Stage::head) {
        length = parts_->read_head(bytes);
    }
    if (parts_->stage == Stage::body && length < bytes.size()) {
        length += parts_->read_body(bytes.substr(length));
    }
    return length;
}

Request& RequestReader::request() { return parts_->request; }
Response& RequestReader::refusal() { return parts_->refusal; }
bool RequestReader::keep_alive() const { return parts_->keep_alive; }
bool RequestReader::awaits_invitation() const { return parts_->awaits_invitation; }

}  // namespace http
