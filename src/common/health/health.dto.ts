import { Nested, OneOf, WholeNumber } from '../fields.js';
import type { ComponentState, Health } from './health.service.js';

const STATES = ['up', 'down', 'behind'] as const;

export class LiveDto {
  @OneOf(['live']) status!: 'live';
}

class ComponentsDto {
  @OneOf(STATES) postgresql!: ComponentState;
  @OneOf(STATES, { about: '`behind`: some have not run yet' }) migrations!: ComponentState;
  @OneOf(STATES) redis!: ComponentState;
  @OneOf(STATES, { about: '`behind`: what was logged waits for more than a minute to be sealed; a worker does that' }) log!: ComponentState;
  @OneOf(STATES, { about: '`down`: the service that keeps the master key does not answer' }) keys!: ComponentState;
}

export class HealthDto {
  @OneOf(['ready', 'degraded', 'unready']) status!: Health['status'];
  @Nested(() => ComponentsDto) components!: ComponentsDto;
  @WholeNumber({ min: 0, max: 2_147_483_647, nullable: true, about: 'How long the oldest entry of the log has waited for its seal.' }) logWaitsSeconds!: number | null;
}
