import type { Check } from '../checks/check.js';
import type { Facts } from '../facts.js';

/**
 * What must be on a person's file before an authority can say anything: most judge events that most people never had,
 * and cost nothing where there is none.
 */
export interface Triggers {
  /** it judges a state, or how custody begins or ends: nothing is needed */
  always: boolean;
  events: ReadonlySet<string>;
  contacts: boolean;
}

export function triggersOf(checks: readonly Check[]): Triggers {
  const events = new Set<string>();
  let always = false;
  let contacts = false;
  for (const check of checks) {
    switch (check.kind) {
      case 'time-limit':
        if ('hours' in check) events.add(check.begins);
        else always = true;
        break;
      case 'deadline':
        if (check.trigger.kind === 'event') events.add(check.trigger.event);
        else always = true;
        break;
      case 'forbidden-content':
        contacts = true;
        break;
      case 'forbidden-act':
        if (check.endedBy.length > 0 || (check.heldAgainAfter?.length ?? 0) > 0) always = true;
        for (const kind of check.events ?? []) events.add(kind);
        break;
      case 'required-before':
        for (const kind of check.events) events.add(kind);
        if (check.contacts !== null) contacts = true;
        break;
      case 'fixed-date':
      case 'recurring':
        always = true;
    }
  }
  return { always, events, contacts };
}

export function isTriggered({ always, events, contacts }: Triggers, facts: Facts): boolean {
  if (always) return true;
  if (contacts && facts.contacts !== null && facts.contacts.length > 0) return true;
  if (facts.events !== null) for (const { kind } of facts.events) if (events.has(kind)) return true;
  return false;
}
