import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { addDays, formatDay, parseDay } from '../../src/law/calendar/day.js';
import type { Day } from '../../src/law/calendar/day.js';

/** What was written, so that a bench can check that all of it arrived. */
export interface GeneratedRelease {
  rows: number;
  people: number;
  stays: number;
  openStints: number;
}

export const RELEASE_COLUMNS = [
  'Stay Book In Date Time', 'Book In Date Time', 'Detention Facility', 'Detention Facility Code',
  'Detention Book Out Date Time', 'Stay Book Out Date Time', 'Detention Release Reason', 'Stay Book Out Date',
  'Stay Release Reason', 'Religion', 'Gender', 'Marital Status', 'Birth Date', 'Birth Year', 'Ethnicity', 'Entry Status',
  'Felon', 'Bond Posted Date', 'Bond Posted Amount', 'Case Status', 'Case Category', 'Final Order Yes No',
  'Final Order Date', 'Case Threat Level', 'Book In Criminality', 'Final Charge', 'Departed Date', 'Departure Country',
  'Initial Bond Set Amount', 'Citizenship Country', 'Final Program', 'Most Serious Conviction (MSC) Charge Code',
  'MSC Charge', 'Alien File Number', 'EID Case ID', 'EID Subject ID', 'Unique Identifier',
] as const;

const FACILITIES = [
  ['NW ICE PROCESSING CTR', 'CSCNWWA'], ['WENATCHEE HOLD ROOM', 'WNTHOLD'], ['YAKIMA SUB-OFFICE', 'YAKHOLD'],
  ['EL PASO COUNTY DETENTION FACILITY', 'EPCDFTX'], ['WINN CORRECTIONAL CENTER', 'LAWINCI'], ['STEWART DETENTION CENTER', 'STWRTGA'],
  ['GLADES COUNTY DETENTION CENTER', 'GLADEFL'], ['ADELANTO ICE PROCESSING CENTER', 'ADLNTCA'], ['ELOY FED CTR FACILITY', 'EAZ'],
  ['SOUTH TEXAS ICE PROCESSING CENTER', 'STCDFTX'],
] as const;

const RELEASES = [
  'Removed', 'Removed', 'Removed', 'Paroled', 'Order of recognizance', 'Order of supervision', 'Bonded Out - IJ',
  'U.S. Marshals or other agency (explain in Detention Comments)',
] as const;

const CATEGORIES = [
  ['[16] Reinstated Final Order', true], ['[8C] Excludable / Inadmissible - Administrative Final Order Issued', true],
  ['[8B] Excludable / Inadmissible - Under Adjudication by IJ', false], ['[8F] Expedited Removal', true],
  ['[2A] Deportable - Under Adjudication by IJ', false], ['[3] Deportable - Administratively Final Order', true],
] as const;

const COUNTRIES = ['MEXICO', 'GUATEMALA', 'HONDURAS', 'EL SALVADOR', 'VENEZUELA', 'IRAQ', 'HAITI', 'CUBA', 'VIETNAM'] as const;

const REDACTED = '"(b)(6), (b)(7)(c)"';

/** The same numbers in every run (mulberry32). */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) * below) / 4_294_967_296 | 0;
  };
}

const at = (day: Day, minute: number): string =>
  `${formatDay(day)} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;

/**
 * Writes `rows` invented stints to `file` in the layout of the July 2025 release: about 3.3 stints a person in 1.3
 * stays, one person in nine still held, half with a final order.
 */
export async function writeRelease(file: string, rows: number, seed = 7): Promise<GeneratedRelease> {
  const random = randomOf(seed);
  const firstDay = parseDay('2023-09-01');
  const out = createWriteStream(file, { highWaterMark: 1 << 20 });
  const made: GeneratedRelease = { rows: 0, people: 0, stays: 0, openStints: 0 };
  let chunk = RELEASE_COLUMNS.join(',') + '\n';

  while (made.rows < rows) {
    const person = createHash('sha1').update(`${seed}:${made.people++}`).digest('hex');
    const [category, isFinal] = CATEGORIES[random(CATEGORIES.length)];
    const country = COUNTRIES[random(COUNTRIES.length)];
    const stays = random(10) < 7 ? 1 : 2;
    const bornIn = 1955 + random(50);
    let day = addDays(firstDay, random(400));
    const orderOn = isFinal ? formatDay(addDays(day, random(60))) : '';
    const held = random(9) === 0;

    for (let stay = 1; stay <= stays && made.rows < rows; stay++) {
      made.stays++;
      const stints = 1 + random(4);
      const lengths = Array.from({ length: stints }, (_, i) => (i === 0 ? 1 + random(2) : 5 + random(60)));
      const open = held && stay === stays;
      const from = day;
      const to = open ? '' : formatDay(addDays(from, lengths.reduce((sum, days) => sum + days, 0)));
      const release = open ? '' : RELEASES[random(RELEASES.length)];
      const stayIn = at(from, 600);
      for (let i = 0; i < stints && made.rows < rows; i++) {
        made.rows++;
        const [name, code] = FACILITIES[random(FACILITIES.length)];
        const last = i === stints - 1;
        const bookIn = at(day, 600 + i);
        day = addDays(day, lengths[i]);
        const bookOut = last && open ? '' : at(day, 600 + i);
        if (bookOut === '') made.openStints++;
        chunk += `${stayIn},${bookIn},${name},${code},${bookOut},${to},${last ? release : 'Transferred'},${to},${release},,Male,Single,`
          + `${REDACTED},${bornIn},Hispanic Origin,Not  Applicable,Not an Aggravated Felon,,,ACTIVE,${category},${isFinal ? 'YES' : 'NO'},`
          + `${orderOn},2,1 Convicted Criminal,ALIEN PRESENT WITHOUT ADMISSION OR PAROLE - (PWAs),,,,${country},ERO Criminal Alien Program,,,`
          + `${REDACTED},"(b)(6), (b)(7)(c) (b)(7)(e)",${REDACTED},${person}\n`;
      }
      day = addDays(day, 30 + random(200));
      if (chunk.length > 1 << 20) {
        if (!out.write(chunk)) await once(out, 'drain');
        chunk = '';
      }
    }
  }
  out.end(chunk);
  await finished(out);
  return made;
}
