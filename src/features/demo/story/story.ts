import { SubjectKind } from '../../stories/index.js';

/** The dossier of the demo. */
export const STORY = {
  slug: 'flight-j2-8243',
  title: 'The crash of Azerbaijan Airlines flight J2-8243',
  summary:
    'A demo. An airliner bound from Baku for Grozny was lost near Aktau on 25 December 2024. What caused it was told in ways that do not fit. The sources are summaries written for this demo and name the reports that they sum up.',
};

/** What the claims of the demo speak of. */
export const SUBJECT = {
  kind: SubjectKind.EVENT,
  label: 'Crash of flight J2-8243',
  aliases: ['Azerbaijan Airlines flight 8243', 'AZAL crash', 'Aktau plane crash'],
  sameAs: ['https://en.wikipedia.org/wiki/Azerbaijan_Airlines_Flight_8243'],
};
