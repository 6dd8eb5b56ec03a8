import type { Authority } from './authority.js';
import { castanonNava } from './castanon-nava.js';
import { compileLaw, type Law } from './compile.js';
import { courthouseArrests } from './courthouse-arrests.js';
import { custodyReview } from './custody-review.js';
import { detainer } from './detainer.js';
import { flores } from './flores.js';
import { fraihat } from './fraihat.js';
import { franco } from './franco.js';
import { gomezRuiz } from './gomez-ruiz.js';
import { gonzalez } from './gonzalez.js';
import { bondInjunction } from './hamama/bond-injunction.js';
import { coercionOrder } from './hamama/coercion-order.js';
import { releaseInjunction } from './hamama/release-injunction.js';
import { removalStay } from './hamama/removal-stay.js';
import { settlement } from './hamama/settlement.js';
import { holdRooms } from './hold-rooms.js';
import { likelihoodOfRemoval } from './likelihood-of-removal.js';
import { lyon } from './lyon.js';
import { orantesHernandez } from './orantes-hernandez.js';
import { padilla } from './padilla.js';
import { removalPeriodStatute } from './removal-period.js';
import { unaccompaniedChildren } from './unaccompanied-children.js';
import { zadvydas } from './zadvydas.js';

/** Every authority that ships, in the order in which findings are listed. */
export const AUTHORITIES: readonly Authority[] = [
  zadvydas, custodyReview, likelihoodOfRemoval, removalPeriodStatute, removalStay, bondInjunction, coercionOrder, releaseInjunction, settlement,
  holdRooms, courthouseArrests, detainer, gonzalez, flores, unaccompaniedChildren, castanonNava, padilla, franco, orantesHernandez, lyon, fraihat, gomezRuiz,
];

/** The law of this build alone. */
export const SHIPPED: Law = compileLaw(AUTHORITIES);

/** Every authority as `GET /v1/law/authorities` answers it: statuses as spans, half-open, `to` null for the last. */
export function authoritiesAnswer(authorities: readonly Authority[] = AUTHORITIES): { items: unknown[] } {
  return {
    items: authorities.map((authority) => ({
      ...authority,
      clauses: authority.clauses.map(({ status, ...clause }) => ({
        ...clause,
        statusTimeline: status.map((entry, i) => ({ ...entry, to: i + 1 < status.length ? status[i + 1].from : null })),
      })),
    })),
  };
}
