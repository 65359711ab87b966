const safeSchemes = new Set(['http', 'https', 'mailto']);

/**
 * An address that a link may carry, as written, or null. http, https, mailto
 * and relative addresses pass. Control and zero-width characters are looked
 * through, since browsers drop them before they read the scheme.
 */
export function safeAddress(text: string): string | null {
  const address = text.trim();
  const bare = address.replace(
    /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    '',
  );
  if (!bare) return null;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1];
  if (scheme && !safeSchemes.has(scheme.toLowerCase())) return null;
  return address;
}

/**
 * What a person typed as an address, completed: "example.org/x" gets https://,
 * "a@b.org" gets mailto:, spaces are escaped. Null where it cannot be an address.
 */
export function completeAddress(text: string): string | null {
  if (safeAddress(text) === null) return null;
  const typed = text.trim().replaceAll(/\s/g, '%20');
  if (/^[^\s@:/]+@[^\s@/]+\.[^\s@/]+$/.test(typed)) return `mailto:${typed}`;
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.[\p{L}]{2,}(:\d+)?([/?#].*)?$/u.test(typed) && !isFile(typed)) {
    return `https://${typed}`;
  }
  if (/^https?:/i.test(typed) && !/^https?:\/\/[^/?#\s]+/i.test(typed)) return null;
  return safeAddress(typed);
}

function isFile(address: string): boolean {
  return /^[^/]+\.(html?|md|jpe?g|png|gif|webp|pdf)([?#].*)?$/i.test(address);
}
