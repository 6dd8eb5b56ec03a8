import type { PoolClient } from 'pg';
import { type Decider, ORDER_KINDS, type OrderKind } from '../law/facts.js';
import { BinaryRows, encoded } from './binary-rows.js';
import { FingerprintSet, SeenFilter } from './ice/fingerprints.js';
import { type PeopleIndex, SAID } from './ice/people-index.js';
import { NO_STAY } from './ice/preview.js';
import type { Refused, ReleasedOrder, ReleasedStint } from './ice/stint.js';
import type { Merging } from './merging.js';
import { newIds, ORDERS_OF_AN_OFFICER } from './sourced.js';
import { RELEASE_ROW_COLUMNS } from './staging.js';

/** Enough that a COPY costs more than its beginning and end; two such pieces are in memory at a time. */
const PIECE_BYTES = 12 * 1024 * 1024;
const ROWS_IN_A_SHEET = 2 ** 32;
const MAX_CELL_CHARACTERS = 500;

const SOURCE = ['source_kind', 'source_file_id', 'recorded_by', 'recorded_at', 'source_sheet', 'source_row'];

/**
 * Writes a release while it is read. Somebody who is not on file has nothing to be compared with, so their facts go
 * straight where they belong; what is said of people on file, and what needs the whole file to be decided, goes to
 * staging. PostgreSQL takes one piece in while the next is read.
 */
export class ReleaseWriter {
  private readonly detainees = new BinaryRows('detainee', ['id', 'created_by', 'created_at']);
  private readonly identifiers = new BinaryRows('detainee_identifier', ['id', 'detainee_id', ...SOURCE, 'kind', 'value']);
  private readonly identities = new BinaryRows('detainee_identity', ['id', 'detainee_id', ...SOURCE, 'citizenship', 'birth_date', 'birth_year', 'gender']);
  private readonly stints = new BinaryRows('custody_stint', ['id', 'detainee_id', ...SOURCE, 'custodian', 'facility', 'from_on', 'from_time',
    'to_on', 'to_time', 'ended_by', 'release_stay_on']);
  private readonly orders = new BinaryRows('removal_order', ['id', 'detainee_id', ...SOURCE, 'appeal_known', 'departure_known', 'events_known',
    'kind', 'decided_by', 'stated_final_on']);
  private readonly knownLists = new BinaryRows('known_list', ['id', 'detainee_id', ...SOURCE, 'list']);
  private readonly marks = new BinaryRows('review_mark', ['detainee_id']);
  private readonly staged = new BinaryRows('release_row', RELEASE_ROW_COLUMNS);
  /** in the order in which their rows refer to one another */
  private readonly tables = [this.detainees, this.identifiers, this.identities, this.stints, this.orders, this.knownLists, this.marks, this.staged];

  private readonly people: PeopleIndex;
  private readonly stays = new FingerprintSet();
  private readonly seen = new SeenFilter();
  private readonly beginnings: Record<'detainee' | 'identifier' | 'identity' | 'stint' | 'order' | 'knownList', Buffer>;
  private readonly recorded: Buffer;
  private readonly createdBy: Buffer;
  private sending: Promise<void> = Promise.resolve();
  private failure: Error | null = null;

  /** the names of the sheets in the order in which they came; a text file is one sheet without a name */
  readonly sheets: (string | null)[] = [];
  private sheet = encoded((rows) => rows.text(null));
  readonly counts = { peopleAdded: 0, identitiesAdded: 0, stintsAdded: 0, openStintsAdded: 0, ordersAdded: 0, knownToHaveNoOrder: 0, knownPeople: 0 };

  constructor(private readonly client: PoolClient, people: PeopleIndex, { fileId, actor, instant }: Merging) {
    this.people = people;
    const beginning = () => Buffer.from(newIds(instant), 'hex');
    this.beginnings = { detainee: beginning(), identifier: beginning(), identity: beginning(), stint: beginning(), order: beginning(), knownList: beginning() };
    this.recorded = encoded((rows) => rows.text('row').uuid(fileId).uuid(actor.userId).instant(instant));
    this.createdBy = encoded((rows) => rows.uuid(actor.userId).instant(instant));
  }

  get totals(): { people: number; stays: number } {
    return { people: this.counts.peopleAdded + this.counts.knownPeople, stays: this.stays.size };
  }

