/**
 * Words that matter and are often mistyped. A word of six letters or more that is one slip away (a letter left out,
 * doubled, changed, or two swapped) from one of them, and begins with the same letter, is read as it.
 */
const OFTEN_MISTYPED = `
  prosecute prosecuted prosecuting prosecution prosecutor criminal charges charged felony federal indicted attorney
  detained detention indefinite indefinitely released release custody forever
  deported deport deporting deportation removal removed country
  voluntary voluntarily willing willingly return returned returning departure
  hamama lawsuit action lawyers lawyer officer officers
  segregation solitary isolation commissary privileges punished retaliation population recreation
  grabbed pushed forced choked handcuffed restraint
  signing signed signature papers document documents statement fingerprint fingerprints
  passport passports application travel consulate consular consul embassy interview
  immigration asylum appeal motion reopen hearing judge
  threatened threaten threats threatening mentioned mention anything nothing discussed nobody refused without talked
`.trim().split(/\s+/);

/** Words of their own that stand one slip away from one above, and are left as they are. */
const WORDS_OF_THEIR_OWN = new Set(`
  detection departed reported changed changes singing sighed refuge persecuted persecution removes remover remote county release relapse
  discusses retention commission notion lotion potion emotion option travels grabber forged gorged charger custodian departures isolates
  depart departs departing releases appear appears detailed consult indicated heading reused office offices pushes forked treats formed forces releaser layers layer charles privileged signer
  pagers noting departing pusher traverse detainee detainees discuss prosecutes paper papery judges judged
  travelled populations thread threads pension notions country refused refuses refuse returnee talker walked taller stalked`.trim().split(/\s+/));

const SHORTEST = 6;
const WORDS = new Set(OFTEN_MISTYPED);

/** Each word and each of its forms with one letter left out: two words one slip apart share one of these. */
const SHARED = new Map<string, string[]>();
for (const word of OFTEN_MISTYPED) {
  if (word.length < SHORTEST) continue;
  for (const form of forms(word)) SHARED.set(form, [...(SHARED.get(form) ?? []), word]);
}

/** A word as it was meant, or as it is. Work is bounded by the length of a word that can be mistyped at all. */
export function respelled(word: string): string {
  if (word.length < SHORTEST || word.length > 16 || WORDS.has(word) || WORDS_OF_THEIR_OWN.has(word)) return word;
  for (const form of forms(word)) {
    const meant = SHARED.get(form)?.find((each) => each[0] === word[0] && oneSlipApart(word, each));
    if (meant !== undefined) return meant;
  }
  return word;
}

function* forms(word: string): Generator<string> {
  yield word;
  for (let i = 0; i < word.length; i++) yield word.slice(0, i) + word.slice(i + 1);
}

function oneSlipApart(a: string, b: string): boolean {
  if (inflected(a, b)) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  const [x, y] = [a.slice(i), b.slice(i)];
  return x.slice(1) === y || y.slice(1) === x || x.slice(1) === y.slice(1) || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
}

/** `returns` is no slip of `return`, nor `lawyer` of `lawyers`. */
const inflected = (a: string, b: string): boolean => `${a}s` === b || `${b}s` === a || `${a}d` === b || `${b}d` === a;
