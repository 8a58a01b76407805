#pragma once

#include "indexer/verification/text_rules.hpp"
#include "indexer/verification/verify.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace verification {

/// The words of a posting on lines of their own, with what the rules find in them: read once for
/// all the checks that look at words.
class PostingText {
public:
    explicit PostingText(const domain::Posting& posting);
    ~PostingText() = default;
    PostingText(const PostingText&) = delete;  // The findings quote the text where it stands.
    PostingText& operator=(const PostingText&) = delete;
    PostingText(PostingText&&) = delete;
    PostingText& operator=(PostingText&&) = delete;

    std::string_view text() const { return text_; }

    /// False where a posting is a title and nothing more: then no wording can be judged.
    bool describes_the_job() const { return describes_the_job_; }

    /// The gravest finding of a check, the first rule of several; nothing if there is none.
    const TextFinding* gravest(CheckKind kind) const;

    /// The first finding of this statement.
    const TextFinding* find(CheckKind kind, std::string_view code) const;

    /// The field that the text at this offset is of, as in indexer/sources.
    std::string_view field_at(std::size_t offset) const;

private:
    void add(std::string_view field, std::string_view words);

    struct Part {
        std::size_t begin = 0;
        std::string_view field;
    };
    std::string text_;
    std::vector<Part> parts_;
    bool describes_the_job_ = false;
    std::vector<TextFinding> findings_;
};

/// Calls `judge` with the text that the evidence brings, or with the posting's own.
template <class Judge>
Check judged(const Evidence& evidence, const Judge judge) {
    if (evidence.text != nullptr) {
        return judge(*evidence.text);
    }
    const PostingText text{evidence.posting};
    return judge(text);
}

/// What a finding says of a posting, with its quote and, as `rule`, the id of the rule.
Check check_from(const TextFinding& finding, const PostingText& text);

}  // namespace verification
