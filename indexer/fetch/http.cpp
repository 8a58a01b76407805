// The only home of libcurl's transfers.

#include "indexer/fetch/http.hpp"

#include "indexer/fetch/address.hpp"
#include "indexer/fetch/decoder.hpp"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <exception>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>

namespace fetch {
namespace {

using Easy = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

constexpr long ok = 200;

/// What the callbacks of one transfer share.
struct Transfer {
    const Request& request;
    const BodySink& sink;
    const std::stop_token& stop;
    CURL* easy;
    std::optional<Decoder> decoder;
    std::int64_t bytes = 0;
    std::string refusal;           ///< Why we broke it off for good.
    std::string damage;            ///< Why the body cannot be used.
    std::string refused_address;   ///< The last one.
    bool enough = false;           ///< The sink wants no more.
    std::exception_ptr exception;  ///< None may pass through libcurl.
};

long status_of(CURL* easy) {
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

/// The value of a header of the last answer; several of one name are joined as HTTP has it.
std::string header(CURL* easy, const char* name) {
    std::string value;
    curl_header* found = nullptr;
    for (std::size_t index = 0;
         curl_easy_header(easy, name, index, CURLH_HEADER, -1, &found) == CURLHE_OK;
         ++index) {
        value += (index == 0 ? "" : ", ") + std::string{found->value};
    }
    return value;
}

/// A header that is to be kept and sent back: nothing where it is no line of ASCII, or a long one.
std::string plain_header(CURL* easy, const char* name) {
    constexpr std::size_t length_max = 1000;
    std::string value = header(easy, name);
    const bool plain =
        std::all_of(value.begin(), value.end(), [](const char c) { return c >= ' ' && c <= '~'; });
    return plain && value.size() <= length_max ? value : "";
}

/// Takes decoded bytes.
bool keep(Transfer& transfer, const std::string_view bytes) {
    transfer.bytes += static_cast<std::int64_t>(bytes.size());
    if (transfer.bytes > transfer.request.bytes_max) {
        transfer.refusal = "the body is larger than the limit of " +
                           std::to_string(transfer.request.bytes_max) + " bytes";
        return false;
    }
    if (status_of(transfer.easy) != ok) {
        return true;  // Read for the connection's sake, and within the same limit.
    }
    transfer.enough = !transfer.sink(bytes);
    return !transfer.enough;
}

bool take(Transfer& transfer, const std::string_view bytes) {
    if (!transfer.decoder) {
        auto decoder = Decoder::of(
            status_of(transfer.easy) == ok ? header(transfer.easy, "Content-Encoding") : ""
        );
        if (!decoder) {
            transfer.refusal = decoder.error().field + " " + decoder.error().message;
            return false;
        }
        transfer.decoder = std::move(*decoder);
    }
    const auto progress = transfer.decoder->decode(bytes, [&](const std::string_view decoded) {
        return keep(transfer, decoded);
    });
    if (progress == Decoder::Progress::damaged) {
        transfer.damage = "the body is damaged";
    }
    return progress == Decoder::Progress::wants_more;
}

std::size_t on_body(char* data, const std::size_t size, const std::size_t count, void* user) {
    auto& transfer = *static_cast<Transfer*>(user);
    const std::size_t length = size * count;
    try {
        return take(transfer, {data, length}) ? length : CURL_WRITEFUNC_ERROR;
    } catch (...) {
        transfer.exception = std::current_exception();
        return CURL_WRITEFUNC_ERROR;
    }
}

int on_progress(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const Transfer*>(user)->stop.stop_requested() ? 1 : 0;
}

curl_socket_t on_socket(void* user, const curlsocktype purpose, curl_sockaddr* address) {
    auto& transfer = *static_cast<Transfer*>(user);
    const bool permitted = transfer.request.reach == Reach::anywhere || is_public(address->addr);
    if (purpose != CURLSOCKTYPE_IPCXN || !permitted) {
        transfer.refused_address = to_string(address->addr);
        errno = EACCES;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

template <class Value>
void set(CURL* easy, const CURLoption option, const Value value) {
    if (const CURLcode code = curl_easy_setopt(easy, option, value); code != CURLE_OK) {
        throw std::runtime_error{std::string{"libcurl: "} + curl_easy_strerror(code)};
    }
}

List header_list(const Request& request) {
    List list{nullptr, curl_slist_free_all};
    const auto add = [&](const std::string& line) {
        curl_slist* longer = curl_slist_append(list.get(), line.c_str());
        if (longer == nullptr) {
            throw std::bad_alloc{};
        }
        static_cast<void>(list.release());
        list.reset(longer);
    };
    // Asked for as a plain header, libcurl leaves the decoding to us.
    add("Accept-Encoding: gzip, br");
    for (const std::string& line : request.headers) {
        add(line);
    }
    return list;
}

void prepare(CURL* easy, const Request& request, const curl_slist* headers) {
    set(easy, CURLOPT_URL, request.url.c_str());
    set(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    set(easy, CURLOPT_FOLLOWLOCATION, 0L);
    set(easy, CURLOPT_PROXY, "");  // Whatever the environment says.
    set(easy, CURLOPT_USERAGENT, request.user_agent.c_str());
    set(easy, CURLOPT_HTTPHEADER, headers);
    set(easy, CURLOPT_NOSIGNAL, 1L);
    set(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(request.time_max.count()));
    set(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.connect_max.count()));
    set(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(request.stall_max.count()));
    set(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    set(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    set(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (request.ca_file) {
        set(easy, CURLOPT_CAINFO, request.ca_file->c_str());
        set(easy, CURLOPT_CAPATH, static_cast<const char*>(nullptr));
    }
}

void connect(CURL* easy, Transfer& transfer) {
    set(easy, CURLOPT_WRITEFUNCTION, on_body);
    set(easy, CURLOPT_WRITEDATA, &transfer);
    set(easy, CURLOPT_OPENSOCKETFUNCTION, on_socket);
    set(easy, CURLOPT_OPENSOCKETDATA, &transfer);
    set(easy, CURLOPT_NOPROGRESS, 0L);
    set(easy, CURLOPT_XFERINFOFUNCTION, on_progress);
    set(easy, CURLOPT_XFERINFODATA, &transfer);
}

bool may_pass(const CURLcode code) {
    switch (code) {
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_ISSUER_ERROR:
        case CURLE_URL_MALFORMAT:
        case CURLE_UNSUPPORTED_PROTOCOL:
        case CURLE_TOO_MANY_REDIRECTS:
            return false;
        default:
            return true;
    }
}

/// Why the body cannot be used, though libcurl saw nothing wrong with it; empty: it can.
std::string fault(const Transfer& transfer) {
    if (!transfer.damage.empty()) {
        return transfer.damage;
    }
    const bool whole = !transfer.decoder || transfer.decoder->whole();
    return whole ? "" : "the body was cut short inside its content encoding";
}

void judge(Reply& reply, const Transfer& transfer, const CURLcode code, const char* detail) {
    const auto end_with = [&](const End end, std::string error) {
        reply.end = end;
        reply.error = std::move(error);
    };
    const bool no_connection = code == CURLE_COULDNT_CONNECT;
    if (transfer.enough) {
        end_with(End::answered, "");
    } else if (!transfer.refusal.empty()) {
        end_with(End::refused, transfer.refusal);
    } else if (code == CURLE_ABORTED_BY_CALLBACK) {
        end_with(End::stopped, "stopped");
    } else if (no_connection && !transfer.refused_address.empty()) {
        end_with(End::refused, "the address " + transfer.refused_address + " is not a public one");
    } else if (code != CURLE_OK && transfer.damage.empty()) {
        end_with(
            may_pass(code) ? End::failed : End::refused,
            *detail != '\0' ? detail : curl_easy_strerror(code)
        );
    } else {
        std::string why = fault(transfer);
        const End end = why.empty() ? End::answered : End::failed;
        end_with(end, std::move(why));
    }
}

void read_head(Reply& reply, CURL* easy) {
    reply.status = static_cast<int>(status_of(easy));
    reply.etag = plain_header(easy, "ETag");
    reply.last_modified = plain_header(easy, "Last-Modified");
    reply.link = plain_header(easy, "Link");
    const char* redirect = nullptr;
    curl_easy_getinfo(easy, CURLINFO_REDIRECT_URL, &redirect);
    reply.redirect = redirect != nullptr ? redirect : "";
    curl_off_t seconds = 0;
    curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &seconds);
    if (seconds > 0) {
        reply.retry_after = std::chrono::seconds{seconds};
    }
}

}  // namespace

Reply get(const Request& request, const BodySink& sink, const std::stop_token& stop) {
    static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
    const Easy easy{curl_easy_init(), curl_easy_cleanup};
    if (initialised != CURLE_OK || !easy) {
        throw std::runtime_error{"libcurl cannot be used"};
    }
    const List headers = header_list(request);
    Transfer transfer{
        .request = request,
        .sink = sink,
        .stop = stop,
        .easy = easy.get(),
        .decoder = {},
        .refusal = {},
        .damage = {},
        .refused_address = {},
        .exception = {}};
    std::array<char, CURL_ERROR_SIZE> detail{};
    prepare(easy.get(), request, headers.get());
    connect(easy.get(), transfer);
    set(easy.get(), CURLOPT_ERRORBUFFER, detail.data());
    const CURLcode code = curl_easy_perform(easy.get());
    if (transfer.exception) {
        std::rethrow_exception(transfer.exception);
    }
    Reply reply;
    read_head(reply, easy.get());
    judge(reply, transfer, code, detail.data());
    return reply;
}

}  // namespace fetch
