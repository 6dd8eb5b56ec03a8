import fc from 'fast-check';
import type { BondHearingAnswer } from '../answer.js';
import { addDays, formatDay, parseDay } from '../calendar/day.js';
import { answerOf, evaluate } from '../evaluate.js';
import { factsOf, finalOn, held, order } from '../examples/example.js';
import { CIRCUITS, readFacts } from '../facts-json.js';
import { timelineOf } from './bond-hearing.js';
import { AGENCY_POSITIONS, CIRCUIT_DECISIONS } from './circuit-map.js';

const CIRCUIT_OF_PLACE: Readonly<Record<string, string>> = { CALHOMI: '6', DENVER: '10', LASALLE: '5' };

function bondHearing(given: Record<string, unknown>, on: string): BondHearingAnswer {
  const { facts, asOf } = readFacts(factsOf({ name: '', given: { circuit: null, ...given }, on, then: {} }), (facility) => CIRCUIT_OF_PLACE[facility] ?? null);
  return answerOf(evaluate(facts, asOf)).bondHearing;
}

const heldIn = (circuit: string) => ({ circuit, stints: [held('2025-01-15')] });
const before = (day: string): string => formatDay(addDays(parseDay(day), -1));

describe('a bond hearing, by the circuit of the place of custody', () => {
  const inForceOn = (circuit: string) => CIRCUIT_DECISIONS.find((decision) => decision.circuit === circuit)!.status.find(({ state }) => state === 'in_force')?.from ?? null;

  it.each(CIRCUIT_DECISIONS.filter(({ circuit }) => inForceOn(circuit) !== null).map((decision) => [decision.circuit, decision] as const))(
    'circuit %s: disputed the day before its decision has effect, decided from that day on', (circuit, { outcome, case: caption, citation, decidedOn }) => {
      const effective = inForceOn(circuit)!;
      expect(bondHearing(heldIn(circuit), before(effective))).toMatchObject({ result: 'contested', circuit });
      expect(bondHearing(heldIn(circuit), effective)).toMatchObject({ result: outcome, circuit, case: caption, citation, decidedOn, missing: [] });
      expect(bondHearing(heldIn(circuit), '2026-11-24')).toMatchObject({ result: outcome });
    });

  it.each([
    ['1', 'available'], ['2', 'available'], ['3', 'available'], ['4', 'available'], ['5', 'mandatory-detention'], ['6', 'available'], ['7', 'available'],
    ['8', 'mandatory-detention'], ['9', 'available'], ['10', 'available'], ['11', 'contested'], ['DC', 'contested'],
  ])('circuit %s on the day the map was read: %s', (circuit, result) => {
    expect(bondHearing(heldIn(circuit), '2026-10-07').result).toBe(result);
  });

  it('Detroit, 2026-05-10: a decision that has not been made is not named; on 2026-05-11 it is', () => {
    expect(bondHearing(heldIn('6'), '2026-05-10')).toMatchObject({ result: 'contested', case: null, citation: null, decidedOn: null, mandate: null });
    expect(bondHearing(heldIn('6'), '2026-05-11')).toMatchObject({ result: 'available', case: 'Lopez-Campos v. Raycraft', mandate: 'not-seen' });
  });

  it('Tenth Circuit: decided on 2026-06-30, final with its mandate on 2026-07-22', () => {
    expect(bondHearing(heldIn('10'), '2026-06-29')).toMatchObject({ result: 'contested', case: null });
    expect(bondHearing(heldIn('10'), '2026-06-30')).toMatchObject({ result: 'contested', case: 'Santillan Quiroz v. Mullin', mandate: 'not-issued' });
    expect(bondHearing(heldIn('10'), '2026-07-21')).toMatchObject({ result: 'contested', mandate: 'not-issued' });
    expect(bondHearing(heldIn('10'), '2026-07-22')).toMatchObject({ result: 'available', mandate: 'issued' });
  });

  it('Eleventh Circuit: decided on 2026-05-06, and not final, because the mandate is withheld since 2026-05-13', () => {
    expect(bondHearing(heldIn('11'), '2026-05-05')).toMatchObject({ result: 'contested', case: null, mandate: null });
    expect(bondHearing(heldIn('11'), '2026-05-06')).toMatchObject({ result: 'contested', case: 'Hernandez Alvarez v. Warden', mandate: 'not-issued' });
    expect(bondHearing(heldIn('11'), '2026-05-12')).toMatchObject({ result: 'contested', mandate: 'not-issued' });
    expect(bondHearing(heldIn('11'), '2026-05-13')).toMatchObject({ result: 'contested', mandate: 'withheld' });
    expect(bondHearing(heldIn('11'), '2026-11-24')).toMatchObject({ result: 'contested', mandate: 'withheld' });
  });

  it('where no circuit has decided: nobody had denied it on 2025-07-07, ICE does on 07-08, the Board on 09-05', () => {
    expect(bondHearing(heldIn('DC'), '2025-07-07').result).toBe('not-asked');
    const [ice, board] = ['2025-09-04', '2025-09-05'].map((day) => bondHearing(heldIn('DC'), day));
    expect(bondHearing(heldIn('DC'), '2025-07-08').result).toBe('contested');
    expect(ice).toMatchObject({ result: 'contested', case: null });
    expect(ice.because.join(' ')).toContain('ICE interim guidance of 2025-07-08');
    expect(board.because.join(' ')).toContain('Matter of Yajure Hurtado');
    expect(ice.because.join(' ')).not.toContain('Yajure');
  });
});

