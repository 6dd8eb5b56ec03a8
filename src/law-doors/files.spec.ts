import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deadlineOfFile } from './deadline-file.js';
import { evaluatePath } from './evaluate-files.js';

let folder: string;
let printed: string;
let said: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigil-law-'));
  [printed, said] = ['', ''];
  process.stdout.write = ((text: string) => { printed += text; return true; });
  process.stderr.write = ((text: string) => { said += text; return true; });
});
const [stdout, stderr] = [process.stdout.write.bind(process.stdout), process.stderr.write.bind(process.stderr)];
afterEach(() => {
  process.stdout.write = stdout;
  process.stderr.write = stderr;
  rmSync(folder, { recursive: true });
});

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const HELD = { asOf: '2025-03-01', stints: [{ facility: 'CALHOMI', custodian: 'county-for-ice', from: '2025-01-01', to: null, endedBy: null }], removalOrders: [] };
const lines = () => printed.trim().split('\n').map((line) => JSON.parse(line) as { file: string; answer?: { asOf: string }; error?: string });

describe('evaluating files', () => {
  it('answers one file in one line of JSON, on the day in it or on another', () => {
    const path = file('facts.json', HELD);
    evaluatePath(path, undefined, true);
    evaluatePath(path, '2025-04-01', true);
    expect(printed.trim().split('\n').map((line) => (JSON.parse(line) as { asOf: string }).asOf)).toEqual(['2025-03-01', '2025-04-01']);
  });

  it('answers a folder in the order of names, each refusal in its own line', () => {
    file('b.json', HELD);
    file('a.json', { ...HELD, asOf: '2025-02-29' });
    file('c.json', '{ "asOf": ');
    file('notes.txt', 'not a case');
    evaluatePath(folder, undefined, true);
    expect(lines().map((line) => [line.file, line.answer?.asOf, line.error !== undefined])).toEqual([['a.json', undefined, true], ['b.json', '2025-03-01', false], ['c.json', undefined, true]]);
    expect(lines()[0].error).toContain('asOf');
    expect(said).toBe('2 of 3 files could not be evaluated: their lines say why\n');
  });

  it('answers a folder on one day when it is given', () => {
    file('a.json', HELD);
    evaluatePath(folder, '2025-02-01', true);
    expect(lines()[0].answer!.asOf).toBe('2025-02-01');
  });

  it('prints what a person can read: custody, counts, findings', () => {
    evaluatePath(file('facts.json', HELD), undefined, false);
    expect(printed).toContain('As of 2025-03-01: in immigration custody');
    expect(printed).toMatch(/custody\.current-stay +2025-01-01 +59 +2 and 0 d/);
    expect(printed).toMatch(/2025-01-01 +still +8 U\.S\.C\. § 1226/);
  });

  it.each([
    ['a file that is not there', () => join(folder, 'none.json'), 'there is no such file'],
    ['a folder without cases', () => folder, 'holds no file that ends in .json'],
    ['facts that cannot be read', () => file('facts.json', { asOf: 'tomorrow' }), 'facts.json: asOf'],
    ['a list where facts should be', () => file('facts.json', [HELD]), 'facts.json: $'],
  ])('refuses %s in a sentence that names it', (_name, path, sentence) => {
    expect(() => evaluatePath(path(), undefined, true)).toThrow(sentence);
  });

  it('says where a file stops being JSON and quotes nothing of it', () => {
    expect(() => evaluatePath(file('facts.json', '{\n  "asOf": "2025-03-01"\n  "name": "Secret"\n}'), undefined, true)).toThrow(/facts\.json is not JSON: line 3, column 3$/);
    expect(() => evaluatePath(file('facts.json', '{ "name": Secret }'), undefined, true)).toThrow(/facts\.json is not JSON$/);
  });
});

describe('deadlines from a file', () => {
  it('answers a request by an answer and a list by a list', () => {
    deadlineOfFile(file('one.json', { rule: 'bia-appeal', trigger: '2026-09-24' }), true);
    expect(JSON.parse(printed)).toMatchObject({ dueOn: '2026-10-26' });
    printed = '';
    deadlineOfFile(file('list.json', [{ rule: 'bia-appeal', trigger: '2026-09-24' }]), true);
    expect(JSON.parse(printed)).toMatchObject([{ dueOn: '2026-10-26' }]);
  });

  it('prints the day first, then why', () => {
    deadlineOfFile(file('one.json', { rule: 'slrrf-acknowledgement', trigger: '2026-10-01' }), false);
    expect(printed).toMatch(/^Due 2026-10-16 {3}slrrf-acknowledgement from 2026-10-01\n {4}8 C\.F\.R\. § 241\.13\(e\)\(1\), grade M, unverified\n/);
  });

  it('refuses what it cannot count, by path, with what is allowed', () => {
    const path = file('one.json', { rule: 'frcp-6a', trigger: '2026-10-01', n: 3, unit: 'week', direction: 'after' });
    expect(() => deadlineOfFile(path, true)).toThrow('one.json: unit is not a unit (allowed: hour, day, business-day, month)');
  });
});
