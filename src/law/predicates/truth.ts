/** An answer to a question about one person on one day. Sentences are built only where somebody asks for them. */
export interface Truth {
  is: 'yes' | 'no' | 'unknown';
  /** paths of the facts without which it is not known; empty unless it is unknown */
  missing: readonly string[];
  because: () => string[];
}

const NOTHING: readonly string[] = [];

export const yes = (because: () => string[]): Truth => ({ is: 'yes', missing: NOTHING, because });
export const no = (because: () => string[]): Truth => ({ is: 'no', missing: NOTHING, because });
export const unknown = (missing: readonly string[], because: () => string[]): Truth => ({ is: 'unknown', missing, because });

export const not = (truth: Truth): Truth => (truth.is === 'unknown' ? truth : { ...truth, is: truth.is === 'yes' ? 'no' : 'yes' });

/** The first that is no decides; otherwise all that is unknown is missing. */
export const allOf = <A, B>(questions: readonly ((a: A, b: B) => Truth)[], a: A, b: B): Truth => fold(questions, a, b, 'no', 'yes');

/** The first that is yes decides; otherwise all that is unknown is missing. */
export const anyOf = <A, B>(questions: readonly ((a: A, b: B) => Truth)[], a: A, b: B): Truth => fold(questions, a, b, 'yes', 'no');

/** What the questions take is passed on as it is, so that asking many people makes nothing that is thrown away. */
function fold<A, B>(questions: readonly ((a: A, b: B) => Truth)[], a: A, b: B, decides: 'yes' | 'no', otherwise: 'yes' | 'no'): Truth {
  const answers: Truth[] = [];
  let open = false;
  for (const question of questions) {
    const truth = question(a, b);
    if (truth.is === decides) return truth;
    if (truth.is === 'unknown') open = true;
    answers.push(truth);
  }
  if (!open) return { is: otherwise, missing: NOTHING, because: () => answers.flatMap(({ because }) => because()) };
  const unanswered = answers.filter(({ is }) => is === 'unknown');
  return unknown([...new Set(unanswered.flatMap(({ missing }) => missing))], () => unanswered.flatMap(({ because }) => because()));
}
