import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { erased, PersonKeys } from '../common/crypto/person-keys.js';
import { openStream } from '../common/crypto/sealed-stream.js';
import { Database } from '../common/database.js';
import { notFound } from '../common/problem.js';
import { boundToContent, type IncomingFile } from './incoming-file.js';
import { DocumentStorage } from './storage.js';

const placeOf = (contentId: string) => ({ table: 'document_content', column: 'content_key', row: contentId });

/**
 * Keeps what is in documents. The row is written before the file is stored and says so once it is, so that no file is
 * ever in the storage of which the database does not know: one that was not stored to its end is taken out at night.
 */
@Injectable()
export class Contents {
  constructor(private readonly database: Database, private readonly keys: PersonKeys, private readonly storage: DocumentStorage) {}

  async keep(detaineeId: string, { contentId, key, address, file, storedBytes }: IncomingFile): Promise<void> {
    await this.database.transaction(async (tx) => {
      const sealed = await this.keys.encrypt(tx, detaineeId, placeOf(contentId), key.toString('base64'));
      await tx.query('insert into document_content (id, detainee_id, content_key, address) values ($1, $2, $3, $4)', [contentId, detaineeId, sealed, address]);
    });
    await this.storage.put(address, file, storedBytes);
  }

  /** The file as it was sent. It ends with an error where it is not what was stored. */
  async open(detaineeId: string, contentId: string): Promise<Readable> {
    const open = await this.opener(detaineeId, contentId);
    return open();
  }

  /** Opens it later, without a question to the database: for whoever hands out many, one after the other. */
  async opener(detaineeId: string, contentId: string): Promise<() => Promise<Readable>> {
    const [row] = await this.database.query<{ content_key: string; address: string }>(
      'select content_key, address from document_content where id = $1 and detainee_id = $2 and stored_at is not null', [contentId, detaineeId]);
    if (!row) throw notFound('document');
    const key = await this.keys.decrypt(detaineeId, placeOf(contentId), row.content_key);
    if (key === null) throw erased();
    return async () => {
      const stored = await this.storage.get(row.address);
      return Readable.from(openStream(Buffer.from(key, 'base64'), stored, boundToContent(contentId)), { objectMode: false });
    };
  }
}
