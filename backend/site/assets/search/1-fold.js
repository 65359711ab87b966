// The key under which a word is searched, as backend/locale's Fold makes it: fold.test.mjs of
// e2e/site holds the two together.
const marks = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff]/u;
const letters = { ي: 'ی', ك: 'ک', ۀ: 'ه' };

function fold(text) {
  let s = text.replace(/[\u0640\p{Cf}]/gu, '');
  s = Array.from(s, (c) => Array.from(c.toLowerCase())[0]).join('').normalize('NFC').replace(/\u06cc\u0654/gu, '\u0626');
  s = Array.from(s, foldLetter).join('').normalize('NFC');
  while (s.includes('ё')) s = s.replaceAll('ё', 'е').normalize('NFC');
  return s;
}

function foldLetter(c) {
  const code = c.codePointAt(0);
  if (letters[c]) return letters[c];
  if (marks.test(c) && /\p{Mn}/u.test(c)) return '';
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  return code >= 0x6f0 && code <= 0x6f9 ? String(code - 0x6f0) : c;
}

const wordPattern = /[\p{L}\p{M}\p{Nd}\p{Cf}]+/gu;

/* The keys of the words of a text: of one held together by ZWNJ, those of its parts. */
function keysOf(text) {
  return (text.match(wordPattern) || []).flatMap((word) => word.split('\u200c')).map(fold).filter(Boolean);
}
