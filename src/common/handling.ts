/**
 * How a note or a document is to be handled: told in confidence between client and counsel, made in preparing the case,
 * or fit to be shown to others.
 */
export const HANDLINGS = ['privileged', 'work-product', 'shareable'] as const;
export type Handling = (typeof HANDLINGS)[number];

/**
 * The one place that decides what may be put into a report, an export or an exhibit. A privilege that was given away once
 * is gone, so there is no setting, role or format that lets anything else out.
 */
export const mayLeave = ({ handling }: { handling: Handling }): boolean => handling === 'shareable';
