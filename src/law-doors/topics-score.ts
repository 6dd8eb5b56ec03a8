import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { table } from '../common/terminal/table.js';
import { TOPICS, type Topic } from '../law/facts.js';
import { suggestTopics } from '../law/topics/suggest.js';
import { dataFile } from '../reference/data-files.js';

export interface Labelled {
  narrative: string;
  topics: readonly Topic[];
  conduct: 'allowed' | 'may-be-forbidden';
  nearMiss: 'denial' | 'allowed-request' | 'other-sense' | 'other-speaker' | null;
  provenance: string;
  form: string;
}

/** `seen`: the rules were written with it. `unseen`: it is only ever scored (data/topics/README.md). */
export const HALVES = ['seen', 'unseen'] as const;
export type Half = (typeof HALVES)[number];

export interface Score {
  /** topics found that are labelled, found that are not, and labelled that are not found */
  right: number;
  wrong: number;
  missed: number;
}

export const precision = ({ right, wrong }: Score): number => (right + wrong === 0 ? 1 : right / (right + wrong));
export const recall = ({ right, missed }: Score): number => (right + missed === 0 ? 1 : right / (right + missed));

export const labelledNarratives = (): Labelled[] => linesOf<Labelled>('topics/narratives.jsonl');

/** Written and looked at while the rules were: what they must keep. */
export const workingNarratives = (): Pick<Labelled, 'narrative' | 'topics'>[] => linesOf('topics/working.jsonl');

const linesOf = <T>(path: string): T[] =>
  readFileSync(dataFile(path), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as T);

/** The half is fixed by the narrative's own SHA-256, so that nobody chooses it and an added narrative moves no other. */
export const halfOf = ({ narrative }: Labelled): Half => (createHash('sha256').update(narrative, 'utf8').digest()[0] % 2 === 0 ? 'seen' : 'unseen');

/** Each narrative counts each topic once, however often it shows. */
export function scoreOf(labelled: readonly Pick<Labelled, 'narrative' | 'topics'>[]): { all: Score; byTopic: ReadonlyMap<Topic, Score> } {
  const byTopic = new Map<Topic, Score>(TOPICS.map((topic) => [topic, { right: 0, wrong: 0, missed: 0 }]));
  for (const { narrative, topics } of labelled) {
    const found = new Set(suggestTopics(narrative).map(({ topic }) => topic));
    for (const topic of found) byTopic.get(topic)![topics.includes(topic) ? 'right' : 'wrong'] += 1;
    for (const topic of topics) if (!found.has(topic)) byTopic.get(topic)!.missed += 1;
  }
  const scores = [...byTopic.values()];
  const sum = (of: keyof Score): number => scores.reduce((total, score) => total + score[of], 0);
  return { all: { right: sum('right'), wrong: sum('wrong'), missed: sum('missed') }, byTopic };
}

export function scoreText(width: number): string {
  const labelled = labelledNarratives();
  return HALVES.map((half) => {
    const narratives = labelled.filter((each) => halfOf(each) === half);
    const { all, byTopic } = scoreOf(narratives);
    const rows = [...byTopic, ['all topics', all] as const].map(([topic, score]) => ({ topic, score }));
    return `${half}: ${narratives.length} narratives, ${half === 'seen' ? 'with which the rules were written' : 'only ever scored'}\n${table([
      { title: 'topic', of: ({ topic }) => topic },
      { title: 'right', of: ({ score }) => score.right, align: 'right' },
      { title: 'wrong', of: ({ score }) => score.wrong, align: 'right' },
      { title: 'missed', of: ({ score }) => score.missed, align: 'right' },
      { title: 'precision', of: ({ score }) => precision(score).toFixed(3), align: 'right' },
      { title: 'recall', of: ({ score }) => recall(score).toFixed(3), align: 'right' },
    ], rows, width)}`;
  }).join('\n\n');
}
