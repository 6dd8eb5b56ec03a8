import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGE = readFileSync(join(ROOT, 'docs/asvs.md'), 'utf8');

/** How many requirements of ASVS 5.0, levels 1 and 2, each section has; in every section they are numbered from 1 without a gap. */
const SECTIONS: Readonly<Record<string, number>> = {
  1.1: 2, 1.2: 9, 1.3: 11, 1.4: 3, 1.5: 2, 2.1: 3, 2.2: 3, 2.3: 4, 2.4: 1, 3.2: 2, 3.3: 4, 3.4: 6, 3.5: 5, 3.7: 2, 4.1: 3, 4.2: 1, 4.3: 2, 4.4: 4,
  5.1: 1, 5.2: 3, 5.3: 2, 5.4: 3, 6.1: 3, 6.2: 12, 6.3: 4, 6.4: 4, 6.5: 5, 6.6: 3, 6.8: 4, 7.1: 3, 7.2: 4, 7.3: 2, 7.4: 5, 7.5: 2, 7.6: 2,
  8.1: 2, 8.2: 3, 8.3: 1, 8.4: 1, 9.1: 3, 9.2: 4, 10.1: 2, 10.2: 2, 10.3: 4, 10.4: 11, 10.5: 5, 10.6: 2, 10.7: 3,
  11.1: 2, 11.2: 3, 11.3: 3, 11.4: 4, 11.5: 1, 11.6: 1, 12.1: 3, 12.2: 2, 12.3: 4, 13.1: 1, 13.2: 5, 13.3: 2, 13.4: 5,
  14.1: 2, 14.2: 4, 14.3: 3, 15.1: 3, 15.2: 3, 15.3: 7, 16.1: 1, 16.2: 5, 16.3: 4, 16.4: 3, 16.5: 3, 17.1: 1, 17.2: 4, 17.3: 2,
};

interface Row {
  numbers: string[];
  met: string;
  files: string[];
}

const ROWS: Row[] = PAGE.split('\n').filter((line) => /^\| \d/.test(line)).map((line) => {
  const [numbers, , met, where] = line.split('|').slice(1, -1).map((cell) => cell.trim());
  return { numbers: numbers.split(', '), met, files: [...where.matchAll(/`([^`]+)`/g)].map(([, file]) => file) };
});

describe('docs/asvs.md', () => {
  it('has each of the 253 requirements of levels 1 and 2 once, and no other', () => {
    const all = Object.entries(SECTIONS).flatMap(([section, count]) => Array.from({ length: count }, (_none, at) => `${section}.${at + 1}`));
    expect(all).toHaveLength(253);
    expect(ROWS.flatMap(({ numbers }) => numbers).sort()).toEqual(all.sort());
  });

  it('leaves none open: each is met, with a file to show for it, or says why it does not apply', () => {
    const open = ROWS.filter(({ met, files }) => met.length < 5 || (files.length === 0 && !met.startsWith('Does not apply: ')));
    expect(open).toEqual([]);
    expect(PAGE).not.toMatch(/\b(open|partly|planned|not yet)\b\s*\|/i);
  });

  it('names no file that is not there', () => {
    expect([...new Set(ROWS.flatMap(({ files }) => files))].filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});

/** What the page says of the source as a whole. */
describe('the source', () => {
  const sources = (readdirSync(join(ROOT, 'src'), { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts')).map((file) => ({ file, text: readFileSync(join(ROOT, 'src', file), 'utf8') }));

  it.each([
    ['runs no code that it is given', /(?<!\.)\beval\(|new Function\(|node:vm/],
    ['starts no process', /child_process|cluster\.fork/],
    ['makes no regular expression of what it is given', /new RegExp\(|[^.\w]RegExp\(/],
    ['sets no cookie', /set-cookie['"]?\s*[,:]|setCookie\(/i],
    ['checks every certificate', /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity/],
    ['takes no lenient parser of HTTP', /insecureHTTPParser/],
    ['knows one cipher', /createCipheriv\('(?!aes-256-gcm')|createDecipheriv\('(?!aes-256-gcm')/],
    ['knows one hash', /create(Hash|Hmac)\('(?!sha256')/],
    ['takes no random number that can be foreseen for anything', /Math\.random\(/],
  ])('%s', (_what, forbidden) => {
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.filter(({ text }) => forbidden.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
