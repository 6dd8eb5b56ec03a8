import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '../common/actor.js';

/** Somebody of the office who signs in. The operator (command line and worker) has a row too, and cannot. */
@Entity('app_user')
export class User {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ type: 'text' }) email!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) role!: Role;
  @Column({ name: 'password_hash', type: 'text', nullable: true }) passwordHash!: string | null;
  /** of a password that was made for the user: until when it signs in */
  @Column({ name: 'password_until', type: 'timestamptz', nullable: true }) passwordUntil!: Date | null;
  @Column({ name: 'is_demo', type: 'boolean' }) isDemo!: boolean;
  @Column({ name: 'second_factor_required', type: 'boolean', default: false }) secondFactorRequired!: boolean;
  @Column({ name: 'disabled_at', type: 'timestamptz', nullable: true }) disabledAt!: Date | null;
  @Column({ type: 'integer', default: 1 }) version!: number;
  @Column({ name: 'created_at', type: 'timestamptz', insert: false, update: false }) createdAt!: Date;
}
