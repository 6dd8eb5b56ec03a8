import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../common/database.js';
import { hashOfToken, randomToken } from './random-token.js';

const KNOWN_FOR_MS = 180 * 24 * 3_600_000;
const MOST_OF_A_USER = 20;

/** Devices on which somebody has signed in: they are slowed by their own tries alone. */
@Injectable()
export class KnownDevices {
  constructor(private readonly database: Database, private readonly clock: Clock) {}

  /** The device as tries are counted on it, if this very user signed in on it before. */
  async of(userId: string, deviceToken: string | undefined): Promise<string | null> {
    if (deviceToken === undefined) return null;
    const hash = hashOfToken(deviceToken);
    const [known] = await this.database.query(
      'select from known_device where hash = $1 and user_id = $2 and expires_at > $3', [hash, userId, this.clock.now()]);
    return known ? hash.toString('base64url') : null;
  }

  /** After a complete sign-in: the same device goes on being known, another one begins to be. */
  async remember(tx: Tx, userId: string, deviceToken: string | undefined): Promise<string> {
    const expiresAt = new Date(this.clock.now().getTime() + KNOWN_FOR_MS);
    if (deviceToken !== undefined) {
      const again = await tx.execute('update known_device set expires_at = $3 where hash = $1 and user_id = $2', [hashOfToken(deviceToken), userId, expiresAt]);
      if (again === 1) return deviceToken;
    }
    const token = randomToken();
    await tx.query('insert into known_device (hash, user_id, expires_at) values ($1, $2, $3)', [hashOfToken(token), userId, expiresAt]);
    await tx.query('delete from known_device where hash in (select hash from known_device where user_id = $1 order by expires_at desc offset $2)', [userId, MOST_OF_A_USER]);
    return token;
  }
}