describe('a transfer from Calhoun to Louisiana on 2026-09-01', () => {
  const stints = [held('2026-06-01', '2026-09-01', 'transfer', 'CALHOMI'), held('2026-09-01', null, null, 'LASALLE')];

  it('changes the answer on that day, and says so', () => {
    expect(bondHearing({ stints }, '2026-08-31')).toMatchObject({ result: 'available', circuit: '6' });
    const after = bondHearing({ stints }, '2026-09-01');
    expect(after).toMatchObject({ result: 'mandatory-detention', circuit: '5', case: 'Buenrostro-Mendez v. Bondi' });
    expect(after.because).toContain(
      'Until 2026-09-01 the person was in the Sixth Circuit (stints[0]); there the answer on 2026-09-01 would be: 8 U.S.C. § 1226(a) governs, so that a bond hearing may be asked for.');
  });

  it('was when the first place of the other circuit was entered, whatever followed there', () => {
    const moved = [held('2026-06-01', '2026-09-01', 'transfer', 'CALHOMI'), held('2026-09-01', '2026-09-20', 'transfer', 'LASALLE'), held('2026-09-20', null, null, 'LASALLE')];
    const { because } = bondHearing({ stints: moved }, '2026-10-01');
    expect(because[0]).toBe('Held since 2026-09-20 at LASALLE (stints[2]), in the Fifth Circuit.');
    expect(because.find((sentence) => sentence.startsWith('Until '))).toContain('Until 2026-09-01 the person was in the Sixth Circuit (stints[0])');
  });

  it('is not seen before it happens', () => {
    const answers = [stints, [held('2026-06-01', null, null, 'CALHOMI')]].map((each) => bondHearing({ stints: each }, '2026-08-31'));
    expect(answers[0]).toEqual(answers[1]);
  });
});

