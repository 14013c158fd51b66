import { SourceKind } from '../../sources/index.js';
import type { AgentKey } from './agents.js';

export type SourceKey =
  | 'newsAz'
  | 'deutscheWelle'
  | 'euronews'
  | 'maltaToday'
  | 'abasiama'
  | 'washingtonPost'
  | 'icds'
  | 'kazinform'
  | 'azerbaijanUs';

interface SourceData {
  readonly title: string;
  readonly publisher: AgentKey;
  readonly kind: SourceKind;
  /** RFC 3339; midnight UTC, as only the day is known. */
  readonly publishedAt: string;
  /** Of what the text sums up. */
  readonly url: string;
  readonly authors?: string[];
  /** The source that this one repeats; it stands before this one. */
  readonly derivedFrom?: SourceKey;
  readonly text: string;
}

/** A text by the authors of Gainsay that sums up a report in their own words, and says so. */
function summary(of: string, ...sentences: string[]): string {
  return [`Summary of ${of}, written for the demo story of Gainsay.`, sentences.join(' ')].join('\n\n');
}

/** The documents of the demo story. What is quoted from them stands once in its text. */
export const SOURCES: Readonly<Record<SourceKey, SourceData>> = {
  newsAz: {
    title: "First word from Russia's aviation authority (summary written for the demo)",
    publisher: 'newsAz',
    kind: SourceKind.NEWS,
    publishedAt: '2024-12-25T00:00:00Z',
    url: 'https://news.az/news/reasons-for-azerbaijan-airlines-passenger-plane-crash-revealed',
    text: summary(
      'a News.Az report of 25 December 2024',
      "Hours after the crash, Russia's aviation authority gave its first account.",
      'The Embraer 190 of Azerbaijan Airlines was lost on 25 December 2024, on its way from Baku to Grozny.',
      'By that account the cause was most likely birds: the aircraft is thought to have flown into a flock of them.',
      'The captain, it says, then chose Aktau as the alternate.',
    ),
  },
  deutscheWelle: {
    title: 'First numbers from the site of the crash (summary written for the demo)',
    publisher: 'deutscheWelle',
    kind: SourceKind.NEWS,
    publishedAt: '2024-12-25T00:00:00Z',
    url: 'https://www.dw.com/en/azerbaijan-airlines-passenger-plane-crashes-in-kazakhstan/a-71156679',
    text: summary(
      'a Deutsche Welle report of 25 December 2024',
      "The numbers come from Kazakhstan's emergencies ministry and are early.",
      'It spoke of 25 survivors at first and soon made them 28 survivors.',
    ),
  },
  euronews: {
    title: 'Sources in Baku on a missile over Grozny (summary written for the demo)',
    publisher: 'euronews',
    kind: SourceKind.NEWS,
    publishedAt: '2024-12-26T00:00:00Z',
    url: 'https://www.euronews.com/2024/12/26/exclusive-preliminary-investigation-confirms-russian-missile-over-grozny-caused-aktau-cras',
    text: summary(
      'a Euronews report of 26 December 2024',
      'Azerbaijani government sources told Euronews that a surface-to-air missile had burst beside the aircraft.',
      'They say that no airport in Russia would let the damaged aircraft land.',
      'It was told to cross the Caspian Sea and make for Aktau.',
      'Over the water, they add, its GPS was jammed all the way.',
      'The report counts 38 dead.',
    ),
  },
  maltaToday: {
    title: 'A second look at the missile report (summary written for the demo)',
    publisher: 'maltaToday',
    kind: SourceKind.NEWS,
    publishedAt: '2024-12-26T00:00:00Z',
    url: 'https://maltatoday.com.mt/news/world/132923/speculation_sparks_over_cause_of_fatal_plane_crash_in_kazakhstan',
    derivedFrom: 'euronews',
    text: summary(
      'a MaltaToday report of 26 December 2024 that rests on Euronews',
      'What sources in the Azerbaijani government said to Euronews is passed on: a missile of the air defence did it.',
      'Officials are cited for the numbers: 67 were on the aircraft, and 38 lost their lives.',
    ),
  },
  abasiama: {
    title: 'Dead and survivors that do not add up (summary written for the demo)',
    publisher: 'abasiama',
    kind: SourceKind.NEWS,
    publishedAt: '2024-12-26T00:00:00Z',
    url: 'https://abasiamablog.com/2024/12/26/tragic-embraer-190-crash-near-aktau-leaves-38-dead-32-survivors',
    text: summary(
      'a post on Abasiama Blog of 26 December 2024',
      "The post sets a count of the dead by Kazakhstan's deputy prime minister beside one of the survivors.",
      "The latter is from Azerbaijan's prosecutor general: 32 came out alive.",
    ),
  },
  washingtonPost: {
    title: 'Baku names interference from outside (summary written for the demo)',
    publisher: 'washingtonPost',
    kind: SourceKind.NEWS,
    publishedAt: '2024-12-27T00:00:00Z',
    url: 'https://www.washingtonpost.com/world/2024/12/27/azerbaijan-airlines-plane-crash-russia/',
    text: summary(
      'a report in The Washington Post of 27 December 2024',
      "First results of Azerbaijan's inquiry were made known on 27 December through the state airline.",
      'They put the crash down to physical and technical interference from outside.',
    ),
  },
  icds: {
    title: 'What the crash does to relations between Baku and Moscow (summary written for the demo)',
    publisher: 'icds',
    kind: SourceKind.ANALYSIS,
    publishedAt: '2025-01-10T00:00:00Z',
    url: 'https://icds.ee/en/with-partners-like-these-the-future-of-baku-moscow-relations-after-the-azerbaijan-airlines-crash/',
    text: summary(
      'an ICDS commentary of 10 January 2025',
      'Flight J2-8243 came down close to Aktau in Kazakhstan on 25 December 2024.',
      'Of the 67 people in the aircraft 38 died; 23 of the dead were citizens of Azerbaijan.',
      "Russia's aviation authority was quick to name a flock of birds.",
      'Reporters and specialists in aviation spoke within days of a hit by Russian air defence.',
      "On 27 December Azerbaijan's authorities joined them so far as to see interference from outside.",
      'The crew had reportedly asked in vain to land in Grozny.',
      'They were sent over the sea to Aktau instead, reportedly with their GPS jammed.',
    ),
  },
  kazinform: {
    title: "Kazakhstan's preliminary report (summary written for the demo)",
    publisher: 'kazinform',
    kind: SourceKind.OFFICIAL,
    publishedAt: '2025-02-04T00:00:00Z',
    url: 'https://en.inform.kz/news/kazakhstans-ministry-of-transport-releases-preliminary-findings-on-aktau-plane-crash-39a5c5/',
    text: summary(
      "a Kazinform report on the preliminary report of Kazakhstan's transport ministry, published on 4 February 2025",
      'The ministry gives the date as 25 December 2024 and the place as the approach to the airfield of Aktau.',
      'It lists 67 people on board.',
      'It confirms 38 deaths and 29 injured survivors.',
      'Damage to tail, left wing and left engine is described; what caused it is left to the final report.',
    ),
  },
  azerbaijanUs: {
    title: 'After the downing: a colder normal (summary written for the demo)',
    publisher: 'azerbaijanUs',
    kind: SourceKind.ANALYSIS,
    publishedAt: '2025-10-01T00:00:00Z',
    url: 'https://azerbaijan.us/?p=11587',
    authors: ['Farhad Mammadov'],
    text: summary(
      'an analysis by Farhad Mammadov on Azerbaijan.US of 1 October 2025',
      'The analysis takes it as settled that Russian forces brought the airliner down.',
      'It looks at what is left between the two countries: trade and transit may last, trust will not.',
      'Much is expected to hang on the findings about the crash.',
    ),
  },
};
