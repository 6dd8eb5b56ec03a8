import { readFileSync } from 'node:fs';

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1]).sort();

describe('.env.example', () => {
  const documented = all(read('.env.example'), /^# ([A-Z0-9_]+)=/gm);
  const readByConfig = new Set(all(['config', 'limits', 'crypto/master-key-settings'].map((file) => read(`src/common/${file}.ts`)).join(''), /(?:read|this)\.\w+\(\s*'([A-Z0-9_]+)'/g));

  it('documents every variable that the configuration reads, and no other', () => {
    expect(documented).toEqual([...readByConfig].sort());
  });

  it('documents each of them once', () => {
    expect(new Set(documented).size).toBe(documented.length);
  });

  it('is the same list as the table of the README', () => {
    const [, configuration] = /^## Configuration$(.*?)^## /ms.exec(read('README.md'))!;
    const named = configuration.split('\n').filter((line) => line.startsWith('| `')).flatMap((line) => all(line.split('|')[1], /`([A-Z0-9_]+)`/g));
    expect(named.sort()).toEqual(documented);
  });
});
