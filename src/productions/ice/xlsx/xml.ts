import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { FileRefused } from '../file-refused.js';
import { damaged } from './archive.js';

export interface XmlHandlers {
  /** names come without their namespace prefix, which differs between the programs that write workbooks */
  open(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Excel allows 32,767 characters in a cell. A text that never ends would be gathered until memory is full. */
const MAX_TEXT = 4 * 1024 * 1024;

/** Parses while it streams; `onPause` between two pieces is waited for. */
export async function readXml(stream: Readable, handlers: XmlHandlers, onPause?: (characters: number) => Promise<void> | void): Promise<void> {
  const parser = parserOf(handlers);
  let sinceTag = 0;
  parser.on('opentagstart', () => { sinceTag = 0; });
  try {
    for await (const chunk of stream.setEncoding('utf8') as AsyncIterable<string>) {
      sinceTag += chunk.length;
      parser.write(chunk);
      if (sinceTag > MAX_TEXT) throw new FileRefused('The workbook holds a text of more than 4 MB in one cell: this is no table of rows.');
      await onPause?.(chunk.length);
    }
    parser.close();
  } catch (error) {
    throw damaged(error);
  }
}

export function readXmlText(xml: string, handlers: XmlHandlers): void {
  const parser = parserOf(handlers);
  try {
    parser.write(xml).close();
  } catch (error) {
    throw damaged(error);
  }
}

function parserOf(handlers: XmlHandlers): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => { throw error; });
  // No workbook declares a document type; a file that does is trying something.
  parser.on('doctype', () => { throw new FileRefused('The workbook declares a document type, which no workbook does: it was not read.'); });
  parser.on('opentag', (tag: SaxesTagPlain) => handlers.open(local(tag.name), tag.attributes));
  if (handlers.text) parser.on('text', (text) => handlers.text!(text));
  if (handlers.text) parser.on('cdata', (text) => handlers.text!(text));
  if (handlers.close) parser.on('closetag', (tag: SaxesTagPlain) => handlers.close!(local(tag.name)));
  return parser;
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

export const attribute = (attributes: Record<string, string>, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
