import { createHash, randomInt } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { generateSecret, generateURI, verify } from 'otplib';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../common/database.js';
import { Sealer } from './sealer.js';
import { hasSecondFactor } from './auth.errors.js';
import { secondFactorContext } from './signing-keys.js';

export interface Enrolment {
  secret: string;
  uri: string;
}

const PERIOD_SECONDS = 30;
const RECOVERY_CODES = 10;
/** Letters and digits that nobody takes for one another; twenty-four of them are 118 bits, so that a plain hash hides them. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODE_LENGTH = 24;
const TOTP = /^\d{6}$/;

/** Time-based codes (RFC 6238: SHA-1, six digits, thirty seconds, which every authenticator knows) and recovery codes. */
@Injectable()
export class SecondFactorService {
  private readonly logger = new Logger(SecondFactorService.name);

  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** A new secret, which counts once a code of it was given. Asked again, the one before is gone. */
  async begin(tx: Tx, { id, email }: { id: string; email: string }): Promise<Enrolment> {
    const secret = generateSecret();
    const sealed = this.sealer.seal(Buffer.from(secret), secondFactorContext(id));
    const begun = await tx.execute(
      `insert into second_factor (user_id, sealed_secret, created_at) values ($1, $2, $3)
       on conflict (user_id) do update set sealed_secret = excluded.sealed_secret, created_at = excluded.created_at, last_step = 0
       where second_factor.confirmed_at is null`, [id, sealed, this.clock.now()]);
    if (begun === 0) throw hasSecondFactor();
    return { secret, uri: generateURI({ issuer: 'Vigil', label: email, secret }) };
  }

  /** The first code of it: from now on it is asked for. The recovery codes are shown this once; null if the code is wrong. */
  async confirm(tx: Tx, actor: Actor, code: string): Promise<string[] | null> {
    if (!(await this.acceptTotp(tx, actor.userId, code, 'unconfirmed'))) return null;
    await tx.query('update second_factor set confirmed_at = $2 where user_id = $1', [actor.userId, this.clock.now()]);
    await this.audit.record(tx, actor, { action: 'second-factor.enrolled', subject: 'user', subjectId: actor.userId });
    return this.newRecoveryCodes(tx, actor.userId);
  }

  /** A code of the app or a recovery code, each good once. */
  async accept(tx: Tx, actor: Actor, code: string): Promise<boolean> {
    const written = code.trim().toLowerCase().replace(/[\s-]/g, '');
    if (TOTP.test(written)) return this.acceptTotp(tx, actor.userId, written, 'confirmed');
    const used = await tx.execute(
      `update recovery_code r set used_at = $3 from second_factor s
       where r.user_id = $1 and r.hash = $2 and r.used_at is null and s.user_id = r.user_id and s.confirmed_at is not null`,
      [actor.userId, hashOf(actor.userId, written), this.clock.now()]);
    if (used === 1) await this.audit.record(tx, actor, { action: 'recovery-code.used', subject: 'user', subjectId: actor.userId });
    return used === 1;
  }

  async renewRecoveryCodes(tx: Tx, actor: Actor): Promise<string[]> {
    await this.audit.record(tx, actor, { action: 'recovery-codes.renewed', subject: 'user', subjectId: actor.userId });
    return this.newRecoveryCodes(tx, actor.userId);
  }

  async remove(tx: Tx, actor: Actor, userId: string): Promise<boolean> {
    const removed = await tx.execute('delete from second_factor where user_id = $1', [userId]);
    if (removed === 0) return false;
    await this.audit.record(tx, actor, { action: 'second-factor.removed', subject: 'user', subjectId: userId });
    return true;
  }

  async recoveryCodesLeft(userId: string): Promise<number> {
    const [{ left }] = await this.database.query<{ left: number }>(
      'select count(*)::int as left from recovery_code where user_id = $1 and used_at is null', [userId]);
    return left;
  }

  /** A code counts for its half minute and the one on each side; it and those before it never count again. */
  private async acceptTotp(tx: Tx, userId: string, code: string, state: 'confirmed' | 'unconfirmed'): Promise<boolean> {
    const [factor] = await tx.query<{ sealed: string; lastStep: string }>(
      `select sealed_secret as sealed, last_step as "lastStep" from second_factor
       where user_id = $1 and (confirmed_at is not null) = $2 for update`, [userId, state === 'confirmed']);
    if (!factor || !TOTP.test(code)) return false;
    const secret = this.sealer.open(factor.sealed, secondFactorContext(userId));
    if (!secret) {
      this.logger.error('a second factor was sealed under another JWT_SECRET and cannot be checked; see VIGIL_PREVIOUS_JWT_SECRET');
      return false;
    }
    const epoch = Math.floor(this.clock.now().getTime() / 1_000);
    const lastStep = Number(factor.lastStep);
    if (lastStep > epoch / PERIOD_SECONDS + 1) return false; // the clock was set back: what it counted is still used
    const result = await verify({ secret: secret.toString(), token: code, epoch, epochTolerance: PERIOD_SECONDS, ...(lastStep > 0 && { afterTimeStep: lastStep }) });
    if (!result.valid || !('timeStep' in result)) return false;
    await tx.query('update second_factor set last_step = $2 where user_id = $1', [userId, result.timeStep]);
    return true;
  }

  private async newRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, recoveryCode);
    await tx.query('delete from recovery_code where user_id = $1', [userId]);
    await tx.query('insert into recovery_code (user_id, hash) select $1, unnest($2::bytea[])',
      [userId, codes.map((code) => hashOf(userId, code.replaceAll('-', '')))]);
    return codes;
  }
}

/** Enough random bits that a plain hash gives nothing away; the user in it keeps equal codes of two users apart. */
const hashOf = (userId: string, code: string): Buffer => createHash('sha256').update(`${userId} ${code}`).digest();

function recoveryCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return letters.match(/.{4}/g)!.join('-');
}
