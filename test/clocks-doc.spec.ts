import { readFileSync } from 'node:fs';
import { AUTHORITIES } from '../src/law/authorities/index.js';

const PAGE = readFileSync(new URL('../docs/clocks.md', import.meta.url), 'utf8');
const IDS = new Set(AUTHORITIES.map(({ id }) => id));

/** What the tables of docs/clocks.md say of each clause. A row that names no authority is of the one above. */
function rowsOfThePage(): string[] {
  const [, section] = PAGE.split(/^## 5\. .*$/m);
  let authority = '';
  return section.split(/^## /m)[0].split('\n').filter((line) => line.startsWith('| `')).flatMap((line) => {
    const [clauses, where, , doneBy, warns] = line.split('|').slice(1).map((cell) => cell.trim());
    const named = codeIn(clauses);
    if (IDS.has(named[0])) authority = named.shift()!;
    const grade = /\((V1|V2|V3|M)((?:\/(?:V1|V2|V3|M))?)(, unverified)?[:)]/.exec(where);
    const kinds = codeIn(doneBy).filter((kind) => kind !== 'orr');
    return named.map((clause) => [authority, clause, `${grade?.[1]}${grade?.[2]}`, grade?.[3] === undefined ? '' : 'unverified', kinds.join(' '), warns || '0'].join('; '));
  });
}

const codeIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code);

function rowsOfTheLaw(): string[] {
  return AUTHORITIES.flatMap(({ id, clauses }) => clauses.flatMap(({ id: clause, check, grade, unverified, warningDays }) => {
    if (check === null) return [];
    const kinds = 'ends' in check ? [check.ends] : 'satisfiedBy' in check ? [...check.satisfiedBy, ...('satisfiedByOrder' in check ? check.satisfiedByOrder ?? [] : [])]
      : check.kind === 'required-before' && check.required !== 'arrest' ? [check.required] : [];
    return [[id, clause, grade, unverified ? 'unverified' : '', kinds.join(' '), warningDays].join('; ')];
  }));
}

it('docs/clocks.md has every clause that computes, and no other, with its grade, what answers it and its warning', () => {
  expect(rowsOfThePage().sort()).toEqual(rowsOfTheLaw().sort());
});
