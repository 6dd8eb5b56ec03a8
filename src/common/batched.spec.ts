import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { Batched } from './batched.js';

/** Answers each with itself, and remembers what was sent together. */
function echo(limits: { most: number; sideBySide?: number }, pause = 0) {
  const sent: number[][] = [];
  let most = 0;
  let underWay = 0;
  const batched = new Batched<number, number>(limits, async (questions) => {
    sent.push([...questions]);
    most = Math.max(most, ++underWay);
    await sleep(pause);
    underWay -= 1;
    return questions.map((answer) => ({ answer }));
  });
  return { batched, sent, mostUnderWay: () => most };
}

it('sends what is asked within one turn together, so many at a time', async () => {
  const { batched, sent } = echo({ most: 2 });
  expect(await Promise.all([1, 2, 3].map((each) => batched.one(each)))).toEqual([1, 2, 3]);
  expect(sent).toEqual([[1, 2], [3]]);
});

it('of which one is under way, sends what came meanwhile together with the next, and nothing that came later with an earlier one', async () => {
  const { batched, sent } = echo({ most: 10, sideBySide: 1 }, 20);
  const first = batched.one(1);
  await sleep(5);
  const others = [batched.one(2), batched.one(3)];
  expect(sent).toEqual([[1]]);
  expect([await first, ...(await Promise.all(others))]).toEqual([1, 2, 3]);
  expect(sent).toEqual([[1], [2, 3]]);
});

it('fails what fails alone, all of a request that fails, and nobody of the next', async () => {
  let fail = true;
  const batched = new Batched<number, number>({ most: 10, sideBySide: 1 }, (questions) => {
    if (fail) return Promise.reject(new Error('away'));
    return Promise.resolve(questions.map((each) => (each === 4 ? { error: new Error('four') } : { answer: each })));
  });
  const outcomes = (asked: number[]) => Promise.all(asked.map((each) => batched.one(each).catch((error: Error) => error.message)));
  expect(await outcomes([1, 2])).toEqual(['away', 'away']);
  fail = false;
  expect(await outcomes([3, 4])).toEqual([3, 'four']);
});

it('sends on nobody’s behalf', async () => {
  const user = new AsyncLocalStorage<string>();
  const seen: unknown[] = [];
  const batched = new Batched<number, number>({ most: 1 }, (questions) => {
    seen.push(user.getStore());
    return Promise.resolve(questions.map((answer) => ({ answer })));
  });
  await user.run('somebody', () => batched.one(1));
  expect(seen).toEqual([undefined]);
});

it('answers each question once, however they come, and never has more under way than it may', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }),
    async (pauses, most, sideBySide) => {
      const { batched, sent, mostUnderWay } = echo({ most, sideBySide });
      const answers = await Promise.all(pauses.map(async (pause, at) => {
        for (let turn = 0; turn < pause; turn++) await new Promise(setImmediate);
        return batched.one(at);
      }));
      expect(answers).toEqual(pauses.map((_pause, at) => at));
      expect(sent.flat().sort((a, b) => a - b)).toEqual(answers);
      expect(Math.max(0, ...sent.map(({ length }) => length))).toBeLessThanOrEqual(most);
      expect(mostUnderWay()).toBeLessThanOrEqual(sideBySide);
    }), { numRuns: 30 });
});
