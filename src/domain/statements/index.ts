export { compareStatements } from './compare-statements.js';
export type { Relation, Verdict } from './comparison.js';
export type { Statement } from './statement.js';
export { NO_THESAURUS, type Thesaurus } from './thesaurus.js';
export { Wordnet, type WordnetFiles } from './wordnet.js';
export { WordnetThesaurus } from './wordnet-thesaurus.js';
export type { OpenFigure } from './open-figure.js';
export { propositionsOf, type Proposition } from './proposition.js';
