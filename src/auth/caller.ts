/** Who knocks, before anybody is signed in. */
export interface Caller {
  requestId: string;
  /** see `sourceOf` */
  source: string;
  userAgent: string | null;
}
