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
export function allOf(count: number, ask: (i: number) => Truth): Truth {
  return fold(count, ask, 'no', 'yes');
}

/** The first that is yes decides; otherwise all that is unknown is missing. */
export function anyOf(count: number, ask: (i: number) => Truth): Truth {
  return fold(count, ask, 'yes', 'no');
}

function fold(count: number, ask: (i: number) => Truth, decides: 'yes' | 'no', otherwise: 'yes' | 'no'): Truth {
  const asked: Truth[] = [];
  let open = false;
  for (let i = 0; i < count; i++) {
    const truth = ask(i);
    if (truth.is === decides) return truth;
    if (truth.is === 'unknown') open = true;
    asked.push(truth);
  }
  if (!open) return { is: otherwise, missing: NOTHING, because: () => asked.flatMap(({ because }) => because()) };
  const unanswered = asked.filter(({ is }) => is === 'unknown');
  return unknown([...new Set(unanswered.flatMap(({ missing }) => missing))], () => unanswered.flatMap(({ because }) => because()));
}
