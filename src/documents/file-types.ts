/** What a file can be, told from its content: neither its name nor what the sender calls it is believed. */
export const FILE_TYPES = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'message/rfc822': 'eml',
  'text/plain': 'txt',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
} as const;
export type MediaType = keyof typeof FILE_TYPES;
export const ALLOWED_FILES: readonly string[] = Object.values(FILE_TYPES);

const HEAD_BYTES = 4096;
const ZIP = 'PK\x03\x04';
const OFFICE: readonly (readonly [string, MediaType])[] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
];
const PACKAGE = '[Content_Types].xml';
const MACROS = 'vbaProject.bin';
const LONGEST_MARK = Math.max(...[...OFFICE.map(([name]) => name), PACKAGE, MACROS].map((name) => name.length));

/** The marks of Latin letters below stand for bytes. */
const BEGINNINGS: readonly (readonly [RegExp, MediaType])[] = [
  [/^%PDF-\d/, 'application/pdf'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^\x89PNG\r\n\x1a\n/, 'image/png'],
   
  [/^(II\*\x00|MM\x00\*)/, 'image/tiff'],
  [/^(ID3[\x02-\x04]|\xff[\xfb\xfa\xf3\xf2])/, 'audio/mpeg'],
  [/^[^]{4}ftypM4A /, 'audio/mp4'],
  [/^RIFF[^]{4}WAVE/, 'audio/wav'],
];
const HEADER_LINE = /^(from|to|date|subject|received|return-path|message-id|mime-version|delivered-to|x-[a-z0-9-]+): ?\S/i;
const NECESSARY_HEADERS = [/^from:/im, /^date:/im];
/** A browser would run it. It is sent as an attachment anyway; here it does not even come in. */
const MARKUP = /^\s*<[!?a-z]/i;
 
const NOT_IN_TEXT = /[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/;

/** Looks at a file while it streams past. */
export class FileTypeWatch {
  private head = Buffer.alloc(0);
  private tail = '';
  private readonly marks = new Set<string>();
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private isText = true;
  private bytes = 0;

  look(part: Buffer): void {
    this.bytes += part.length;
    if (this.head.length < HEAD_BYTES) this.head = Buffer.concat([this.head, part.subarray(0, HEAD_BYTES - this.head.length)]);
    if (this.isText) this.isText = this.readsAsText(part);
    if (this.head.toString('latin1', 0, 4) === ZIP) this.lookForMarks(part);
  }

  /** Null: none of those that are taken. */
  end(): MediaType | null {
    if (this.bytes === 0) return null;
    const head = this.head.toString('latin1');
    const known = BEGINNINGS.find(([beginning]) => beginning.test(head));
    if (known) return known[1];
    if (head.startsWith(ZIP)) return this.officeType();
    if (!this.isText || !this.endsAsText()) return null;
    const text = this.head.toString('utf8').replace(/^\uFEFF/, '');
    if (HEADER_LINE.test(text) && NECESSARY_HEADERS.every((header) => header.test(text.split(/\r?\n\r?\n/, 1)[0]))) return 'message/rfc822';
    return MARKUP.test(text) ? null : 'text/plain';
  }

  /** A program in a document is no document. */
  private officeType(): MediaType | null {
    if (!this.marks.has(PACKAGE) || this.marks.has(MACROS)) return null;
    return OFFICE.find(([name]) => this.marks.has(name))?.[1] ?? null;
  }

  private readsAsText(part: Buffer): boolean {
    try {
      return !NOT_IN_TEXT.test(this.utf8.decode(part, { stream: true }));
    } catch {
      return false; // it is not UTF-8
    }
  }

  private endsAsText(): boolean {
    try {
      this.utf8.decode();
      return true;
    } catch {
      return false; // it ends in the middle of a letter
    }
  }

  /** Names in a ZIP are written as they are, in its directory and before each file. */
  private lookForMarks(part: Buffer): void {
    const text = this.tail + part.toString('latin1');
    for (const mark of [...OFFICE.map(([name]) => name), PACKAGE, MACROS]) if (text.includes(mark)) this.marks.add(mark);
    this.tail = text.slice(-LONGEST_MARK);
  }
}

/** The name under which a file is handed out: its ending says what it is. */
export function nameToSave(fileName: string, mediaType: MediaType): string {
  const ending = `.${FILE_TYPES[mediaType]}`;
  const same = { '.jpg': ['.jpeg'], '.tif': ['.tiff'] }[ending] ?? [];
  return [ending, ...same].some((one) => fileName.toLowerCase().endsWith(one)) ? fileName : `${fileName}${ending}`;
}
