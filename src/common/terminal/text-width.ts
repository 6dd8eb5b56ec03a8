/** How many columns of a terminal a text takes, and a text made safe to print on one. */

const MARK = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Blocks whose characters take two columns: Hangul, kana, CJK, full-width forms, pictographs. */
const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f], [0x2e80, 0x303e], [0x3041, 0x33ff], [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xa000, 0xa4cf], [0xac00, 0xd7a3],
  [0xf900, 0xfaff], [0xfe30, 0xfe4f], [0xff00, 0xff60], [0xffe0, 0xffe6], [0x1f300, 0x1faff], [0x20000, 0x3fffd],
];

export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (MARK.test(character)) continue;
    const code = character.codePointAt(0)!;
    width += WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
  }
  return width;
}

/**
 * What comes from documents and spreadsheets may hold escape sequences that would move the cursor or rename the
 * window, and marks that turn the direction of the rest of the line.
 */
export const printable = (text: string): string =>
  text.replace(/[\t\r\n]+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

/** A line may end after a space, and after a hyphen or a point inside an identifier. */
const MAY_END = /(?<= )|(?<=[-.](?=[^ \d]))/;

/** The widest piece of a text that is not broken as long as it fits. */
export const longestPiece = (text: string): number => Math.max(...text.split(MAY_END).map((piece) => textWidth(piece.trimEnd())));

/** Lines of at most `width` columns, broken between words where that is possible. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(MAY_END).flatMap((each) => pieces(each, width))) {
    if (line !== '' && textWidth(line) + textWidth(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** A word, cut where it is wider than a whole line. */
function pieces(word: string, width: number): string[] {
  if (textWidth(word.trimEnd()) <= width) return [word];
  const cut: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character) > width) {
      cut.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...cut, piece];
}