  add(stint: ReleasedStint): void {
    const place = this.place(stint.sheet, stint.row);
    const { people } = this;
    const slot = people.slotOf(stint.person, place);
    const isKnown = people.isKnown(slot);
    const stayOn = stint.stayOn ?? NO_STAY;
    this.stays.pair(people.numberAt(slot), stayOn);
    const again = this.seen.add(people.numberAt(slot), stayOn, stint.fromOn, stint.facility);
    const isFirst = people.isNews(slot, SAID.anything);
    if (isKnown) {
      if (isFirst) this.counts.knownPeople++;
      return this.stage(place, slot, stint, again, isFirst);
    }
    if (isFirst) this.addPerson(place, stint);
    const personPlace = people.placeAt(slot);
    this.addStint(place, personPlace, stint);
    if (again) this.stageStintGivenAgain(place, slot, stint);
    if (saysWho(stint) && people.isNews(slot, SAID.identity)) this.addIdentity(place, personPlace, stint);
    if (stint.order !== null) this.addOrder(place, slot, stint.order, stint.row);
    else if (stint.noFinalOrder) this.addKnownNone(place, slot, stint.row);
  }

  refuse({ sheet, row, column, reason, rowKept, cells }: Refused): void {
    const place = this.place(sheet, row);
    const short = Object.fromEntries(Object.entries(cells).map(([name, cell]) => [shortened(name), shortened(cell)]));
    this.staged.row().bigint(place).nulls(RELEASE_ROW_COLUMNS.length - 2)
      .json({ what: rowKept ? 'value' : 'row', column: column === null ? null : shortened(column), reason, cells: short });
  }

  /** Hands on what has gathered, no faster than the database takes it. */
  async flush(): Promise<void> {
    if (this.tables.reduce((sum, { size }) => sum + size, 0) >= PIECE_BYTES) await this.turn();
  }

  async end(): Promise<void> {
    await this.turn();
    await this.settled();
    if (this.failure !== null) throw this.failure;
  }

  /** The connection answers nothing else before the piece under way is in, or has failed. */
  settled(): Promise<void> {
    return this.sending;
  }

  private async turn(): Promise<void> {
    await this.sending;
    if (this.failure !== null) throw this.failure;
    const pieces = this.tables.filter(({ size }) => size > 0).map((table) => table.send());
    this.sending = this.send(pieces).catch((error: Error) => { this.failure = error; });
  }

  private async send(pieces: readonly ((client: PoolClient) => Promise<void>)[]): Promise<void> {
    for (const piece of pieces) await piece(this.client);
  }

  private addPerson(place: number, { row, person }: ReleasedStint): void {
    const { detainee, identifier } = this.beginnings;
    this.counts.peopleAdded++;
    this.detainees.row().placeId(detainee, place).raw(this.createdBy);
    this.identifiers.row().placeId(identifier, place).placeId(detainee, place).raw(this.recorded).raw(this.sheet).int(row)
      .word('ice-anonymized-id').text(person);
    this.marks.row().placeId(detainee, place);
  }

  private addStint(place: number, personPlace: number, stint: ReleasedStint): void {
    this.counts.stintsAdded++;
    if (stint.toOn === null) this.counts.openStintsAdded++;
    this.stints.row().placeId(this.beginnings.stint, place).placeId(this.beginnings.detainee, personPlace)
      .raw(this.recorded).raw(this.sheet).int(stint.row).word('ice').word(stint.facility)
      .day(stint.fromOn).time(stint.fromSeconds).day(stint.toOn).time(stint.toSeconds).word(stint.endedBy).day(stint.stayOn);
  }

  private addIdentity(place: number, personPlace: number, { row, citizenship, birthOn, birthYear, gender }: ReleasedStint): void {
    this.counts.identitiesAdded++;
    // The year follows from the date where there is one.
    this.identities.row().placeId(this.beginnings.identity, place).placeId(this.beginnings.detainee, personPlace)
      .raw(this.recorded).raw(this.sheet).int(row).word(citizenship).day(birthOn).smallint(birthOn === null ? birthYear : null).word(gender);
  }

