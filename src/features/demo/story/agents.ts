import { AgentKind } from '../../agents/index.js';

export type AgentKey =
  | 'aviationAuthority'
  | 'azerbaijan'
  | 'azerbaijaniSources'
  | 'emergenciesMinistry'
  | 'kazakhMinistry'
  | 'prosecutor'
  | 'media'
  | 'experts'
  | 'abasiama'
  | 'azerbaijanUs'
  | 'deutscheWelle'
  | 'euronews'
  | 'icds'
  | 'kazinform'
  | 'maltaToday'
  | 'newsAz'
  | 'washingtonPost';

interface AgentData {
  readonly name: string;
  readonly kind: AgentKind;
  readonly sameAs?: string[];
}

const outlet = (name: string, address: string): AgentData => ({ name, kind: AgentKind.OUTLET, sameAs: [address] });

/** Who publishes the sources of the demo story, and whom they quote. */
export const AGENTS: Readonly<Record<AgentKey, AgentData>> = {
  aviationAuthority: {
    name: "Russia's aviation authority",
    kind: AgentKind.OFFICE,
    sameAs: ['https://favt.gov.ru/'],
  },
  azerbaijan: { name: "Azerbaijan's authorities", kind: AgentKind.OFFICE },
  azerbaijaniSources: { name: 'Azerbaijani government sources', kind: AgentKind.GROUP },
  kazakhMinistry: { name: "Kazakhstan's transport ministry", kind: AgentKind.OFFICE },
  emergenciesMinistry: { name: "Kazakhstan's emergencies ministry", kind: AgentKind.OFFICE },
  prosecutor: { name: "Azerbaijan's prosecutor general", kind: AgentKind.OFFICE },
  media: { name: 'Media outlets', kind: AgentKind.GROUP },
  experts: { name: 'Aviation experts', kind: AgentKind.GROUP },
  abasiama: outlet('Abasiama Blog', 'https://abasiamablog.com/'),
  deutscheWelle: outlet('Deutsche Welle', 'https://www.dw.com/'),
  azerbaijanUs: outlet('Azerbaijan.US', 'https://azerbaijan.us/'),
  euronews: outlet('Euronews', 'https://www.euronews.com/'),
  icds: { name: 'ICDS', kind: AgentKind.ORGANISATION, sameAs: ['https://icds.ee/'] },
  kazinform: outlet('Kazinform', 'https://en.inform.kz/'),
  maltaToday: outlet('MaltaToday', 'https://www.maltatoday.com.mt/'),
  newsAz: outlet('News.Az', 'https://news.az/'),
  washingtonPost: outlet('The Washington Post', 'https://www.washingtonpost.com/'),
};
