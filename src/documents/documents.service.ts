import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Database } from '../common/database.js';
import { conflict } from '../common/problem.js';
import { unknownEvent } from '../detainees/event-reference.js';
import type { Fact, NewSource } from '../detainees/fact.js';
import { FactsQueries } from '../detainees/facts.queries.js';
import { type Correction, type FactRef, FactsService } from '../detainees/facts.service.js';
import { Contents } from './contents.service.js';
import { DOCUMENT, type DocumentLabel, type DocumentValues } from './document.facts.js';
import { maliciousFile, unknownFile } from './documents.errors.js';
import { nameToSave } from './file-types.js';
import type { IncomingFile } from './incoming-file.js';

export interface NewDocument extends DocumentLabel {
  fileName: string;
  source: NewSource;
}

export interface Added {
  document: Fact<DocumentValues>;
  /** the same file is on record for this person already, and nothing was changed */
  already: boolean;
}

export interface Download {
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  content: Readable;
}

@Injectable()
export class DocumentsService {
  constructor(
    private readonly database: Database,
    private readonly facts: FactsService,
    private readonly read: FactsQueries,
    private readonly contents: Contents,
    private readonly audit: AuditService,
  ) {}

  async list(detaineeId: string): Promise<{ items: Fact<DocumentValues>[] }> {
    return this.facts.list(DOCUMENT, detaineeId, null);
  }

  one(ref: FactRef): Promise<Fact<DocumentValues>> {
    return this.read.one(DOCUMENT, ref.detaineeId, ref.id, null);
  }

  async add(actor: Actor, detaineeId: string, { source, ...label }: NewDocument, incoming: IncomingFile): Promise<Added> {
    const { mediaType, malicious, sizeBytes, sha256, contentId } = incoming;
    if (malicious) throw maliciousFile();
    if (mediaType === null) throw unknownFile();
    await this.read.requireFile(detaineeId);
    const before = await this.sameFile(detaineeId, sha256);
    if (before) return { document: before, already: true };
    await this.requireEvent(detaineeId, label.eventId ?? null);
    await this.contents.keep(detaineeId, incoming);
    return this.database.transaction(async (tx) => {
      await this.facts.openFile(tx, detaineeId);
      const meanwhile = await this.sameFile(detaineeId, sha256);
      if (meanwhile) return { document: meanwhile, already: true }; // what was just stored is taken out at night
      await tx.query('update document_content set stored_at = now() where id = $1', [contentId]);
      const values = { ...label, eventId: label.eventId ?? null, mediaType, sizeBytes, sha256, contentId };
      return { document: await this.facts.record(actor, DOCUMENT, detaineeId, { source, values }), already: false };
    });
  }

  correct(actor: Actor, ref: FactRef, seen: number, correction: Correction<DocumentLabel>): Promise<Fact<DocumentValues>> {
    return this.facts.correct<DocumentValues>(actor, DOCUMENT, ref, seen, correction);
  }

  withdraw(actor: Actor, ref: FactRef, seen: number, reason: string): Promise<void> {
    return this.facts.withdraw(actor, DOCUMENT, ref, seen, reason);
  }

  /** Whoever takes a copy with them is on record for that document. */
  async download(actor: Actor, ref: FactRef): Promise<Download> {
    const { contentId, fileName, mediaType, sizeBytes } = await this.one(ref);
    await this.database.transaction((tx) => this.audit.record(tx, actor, {
      action: 'document.downloaded', subject: 'document', subjectId: ref.id, detaineeId: ref.detaineeId,
    }));
    return { fileName: nameToSave(fileName, mediaType), mediaType, sizeBytes, content: await this.contents.open(ref.detaineeId, contentId) };
  }

  /** Before anything is stored: what is refused leaves no file behind until the night. */
  private async requireEvent(detaineeId: string, eventId: string | null): Promise<void> {
    const faults = eventId === null ? [] : await unknownEvent(this.database, detaineeId, eventId);
    if (faults.length > 0) throw conflict(...faults);
  }

  private async sameFile(detaineeId: string, sha256: string): Promise<Fact<DocumentValues> | null> {
    const all = await this.read.list(DOCUMENT, detaineeId, null);
    return all.find((document) => document.sha256 === sha256) ?? null;
  }
}
