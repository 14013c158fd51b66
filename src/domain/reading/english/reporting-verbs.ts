import { formsOf } from './inflection.js';

const VERBS = (
  'say tell add announce report confirm claim state declare warn estimate insist maintain argue allege assert ' +
  'acknowledge admit concede deny reject dismiss dispute refute blame accuse attribute explain write tweet post conclude ' +
  'determine suspect believe suggest stress recount recall testify reveal disclose reiterate repeat describe ' +
  'assess caution pledge note rule quote project predict'
).split(' ');

/** Forms of the verbs by which somebody is quoted or cited. */
export const REPORTING: ReadonlySet<string> = new Set(VERBS.flatMap((verb) => formsOf(verb)).concat('put', 'cited'));

/** Forms of them that are nouns at least as often: read as verbs only where the tagger says so. */
export const REPORTING_NOUNS: ReadonlySet<string> = new Set([
  'report',
  'reports',
  'claim',
  'claims',
  'estimate',
  'estimates',
  'state',
  'states',
  'post',
  'posts',
  'project',
  'projects',
  'rule',
  'rules',
  'note',
  'notes',
  'dispute',
  'disputes',
  'suspect',
  'suspects',
  'quote',
  'quotes',
  'blame',
  'caution',
  'stress',
  'repeat',
  'believed',
]);
