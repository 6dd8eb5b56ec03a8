import { TOPICS } from '../law/facts.js';
import { halfOf, HALVES, labelledNarratives, precision, recall, scoreOf, scoreText, workingNarratives } from './topics-score.js';

const labelled = labelledNarratives();
const unseen = labelled.filter((each) => halfOf(each) === 'unseen');

describe('suggest-topics on the labelled narratives', () => {
  it('has at least 120 of them, half allowed conduct, a third near misses, and each topic several times in either half', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(120);
    expect(new Set(labelled.map(({ narrative }) => narrative)).size).toBe(labelled.length);
    expect(labelled.filter(({ conduct }) => conduct === 'allowed').length / labelled.length).toBeGreaterThanOrEqual(0.5);
    expect(labelled.filter(({ nearMiss }) => nearMiss !== null).length / labelled.length).toBeGreaterThanOrEqual(1 / 3);
    for (const half of HALVES) for (const topic of TOPICS) {
      expect([half, topic, labelled.filter((each) => halfOf(each) === half && each.topics.includes(topic)).length >= 5]).toEqual([half, topic, true]);
    }
  });

  it('labels with topics of the contract, in its order, and allowed conduct with nothing that a clause forbids', () => {
    for (const { topics, conduct } of labelled) {
      expect(topics).toEqual(TOPICS.filter((topic) => topics.includes(topic)));
      if (conduct === 'allowed') expect(topics.filter((topic) => topic !== 'travel-document' && topic !== 'consular-interview')).toEqual([]);
    }
  });

  it('finds nine of ten topics and is right nine times of ten on the half that the rules were not written with', () => {
    const { all } = scoreOf(unseen);
    expect(precision(all)).toBeGreaterThanOrEqual(0.9);
    expect(recall(all)).toBeGreaterThanOrEqual(0.9);
  });

  it('keeps what the rules were written with', () => {
    for (const written of [labelled.filter((each) => halfOf(each) === 'seen'), workingNarratives()]) {
      const { all } = scoreOf(written);
      expect(precision(all)).toBeGreaterThanOrEqual(0.97);
      expect(recall(all)).toBeGreaterThanOrEqual(0.97);
    }
  });

  it('prints both halves, by topic', () => {
    const printed = scoreText(100);
    for (const topic of TOPICS) expect(printed.split('\n').filter((line) => line.startsWith(`${topic} `))).toHaveLength(2);
    expect(printed).toContain(`unseen: ${unseen.length} narratives`);
  });
});
