import { randomBytes } from 'node:crypto';
import { AuditService } from '../../src/audit/audit.service.js';
import { masterKeysFromText } from '../../src/common/crypto/local-master-key.js';
import { PersonKeys } from '../../src/common/crypto/person-keys.js';
import type { Database } from '../../src/common/database.js';

/** The log as the application writes it, sealed under keys that are thrown away with the database of the bench. */
export const auditOf = (database: Database): AuditService => new AuditService(new PersonKeys(database, masterKeysFromText(randomBytes(32).toString('hex'))));
