// What people have besides their names: a password, codes, and what was mailed to them.

import {createHmac} from 'node:crypto';

import type {Service} from './service.js';

export const password = 'seven stones lie in the cove';

/// The code that an authenticator application shows, so many steps from now (RFC 6238).
export function timedCode(secret: string, steps = 0): string {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
    const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
    const number = digest.readUInt32BE(digest[19]! & 15) & 0x7fffffff;
    return String(number % 1_000_000).padStart(6, '0');
}

function fromBase32(text: string): Buffer {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const bits = [...text.replaceAll('=', '')]
        .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
        .join('');
    return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/// The link of the last mail to the address.
export async function mailedLink(service: Service, email: string): Promise<URL> {
    const mails = await service.mailTo(email);
    const [link] = /https?:\/\/\S+#[0-9a-f]{64}/.exec(mails.at(-1) ?? '') ?? [];
    if (link === undefined) {
        throw new Error(`no link was mailed to ${email}`);
    }
    return new URL(link);
}

/// The secret behind its #.
export const mailedSecret = async (service: Service, email: string): Promise<string> =>
    (await mailedLink(service, email)).hash.slice(1);
