import { num } from './days.js';

/** Facts as JSON writes them: what the oracle reads. */
export type Text = string | null | undefined;

export interface FactsJson {
  asOf: string;
  circuit?: Text;
  person?: { citizenship?: Text; birthDate?: Text } | null;
  stints?: StintJson[] | null;
  otherCustody?: { kind: 'criminal'; from: Text; to: Text }[] | null;
  removalOrders?: OrderJson[] | null;
  cooperation?: LapseJson[] | null;
  memberships?: { class: string; from: Text; to: Text }[] | null;
  events?: { kind: string; on?: Text; at?: Text }[] | null;
  contacts?: unknown[] | null;
}

export interface StintJson { facility: Text; custodian: string; from: Text; to: Text; endedBy: Text }
export interface LapseJson { from: Text; to: Text; ongoing?: boolean | null; act: Text; noticeServedOn: Text; disputed?: boolean | null }

export interface OrderJson {
  kind: Text;
  decidedOn: Text;
  decidedBy: Text;
  inAbsentia?: boolean | null;
  appeal?: AppealJson | null;
  voluntaryDeparture?: DepartureJson | null;
  statedFinalOn?: Text;
  originalFinalOn?: Text;
  reinstatedOn?: Text;
  events?: { kind: string; on: Text; court?: Text }[] | null;
}

export interface AppealJson { waivedOn: Text; filed?: boolean | null; filedOn: Text; decidedOn: Text; outcome: Text; certifiedOn: Text }
export interface DepartureJson { departBy: Text; departed?: boolean | null; departedOn: Text; bondDueOn: Text; bondPosted?: boolean | null; bondPostedOn: Text }

/** A day, or null for one that is not known. */
export const dayOrNull = (day: Text): number | null => (day === null || day === undefined ? null : num(day));

/** A known day that has come by `asOf`. What lies later has not happened and is left out. */
export const hasCome = (day: Text, asOf: number): boolean => dayOrNull(day) !== null && num(day!) <= asOf;
