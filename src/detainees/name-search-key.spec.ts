import { readFileSync } from 'node:fs';
import { nameQueryKeys, nameSearchKeys } from './name-search-key.js';

interface Spelling { group: string; arabic: string; latin: string; seen: number; keys: ReadonlySet<string> }

const [, ...lines] = readFileSync('data/names/arabic_name_variant_groups.csv', 'utf8').trim().split(/\r?\n/);
const SPELLINGS: Spelling[] = lines.map((line) => {
  const [group = '', arabic = '', latin = '', seen = ''] = line.split(',');
  return { group, arabic, latin, seen: Number(seen), keys: new Set(nameSearchKeys(latin)) };
});

const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((key) => b.has(key));

/** As the search does it: one key of every part that was asked for. */
const finds = (asked: string, onFile: string): boolean => {
  const keys = new Set(nameSearchKeys(onFile));
  return nameQueryKeys(asked).every((part) => part.some((key) => keys.has(key)));
};

describe('the published groups of spellings (284 Arabic names, 912 Latin spellings)', () => {
  const measured = measure();

  it('finds most other spellings of a name, and few spellings of another', () => {
    process.stdout.write(`every pair of spellings: recall ${percent(measured.recall)}, precision ${percent(measured.precision)}; `
      + `weighted by how often each is seen: recall ${percent(measured.weightedRecall)}, precision ${percent(measured.weightedPrecision)}; `
      + `Latin spelling found by the Arabic one: ${percent(measured.fromArabic)}\n`);
    expect(measured.recall).toBeGreaterThan(0.89);
    expect(measured.precision).toBeGreaterThan(0.66);
    expect(measured.weightedRecall).toBeGreaterThan(0.97);
    expect(measured.weightedPrecision).toBeGreaterThan(0.91);
    expect(measured.fromArabic).toBeGreaterThan(0.93);
  });
});

function measure() {
  let found = 0; let same = 0; let wrong = 0;
  let weightFound = 0; let weightSame = 0; let weightWrong = 0;
  SPELLINGS.forEach((a, at) => {
    for (const b of SPELLINGS.slice(at + 1)) {
      // One spelling that stands for two Arabic names says nothing about the key.
      if (a.latin === b.latin) continue;
      const hit = meet(a.keys, b.keys);
      const weight = a.seen * b.seen;
      if (a.group === b.group) {
        same += 1; weightSame += weight;
        if (hit) { found += 1; weightFound += weight; }
      } else if (hit) {
        wrong += 1; weightWrong += weight;
      }
    }
  });
  const fromArabic = SPELLINGS.filter(({ arabic, keys }) => meet(new Set(nameSearchKeys(arabic)), keys)).length;
  return {
    recall: found / same,
    precision: found / (found + wrong),
    weightedRecall: weightFound / weightSame,
    weightedPrecision: weightFound / (weightFound + weightWrong),
    fromArabic: fromArabic / SPELLINGS.length,
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

describe('a name asked for', () => {
  it.each([
    ['Mohammed', 'Muhamad'],
    ['محمد', 'Mohamed Ali'],
    ['Mohd Ali', 'MUHAMMAD ALI HASSAN'],
    ['Yousif', 'Youssef'],
    ['يوسف', 'Yusuf'],
    ['Abdulrahman', 'Abd al-Rahman Saleh'],
    ['Abd al Rahman', 'عبدالرحمن'],
    ['عبد الرحمن', 'Abdur Rahman'],
    ['Abdallah', 'عبد الله'],
    ['Al-Hassan', 'Hasan'],
    ['حيدر', 'Haidar'],
    ['Younan', 'Yonan'],
    ['Ramadan', 'Ramazan'],
    ['Gonzalez', 'González'],
    ['Gonzales', 'Gonzalez'],
    ['Nguyễn', 'Nguyen'],
    ["Sa'id", 'Saeed'],
    ['Ali Hassan', 'Hassan, Ali'],
  ])('%s finds %s', (asked, onFile) => {
    expect(finds(asked, onFile)).toBe(true);
  });

  it.each([
    ['Karim', 'Karima'],
    ['Abbas', 'Abbasi'],
    ['Mohamed', 'Mahmoudi'],
    ['Ahmed', 'Hamid'],
    ['Ali Hassan', 'Ali Jabbar'],
  ])('%s does not find %s', (asked, onFile) => {
    expect(finds(asked, onFile)).toBe(false);
  });

  it('in a script without a table is looked for as it is written', () => {
    expect(finds('王', '王 小明')).toBe(true);
    expect(finds('李', '王 小明')).toBe(false);
  });

  it('without a letter in it asks for nothing', () => {
    expect(nameQueryKeys(' -- 12')).toEqual([]);
  });
});
