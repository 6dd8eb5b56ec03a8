import { posix } from 'node:path';
import { FileRefused } from '../file-refused.js';
import type { Archive } from './archive.js';
import { dateStyles } from './styles.js';
import { attribute, readXml, readXmlText } from './xml.js';

export interface Workbook {
  sheets: readonly { name: string; part: string }[];
  /** days are counted from 1904, as old Macintoshes did */
  date1904: boolean;
  /** by style number: shows its number as a date */
  isDateStyle: readonly boolean[];
  sharedStrings: readonly string[];
}

const WORKBOOK_PART = 'xl/workbook.xml';
/** Shared texts stay in memory while the sheets are read: the one part of a workbook whose size matters there. */
const MAX_SHARED_CHARACTERS = 256 * 1024 * 1024;

export async function readWorkbook(archive: Archive): Promise<Workbook> {
  if (!archive.has(WORKBOOK_PART)) throw new FileRefused('This is a zip archive and no Excel workbook (.xlsx): unpack it, or save the table as .xlsx or .csv.');
  const { targets, kinds } = await relations(archive);
  const sheets: { name: string; part: string }[] = [];
  let date1904 = false;
  readXmlText(await archive.text(WORKBOOK_PART), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = ['1', 'true', 'on'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const part = targets.get(attribute(attributes, 'id') ?? '');
      if (part === undefined) throw new FileRefused('The workbook is damaged: it names a sheet that it does not hold.');
      // Charts and dialogs are sheets too, of another kind.
      if (kinds.get(part)?.endsWith('/worksheet')) sheets.push({ name: attributes.name ?? '', part });
    },
  });
  const styles = partOf(kinds, '/styles');
  const strings = partOf(kinds, '/sharedStrings');
  return {
    sheets, date1904,
    isDateStyle: styles && archive.has(styles) ? dateStyles(await archive.text(styles)) : [],
    sharedStrings: strings && archive.has(strings) ? await sharedStrings(archive, strings) : [],
  };
}

async function relations(archive: Archive) {
  const targets = new Map<string, string>();
  const kinds = new Map<string, string>();
  readXmlText(await archive.text('xl/_rels/workbook.xml.rels'), {
    open(name, { Id, Target, Type }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      const part = Target.startsWith('/') ? Target.slice(1) : posix.normalize(`xl/${Target}`);
      targets.set(Id, part);
      kinds.set(part, Type ?? '');
    },
  });
  return { targets, kinds };
}

const partOf = (kinds: ReadonlyMap<string, string>, end: string): string | undefined =>
  [...kinds].find(([, kind]) => kind.endsWith(end))?.[0];

async function sharedStrings(archive: Archive, part: string): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let characters = 0;
  let inText = false;
  let phonetic = false;
  await readXml(await archive.read(part), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = !phonetic;
      else if (name === 'rPh') phonetic = true;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        characters += text.length;
        if (characters > MAX_SHARED_CHARACTERS) throw new FileRefused('The workbook shares more text between its cells than fits in memory: save the sheets as .csv and import those.');
        strings.push(text);
      }
    },
  });
  return strings;
}
