import type { ReportQuery } from './report-document.js';

/** How the numbers came about, for a reader who was not there. Told in every report. */
export function methodOf({ from, through, asOf, asKnownOn, lawVersion, audience, smallestCell }: ReportQuery): string[] {
  return [
    `The report is about the days from ${from} through ${through}, both included. What counts is the day on which a duty was due, on which an act or a contact happened, or on which a limit was reached.`,
    `It tells what had become of it by ${asOf}, from the facts as the office knew them on ${asKnownOn}: what was recorded or corrected later is not in it.`,
    `It was computed by version ${lawVersion} of the law as this program has it. For each person the law was asked on the first day of the period and on every day on which its answer changes, so that a duty that was missed stays missed when custody ends or the order is vacated later. A clause raises nothing on days on which it had no force.`,
    'Due is the sum of done, late and missed. A forbidden act is counted on the day on which it happened. What is contested and what is unknown is counted apart and in no other number; where its day is not known it is counted if it is open on the day of the report.',
    'A limit reached says that a review is due. It never says that custody is unlawful.',
    'A clause whose source nobody has verified is shown apart and counted nowhere.',
    'Everybody of whom the office keeps a file is counted, also those whose file is closed to the reader by an ethical wall.',
    'A finding is where the person was held on its day by the custody on file.',
    ...(audience === 'office' ? [] : [
      `This is the version for outside the office. A number about 1 to ${smallestCell - 1} people is suppressed, and so is as much more as keeps it from being derived from a sum that is told; findings of a suppressed number are not in the exhibit, and it is not drawn.`,
      'People go by pseudonyms that hold within this report alone: the same person has the same one. They are keyed hashes, and the key does not leave the office.',
      'Orders about named persons are left out.',
      'No day, place, name, number, note, reason or word of a contact is in the exhibit.',
    ]),
  ];
}
