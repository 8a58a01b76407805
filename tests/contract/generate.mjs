// Makes api.ts, the types of the client, of the document: as anybody would, by its address.
//   node generate.mjs FOLDER
import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {promisify} from 'node:util';

const folder = process.argv[2];
const root = new URL('../../', import.meta.url);
const documents = {
    '/openapi.json': 'services/api/openapi.json',
    '/v1/schemas/candidate.json': 'services/wire/candidate.schema.json',
};

const server = createServer(async (request, response) => {
    const file = documents[request.url];
    response.statusCode = file === undefined ? 404 : 200;
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('Connection', 'close'); // Reading may take longer than a connection is kept.
    response.end(file === undefined ? '' : await readFile(new URL(file, root)));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
try {
    const {stderr} = await promisify(execFile)(`${folder}/node_modules/.bin/openapi-typescript`, [
        `http://127.0.0.1:${server.address().port}/openapi.json`,
        '--default-non-nullable=false', // A member with a default can be left out.
        '--output',
        `${folder}/generated/api.ts`,
    ]);
    process.stderr.write(stderr);
} finally {
    server.close();
}
