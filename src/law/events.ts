import type { Day } from './calendar/day.js';
import type { CaseEvent, Facts } from './facts.js';
import type { Horizon } from './horizon.js';

/** An event that never happened on any day: takes the place of one after the day asked about, so that paths stay true. */
const hasNotHappened = (event: CaseEvent): CaseEvent => ({ ...event, on: null, at: null });

/** The facts with the events that had happened by `asOf`; an event on a later day has not happened yet. */
export function eventsBy(facts: Facts, asOf: Day, horizon: Horizon): Facts {
  const { events } = facts;
  if (events === null) return facts;
  let future = false;
  for (const { on } of events) {
    if (on !== null && on > asOf) {
      future = true;
      horizon.mayChangeOn(on);
    }
  }
  return future ? { ...facts, events: events.map((event) => (event.on !== null && event.on > asOf ? hasNotHappened(event) : event)) } : facts;
}
