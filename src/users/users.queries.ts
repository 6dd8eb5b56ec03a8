import { Injectable } from '@nestjs/common';
import type { Role } from '../common/actor.js';
import { Database } from '../common/database.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';

export interface UserView {
  id: string;
  email: string;
  name: string;
  role: Role;
  disabledAt: Date | null;
  isDemo: boolean;
  secondFactorRequired: boolean;
  hasSecondFactor: boolean;
  createdAt: Date;
  version: number;
}

const COLUMNS = `id, email, name, role, disabled_at as "disabledAt", is_demo as "isDemo", created_at as "createdAt", version,
  second_factor_required as "secondFactorRequired",
  exists (select from second_factor s where s.user_id = app_user.id and s.confirmed_at is not null) as "hasSecondFactor"`;

@Injectable()
export class UsersQueries {
  constructor(private readonly database: Database) {}

  async one(id: string): Promise<UserView | null> {
    const [user] = await this.database.query<UserView>(`select ${COLUMNS} from app_user where id = $1 and role <> 'operator'`, [id]);
    return user ?? null;
  }

  async page({ limit, cursor, role }: { limit: number; cursor?: string; role?: Role }): Promise<Page<UserView>> {
    const after = decodeCursor(cursor, ['string']);
    const rows = await this.database.query<UserView>(
      `select ${COLUMNS} from app_user
       where role <> 'operator' and ($1::text is null or role = $1) and ($2::text is null or lower(email) > $2)
       order by lower(email) limit $3`,
      [role ?? null, after?.[0] ?? null, limit + 1],
    );
    return pageOf(rows, limit, ({ email }) => [email.toLowerCase()]);
  }
}
