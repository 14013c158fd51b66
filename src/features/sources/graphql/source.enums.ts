import { registerEnumType } from '@nestjs/graphql';

export enum SourceKind {
  NEWS = 'NEWS',
  ANALYSIS = 'ANALYSIS',
  OFFICIAL = 'OFFICIAL',
  SOCIAL = 'SOCIAL',
  DOCUMENT = 'DOCUMENT',
  TRANSCRIPT = 'TRANSCRIPT',
  OTHER = 'OTHER',
}

registerEnumType(SourceKind, {
  name: 'SourceKind',
  description: 'What kind of document a source is.',
  valuesMap: {
    NEWS: { description: 'A news report.' },
    ANALYSIS: { description: 'A comment, analysis or background piece.' },
    OFFICIAL: { description: 'A statement or report of an authority or company.' },
    SOCIAL: { description: 'A post on a social network or messenger.' },
    DOCUMENT: { description: 'A record, ruling, list or other paper.' },
    TRANSCRIPT: { description: 'What was said, written down.' },
    OTHER: { description: 'None of the others.' },
  },
});

export enum SourceStatus {
  ACTIVE = 'ACTIVE',
  CORRECTED = 'CORRECTED',
  RETRACTED = 'RETRACTED',
}

registerEnumType(SourceStatus, {
  name: 'SourceStatus',
  description: 'Whether its publisher still stands by a source.',
  valuesMap: {
    ACTIVE: { description: 'It stands.' },
    CORRECTED: { description: 'Its publisher has corrected it.' },
    RETRACTED: { description: 'Its publisher, or an editor here, has withdrawn it.' },
  },
});

/** Source reliability of the Admiralty scale (NATO AJP-2.1). */
export enum Reliability {
  A = 'A',
  B = 'B',
  C = 'C',
  D = 'D',
  E = 'E',
  F = 'F',
}

registerEnumType(Reliability, {
  name: 'Reliability',
  description: 'Reliability of a source on the Admiralty scale.',
  valuesMap: {
    A: { description: 'Completely reliable.' },
    B: { description: 'Usually reliable.' },
    C: { description: 'Fairly reliable.' },
    D: { description: 'Not usually reliable.' },
    E: { description: 'Unreliable.' },
    F: { description: 'Reliability cannot be judged.' },
  },
});
