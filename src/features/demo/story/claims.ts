import type { AgentKey } from './agents.js';
import type { SourceKey } from './sources.js';

export interface ClaimData {
  readonly property: string;
  readonly value: ValueData;
  /** Labels of concepts by dimension; none for the whole. */
  readonly scope?: Readonly<Record<string, string>>;
  /** Only where the sentence made from the parts would read badly. */
  readonly statement?: string;
  readonly citations: readonly CitationData[];
}

type ValueData =
  | { readonly amount: string }
  | { readonly time: string }
  /** Label of a concept of the property's scheme. */
  | { readonly concept: string }
  | { readonly boolean: boolean };

export interface CitationData {
  readonly source: SourceKey;
  readonly quote: string;
  /** Who is quoted; absent where the source speaks in its own voice. */
  readonly claimant?: AgentKey;
  /** PROBABLE where the source says reportedly, most likely or thought to; CERTAIN where absent. */
  readonly certainty?: 'PROBABLE';
  /** EDTF; the source's own date where absent. */
  readonly saidOn?: string;
}

/** What the sources of the demo story claim of the crash. */
export const CLAIMS: readonly ClaimData[] = [
  {
    property: 'occurredOn',
    value: { time: '2024-12-25' },
    citations: [
      { source: 'newsAz', quote: 'was lost on 25 December 2024', claimant: 'aviationAuthority' },
      { source: 'icds', quote: 'came down close to Aktau in Kazakhstan on 25 December 2024' },
      { source: 'kazinform', quote: 'gives the date as 25 December 2024', claimant: 'kazakhMinistry' },
    ],
  },
  {
    property: 'crashedNear',
    value: { concept: 'Aktau' },
    citations: [
      { source: 'icds', quote: 'came down close to Aktau in Kazakhstan' },
      {
        source: 'kazinform',
        quote: 'the place as the approach to the airfield of Aktau',
        claimant: 'kazakhMinistry',
      },
    ],
  },
  {
    property: 'aboard',
    value: { amount: '67' },
    citations: [
      { source: 'maltaToday', quote: '67 were on the aircraft' },
      { source: 'icds', quote: 'Of the 67 people in the aircraft' },
      { source: 'kazinform', quote: 'It lists 67 people on board.', claimant: 'kazakhMinistry' },
    ],
  },
  {
    property: 'fatalities',
    value: { amount: '38' },
    citations: [
      { source: 'euronews', quote: 'The report counts 38 dead.' },
      { source: 'maltaToday', quote: '38 lost their lives' },
      { source: 'icds', quote: 'Of the 67 people in the aircraft 38 died' },
      { source: 'kazinform', quote: 'It confirms 38 deaths', claimant: 'kazakhMinistry' },
    ],
  },
  {
    property: 'fatalities',
    value: { amount: '23' },
    scope: { nationality: 'Azerbaijani citizens' },
    citations: [{ source: 'icds', quote: '23 of the dead were citizens of Azerbaijan' }],
  },
  {
    property: 'survivors',
    value: { amount: '29' },
    citations: [{ source: 'kazinform', quote: '29 injured survivors', claimant: 'kazakhMinistry' }],
  },
  {
    property: 'survivors',
    value: { amount: '28' },
    citations: [{ source: 'deutscheWelle', quote: 'soon made them 28 survivors', claimant: 'emergenciesMinistry' }],
  },
  {
    property: 'survivors',
    value: { amount: '32' },
    citations: [{ source: 'abasiama', quote: '32 came out alive', claimant: 'prosecutor' }],
  },
  {
    property: 'cause',
    value: { concept: 'bird strike' },
    citations: [
      {
        source: 'newsAz',
        quote: 'the cause was most likely birds',
        claimant: 'aviationAuthority',
        certainty: 'PROBABLE',
      },
      {
        source: 'icds',
        quote: "Russia's aviation authority was quick to name a flock of birds.",
        claimant: 'aviationAuthority',
        saidOn: '2024-12-25',
      },
    ],
  },
  {
    property: 'cause',
    value: { concept: 'air-defence missile' },
    citations: [
      {
        source: 'euronews',
        quote: 'a surface-to-air missile had burst beside the aircraft',
        claimant: 'azerbaijaniSources',
      },
      { source: 'maltaToday', quote: 'a missile of the air defence did it', claimant: 'azerbaijaniSources' },
      {
        source: 'icds',
        quote: 'Reporters and specialists in aviation spoke within days of a hit by Russian air defence.',
        claimant: 'media',
      },
      {
        source: 'icds',
        quote: 'specialists in aviation spoke within days of a hit by Russian air defence',
        claimant: 'experts',
      },
    ],
  },
  {
    property: 'cause',
    value: { concept: 'external interference' },
    citations: [
      {
        source: 'washingtonPost',
        quote: 'They put the crash down to physical and technical interference from outside.',
        claimant: 'azerbaijan',
        saidOn: '2024-12-27',
      },
      {
        source: 'icds',
        quote: "On 27 December Azerbaijan's authorities joined them so far as to see interference from outside.",
        claimant: 'azerbaijan',
        saidOn: '2024-12-27',
      },
      { source: 'azerbaijanUs', quote: 'Russian forces brought the airliner down' },
    ],
  },
  {
    property: 'gpsJammed',
    value: { boolean: true },
    statement: 'The GPS of flight J2-8243 was jammed',
    citations: [
      { source: 'euronews', quote: 'its GPS was jammed all the way', claimant: 'azerbaijaniSources' },
      { source: 'icds', quote: 'reportedly with their GPS jammed', certainty: 'PROBABLE' },
    ],
  },
  {
    property: 'landingRefused',
    value: { concept: 'Grozny' },
    citations: [
      { source: 'icds', quote: 'The crew had reportedly asked in vain to land in Grozny.', certainty: 'PROBABLE' },
    ],
  },
  {
    property: 'landingRefused',
    value: { concept: 'Russia' },
    citations: [
      {
        source: 'euronews',
        quote: 'no airport in Russia would let the damaged aircraft land',
        claimant: 'azerbaijaniSources',
      },
    ],
  },
  {
    property: 'divertedTo',
    value: { concept: 'Aktau' },
    citations: [
      { source: 'newsAz', quote: 'chose Aktau as the alternate', claimant: 'aviationAuthority' },
      { source: 'euronews', quote: 'make for Aktau', claimant: 'azerbaijaniSources' },
      { source: 'icds', quote: 'They were sent over the sea to Aktau' },
    ],
  },
];
