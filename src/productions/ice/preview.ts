import { FingerprintSet } from './fingerprints.js';
import { PeopleIndex } from './people-index.js';
import type { ReleasedStint } from './stint.js';

/** What a release holds once its duplicates are taken out. */
export interface Counts {
  people: number;
  /** as the release groups them: a person's stints with one stay book-in */
  stays: number;
  stints: number;
  openStints: number;
  /** rows that give a stint again: same person, facility, day and stay */
  duplicates: number;
}

/** In place of the day of a stay that is not known. */
export const NO_STAY = -(2 ** 30);

const OPEN = 1;
const SEEN = 2;

/** Counts a release as it is read, without a database. Kept are up to 100 bytes a person, 32 a stay and 32 a stint. */
export class Preview {
  private readonly people = new PeopleIndex();
  private readonly stays = new FingerprintSet();
  private readonly stints = new FingerprintSet();
  private openStints = 0;
  private duplicates = 0;

  add(stint: ReleasedStint): void {
    const person = this.people.numberAt(this.people.slotOf(stint.person));
    const stayOn = stint.stayOn ?? NO_STAY;
    this.stays.pair(person, stayOn);
    this.addStint(this.stints.place(person, stayOn, stint.fromOn, stint.facility), stint);
  }

  counts(): Counts {
    const { openStints, duplicates } = this;
    return { people: this.people.size, stays: this.stays.size, stints: this.stints.size, openStints, duplicates };
  }

  /** Of several rows for one stint the one with the latest time of book-in stands, of those the last: as in an import. */
  private addStint(place: number, { fromSeconds, toOn }: ReleasedStint): void {
    const note = SEEN | (toOn === null ? OPEN : 0) | ((fromSeconds ?? 0) << 2);
    const before = this.stints.noteAt(place);
    if (before !== 0) this.duplicates++;
    if (before !== 0 && before >>> 2 > note >>> 2) return;
    this.openStints += (note & OPEN) - (before & OPEN);
    this.stints.setNoteAt(place, note);
  }
}
