import type { Authority } from './authority.js';
import { bondHearingsByCircuit, yajureHurtado } from './bond-hearings-by-circuit.js';
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
import { hernandezLara, reidVDonelan } from './prolonged-detention/first-circuit.js';
import { matterOfGuerra } from './prolonged-detention/matter-of-guerra.js';
import { banyeeVGarland, circuitsWithoutTest, lyVHansen, sopo } from './prolonged-detention/other-circuits.js';
import { blackVDecker, genaloVBlack } from './prolonged-detention/second-circuit.js';
import { germanSantos } from './prolonged-detention/third-circuit.js';
import { removalPeriodStatute } from './removal-period.js';
import { transferPolicy } from './standards/ice-policy-11022.js';
import { nds2019, nds2025 } from './standards/national-detention-standards.js';
import { pbnds2011, pbnds2011Transfers } from './standards/pbnds-2011.js';
import { thirdCountryRemovals } from './third-country/d-v-d-v-dhs.js';
import { thirdCountryMemo } from './third-country/ice-memo.js';
import { redetentionDirective } from './third-country/redetention-directive.js';
import { abediVCarter, robleAndSarail } from './third-country/redetention-rulings.js';
import { unaccompaniedChildren } from './unaccompanied-children.js';
import { zadvydas } from './zadvydas.js';

/** Every authority that ships, in the order in which findings are listed. */
export const AUTHORITIES: readonly Authority[] = [
  zadvydas, custodyReview, likelihoodOfRemoval, removalPeriodStatute, removalStay, bondInjunction, coercionOrder, releaseInjunction, settlement,
  holdRooms, courthouseArrests, detainer, gonzalez, flores, unaccompaniedChildren, castanonNava, padilla, franco, orantesHernandez, lyon, fraihat, gomezRuiz,
  thirdCountryRemovals, thirdCountryMemo, redetentionDirective, robleAndSarail, abediVCarter,
  pbnds2011, pbnds2011Transfers, nds2019, nds2025, transferPolicy,
  bondHearingsByCircuit, yajureHurtado, hernandezLara, matterOfGuerra,
  germanSantos, blackVDecker, genaloVBlack, reidVDonelan, lyVHansen, banyeeVGarland, sopo, circuitsWithoutTest,
];

/** The law of this build alone. */
export const SHIPPED: Law = compileLaw(AUTHORITIES);

/** Every authority as `GET /v1/law/authorities` answers it: statuses as spans, half-open, `to` null for the last. */
export function authoritiesAnswer(authorities: readonly Authority[] = AUTHORITIES): { items: object[] } {
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
