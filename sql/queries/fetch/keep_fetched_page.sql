INSERT INTO fetched_page (source, page, url, etag, last_modified, next_page, sha256, bytes)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT ON CONSTRAINT fetched_page_pkey DO UPDATE
SET url = excluded.url, etag = excluded.etag, last_modified = excluded.last_modified,
    next_page = excluded.next_page, sha256 = excluded.sha256, bytes = excluded.bytes,
    fetched_at = excluded.fetched_at;
