import { deflateSync } from 'node:zlib';
import { encoded, type FontName } from './pdf-font.js';

/** US letter, lying: in points. */
export const PAGE = { width: 792, height: 612 } as const;

/**
 * A PDF (ISO 32000-1, version 1.4) of text, lines and filled boxes, written whole: the same pages make the same bytes on every
 * day. Points are counted from the upper left corner.
 */
export class Pdf {
  private readonly pages: string[][] = [];

  /** What follows is on a new page. */
  page(): void {
    this.pages.push([]);
  }

  get pageCount(): number {
    return this.pages.length;
  }

  /** `y`: of the line on which the letters stand. */
  text(text: string | readonly number[], x: number, y: number, { font = 'regular', size }: { font?: FontName; size: number }, onPage = this.pages.length - 1): void {
    const hex = Buffer.from(typeof text === 'string' ? encoded(text) : text).toString('hex');
    this.pages[onPage].push(`BT /${font === 'bold' ? 'F2' : 'F1'} ${n(size)} Tf ${n(x)} ${n(PAGE.height - y)} Td <${hex}> Tj ET`);
  }

  /** `colour`: RRGGBB. */
  box(x: number, y: number, width: number, height: number, colour: string): void {
    this.pages[this.pages.length - 1].push(`${rgb(colour)} rg ${n(x)} ${n(PAGE.height - y - height)} ${n(width)} ${n(height)} re f 0 0 0 rg`);
  }

  line(x1: number, y1: number, x2: number, y2: number): void {
    this.pages[this.pages.length - 1].push(`0.6 0.6 0.6 RG 0.5 w ${n(x1)} ${n(PAGE.height - y1)} m ${n(x2)} ${n(PAGE.height - y2)} l S`);
  }

  /** `createdAt`: RFC 3339, in UTC. `id`: 32 digits in hexadecimal that no other content has. */
  bytes({ title, createdAt, id }: { title: string; createdAt: string; id: string }): Buffer {
    const first = 6; // the objects before the pages
    const kids = this.pages.map((_page, i) => `${first + 2 * i} 0 R`);
    const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
    const date = `D:${createdAt.replace(/\D/g, '').slice(0, 14)}Z`;
    const objects: Buffer[] = [
      Buffer.from('<< /Type /Catalog /Pages 2 0 R /Lang (en-US) >>'),
      Buffer.from(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] `
        + '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>'),
      Buffer.from(font('Helvetica')), Buffer.from(font('Helvetica-Bold')),
      Buffer.from(`<< /Title <${Buffer.from(encoded(title)).toString('hex')}> /Producer (Vigil) /CreationDate (${date}) >>`),
    ];
    this.pages.forEach((content, i) => {
      const packed = deflateSync(content.join('\n'));
      objects.push(Buffer.from(`<< /Type /Page /Parent 2 0 R /Contents ${first + 2 * i + 1} 0 R >>`));
      objects.push(Buffer.concat([Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`), packed, Buffer.from('\nendstream')]));
    });
    return written(objects, id);
  }
}

function written(objects: readonly Buffer[], id: string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let at = parts[0].length;
  const places: number[] = [];
  objects.forEach((object, i) => {
    const whole = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    places.push(at);
    at += whole.length;
    parts.push(whole);
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n`
    + `<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R /ID [<${id}> <${id}>] >>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const n = (value: number): string => String(Math.round(value * 100) / 100);
const rgb = (colour: string): string => [0, 2, 4].map((at) => n(parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ');
