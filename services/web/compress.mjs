// Writes the compressed forms beside the files of a site: FILE.br and FILE.gz.
//   node compress.mjs FOLDER
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

const folder = process.argv[2];
for (const entry of readdirSync(folder, {recursive: true})) {
    if (!/\.(html|js|css|svg|txt)$/.test(entry)) {
        continue;
    }
    const bytes = readFileSync(join(folder, entry));
    const brotli = {params: {[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length}};
    writeFileSync(join(folder, `${entry}.br`), brotliCompressSync(bytes, brotli));
    writeFileSync(join(folder, `${entry}.gz`), gzipSync(bytes, {level: 9}));
}
