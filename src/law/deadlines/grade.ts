/** How well a text is known: primary text seen (V1), secondary (V2), third party (V3), computed (INF), from memory (M). */
export type Grade = 'V1' | 'V2' | 'V3' | 'INF' | 'M';
