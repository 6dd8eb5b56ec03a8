/**
 * A BCP 47 tag in its usual capitals (`AR-iq` is `ar-IQ`); null for what is no such tag.
 *
 * The tag is checked but not replaced: canonicalisation would turn Chaldean (`cld`) into Syriac (`syr`), and a client
 * who speaks the one may need another interpreter than for the other.
 */
export function canonicalLanguage(tag: string): string | null {
  if (!isLanguageTag(tag)) return null;
  return tag.split('-').map((part, at) => {
    if (at === 0) return part.toLowerCase();
    if (/^[a-z]{4}$/i.test(part)) return part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();
    return part.length === 2 ? part.toUpperCase() : part.toLowerCase();
  }).join('-');
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
