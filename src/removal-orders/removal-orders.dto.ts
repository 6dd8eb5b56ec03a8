import { IntersectionType } from '@nestjs/swagger';
import { DayField, Flag, IdField, Nested, OneOf, PatternField, TextField } from '../common/fields.js';
import { CorrectionFields, FactAnswer, SpanFields, WithSource } from '../detainees/fact-fields.js';
import {
  APPEAL_OUTCOMES, type AppealOutcome, DECIDERS, type Decider, LAPSE_ACTS, type LapseAct, ORDER_EVENT_KINDS, ORDER_KINDS,
  type OrderEventKind, type OrderKind,
} from '../law/facts.js';
import type { AppealValues, DepartureValues } from './removal-order.facts.js';

const COUNTRY_CODE = /^[A-Z]{3}$/;
const MOST_COUNTRIES = 20;
const GIVEN = { optional: true, nullable: true } as const;

export class AppealFields implements AppealValues {
  @DayField(GIVEN) waivedOn?: string | null;
  @Flag({ ...GIVEN, about: 'False: known that none was filed.' }) filed?: boolean | null;
  @DayField(GIVEN) filedOn?: string | null;
  @DayField(GIVEN) decidedOn?: string | null;
  @OneOf(APPEAL_OUTCOMES, GIVEN) outcome?: AppealOutcome | null;
  @DayField(GIVEN) certifiedOn?: string | null;
}

export class DepartureFields implements DepartureValues {
  @DayField({ ...GIVEN, about: 'May lie ahead.' }) departBy?: string | null;
  @Flag(GIVEN) departed?: boolean | null;
  @DayField(GIVEN) departedOn?: string | null;
  @DayField({ ...GIVEN, about: 'May lie ahead.' }) bondDueOn?: string | null;
  @Flag(GIVEN) bondPosted?: boolean | null;
  @DayField(GIVEN) bondPostedOn?: string | null;
}

class OrderFields {
  @OneOf(ORDER_KINDS, GIVEN) kind?: OrderKind | null;
  @DayField({ ...GIVEN, about: 'Of a reinstated order: the day of the original order.' }) decidedOn?: string | null;
  @OneOf(DECIDERS, GIVEN) decidedBy?: Decider | null;
  @Flag(GIVEN) inAbsentia?: boolean | null;
  @Nested(() => AppealFields, { ...GIVEN, about: 'Null: nothing is known of an appeal.' }) appeal?: AppealFields | null;
  @Nested(() => DepartureFields, GIVEN) voluntaryDeparture?: DepartureFields | null;
  @DayField({ ...GIVEN, about: 'A document states this day of finality without its route.' }) statedFinalOn?: string | null;
  @DayField({ ...GIVEN, about: 'Reinstated orders: when the original order became final.' }) originalFinalOn?: string | null;
  @DayField(GIVEN) reinstatedOn?: string | null;
  @PatternField({
    ...GIVEN, pattern: COUNTRY_CODE, problem: 'must be an ISO 3166-1 alpha-3 code', list: { max: MOST_COUNTRIES }, example: ['IRQ'],
    about: 'The countries of removal, first the one that the order names first; an empty list: it names none.',
  })
  designatedCountries?: string[] | null;
}

export class OrderEventFields {
  @OneOf(ORDER_EVENT_KINDS) kind!: OrderEventKind;
  @DayField(GIVEN) on?: string | null;
  @TextField({ ...GIVEN, max: 300 }) court?: string | null;
}

export class NewRemovalOrderDto extends IntersectionType(OrderFields, WithSource) {
  @Nested(() => OrderEventFields, { ...GIVEN, list: { max: 200 }, about: 'All that befell the order, from the same source; an empty list: nothing did; null: not known.' })
  events?: OrderEventFields[] | null;
}

const COMPLETE = 'Whether its events on file are known to be all of them.';

export class CorrectedRemovalOrderDto extends IntersectionType(OrderFields, CorrectionFields) {
  @Flag({ optional: true, about: COMPLETE }) eventsComplete?: boolean;
}

export class OrderEventDto extends IntersectionType(FactAnswer, OrderEventFields) {
  @IdField() removalOrderId!: string;
}
export class NewOrderEventDto extends IntersectionType(OrderEventFields, WithSource) {}
export class CorrectedOrderEventDto extends CorrectionFields {
  @OneOf(ORDER_EVENT_KINDS, { optional: true }) kind?: OrderEventKind;
  @DayField(GIVEN) on?: string | null;
  @TextField({ ...GIVEN, max: 300 }) court?: string | null;
}

export class RemovalOrderDto extends IntersectionType(FactAnswer, OrderFields) {
  @Flag({ about: COMPLETE }) eventsComplete!: boolean;
  @Nested(() => OrderEventDto, { nullable: true, list: { max: 200 }, about: 'Null: not known.' }) events!: OrderEventDto[] | null;
}

class LapseFields extends SpanFields {
  @Flag({ ...GIVEN, about: 'True: it lasts. Without it and without `to`, the end is not known.' }) ongoing?: boolean | null;
  @OneOf(LAPSE_ACTS, GIVEN) act?: LapseAct | null;
  @DayField(GIVEN) noticeServedOn?: string | null;
  @Flag(GIVEN) disputed?: boolean | null;
}
export class NewLapseDto extends IntersectionType(LapseFields, WithSource) {}
export class CorrectedLapseDto extends IntersectionType(LapseFields, CorrectionFields) {}
export class LapseDto extends IntersectionType(FactAnswer, LapseFields) {}
