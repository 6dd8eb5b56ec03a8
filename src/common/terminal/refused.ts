/** Something that was asked for on the command line and cannot be done, in one sentence. */
export class Refused extends Error {}
