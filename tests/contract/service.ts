// The programs of Job Scout as a newcomer starts them: a database of their own, the sample postings,
// tokens, a key, and mail that goes into a folder.

import {execFile, spawn, type ChildProcess} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';

const run = promisify(execFile);

/// Set by tests/contract/run.
const root = process.env['JOBSCOUT_ROOT'] ?? '.';
const socket = process.env['JOBSCOUT_TEST_SOCKET'] ?? '';
const programs = join(root, 'build/release/bin');

/// The day as of which the sample is written.
const sampleDay = Date.parse('2026-11-16');
const dayLength = 24 * 60 * 60 * 1000;

/// `text` with every day as far from today as it was from the day of the sample.
function movedToToday(text: string): string {
    const today = Math.floor(Date.now() / dayLength) * dayLength;
    return text.replace(/\b20\d\d-\d\d-\d\d\b/g, (day) =>
        new Date(Date.parse(day) + today - sampleDay).toISOString().slice(0, 10),
    );
}

export function sample(name: string): string {
    return movedToToday(readFileSync(join(root, 'deploy/sample', name), 'utf8'));
}

/// Quoted-printable as text.
function decoded(mail: string): string {
    const bytes = mail
        .replace(/=\r?\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
}

export class Service {
    /// Of the tokens that deploy/tokens makes, by principal.
    readonly tokens = new Map<string, string>();

    private watching: ChildProcess | null = null;

    private constructor(
        readonly url: string,
        readonly folder: string,
        private readonly database: string,
        private readonly api: ChildProcess,
    ) {
        for (const line of readFileSync(join(folder, 'tokens.txt'), 'utf8').trim().split('\n')) {
            const [principal, token] = line.split(' ');
            this.tokens.set(principal ?? '', token ?? '');
        }
        // Also where a test program ends by an error.
        process.once('exit', () => {
            api.kill('SIGTERM');
            this.watching?.kill('SIGTERM');
            rmSync(folder, {recursive: true, force: true});
        });
    }

    /// With further options of the API, further files of postings by name, and lists that others publish
    /// by kind.
    static async start(
        options: string[] = [],
        files: {[name: string]: string} = {},
        lists: {[kind: string]: string} = {},
    ): Promise<Service> {
        const folder = mkdtempSync(join(tmpdir(), 'jobscout-contract-'));
        const database = `jobscout_contract_${randomBytes(8).toString('hex')}`;
        const conninfo = `host=${socket} dbname=${database}`;
        const index = join(folder, 'index');
        const key = join(folder, 'account.key');
        const feed = join(folder, 'feed');
        mkdirSync(feed);
        for (const name of ['postings_en.ndjson', 'offres_fr.json']) {
            writeFileSync(join(feed, name), sample(join('feed', name)));
        }
        writeFileSync(join(feed, 'faulty.ndjson'), '{"title": <b>\n');
        for (const [name, text] of Object.entries(files)) {
            writeFileSync(join(feed, name), text);
        }
        await run(join(programs, 'jobscout-indexer'), ['migrate', '--database', conninfo]);
        for (const [kind, text] of Object.entries(lists)) {
            const list = join(folder, `${kind}.tsv`);
            writeFileSync(list, text);
            await run(join(programs, 'jobscout-indexer'), [
                'import', kind, list, '--published', movedToToday('2026-11-01'), '--database', conninfo,
            ]);
        }
        await run(join(programs, 'jobscout-indexer'), [
            'ingest', feed, '--database', conninfo, '--index', index,
        ]);
        await run(join(root, 'deploy/tokens'), [folder]);
        await run(join(programs, 'jobscout-account'), ['make-key', key]);
        const api = spawn(
            join(programs, 'jobscout-api'),
            [
                ['--database', conninfo],
                ['--index', index],
                ['--port', '0'],
                ['--tokens', join(folder, 'tokens.json')],
                ['--account-key', key],
                ['--plain-cookies'],
                // Every request says its own address: what slows down strangers is not what is tried.
                ['--trusted-proxy', '127.0.0.1/32'],
                ['--requests-burst', '0'],
                ['--wait-tolerated-ms', '60000'],
                ['--account-requests-burst', '0'],
                options,
            ].flat(),
            {stdio: ['ignore', 'pipe', openSync(join(root, 'build/contract/api.log'), 'w')]},
        );
        const url = await new Promise<string>((told, failed) => {
            api.stdout?.once('data', (line: Buffer) => told(line.toString().trim()));
            api.once('exit', (status) => failed(new Error(`jobscout-api ended with ${status}`)));
        });
        const service = new Service(url, folder, database, api);
        while ((await fetch(`${url}/readyz`)).status !== 200) {
            // Until the postings are in memory; the time limit of the test bounds it.
        }
        return service;
    }

    /// An account that only the machine itself can make.
    async makeAccount(email: string, role: 'operator' | 'reviewer', password: string): Promise<void> {
        const made = run(join(programs, 'jobscout-account'), [
            '--database', `host=${socket} dbname=${this.database}`,
            'create', '--email', email, '--role', role,
        ]);
        made.child.stdin?.end(`${password}\n`);
        await made;
    }

    /// jobscout-indexer over the same database and index, until the service stops.
    watch(sources: string): void {
        const list = join(this.folder, 'sources.json');
        writeFileSync(list, sources);
        this.watching = spawn(
            join(programs, 'jobscout-indexer'),
            [
                'watch',
                ['--sources', list],
                ['--fetched', join(this.folder, 'fetched')],
                ['--database', `host=${socket} dbname=${this.database}`],
                ['--index', join(this.folder, 'index')],
            ].flat(),
            {stdio: ['ignore', 'ignore', openSync(join(root, 'build/contract/watch.log'), 'w')]},
        );
    }

    /// What is on its way is delivered; the mails to the address, oldest first.
    async mailTo(email: string): Promise<string[]> {
        const mail = join(this.folder, 'mail');
        mkdirSync(mail, {recursive: true});
        await run(join(programs, 'jobscout-worker'), [
            '--database', `host=${socket} dbname=${this.database}`,
            '--index', join(this.folder, 'index'),
            '--mail-folder', mail,
            '--once',
        ]);
        return readdirSync(mail)
            .sort((one, other) => parseInt(one) - parseInt(other))
            .map((name) => decoded(readFileSync(join(mail, name), 'latin1')))
            .filter((text) => text.includes(`To: ${email}`));
    }

    /// Holds every saved search against all postings, as if each had come since it was saved.
    async announce(): Promise<void> {
        await run(join(programs, 'jobscout'), ['batch', '--since', '0'], {
            env: {
                ...process.env,
                JOBSCOUT_DATABASE: `host=${socket} dbname=${this.database}`,
                JOBSCOUT_INDEX: join(this.folder, 'index'),
            },
        });
    }

    /// What no route does: time that has passed, or words that were others once.
    async change(statement: string): Promise<void> {
        const whole = `SET session_replication_role = replica; ${statement}`;
        await run('psql', ['-h', socket, '-U', 'postgres', '-d', this.database, '-v', 'ON_ERROR_STOP=1', '-qc', whole]);
    }

    async stop(): Promise<void> {
        this.watching?.kill('SIGTERM');
        const ended = new Promise((resolve) => this.api.once('exit', resolve));
        this.api.kill('SIGTERM');
        await ended;
        await run('psql', [
            '-h', socket, '-U', 'postgres', '-qc', `DROP DATABASE ${this.database} WITH (FORCE)`,
        ]);
    }
}
