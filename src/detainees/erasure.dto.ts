import { InstantField, IdField, OneOf } from '../common/fields.js';

/** From a list and not in words: it is all that stays, and must say nothing about the person. */
export const ERASURE_REASONS = ['client-request', 'court-order', 'retention-ended', 'opened-in-error'] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

export class ErasureRequestDto {
  @OneOf(ERASURE_REASONS, { about: 'It stays, beside the day, where the person’s file was.' }) reason!: ErasureReason;
}

export class ErasureDto {
  @IdField() id!: string;
  @InstantField() erasedAt!: Date;
  @OneOf(ERASURE_REASONS) erasedReason!: ErasureReason;
}