describe('the question', () => {
  it('does not arise at liberty', () => {
    expect(bondHearing({ circuit: '6', stints: [held('2026-06-01', '2026-08-01', 'bond')] }, '2026-09-01')).toMatchObject({ result: 'not-asked', missing: [], supposes: [] });
  });

  it('does not arise under a final order, from the day on which it is final', () => {
    const given = { ...heldIn('6'), removalOrders: [finalOn('2026-08-01')] };
    expect(bondHearing(given, '2026-07-31').result).toBe('available');
    expect(bondHearing(given, '2026-08-01')).toMatchObject({ result: 'not-asked', case: null });
  });

  it('waits for what is not known: custody, finality, the circuit, the facility', () => {
    expect(bondHearing({ stints: null }, '2026-09-01')).toMatchObject({ result: 'unknown', missing: ['stints'] });
    expect(bondHearing({ ...heldIn('6'), removalOrders: null }, '2026-09-01')).toMatchObject({ result: 'unknown', missing: ['removalOrders'] });
    expect(bondHearing({ ...heldIn('6'), removalOrders: [order('2026-08-01', null)] }, '2026-10-01').result).toBe('unknown');
    expect(bondHearing({ stints: [held('2026-06-01', null, null, 'NOWHERE')] }, '2026-09-01')).toMatchObject({ result: 'unknown', circuit: null, missing: ['circuit'] });
    expect(bondHearing({ stints: [{ ...held('2026-06-01'), facility: null }] }, '2026-09-01')).toMatchObject({ result: 'unknown', missing: ['stints[0].facility'] });
  });

  it('before anybody denied it is answered with a whole sentence', () => {
    expect(bondHearing(heldIn('6'), '2025-07-07').because[2]).toBe(
      'Before 2025-07-08 the government is not known to have denied a bond hearing on this ground (ICE interim guidance of 2025-07-08): the question does not arise.');
  });

  it('names a pending petition only once the map had been read', () => {
    expect(bondHearing(heldIn('6'), '2026-10-06').because.join(' ')).not.toContain('25-1415');
    expect(bondHearing(heldIn('6'), '2026-10-07').because.join(' ')).toContain('A petition for certiorari, 25-1415, Putra v. Lopez-Campos, was pending on 2026-10-07.');
  });

  it('says what it takes for granted, and from when on the Supreme Court has it', () => {
    expect(bondHearing(heldIn('6'), '2026-09-30').because.join(' ')).not.toContain('certiorari on');
    expect(bondHearing(heldIn('6'), '2026-10-01').because.join(' ')).toContain('granted certiorari on 2026-10-01');
    expect(bondHearing(heldIn('6'), '2026-10-07').because.join(' ')).not.toContain('The map ends');
    expect(bondHearing(heldIn('6'), '2026-10-08').because.join(' ')).toContain('The map ends on 2026-10-07');
    expect(bondHearing(heldIn('6'), '2026-10-08').supposes).toHaveLength(2);
  });
});

describe('the timeline of every circuit', () => {
  it('has no hole and no overlap, begins before all records and stands open', () => {
    for (const circuit of CIRCUITS) {
      const timeline = timelineOf(circuit);
      expect(timeline[0].from).toBeNull();
      expect(timeline.at(-1)!.to).toBeNull();
      for (let i = 1; i < timeline.length; i++) {
        expect(timeline[i].from).toBe(timeline[i - 1].to);
        expect(timeline[i - 1].from === null || timeline[i - 1].from! < timeline[i].from!).toBe(true);
      }
    }
  });

  it('is what the answer says on any day, and never knows a decision before it was made', () => {
    fc.assert(fc.property(fc.constantFrom(...CIRCUITS), fc.integer({ min: 0, max: 1_000 }), (circuit, days) => {
      const on = formatDay(addDays(parseDay('2025-02-01'), days));
      const { result, case: caption, decidedOn, timeline } = bondHearing(heldIn(circuit), on);
      expect(timeline.filter(({ from, to }) => (from === null || from <= on) && (to === null || on < to)).map((period) => period.result)).toEqual([result]);
      expect(caption === null || decidedOn! <= on).toBe(true);
      if (result === 'available' || result === 'mandatory-detention') expect(caption).not.toBeNull();
      if (on < AGENCY_POSITIONS[0].from!) expect(result).toBe('not-asked');
    }), { numRuns: 300 });
  });
});
