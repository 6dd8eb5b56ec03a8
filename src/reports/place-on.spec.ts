import { addDays, parseDay } from '../law/calendar/day.js';
import type { Stint } from '../law/facts.js';
import { placeOn } from './place-on.js';

const FROM = parseDay('2026-03-02');
const stint = (facility: string, from: number | null, to: number | null): Stint => ({
  facility, fieldOffice: facility === 'GLADEFL' ? 'MIA' : 'DET', circuit: null, custodian: 'ice', endedBy: null,
  from: from === null ? null : addDays(FROM, from), to: to === null ? null : addDays(FROM, to),
});
const STINTS = [stint('GLADEFL', 0, 10), stint('STCLAMI', 10, 20), stint('CALHOMI', null, null)];

it.each([
  ['the day before custody', -1, null, null], ['the first day', 0, null, 'GLADEFL'], ['the day before a transfer', 9, null, 'GLADEFL'],
  ['the day of a transfer, where the person came', 10, null, 'STCLAMI'], ['the day on which the person left', 20, null, 'STCLAMI'], ['the day after', 21, null, null],
  ['the day of a transfer, for an act of the stint that ended', 10, 'stints[0]', 'GLADEFL'], ['an event, by its day', 10, 'events[0]', 'STCLAMI'],
])('%s', (_when, day, event, facility) => {
  expect(placeOn(STINTS, addDays(FROM, day), event)?.facility ?? null).toBe(facility);
});

it('nobody is anywhere whose custody is not known', () => expect(placeOn(null, FROM, null)).toBeNull());
