/** Helvetica and Helvetica-Bold, which every reader of PDF brings: widths in thousandths of the size, after Adobe's metrics of them. */
export type FontName = 'regular' | 'bold';

const REGULAR = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
] as const;
const BOLD = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
  975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
  333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
] as const;
const FIRST = 32;
/** Of signs that are no letter with a mark: as wide as most. */
const OTHERS = 556;
const WIDE = 1000;

/** WinAnsi, where it is not Latin-1. */
const WINDOWS: ReadonlyMap<string, number> = new Map([...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((character, i) => [character, 0x80 + i]));
/** Letters that are no letter with a mark, as they are written without. */
const PLAIN: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ħ: 'h', Ħ: 'H', ə: 'e', ʿ: "'", ʾ: "'", ʻ: "'", ʼ: "'", '\u2011': '-', '\u2212': '-', '\u00a0': ' ' };
const PLAIN_ASCII = /^[ -~]*$/;
const UNWRITTEN = '?'.charCodeAt(0);

/**
 * The bytes of a text in the fonts' encoding. What they have no sign for is written without its marks, or as a question mark:
 * people are named by the Latin spelling on file, and the other formats have every script.
 */
export function encoded(text: string): number[] {
  const bytes: number[] = [];
  if (PLAIN_ASCII.test(text)) {
    for (let i = 0; i < text.length; i++) bytes.push(text.charCodeAt(i));
    return bytes;
  }
  for (const character of text) {
    const code = codeOf(character);
    if (code !== null) bytes.push(code);
    else for (const part of (PLAIN[character] ?? character.normalize('NFKD').replace(/\p{M}/gu, '')) || '?') bytes.push(codeOf(part) ?? UNWRITTEN);
  }
  return bytes;
}

function codeOf(character: string): number | null {
  const code = character.codePointAt(0)!;
  if (code >= FIRST && code < 0x7f) return code;
  if (code > 0xa0 && code <= 0xff) return code;
  return WINDOWS.get(character) ?? null;
}

const WIDTHS: Readonly<Record<FontName, readonly number[]>> = { regular: table(REGULAR), bold: table(BOLD) };

function table(ascii: readonly number[]): number[] {
  return Array.from({ length: 256 }, (_, code) => {
    if (code >= FIRST && code < 0x7f) return ascii[code - FIRST];
    if ([0x85, 0x89, 0x97, 0x99].includes(code)) return WIDE;
    const base = String.fromCharCode(code).normalize('NFD').charCodeAt(0);
    return code >= 0xc0 && base >= FIRST && base < 0x7f ? ascii[base - FIRST] : OTHERS;
  });
}

/** In points. */
export function widthOf(bytes: readonly number[], font: FontName, size: number): number {
  const widths = WIDTHS[font];
  let thousandths = 0;
  for (const byte of bytes) thousandths += widths[byte];
  return (thousandths * size) / 1000;
}

/** The lines of a text in a column of a width in points; a word that is wider than the column is cut. */
export function wrapped(text: string, font: FontName, size: number, width: number): number[][] {
  const widths = WIDTHS[font];
  const most = (width * 1000) / size;
  const space = widths[FIRST];
  const lines: number[][] = [];
  let line: number[] = [];
  let used = 0;
  const end = (): void => {
    lines.push(line);
    line = [];
    used = 0;
  };
  for (const word of text.split(/\s+/)) {
    const bytes = encoded(word);
    let wide = 0;
    for (const byte of bytes) wide += widths[byte];
    if (line.length > 0 && used + space + wide > most) end();
    if (line.length > 0) {
      line.push(FIRST);
      used += space;
    }
    for (const byte of bytes) {
      if (used + widths[byte] > most && line.length > 0) end();
      line.push(byte);
      used += widths[byte];
    }
  }
  end();
  return lines;
}
