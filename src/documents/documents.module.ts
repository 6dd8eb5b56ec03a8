import { Module } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../common/config.js';
import { Outbound } from '../common/outbound/outbound.js';
import { DetaineesModule } from '../detainees/detainees.module.js';
import { ErasureParts } from '../detainees/erasure-parts.js';
import { FactKinds } from '../detainees/fact-kinds.js';
import { Contents } from './contents.service.js';
import { DOCUMENT } from './document.facts.js';
import { DocumentsService } from './documents.service.js';
import { LocalStorage } from './local-storage.js';
import { S3Storage } from './s3-storage.js';
import { StorageRemoval } from './storage-removal.service.js';
import { DocumentStorage } from './storage.js';
import { VirusScanner } from './virus-scanner.js';

const storageOf = ({ documentsFolder, documentsS3 }: Config, clock: Clock, outbound: Outbound): DocumentStorage =>
  documentsS3 === null ? new LocalStorage(documentsFolder) : new S3Storage(documentsS3, clock, outbound);

@Module({
  imports: [DetaineesModule],
  providers: [
    DocumentsService, Contents, StorageRemoval,
    { provide: DocumentStorage, inject: [Config, Clock, Outbound], useFactory: storageOf },
    { provide: VirusScanner, inject: [Config, Outbound], useFactory: ({ scanner }: Config, outbound: Outbound) => new VirusScanner(scanner, outbound) },
  ],
  exports: [DetaineesModule, DocumentsService, Contents, StorageRemoval, VirusScanner],
})
export class DocumentsModule {
  constructor(kinds: FactKinds, parts: ErasureParts, removal: StorageRemoval) {
    kinds.add(DOCUMENT);
    parts.add({ erase: (tx, detaineeId) => removal.askForPerson(tx, detaineeId) });
  }
}
