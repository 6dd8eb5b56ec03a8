/** ISO 15924 codes of the scripts in which clients' names reach an office. */
const SCRIPTS: readonly (readonly [code: string, letters: RegExp])[] = [
  ['Latn', /\p{Script=Latin}/gu], ['Arab', /\p{Script=Arabic}/gu], ['Syrc', /\p{Script=Syriac}/gu], ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Hani', /\p{Script=Han}/gu], ['Hang', /\p{Script=Hangul}/gu], ['Kana', /[\p{Script=Katakana}\p{Script=Hiragana}]/gu],
  ['Hebr', /\p{Script=Hebrew}/gu], ['Grek', /\p{Script=Greek}/gu], ['Armn', /\p{Script=Armenian}/gu], ['Geor', /\p{Script=Georgian}/gu],
  ['Ethi', /\p{Script=Ethiopic}/gu], ['Deva', /\p{Script=Devanagari}/gu], ['Beng', /\p{Script=Bengali}/gu], ['Guru', /\p{Script=Gurmukhi}/gu],
  ['Gujr', /\p{Script=Gujarati}/gu], ['Taml', /\p{Script=Tamil}/gu], ['Telu', /\p{Script=Telugu}/gu], ['Sinh', /\p{Script=Sinhala}/gu],
  ['Thai', /\p{Script=Thai}/gu], ['Laoo', /\p{Script=Lao}/gu], ['Khmr', /\p{Script=Khmer}/gu], ['Mymr', /\p{Script=Myanmar}/gu],
  ['Tibt', /\p{Script=Tibetan}/gu], ['Mong', /\p{Script=Mongolian}/gu],
];

/** The script in which most letters of a name are written; `Zyyy` (undetermined) for any other. */
export function scriptOf(name: string): string {
  let most = 0;
  let script = 'Zyyy';
  for (const [code, letters] of SCRIPTS) {
    const count = name.match(letters)?.length ?? 0;
    if (count > most) {
      most = count;
      script = code;
    }
  }
  return script;
}
