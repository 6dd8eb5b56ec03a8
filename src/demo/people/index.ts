import type { DemoDays, DemoPerson } from '../telling.js';
import { clockPeople } from './clocks.js';
import { cooperationPeople } from './cooperation.js';
import { custodyPeople } from './custody.js';
import { finalityPeople } from './finality.js';
import { hamamaPeople } from './hamama.js';
import { namePeople } from './names.js';

/** The demo caseload as of a day. */
export const demoPeople = (on: DemoDays): DemoPerson[] => [
  ...clockPeople(on), ...cooperationPeople(on), ...finalityPeople(on), ...custodyPeople(on), ...hamamaPeople(on), ...namePeople(on),
];
