import { readXmlText } from './xml.js';

/** Number formats that Excel knows by number and that show a date or a time. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Which cell styles show their number as a date: a cell does not say so itself. */
export function dateStyles(xml: string): boolean[] {
  const customFormats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  readXmlText(xml, {
    open(name, attributes) {
      if (name === 'numFmt') customFormats.set(Number(attributes.numFmtId), showsDate(attributes.formatCode ?? ''));
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        const format = Number(attributes.numFmtId ?? 0);
        styles.push(customFormats.get(format) ?? isBuiltInDate(format));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
    text() {},
  });
  return styles;
}

/** A format shows a date if a letter of a date is left once quoted text, colours and escapes are taken out. */
export function showsDate(formatCode: string): boolean {
  const [positive] = formatCode.split(';', 1);
  const letters = positive.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(letters.replace(/General/gi, ''));
}
