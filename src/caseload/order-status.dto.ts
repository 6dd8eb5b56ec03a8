import { DayField, Flag, IdField, InstantField, Nested, OneOf, Shape, TextField, WholeNumber } from '../common/fields.js';
import { DECIDERS, type Decider, ORDER_KINDS, type OrderKind } from '../law/facts.js';
import { FILING_STATES, type FilingId, FILINGS, type FilingState } from '../removal-orders/filings.js';
import type { RemovalOrderStatus } from '../removal-orders/order-status.js';
import { STAY_KINDS, type StayKind } from '../removal-orders/stays-in-force.js';
import { SUPERVISION_STATES, type SupervisionState } from '../removal-orders/supervision.js';
import { TRAVEL_DOCUMENT_STATES, type TravelDocumentState } from '../removal-orders/travel-documents.js';

export class OrderStatusQuery {
  @DayField({ optional: true, query: true, about: 'The day that is asked about; the office\'s today if not said.' }) asOf?: string;
  @InstantField({ optional: true, query: true, about: 'Reads the file as it was known at this instant.' }) asKnownOn?: string;
}

const OR_NOT_KNOWN = { nullable: true } as const;
const BECAUSE = { max: 2000, list: { max: 100 } };
const MISSING = { max: 200, list: { max: 500 }, about: 'What would have to be known, by its path.' };
const COMPLETE = { about: 'Whether these are known to be all: if not, that there is no other is not said.' };

class OrderInStatusDto {
  @IdField() id!: string;
  @OneOf(ORDER_KINDS, OR_NOT_KNOWN) kind!: OrderKind | null;
  @DayField(OR_NOT_KNOWN) decidedOn!: string | null;
  @OneOf(DECIDERS, OR_NOT_KNOWN) decidedBy!: Decider | null;
  @Flag({ about: 'False: it no longer stands.' }) governs!: boolean;
}

class StayOnFileDto {
  @IdField() orderId!: string;
  @OneOf(STAY_KINDS, { about: 'statutory: while a motion to rescind an order in absentia is pending.' }) kind!: StayKind;
  @TextField({ max: 300, nullable: true }) court!: string | null;
  @DayField(OR_NOT_KNOWN) since!: string | null;
  @DayField(OR_NOT_KNOWN) until!: string | null;
  @OneOf(['in-force', 'lifted', 'unknown']) state!: 'in-force' | 'lifted' | 'unknown';
  @TextField({ max: 300, nullable: true }) citation!: string | null;
  @TextField(BECAUSE) because!: string[];
}
class StaysDto {
  @Nested(() => StayOnFileDto, { list: { max: 1000 } }) items!: StayOnFileDto[];
  @Flag(COMPLETE) complete!: boolean;
  @TextField(MISSING) missing!: string[];
}

class FilingDto {
  @OneOf(FILINGS) what!: FilingId;
  @OneOf(FILING_STATES, { about: 'due: in time, and none is on file. not-yet: its time has not begun. unknown: its time is over, or not known, and so is whether it was filed.' })
  state!: FilingState;
  @DayField({ nullable: true, about: 'From which its time is counted.' }) triggerOn!: string | null;
  @DayField({ nullable: true, about: 'The last day on which it is in time.' }) dueOn!: string | null;
  @WholeNumber({ min: 0, max: 100_000, nullable: true, about: 'While it is due; 0 on the last day.' }) daysLeft!: number | null;
  @DayField(OR_NOT_KNOWN) filedOn!: string | null;
  @DayField(OR_NOT_KNOWN) decidedOn!: string | null;
  @TextField({ max: 100, nullable: true }) outcome!: string | null;
  @TextField({ max: 300, nullable: true }) citation!: string | null;
  @TextField({ max: 10, nullable: true, about: 'How good the source of its period is.' }) grade!: string | null;
  @Flag({ about: 'Its period is from memory, for an attorney to confirm.' }) unverified!: boolean;
  @TextField(BECAUSE) because!: string[];
  @TextField(MISSING) missing!: string[];
}

class ProtectionDto {
  @Shape({ type: 'array', items: { type: 'object', additionalProperties: true } }) granted!: object[];
  @Flag(COMPLETE) complete!: boolean;
  @TextField(MISSING) missing!: string[];
}
class CountriesDto {
  @TextField({ max: 3, list: { max: 20 }, nullable: true, about: 'In the order in which the order of removal names them; null: not known.' }) designated!: string[] | null;
  @TextField(MISSING) missing!: string[];
}
class TravelDocumentDto {
  @OneOf(TRAVEL_DOCUMENT_STATES) state!: TravelDocumentState;
  @DayField(OR_NOT_KNOWN) since!: string | null;
  @Shape({ type: 'array', items: { type: 'object', additionalProperties: true } }) steps!: object[];
  @Shape({ type: 'object', properties: { signed: { type: 'integer' }, rescinded: { type: 'integer' }, standing: { type: 'boolean', nullable: true } } })
  statements!: { signed: number; rescinded: number; standing: boolean | null };
  @Flag(COMPLETE) complete!: boolean;
  @TextField(MISSING) missing!: string[];
}
class SupervisionDto {
  @OneOf(SUPERVISION_STATES) state!: SupervisionState;
  @DayField(OR_NOT_KNOWN) since!: string | null;
  @Shape({ type: 'array', items: { type: 'object', additionalProperties: true } }) releases!: object[];
  @Shape({ type: 'array', items: { type: 'object', additionalProperties: true } }) events!: object[];
  @TextField(BECAUSE) because!: string[];
  @TextField(MISSING) missing!: string[];
}
class NextStepDto {
  @TextField({ max: 200 }) what!: string;
  @DayField({ nullable: true, about: 'Null: at any time, for no day is set.' }) earliestOn!: string | null;
  @WholeNumber({ min: -100_000, max: 100_000, nullable: true, about: 'Below zero: the day has passed and it is outstanding.' }) daysLeft!: number | null;
  @TextField({ max: 500, nullable: true }) citation!: string | null;
  @Flag() unverified!: boolean;
  @TextField(BECAUSE) because!: string[];
}

export class OrderStatusDto implements RemovalOrderStatus {
  @DayField() asOf!: string;
  @TextField({ max: 200 }) lawVersion!: string;
  @TextField({ max: 20_000, about: 'All of it, to be read aloud.' }) sentence!: string;
  @Nested(() => OrderInStatusDto, { nullable: true, about: 'The order that governs, or else the last that was made.' }) order!: OrderInStatusDto | null;
  @Shape({ type: 'object', additionalProperties: true, description: 'As the evaluation has it.' }) finality!: RemovalOrderStatus['finality'];
  @Shape({ type: 'object', additionalProperties: true, description: 'As the evaluation has it.' }) removalPeriod!: RemovalOrderStatus['removalPeriod'];
  @Nested(() => StaysDto) stays!: RemovalOrderStatus['stays'];
  @Nested(() => FilingDto, { list: { max: 20 } }) filings!: RemovalOrderStatus['filings'];
  @Nested(() => ProtectionDto) protection!: RemovalOrderStatus['protection'];
  @Nested(() => CountriesDto) countries!: RemovalOrderStatus['countries'];
  @Nested(() => TravelDocumentDto) travelDocument!: RemovalOrderStatus['travelDocument'];
  @Nested(() => SupervisionDto) supervision!: RemovalOrderStatus['supervision'];
  @Nested(() => NextStepDto, { list: { max: 200 } }) next!: RemovalOrderStatus['next'];
}