  private addOrder(place: number, slot: number, order: ReleasedOrder, row: number): void {
    const { people } = this;
    const isFurther = people.hasOrder(slot) || people.hasSaid(slot, SAID.noFinalOrder);
    if (!people.isOtherOrder(slot, packed(order))) return;
    this.counts.ordersAdded++;
    this.orders.row().placeId(this.beginnings.order, place).placeId(this.beginnings.detainee, people.placeAt(slot))
      .raw(this.recorded).raw(this.sheet).int(row).raw(ROUTE_NOT_KNOWN).word(order.kind).word(deciderOf(order.kind)).day(order.finalOn);
    if (isFurther) this.stageSeveralOrders(place, slot);
  }

  private addKnownNone(place: number, slot: number, row: number): void {
    if (this.people.hasOrder(slot) || !this.people.isNews(slot, SAID.noFinalOrder)) return;
    this.counts.knownToHaveNoOrder++;
    this.knownLists.row().placeId(this.beginnings.knownList, place).placeId(this.beginnings.detainee, this.people.placeAt(slot))
      .raw(this.recorded).raw(this.sheet).int(row).word('removalOrders');
  }

  private stage(place: number, slot: number, stint: ReleasedStint, again: boolean, isFirst: boolean): void {
    this.staged.row().bigint(place).int(this.people.numberAt(slot)).flag(again).day(stint.stayOn).word(stint.facility)
      .day(stint.fromOn).time(stint.fromSeconds).day(stint.toOn).time(stint.toSeconds).word(stint.endedBy).text(isFirst ? stint.person : null);
    this.stageOrder(slot, stint);
    if (saysWho(stint) && this.people.isNews(slot, SAID.identity)) {
      this.staged.word(stint.citizenship).day(stint.birthOn).smallint(stint.birthYear).word(stint.gender);
    } else {
      this.staged.nulls(4);
    }
    this.staged.nulls(2);
  }

  /** What the row says of the order of somebody on file that the row before did not. */
  private stageOrder(slot: number, { order, noFinalOrder }: ReleasedStint): void {
    if (order !== null && this.people.isOtherOrder(slot, packed(order))) this.staged.word('y').word(order.kind).day(order.finalOn);
    else if (order === null && noFinalOrder && this.people.isNews(slot, SAID.noFinalOrder)) this.staged.word('n').nulls(2);
    else this.staged.nulls(3);
  }

  /** Only the whole file decides which of the rows of one stint stands. */
  private stageStintGivenAgain(place: number, slot: number, { stayOn, facility, fromOn }: ReleasedStint): void {
    this.staged.row().bigint(place).int(this.people.numberAt(slot)).flag(true).day(stayOn).word(facility).day(fromOn).nulls(12)
      .placeId(this.beginnings.detainee, this.people.placeAt(slot)).nulls(1);
  }

  /** Only the whole file decides which of a person's orders are the same. */
  private stageSeveralOrders(place: number, slot: number): void {
    this.staged.row().bigint(place).int(this.people.numberAt(slot)).nulls(9).word('y').nulls(6)
      .placeId(this.beginnings.detainee, this.people.placeAt(slot)).nulls(1);
  }

  private place(sheet: string | null, row: number): number {
    if (this.sheets.length === 0 || this.sheets.at(-1) !== sheet) {
      this.sheets.push(sheet);
      this.sheet = encoded((rows) => rows.text(sheet));
    }
    return this.sheets.length * ROWS_IN_A_SHEET + row;
  }
}

const saysWho = ({ citizenship, birthOn, birthYear, gender }: ReleasedStint): boolean =>
  citizenship !== null || birthOn !== null || birthYear !== null || gender !== null;

/** Appeals and departures are not known; events are, see merge-orders.ts. */
const ROUTE_NOT_KNOWN = encoded((rows) => rows.flag(false).flag(false).flag(true));

const deciderOf = (kind: OrderKind | null): Decider | null => (kind !== null && ORDERS_OF_AN_OFFICER.includes(kind) ? 'dhs' : null);

/** An order as one number, which is not 0. */
const packed = ({ kind, finalOn }: ReleasedOrder): number =>
  (kind === null ? 0 : ORDER_KINDS.indexOf(kind) + 1) * DAYS + (finalOn ?? NO_DAY) + DAYS / 2;

/** More days than there are between any two dates of a release; half of it lies before 1970. */
const DAYS = 2 ** 22;
const NO_DAY = -DAYS / 2 + 1;

/** PostgreSQL's text holds no NUL, and JSON no half of a surrogate pair. */
const shortened = (text: string): string => text.slice(0, MAX_CELL_CHARACTERS).replaceAll('\0', '').toWellFormed();
