import { createHmac } from 'node:crypto';
import type { Role } from '../common/actor.js';

export interface DemoUser {
  email: string;
  name: string;
  role: Role;
  /** what the welcome says of them */
  does: string;
}

/** Invented people who work in the office of the demo caseload, or with it. */
export const DEMO_USERS: readonly [admin: DemoUser, attorney: DemoUser, paralegal: DemoUser, coCounsel: DemoUser, auditor: DemoUser] = [
  { email: 'admin@demo.vigil.example', name: 'Amal Darwish', role: 'admin', does: 'everything, and users and imports' },
  { email: 'attorney@demo.vigil.example', name: 'Esther Lindqvist', role: 'attorney', does: 'facts, findings, assigns people' },
  { email: 'paralegal@demo.vigil.example', name: 'Tomás Villegas', role: 'paralegal', does: 'facts and findings' },
  { email: 'co-counsel@demo.vigil.example', name: 'Oluwaseun Adeyemi', role: 'co-counsel', does: 'the few people granted to them' },
  { email: 'auditor@demo.vigil.example', name: 'Marit Halvorsen', role: 'auditor', does: 'the log, and reports for outside' },
];

/** Letters and digits that nobody takes for one another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/**
 * Derived from the installation's own secret: no demo password is known to the world, each can be printed at every
 * start, and none has to be kept in the clear.
 */
export function demoPassword(secret: string, email: string): string {
  const bytes = createHmac('sha256', secret).update(`demo password of ${email}`).digest();
  const letter = (at: number): string => ALPHABET[bytes[at] % ALPHABET.length];
  return Array.from({ length: GROUPS }, (_, group) =>
    Array.from({ length: GROUP_LENGTH }, (_unused, i) => letter(group * GROUP_LENGTH + i)).join('')).join('-');
}
