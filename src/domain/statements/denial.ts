import type { Token } from '../reading/sentence.js';
import { DENIERS, DENIERS_BEFORE, DENIERS_OF_ACTS, FUNCTION_WORDS, NEGATORS } from './english/function-words.js';

/** What denials do at one token of a sentence. */
export interface TokenDenial {
  /** The token denies what follows it. */
  readonly denies: boolean;
  /** An odd number of denials stands over it. */
  readonly isDenied: boolean;
  /** It is a verb that is denied, or what a denial is said of: of "did not find the wreck" the wreck is not. */
  readonly isDeniedItself: boolean;
}

/** At these words what was denied before is denied no longer. */
const CLAUSE_ENDS = new Set('but while although though whereas because who which when if ;'.split(' '));
/** Tokens over which a denial reaches. */
const REACH = 8;

/** What is denied in a sentence, token by token. */
export function denialsOf(tokens: readonly Token[]): readonly TokenDenial[] {
  let count = 0;
  let since = 0;
  let isDirect = false;
  return tokens.map((token, at) => {
    if (since > REACH || endsClause(token)) count = 0;
    since += 1;
    const isDenied = count % 2 === 1;
    const isGerund = isDenied && since === 1 && token.lower.endsWith('ing');
    const isVerb = isGerund || (token.pos === 'VERB' && !FUNCTION_WORDS.has(token.lower));
    const isDeniedItself = isDenied && (isVerb || isDirect);
    const denies = isDenial(tokens, at);
    if (denies) {
      count += 1;
      since = 0;
      // "denied the crew leave" does not deny the crew.
      isDirect = token.lemma !== 'deny';
    } else if (isVerb || isPresupposed(tokens, at)) {
      isDirect = false;
    }
    return { denies, isDenied, isDeniedItself };
  });
}

function isDenial(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined) return false;
  if (NEGATORS.has(token.lemma) || (DENIERS.has(token.lemma) && token.pos === 'VERB')) return true;
  if (DENIERS_OF_ACTS.has(token.lemma))
    return /^(?:VERB|NOUN)$/.test(next?.pos ?? '') && next?.lower.endsWith('ing') === true;
  return DENIERS_BEFORE[token.lemma]?.has(next?.lower ?? '') ?? false;
}

/** "without the pilot noticing": the pilot is there. */
function isPresupposed(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'the' && tokens[at - 1]?.lower === 'without';
}

function endsClause({ lower, pos }: Token): boolean {
  return CLAUSE_ENDS.has(lower) || (pos === 'PUNCT' && lower !== '"' && lower !== "'");
}
