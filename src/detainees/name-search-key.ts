/**
 * Keys under which a name is found by its other spellings and scripts.
 *
 * A clerk wrote Mohamed, the court Muhammad, the passport محمد. What stays the same is the row of consonants and
 * whether the name ends in a vowel (Karim is not Karima, Abbas is not Abbasi). A sound that is written in several
 * ways (ض as d, dh or z) gives several keys; two names meet if they share one. The key only finds candidates: who
 * somebody is, a person decides. Brothers of one name share every key and stay two people.
 */
export function nameSearchKeys(fullName: string): string[] {
  return [...new Set(nameParts(fullName).flatMap((part) => [...partKeys(part)]))].sort();
}

/** One list of keys for each part of a name that was asked for: a hit needs one key of every part. */
export function nameQueryKeys(text: string): string[][] {
  return nameParts(text).map((part) => [...partKeys(part)].sort());
}

const MOST_KEYS_OF_A_PART = 16;
const ARABIC = /\p{Script=Arabic}/u;

/** Written or left out at will, and shared by half a country. */
const PARTICLES = new Set(['al', 'el', 'ul', 'ibn', 'bin', 'ben', 'bint', 'de', 'del', 'la', 'las', 'los', 'da', 'dos', 'ال', 'بن', 'ابن', 'بنت']);
const ABBREVIATIONS: Readonly<Record<string, string>> = { mohd: 'mohamed', mohed: 'mohamed', md: 'mohamed', muhd: 'mohamed' };

/** Abdulrahman, Abd al-Rahman, Abdur Rahman and عبدالرحمن are the same two parts. */
const SERVANT_OF = /^abd[aeiou](?:l|(?=([rsnzdt])\1))(.{3,})$/;
const SERVANT_ALONE = /^abd[aeou](?:l|r|s|n)$/;
const ARABIC_SERVANT_OF = /^عبد(ال.+)$/u;

