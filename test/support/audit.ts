import { AuditService } from '../../src/audit/audit.service.js';
import { masterKeysFromText } from '../../src/common/crypto/local-master-key.js';
import { PersonKeys } from '../../src/common/crypto/person-keys.js';
import type { Database } from '../../src/common/database.js';
import { TEST_KEYS } from './keys.js';

/** The log as the apps of the tests write it. */
export const auditOf = (database: Database): AuditService => new AuditService(new PersonKeys(database, masterKeysFromText(TEST_KEYS.VIGIL_MASTER_KEYS)));
