import fc from 'fast-check';
import { attachment } from './attachment.js';
import { FileTypeWatch, nameToSave } from './file-types.js';

function typeOf(content: Buffer | string, partBytes = 1 << 20): string | null {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  const watch = new FileTypeWatch();
  for (let at = 0; at < bytes.length; at += partBytes) watch.look(bytes.subarray(at, at + partBytes));
  return watch.end();
}

const DOCX = 'PK\x03\x04\x14\x00[Content_Types].xml...word/document.xml...';
const MAIL = 'From: a@court.example\r\nDate: Mon, 9 Mar 2026 08:30:00 -0500\r\nSubject: Notice\r\n\r\n<html>attached</html>';

describe('what a file is, by its content', () => {
  it.each([
    ['%PDF-1.7\n', 'application/pdf'], ['\xff\xd8\xff\xe0', 'image/jpeg'], ['\x89PNG\r\n\x1a\n', 'image/png'], ['II*\x00', 'image/tiff'], ['MM\x00*', 'image/tiff'],
    [DOCX, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['PK\x03\x04[Content_Types].xml xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    [MAIL, 'message/rfc822'], ['A letter.', 'text/plain'], ['ID3\x04\x00', 'audio/mpeg'], ['\xff\xfb\x90', 'audio/mpeg'],
    ['\x00\x00\x00\x20ftypM4A ', 'audio/mp4'], ['RIFF\x24\x00\x00\x00WAVEfmt ', 'audio/wav'],
  ])('%j is %s, in whichever pieces it comes', (content, type) => {
    for (const bytes of [1, 2, 3, 7, 4096]) expect(typeOf(content, bytes)).toBe(type);
  });

  it.each([
    '', '<!DOCTYPE html>', '  \n<svg xmlns=""/>', '<?xml version="1.0"?><x/>', '\xef\xbb\xbf<script>', 'MZ\x90\x00', '\x7fELF', 'PK\x03\x04 only a zip', `${DOCX}word/vbaProject.bin`,
    'PK\x03\x04word/document.xml', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'text with \x00 in it', 'not UTF-8: \xff\xfe', 'cut in a letter: \xe6\x96', 'GIF89a\x01\x00', 'RIFF\x00\x00\x00\x00AVI ',
    '\x00\x00\x00\x20ftypisom', '{\\rtf1\x01}',
  ])('%j is none that is taken', (content) => {
    for (const bytes of [1, 3, 4096]) expect(typeOf(content, bytes)).toBeNull();
  });

  it('is text in any script', () => {
    expect(typeOf(Buffer.from('يوسف يونان\nܝܘܣܦ\r\n\tИосиф'))).toBe('text/plain');
  });

  it('never throws, and never takes for text what a browser would run', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const type = typeOf(Buffer.from(bytes));
      if (type === 'text/plain') expect(Buffer.from(bytes).toString()).not.toMatch(/^\s*<[!?a-z]/i);
    }));
  });
});

describe('the name under which a file is handed out', () => {
  it.each([
    ['letter.pdf', 'application/pdf', 'letter.pdf'], ['photo.JPEG', 'image/jpeg', 'photo.JPEG'], ['run.exe', 'application/pdf', 'run.exe.pdf'], ['page.html', 'text/plain', 'page.html.txt'],
  ] as const)('of %s, which is %s, is %s', (name, type, saved) => {
    expect(nameToSave(name, type)).toBe(saved);
  });

  it('can end no header and begin no other, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (name) => {
      expect(attachment(name)).toMatch(/^attachment; filename="[\x20\x21\x23-\x24\x26-\x3a\x3c-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9%._~!-]*$/);
    }));
  });
});
