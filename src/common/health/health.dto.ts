import { Nested, OneOf } from '../fields.js';
import type { ComponentState, Health } from './health.service.js';

const STATES = ['up', 'down', 'behind'] as const;

export class LiveDto {
  @OneOf(['live']) status!: 'live';
}

class ComponentsDto {
  @OneOf(STATES) postgresql!: ComponentState;
  @OneOf(STATES, { about: '`behind`: some have not run yet' }) migrations!: ComponentState;
  @OneOf(STATES) redis!: ComponentState;
}

export class HealthDto {
  @OneOf(['ready', 'degraded', 'unready']) status!: Health['status'];
  @Nested(() => ComponentsDto) components!: ComponentsDto;
}
