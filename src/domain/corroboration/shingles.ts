/** Letters of scripts that put no spaces between words: each counts as a token by itself. */
const UNSPACED = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Tibt}';
const TOKEN = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])+`, 'gu');
const UNSPACED_LETTER = new RegExp(`^[${UNSPACED}]`, 'u');
/** Accents, vowel points, joiners, soft hyphens, direction marks and the Arabic stroke that only widens a word. */
const WITHOUT_MEANING = /[\p{M}\p{Cf}\u0640]/gu;

/** How much one shingle spans. A word weighs two, a letter of an unspaced script one: four words, or eight ideographs. */
const SPAN = 8;
const WORD_WEIGHT = 2;

/**
 * The words of a text with everything evened out that a reprint changes without saying anything else: case, accents,
 * compatibility forms (NFKD), punctuation, white space. Unicode properties decide, not a segmenter's dictionary, which
 * would cut the same text otherwise in another version of Node.js.
 */
export function tokensOf(text: string): string[] {
  return text.normalize('NFKD').replace(WITHOUT_MEANING, '').toLowerCase().match(TOKEN) ?? [];
}

/**
 * The distinct shingles of a text, each as a 32-bit hash, in ascending order: all runs of four consecutive words (of
 * eight letters in scripts without spaces). A text shorter than one shingle is one as a whole; one without letters and
 * digits has none.
 *
 * @see A. Broder, "On the resemblance and containment of documents", SEQUENCES 1997: documents as sets of shingles.
 */
export function shinglesOf(text: string): Int32Array {
  const tokens = tokensOf(text);
  const hashes = tokens.map(hashOf);
  const weights = tokens.map((token) => (UNSPACED_LETTER.test(token) ? 1 : WORD_WEIGHT));
  const shingles: number[] = [];
  for (let start = 0; start < tokens.length; start += 1) {
    let [weight, hash, end] = [0, 0, start];
    for (; end < tokens.length && weight < SPAN; end += 1) {
      weight += weights[end] ?? 0;
      hash = Math.imul(hash ^ (hashes[end] ?? 0), FNV_PRIME);
    }
    if (weight >= SPAN || start === 0) shingles.push(mixed(hash));
  }
  return distinct(Int32Array.from(shingles).sort());
}

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 code units (draft-eastlake-fnv). */
function hashOf(token: string): number {
  let hash = FNV_BASIS;
  for (let i = 0; i < token.length; i += 1) hash = Math.imul(hash ^ token.charCodeAt(i), FNV_PRIME);
  return hash;
}

/** The finalizer of MurmurHash3 (A. Appleby), so that every bit of the hash depends on every bit of the words. */
function mixed(hash: number): number {
  let bits = hash;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

function distinct(sorted: Int32Array): Int32Array {
  return sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
}
