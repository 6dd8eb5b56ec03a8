import type { Filing, FilingId } from './filings.js';
import type { StatusParts } from './status-parts.js';
import type { StayOnFile } from './stays-in-force.js';

/** The status as sentences, in an order in which a lawyer would say them. */
export function statusSentence(status: StatusParts): string {
  return [orderAndFinality(status), stays(status), filings(status), protection(status), countries(status), travelDocument(status), supervision(status), next(status)]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

const KINDS: Readonly<Record<string, string>> = {
  'removal': 'order of removal', 'voluntary-departure-alternate': 'order of removal in the alternative to voluntary departure',
  'expedited': 'expedited order of removal', 'administrative': 'administrative order of removal', 'reinstated': 'reinstated order of removal',
};

function orderAndFinality({ order, finality, asOf }: StatusParts): string {
  if (order === null) {
    return finality.result === 'unknown' ? 'Whether there is an order of removal is not known.' : `No order of removal had been made by ${asOf}.`;
  }
  const named = `The ${KINDS[order.kind ?? ''] ?? 'order, whose kind is not known,'}${order.decidedOn ? ` of ${order.decidedOn}` : ''}`;
  const by = finality.citation === null ? '' : ` (${finality.citation})`;
  switch (finality.result) {
    case 'final': return `${named} is final since ${finality.on!}: ${words(finality.basis!)}${by}.`;
    case 'not-final': return order.governs ? `${named} is not final${by}.` : `${named} no longer stands${by}.`;
    case 'contested': return `${named}: whether it is final is contested${by}.`;
    case 'unknown': return `${named}: whether it is final is not known${by}; missing: ${finality.missing.join(', ')}.`;
  }
}

function stays({ stays: { items, complete } }: StatusParts): string {
  const standing = items.filter(({ state }) => state === 'in-force').map(stayWords);
  const uncertain = items.filter(({ state }) => state === 'unknown').map(stayWords);
  const sentences = [
    ...(standing.length > 0 ? [`Removal is stayed: ${standing.join('; ')}.`] : []),
    ...(uncertain.length > 0 ? [`It is not known whether these still stand: ${uncertain.join('; ')}.`] : []),
    ...(standing.length + uncertain.length === 0 && complete ? ['No stay of removal is in force.'] : []),
    ...(complete ? [] : [standing.length > 0 ? 'Whether there are other stays is not known.' : 'Whether a stay of removal is in force is not known.']),
  ];
  return sentences.join(' ');
}

const stayWords = ({ kind, court, since }: StayOnFile): string =>
  `${kind === 'statutory' ? 'by statute, while a motion to reopen is pending' : `${kind} stay`}${court === null ? '' : ` of ${court}`}${since === null ? '' : ` since ${since}`}`;

const FILING_WORDS: Readonly<Record<FilingId, string>> = {
  'bia-appeal': 'appeal to the Board', 'motion-to-reopen': 'motion to reopen', 'motion-to-reopen-in-absentia': 'motion to rescind the order in absentia',
  'motion-to-reconsider': 'motion to reconsider', 'petition-for-review': 'petition for review', 'voluntary-departure-bond': 'voluntary departure bond',
  'bond-appeal': 'appeal of the bond order', 'dhs-bond-stay-notice': 'notice by DHS that stays the bond order', 'slrrf-acknowledgement': 'acknowledgement by headquarters',
};

function filings({ filings: all }: StatusParts): string | null {
  const due = all.filter(({ state }) => state === 'due').map((filing) => `${FILING_WORDS[filing.what]} by ${filing.dueOn!} (${daysWords(filing)})`);
  const pending = all.filter(({ state }) => state === 'filed').map(({ what, filedOn }) => `${FILING_WORDS[what]}${filedOn === null ? '' : `, filed on ${filedOn}`}`);
  const unknown = all.filter(({ state }) => state === 'unknown').map(({ what }) => FILING_WORDS[what]);
  const sentences = [
    ...(due.length > 0 ? [`In time: ${due.join('; ')}.`] : []),
    ...(pending.length > 0 ? [`Pending: ${pending.join('; ')}.`] : []),
    ...(unknown.length > 0 ? [`Not known to have been filed or not: ${unknown.join('; ')}.`] : []),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}

const daysWords = ({ daysLeft }: Filing): string => (daysLeft === 0 ? 'the last day' : daysLeft === 1 ? '1 day left' : `${daysLeft!} days left`);

function protection({ protection: { granted, complete } }: StatusParts): string | null {
  const named = granted.map(({ kind, on }) => `${kind === 'cat' ? 'protection under the Convention against Torture' : 'withholding of removal'}${on === null ? '' : ` on ${on}`}`);
  if (named.length > 0) return `Granted: ${named.join('; ')}.`;
  return complete ? null : 'Whether withholding or protection under the Convention against Torture was granted is not known.';
}

function countries({ order, countries: { designated } }: StatusParts): string | null {
  if (order === null) return null;
  if (designated === null) return 'The countries of removal are not known.';
  return designated.length === 0 ? 'The order names no country.' : `Countries of removal: ${designated.join(', ')}.`;
}

function travelDocument({ travelDocument: { state, since, statements } }: StatusParts): string {
  const said = state === 'unknown' ? 'How far a travel document has come is not known.'
    : state === 'none' ? 'No travel document was asked for.' : `Travel document: ${words(state)} on ${since!}.`;
  return statements.standing === true ? `${said} A statement that the person signed stands.` : said;
}

function supervision({ supervision: { state, since } }: StatusParts): string | null {
  if (state === 'supervised') return `Under an order of supervision since ${since!}.`;
  return state === 'unknown' ? 'Whether the person is held or supervised is not known.' : null;
}

function next({ next: steps }: StatusParts): string | null {
  const first = steps.find(({ daysLeft }) => daysLeft !== null && daysLeft >= 0)?.earliestOn;
  if (!first) return null;
  return `Next, on ${first}: ${steps.filter(({ earliestOn }) => earliestOn === first).map(({ what }) => words(what)).join('; ')}.`;
}

const words = (id: string): string => id.replaceAll('-', ' ').replace('/', ': ');
