import { inflateSync } from 'node:zlib';

interface Shown { text: string; size: number }

/** What is written on the pages of a PDF whose fonts are embedded, in its order: each sign as its font says what it stands for. */
export function shownInPdf(pdf: Buffer): Shown[] {
  const file = pdf.toString('latin1');
  const objects = new Map([...file.matchAll(/(?<=^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, content]) => [id, content]));
  const signs = new Map([...file.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name, signsOf(unpacked(objects.get(/\/ToUnicode (\d+)/.exec(objects.get(id)!)![1])!))]));
  const written = (font: string, hex: string): string => [...hex.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, codes]) => codes.match(/.{4}/g) ?? []).map((code) => signs.get(font)!.get(parseInt(code, 16)) ?? '').join('');
  return [...objects.values()].filter((content) => content.includes('stream\n')).map(unpacked).filter((content) => content.includes('\nBT\n'))
    .flatMap((content) => [...content.matchAll(/\/(F\d+) ([\d.]+) Tf\n\[(.*)\] TJ/g)].map(([, font, size, hex]) => ({ text: written(font, hex), size: Number(size) })));
}

export const textOfPdf = (pdf: Buffer): string => shownInPdf(pdf).map(({ text }) => text).join('\n');

function unpacked(object: string): string {
  const packed = Buffer.from(/stream\n([\s\S]*)\nendstream/.exec(object)![1], 'latin1');
  return (object.includes('/FlateDecode') ? inflateSync(packed) : packed).toString('latin1');
}

/** Of a CMap: ranges of codes, and for each code in it UTF-16. */
const signsOf = (map: string): Map<number, string> =>
  new Map([...map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[(.*?)\]/g)].flatMap(([, first, all]) =>
    [...all.matchAll(/<([0-9a-f ]*)>/g)].map(([, units], i): [number, string] => [parseInt(first, 16) + i, utf16(units.replaceAll(' ', ''))])));

const utf16 = (units: string): string => String.fromCharCode(...(units.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));
