import { addressOf, kindAt, pathsIn } from './evidence.js';

describe('the facts that reasons name', () => {
  it('are found by their paths, each once and in their order', () => {
    expect(pathsIn(['Held since 2026-03-02 (stints[1]).', 'Requested on 2026-05-01 (events[12]); held (stints[1]).'])).toEqual(['stints[1]', 'events[12]']);
  });

  it('are the order, where a reason names an event of it', () => {
    expect(pathsIn(['Reopened on 2026-05-01 (removalOrders[0].events[2]).'])).toEqual(['removalOrders[0]']);
  });

  it('are what a finding is about, which is a path and no sentence', () => expect(pathsIn(['contacts[0]', 'On 2026-05-01 he was asked (contacts[0]).'])).toEqual(['contacts[0]']));

  it('are none where a sentence names a whole list, who the person is, or has a word of that name outside of parentheses', () =>
    expect(pathsIn(['Nothing is on file (events).', 'A citizen of IRQ (person.citizenship).', 'What events[3] is.'])).toEqual([]));

  it('are not what only looks like one', () => expect(pathsIn(['clauses[0], hours[1], myevents[2], events, 8 C.F.R. § 241.4(k)[1]'])).toEqual([]));

  it.each([['stints[0]', 'stint'], ['removalOrders[1]', 'removal-order'], ['contacts[2]', 'ice-contact'], ['events[3]', 'case-event']])('%s is a %s', (path, kind) =>
    expect(kindAt(path)).toBe(kind));

  it('are read at an address of their own, or in the history', () => {
    expect(addressOf('p', 'document', 'd')).toBe('/v1/detainees/p/documents/d');
    expect(addressOf('p', 'ice-contact', 'c')).toBe('/v1/ice-contacts/c');
    expect(addressOf('p', 'removal-order-event', 'e')).toBe('/v1/detainees/p/history');
  });
});
