/// How a random name is called out: its first eight signs.
export const shortAlias = (alias: string) => alias.slice(0, 4) + '\u00a0' + alias.slice(4, 8);
