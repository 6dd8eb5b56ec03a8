import { classBlamed } from './class-blamed.js';
import { consularInterview } from './consular-interview.js';
import { detentionLength } from './detention-length.js';
import { documentSigning } from './document-signing.js';
import { force } from './force.js';
import { immigrationCase } from './immigration-case.js';
import { leaveTheClass } from './leave-the-class.js';
import { prospectOfRemoval } from './prospect-of-removal.js';
import { retaliation } from './retaliation.js';
import { threatOfProsecution } from './threat-of-prosecution.js';
import type { TopicRule } from './topic.js';
import { travelDocument } from './travel-document.js';
import { wishToReturn } from './wish-to-return.js';

/** One rule a topic, in the order of `TOPICS` in facts.ts. */
export const TOPIC_RULES: readonly TopicRule[] = [
  immigrationCase, detentionLength, prospectOfRemoval, threatOfProsecution, wishToReturn, classBlamed, leaveTheClass, retaliation, force,
  documentSigning, travelDocument, consularInterview,
];
