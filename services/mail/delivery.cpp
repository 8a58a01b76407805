#include "services/mail/delivery.hpp"

#include "sql/store/mail_store.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace mail {
namespace {

namespace fs = std::filesystem;

void write_file(const fs::path& path, const std::string& text) {
    std::ofstream file{path, std::ios::binary | std::ios::trunc};
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    file << text;
    file.close();
    if (!file) {
        throw std::runtime_error{"cannot write a mail to its folder"};
    }
}

/// What is left to hand to the server.
struct Upload {
    std::string_view rest;
};

std::size_t read_upload(
    char* const buffer, const std::size_t size, const std::size_t count, void* const data
) {
    auto& upload = *static_cast<Upload*>(data);
    const std::size_t length = std::min(size * count, upload.rest.size());
    std::memcpy(buffer, upload.rest.data(), length);
    upload.rest.remove_prefix(length);
    return length;
}

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void send(const SmtpOptions& options, const Sender& sender, const Letter& letter) {
    const std::string text = to_rfc5322(letter.mail, sender, letter.id, letter.date);
    Upload upload{text};
    const Handle handle{curl_easy_init(), curl_easy_cleanup};
    const List recipients{
        curl_slist_append(nullptr, ("<" + letter.mail.recipient + ">").c_str()),
        curl_slist_free_all};
    if (!handle || !recipients) {
        throw std::runtime_error{"libcurl cannot be started"};
    }
    const auto set = [&](const CURLoption option, const auto value) {
        if (curl_easy_setopt(handle.get(), option, value) != CURLE_OK) {
            throw std::runtime_error{"libcurl does not know an option"};
        }
    };
    set(CURLOPT_URL, options.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_USE_SSL, static_cast<long>(options.tls_required ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(options.timeout.count()));
    if (!options.user.empty()) {
        set(CURLOPT_USERNAME, options.user.c_str());
        set(CURLOPT_PASSWORD, options.password.c_str());
    }
    const std::string from = "<" + sender.address + ">";
    set(CURLOPT_MAIL_FROM, from.c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, &read_upload);
    set(CURLOPT_READDATA, static_cast<void*>(&upload));
    const CURLcode result = curl_easy_perform(handle.get());
    if (result == CURLE_OK) {
        return;
    }
    const std::string why = std::string{"SMTP: "} + curl_easy_strerror(result);
    constexpr long refused = 400;
    long reply = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &reply);
    if (upload.rest.empty() && reply < refused) {
        throw store::MailStore::MayBeSent{why};
    }
    throw std::runtime_error{why};
}

}  // namespace

Delivery into_folder(fs::path folder, Sender sender) {
    return [folder = std::move(folder), sender = std::move(sender)](const Letter& letter) {
        fs::create_directories(folder);
        write_file(
            folder / (std::to_string(letter.id) + ".eml"),
            to_rfc5322(letter.mail, sender, letter.id, letter.date)
        );
    };
}

Delivery by_smtp(SmtpOptions options, Sender sender) {
    return [options = std::move(options), sender = std::move(sender)](const Letter& letter) {
        send(options, sender, letter);
    };
}

}  // namespace mail
