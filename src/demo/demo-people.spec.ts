import { addDays, daysInMonth, parseDay } from '../law/calendar/day.js';
import { classMembers } from './class-members.js';
import { demoPeople } from './people/index.js';
import { daysFrom, type DemoPerson } from './telling.js';

const TODAY = parseDay('2026-11-24');

function daysOf(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(daysOf) : [];
}

describe('the demo caseload', () => {
  const people = demoPeople(daysFrom(TODAY));

  it('has about sixty people, each with a key, a number and a story of their own', () => {
    expect(people.length).toBeGreaterThanOrEqual(60);
    for (const field of ['key', 'aNumber', 'story'] as const) expect(new Set(people.map((person) => person[field])).size).toBe(people.length);
  });

  it('tells of every story that a newcomer is promised', () => {
    const keys = people.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining([
      'day-178', 'order-date-missing', 'sentence-between', 'reopened', 'six-months-in-2018-and-in-2020', 'six-spellings',
      'elder-brother', 'younger-brother', 'moved-to-another-circuit', 'lapse-disputed', 'reinstated', 'departure-overstayed',
      'in-absentia', 'hold-room-thirteen-hours', 'review-late', 'review-on-time',
    ]));
  });

  it('gives two brothers one name and different numbers', () => {
    const [elder, younger] = ['elder-brother', 'younger-brother'].map((key) => people.find((person) => person.key === key)!);
    expect(elder.names[0].text).toBe(younger.names[0].text);
    expect(elder.aNumber).not.toBe(younger.aNumber);
  });

  it.each([0, 1, 7, 30, 68, 97, 365, 1000])('is possible on whichever day it is seeded: %i days later', (later) => {
    const today = addDays(TODAY, later);
    for (const person of demoPeople(daysFrom(today))) expect(impossible(person, daysFrom(today).today)).toEqual([]);
  });
});

describe('the class of any size', () => {
  it('is the same for the same seed and another for another', () => {
    const names = (seed: number, count = 50) => [...classMembers(count, seed, TODAY)].slice(0, 50).map((person) => person.names[0].text);
    expect(names(1, 1400)).toEqual(names(1));
    expect(names(1)).not.toEqual(names(2));
  });

  it('has about 130 of 1,400 members in custody on the day of seeding, and orders for all', () => {
    const members = [...classMembers(1400, 1, TODAY)];
    expect(members.filter(({ facts }) => facts.stints!.some(({ to }) => to === null))).toHaveLength(130);
    expect(new Set(members.map(({ aNumber }) => aNumber)).size).toBe(1400);
    for (const member of members) {
      expect(member.facts.removalOrders).toHaveLength(1);
      expect(impossible(member, '2026-11-24')).toEqual([]);
    }
  });
});

/** What the services would refuse, found without a database. */
function impossible(person: DemoPerson, today: string): string[] {
  const faults: string[] = [];
  for (const day of daysOf(person)) {
    const [year, month, dayOfMonth] = day.split('-').map(Number);
    if (dayOfMonth > daysInMonth(year, month)) faults.push(`${person.key}: ${day} is no day`);
  }
  const stints = person.facts.stints ?? [];
  if (stints.filter(({ to }) => to === null).length > 1) faults.push(`${person.key}: two open stints`);
  for (const { from, to, endedBy } of stints) {
    if (from > today) faults.push(`${person.key}: a stint begins after today`);
    if (to !== null && to < from) faults.push(`${person.key}: a stint ends before it begins`);
    if ((to === null) !== (endedBy === null)) faults.push(`${person.key}: a stint has an end and no reason, or a reason and no end`);
  }
  return faults;
}
