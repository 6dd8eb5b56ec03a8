import { conflict, contradiction, invalid, type Problem } from '../common/problem.js';

export const throughBeforeFrom = (): Problem => contradiction({ path: 'through', problem: 'must not be before `from`; both days are in the period' });
export const asOfBeforeFrom = (): Problem => contradiction({ path: 'asOf', problem: 'must not be before the period begins' });
export const asOfToCome = (): Problem => contradiction({ path: 'asOf', problem: 'must not be a day to come: nobody knows yet what will be done by then' });
export const asOfAfterKnown = (): Problem =>
  contradiction({ path: 'asOf', problem: 'must not be after the day of `asKnownOn`: on that instant nobody knew what would be done by then' });
export const knownOnToCome = (): Problem => contradiction({ path: 'asKnownOn', problem: 'must not lie in the future: what is recorded until then would change the report' });

export const noSuchAuthority = (at: readonly number[]): Problem => invalid(...at.map((place) => (
  { path: `authorities[${place}]`, problem: 'is no authority; GET /v1/law/authorities lists them' })));

export const tooMany = (most: number): Problem => conflict(
  { path: '', problem: `It would have more than ${most} findings, which nobody goes through: name an order, or a shorter period` });

/** A report under whose id other numbers are told than were told before is none. */
export const cannotBeMadeAgain = (lawChanged: boolean): Problem => conflict({ path: '', problem: lawChanged
  ? 'It was made by another version of the law, by which this program no longer counts, and now it comes out differently; make a new one'
  : 'It no longer comes out as it was made: a person was erased, a facility was changed, or what is stored of the report was; verify it, and make a new one' });

export const tooLong = (most: number): Problem => contradiction({ path: 'through', problem: `must not be more than ${most} days after \`from\`` });
