import { type LastLook, reviewOf } from './review-of-finding.js';

const LOOK: LastLook = { state: 'confirmed', by: 'Ann', at: '2026-11-24T12:00:00Z', result: 'met', on: '2026-05-24' };

describe('the review of a finding', () => {
  it('is open where nobody has looked', () =>
    expect(reviewOf({ result: 'met', on: '2026-05-24', superseded: null }, null)).toEqual({ state: 'open', by: null, at: null, changedSince: null }));

  it.each([
    ['the same as it was looked at', { result: 'met', on: '2026-05-24' }, null],
    ['of another day', { result: 'met', on: '2026-05-25' }, 'Reviewed when it was met (2026-05-24); it is met (2026-05-25) now.'],
    ['without a line any more', { result: 'not-in-force', on: null }, 'Reviewed when it was met (2026-05-24); it is not-in-force now.'],
  ] as const)('of a finding that is %s', (_what, now, changedSince) =>
    expect(reviewOf({ ...now, superseded: null }, LOOK)).toEqual({ state: 'confirmed', by: 'Ann', at: LOOK.at, changedSince }));

  it('says nothing of a finding that was superseded, which says so itself', () =>
    expect(reviewOf({ result: 'approaching', on: '2026-05-24', superseded: { at: LOOK.at, reason: 'Days passed.' } }, LOOK).changedSince).toBeNull());
});
