#include "indexer/ingest.hpp"

#include "indexer/file_ingest.hpp"
#include "indexer/reading.hpp"

namespace ingest {

domain::Result<Report> ingest(
    const sources::SourceFile& file,
    const Reference& reference,
    store::PostingStore& postings,
    const Options& options
) {
    auto source = sources::describe(file);
    if (!source) {
        return source.error();
    }
    FileIngest ingest{*std::move(source), reference, postings, options};
    Reading reading{file, options.batch_size};
    while (auto chunk = reading.next()) {
        const Progress progress{
            .records = ingest.records(),
            .bytes_read = chunk->bytes_read,
            .bytes_total = chunk->bytes_total};
        ingest.take(*std::move(chunk));
        if (options.progress) {
            options.progress(progress);
        }
    }
    if (!reading.outcome()) {
        return reading.outcome().error();
    }
    return ingest.finish();
}

}  // namespace ingest
