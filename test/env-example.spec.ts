import { readFileSync } from 'node:fs';

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1]).sort();

describe('.env.example', () => {
  const documented = all(read('.env.example'), /^# ([A-Z_]+)=/gm);
  const readByConfig = new Set(all(['config', 'limits', 'crypto/master-key-settings'].map((file) => read(`src/common/${file}.ts`)).join(''), /(?:read|this)\.\w+\(\s*'([A-Z_]+)'/g));

  it('documents every variable that the configuration reads, and no other', () => {
    expect(documented).toEqual([...readByConfig].sort());
  });

  it('documents each of them once', () => {
    expect(new Set(documented).size).toBe(documented.length);
  });
});
