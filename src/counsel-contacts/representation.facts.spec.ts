import { REPRESENTATION, type RepresentationValues } from './representation.facts.js';

const paths = (values: Partial<RepresentationValues>) =>
  REPRESENTATION.faults?.({ kind: 'g-28', counsel: 'A Lawyer', from: '2026-06-01', ...values }, '2026-11-24').map(({ path }) => path);

describe('a representation, on 2026-11-24', () => {
  it.each<[string, Partial<RepresentationValues>, string[]]>([
    ['entered today', { from: '2026-11-24' }, []],
    ['entered tomorrow', { from: '2026-11-25' }, ['from']],
    ['that will end next year, as a limited appearance says', { from: '2026-11-24', to: '2027-01-31' }, []],
    ['ended on the day on which it began', { from: '2026-11-01', to: '2026-11-01' }, []],
    ['ended the day before it began', { from: '2026-11-01', to: '2026-10-31' }, ['to']],
    ['by a form of which nobody knows when it was filed', { from: null }, ['from']],
    ['before a court, since nobody knows when', { kind: 'habeas', from: null }, []],
    ['by a firm alone', { counsel: null, firm: 'A Firm' }, []],
    ['by nobody', { counsel: null }, ['counsel']],
    ['by somebody of this office and somebody of another', { userId: 'b5a1f5a2-6c1e-4b57-9a0f-2d1c3b4a5e6f' }, ['userId']],
  ])('%s', (_what, values, expected) => expect(paths(values)).toEqual(expected));

  it('taken over by somebody of this office names nobody else any more, and the reverse', () => {
    expect(REPRESENTATION.implied?.({ userId: 'x' })).toEqual({ counsel: null, firm: null });
    expect(REPRESENTATION.implied?.({ firm: 'A Firm' })).toEqual({ userId: null });
    expect(REPRESENTATION.implied?.({ to: '2026-11-01' })).toEqual({});
  });
});
