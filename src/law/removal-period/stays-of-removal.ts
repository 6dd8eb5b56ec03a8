import type { Day } from '../calendar/day.js';
import { type Span, unionOf } from '../calendar/span.js';
import type { OrderEvent, OrderEventKind } from '../facts.js';
import type { Horizon } from '../horizon.js';

/** Review by a court of appeals, and every stay of removal, as they stood on a day. */
export interface StaysOfRemoval {
  petitionFiled: boolean;
  /** the day of the court's final order; null while none was made */
  petitionDecidedOn: Day | null;
  /** stays entered by a court that reviews the order */
  judicial: readonly Span[];
  /** stays entered by a habeas court or within the agency; a day on which several stood is one day */
  other: readonly Span[];
  missing: readonly string[];
}

export function staysOfRemoval(events: readonly OrderEvent[], path: string, asOf: Day, horizon: Horizon): StaysOfRemoval {
  const judicial: Span[] = [];
  const habeas: Span[] = [];
  const administrative: Span[] = [];
  const missing: string[] = [];
  let petitionFiled = false;
  let petitionDecidedOn: Day | null = null;

  for (const { event, index } of inOrder(events)) {
    const { kind, on } = event;
    if (!matters(kind)) continue;
    if (on === null) {
      missing.push(`${path}.events[${index}].on`);
      continue;
    }
    if (on > asOf) {
      horizon.mayChangeOn(on);
      continue;
    }
    switch (kind) {
      case 'petition-for-review-filed': petitionFiled = true; break;
      case 'petition-for-review-decided': petitionDecidedOn = on; break;
      case 'judicial-stay-entered': judicial.push({ from: on, to: null }); break;
      case 'judicial-stay-lifted': close(judicial, on); break;
      // What one of them entered, the other does not lift.
      case 'habeas-stay-entered': habeas.push({ from: on, to: null }); break;
      case 'habeas-stay-lifted': close(habeas, on); break;
      case 'administrative-stay-entered': administrative.push({ from: on, to: null }); break;
      case 'administrative-stay-lifted': close(administrative, on); break;
    }
  }
  const reviewing = petitionFiled ? judicial : [];
  const others = petitionFiled ? [] : judicial;
  return { petitionFiled, petitionDecidedOn, judicial: reviewing, other: unionOf([...others, ...habeas, ...administrative]), missing };
}

type StayEvent = Extract<OrderEventKind, `petition-for-review-${string}` | `${string}-stay-${string}`>;

const matters = (kind: OrderEventKind): kind is StayEvent => kind.startsWith('petition-for-review-') || kind.includes('-stay-');

function inOrder(events: readonly OrderEvent[]): { event: OrderEvent; index: number }[] {
  const numbered = events.map((event, index) => ({ event, index }));
  return numbered.sort((a, b) => (a.event.on ?? -Infinity) - (b.event.on ?? -Infinity));
}

function close(stays: Span[], on: Day): void {
  for (const stay of stays) if (stay.to === null) stay.to = on;
}
