import type { OrderKind, StintEnd } from '../../law/facts.js';

/**
 * What ICE's words mean in ours. Keys are compared without regard to capitals: releases write `Order of supervision`
 * and `Order of Supervision - No SLRRFF`. A word that is not here is quarantined, not guessed.
 *
 * The law reads only two things from how a stint ended: a `transfer` or an `unknown` end joins the next stint of within
 * three days into one stay, any other end closes the stay. So a word is given a closing end only if it says that
 * immigration custody ended; where it may mean either, the end is `unknown`.
 */
export const RELEASE_REASONS: Readonly<Record<string, StintEnd>> = {
  'Transferred': 'transfer',

  'Bonded Out - IJ': 'bond',
  'Bonded Out - Field Office': 'bond',
  'Bonded Out': 'bond',

  'Order of supervision': 'order-of-supervision',
  'Order of Supervision - No SLRRFF': 'order-of-supervision',
  'Order of Supervision - Humanitarian': 'order-of-supervision',
  'Order of Supervision - Re-Release': 'order-of-supervision',

  'Order of recognizance': 'recognizance',
  'Order of Recognizance - Humanitarian': 'recognizance',

  'Paroled': 'parole',
  'Paroled - Fear Found': 'parole',
  'Paroled - Humanitarian': 'parole',
  'Paroled - Public Benefit': 'parole',

  'Removed': 'removed',
  'Title 42 Return': 'removed',
  'Voluntary departure': 'departed',
  'Voluntary Return': 'departed',
  'Withdrawal': 'departed',

  // An immigration judge's grant or termination takes away what the person was held on.
  'Relief Granted by IJ': 'court-order',
  'Proceedings Terminated': 'court-order',

  'Died': 'died',

  // “or other agency”: a prosecution, a writ for a day in court, another jail. To write `criminal-custody` would assert
  // the first of them and would close a stay that a two days' writ does not close.
  'U.S. Marshals or other agency (explain in Detention Comments)': 'unknown',
  // An entry was redone at the office; whether the person walked out or was booked in anew, the row does not say.
  'Processing Disposition Changed Locally': 'unknown',
  'Escaped': 'unknown',
  // A child in the care of the Office of Refugee Resettlement is in none of the ends that the law knows.
  'ORR - Office of Refugee Resettlement': 'unknown',
  'ORR-Runaway': 'unknown',
};

export const GENDERS: Readonly<Record<string, 'male' | 'female' | 'unknown'>> = { Male: 'male', Female: 'female', Unknown: 'unknown' };

export const FINAL_ORDER: Readonly<Record<string, boolean>> = { YES: true, NO: false };

/** By the code in brackets that begins a case category. All others that carry an order are orders of removal. */
const ORDER_KINDS: Readonly<Record<string, OrderKind>> = {
  '16': 'reinstated',
  '8F': 'expedited',
  '8G': 'expedited',
  '8H': 'expedited',
  '8I': 'expedited',
  '11': 'administrative',
};

/** `[16] Reinstated Final Order` → `reinstated`. */
export function orderKindOf(caseCategory: string): OrderKind {
  const code = /^\[([^\]]+)\]/.exec(caseCategory)?.[1] ?? '';
  return ORDER_KINDS[code] ?? 'removal';
}
