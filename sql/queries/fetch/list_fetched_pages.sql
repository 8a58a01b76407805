SELECT url, etag, last_modified, next_page, sha256, bytes
FROM fetched_page
WHERE source = $1
ORDER BY page;