function nameParts(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’‘ʿʾ`ـ]/gu, '');
  const words = folded.split(/[^\p{L}]+/u).filter((word) => word !== '').flatMap(splitServant);
  const telling = words.filter((word) => !PARTICLES.has(word));
  return telling.length > 0 ? telling : words;
}

function splitServant(word: string): string[] {
  const latin = SERVANT_OF.exec(word);
  if (latin) return ['abd', latin[2]];
  if (SERVANT_ALONE.test(word)) return ['abd'];
  const arabic = ARABIC_SERVANT_OF.exec(word);
  return arabic ? ['عبد', arabic[1]] : [word];
}

function partKeys(part: string): Set<string> {
  if (ARABIC.test(part)) {
    return part.length > 3 && part.startsWith('ال') ? union(arabicKeys(part), arabicKeys(part.slice(2))) : arabicKeys(part);
  }
  const letters = latinLetters(part);
  // A script without a table here is looked for as it is written.
  if (!/^[a-z]+$/.test(letters)) return new Set([letters]);
  const word = ABBREVIATIONS[letters] ?? letters;
  // The article written into the name: Alhassan, and Essaid where the l has gone over into the s.
  const bare = /^[aeu]l([^aeiouy].{4,})$/.exec(word)?.[1] ?? /^e((?:ss|nn|rr|dd|tt|zz)..+)$/.exec(word)?.[1];
  return bare === undefined ? latinKeys(word) : union(latinKeys(word), latinKeys(bare));
}

/** What NFKD does not take apart. */
function latinLetters(part: string): string {
  return part.replace(/ß/g, 'ss').replace(/æ/g, 'ae').replace(/[œø]/g, 'o').replace(/ł/g, 'l').replace(/[đð]/g, 'd').replace(/ı/g, 'i').replace(/ə/g, 'e');
}

const union = (a: Set<string>, b: Set<string>): Set<string> => new Set([...a, ...b]);

type Sounds = readonly string[];

/** Longest first; each spelling with the sounds that it may stand for. `S` is sh, `A` a final a, `y` a final i. */
const LATIN_CONSONANTS: readonly (readonly [RegExp, Sounds])[] = [
  [/^(?:tsch|tch|sch|sh)/, ['S']],
  [/^ch/, ['S', 'k']],
  [/^kh/, ['k', 'h']],
  [/^gh/, ['g']],
  [/^ph/, ['f']],
  [/^th/, ['t', 's', 'th']],
  [/^dh/, ['d', 'z']],
  [/^(?:dj|zh)/, ['j']],
  [/^g+/, ['g', 'j']],
  [/^(?:q+|ck)/, ['k', 'g']],
  [/^c(?=[eiy])/, ['s']],
  [/^[ck]/, ['k']],
  [/^x/, ['ks']],
  [/^p/, ['b']],
  [/^v/, ['f', '']],
  [/^z$/, ['z', 's', 'd']],
  [/^z/, ['z', 'd']],
];

function latinKeys(word: string): Set<string> {
  const sounds: Sounds[] = [];
  for (let at = 0; at < word.length;) {
    const rest = word.slice(at);
    const vowels = /^[aeiouwy]+/.exec(rest)?.[0];
    if (vowels !== undefined) {
      const atEnd = vowels.length === rest.length;
      if (at === 0) sounds.push([/[wy]/.test(word.charAt(0)) ? word.charAt(0) : 'a']);
      if (atEnd && word.length > 1) sounds.push(finalVowel(vowels));
      at += vowels.length;
      continue;
    }
    if (rest === 'h') {
      // Saleh speaks its h, Fatimah does not.
      sounds.push(/[ae]$/.test(word.slice(0, at)) ? ['A', 'h'] : ['', 'h']);
      break;
    }
    const [spelling, may] = LATIN_CONSONANTS.find(([pattern]) => pattern.test(rest)) ?? [/^./, [rest.charAt(0)]];
    sounds.push(may);
    at += (spelling.exec(rest) as RegExpExecArray)[0].length;
  }
  return expand(sounds);
}

function finalVowel(vowels: string): Sounds {
  if (/(?:i|y|ie|ee)$/.test(vowels)) return ['y'];
  if (vowels.endsWith('a')) return ['A'];
  return vowels.endsWith('e') ? ['', 'A'] : [''];
}

const ARABIC_CONSONANTS: Readonly<Record<string, Sounds>> = {
  ب: ['b'], پ: ['b'], ت: ['t'], ط: ['t'], ث: ['t', 's'], ج: ['j'], چ: ['S'], ح: ['h'], ه: ['h'], خ: ['k', 'h'], د: ['d'],
  ذ: ['d', 'z'], ض: ['d', 'z'], ظ: ['d', 'z'], ز: ['z'], ژ: ['j'], ر: ['r'], ڕ: ['r'], س: ['s'], ص: ['s'], ش: ['S'], غ: ['g'], ف: ['f'],
  ڤ: ['f'], ق: ['k', 'g'], ك: ['k'], ک: ['k'], گ: ['g'], ل: ['l'], ڵ: ['l'], م: ['m'], ن: ['n'],
};

function arabicKeys(word: string): Set<string> {
  const letters = [...word];
  return expand(letters.map((letter, at) => arabicSounds(letter, at === 0, at === letters.length - 1, letters[at - 1])));
}

function arabicSounds(letter: string, first: boolean, last: boolean, before: string | undefined): Sounds {
  if (letter === 'ه' && last) return ['h', 'A', ''];
  const consonant = ARABIC_CONSONANTS[letter];
  if (consonant) return consonant;
  if (letter === 'ة') return ['A', ''];
  if (letter === 'ا') return first ? ['a'] : last ? ['A'] : [''];
  if (letter === 'ء') return first ? ['a'] : last && before === 'ا' ? ['A'] : [''];
  if (letter === 'ع') return first ? ['a'] : !last ? [''] : before === 'ي' ? ['', 'A', 'y'] : ['', 'A'];
  if (letter === 'و') return first ? ['w', 'a'] : [''];
  // Egypt writes the final i without its dots.
  if (letter === 'ى') return last ? ['A', 'y'] : [''];
  if (letter === 'ي' || letter === 'ی' || letter === 'ێ') return first ? ['y', 'a'] : last ? ['y'] : [''];
  return first ? ['a'] : [''];
}

function expand(sounds: readonly Sounds[]): Set<string> {
  let keys = [''];
  for (const may of sounds) {
    keys = keys.flatMap((key) => may.map((sound) => key + sound)).slice(0, MOST_KEYS_OF_A_PART);
  }
  return new Set(keys.map((key) => key.replace(/(.)\1+/g, '$1')));
}
