import { useMantineColorScheme } from '@mantine/core';
import { GlobeIcon, KeyIcon, PaintbrushIcon, PersonIcon, type Icon } from '@primer/octicons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { signedInRoute } from '../frame';
import { destinations } from '../shell/destinations';
import { chooseLanguage, LANGUAGES, type Language } from '../words/words';

/** One line of the palette. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  /** What kind of thing it is, or where it stands. */
  readonly about?: string;
  readonly icon: Icon;
  readonly go: () => void;
}

/** Entries under a heading. */
export interface EntryGroup {
  readonly title: string;
  readonly entries: readonly Entry[];
}

const SCHEMES = ['auto', 'light', 'dark'] as const;

/**
 * What can be done from anywhere.
 * @param query only what has all of its words
 */
export function useActEntries(query: string): readonly Entry[] {
  const { t } = useTranslation();
  const { session } = signedInRoute.useRouteContext();
  const { setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const goTo = (to: '/profile' | '/keys') => () => void navigate({ to });
  const entries: Entry[] = [
    ...destinations(session.role).map(({ to, word, icon }) => ({
      id: to,
      label: t('keys.goTo', { place: t(word) }),
      icon,
      go: () => void navigate({ to }),
    })),
    { id: 'profile', label: t('keys.goTo', { place: t('profile.title') }), icon: PersonIcon, go: goTo('/profile') },
    { id: 'keys', label: t('keys.goTo', { place: t('apiKeys.title') }), icon: KeyIcon, go: goTo('/keys') },
    ...SCHEMES.map((scheme) => ({
      id: scheme,
      label: `${t('shell.theme')}: ${t(`shell.themes.${scheme}`)}`,
      icon: PaintbrushIcon,
      go: () => setColorScheme(scheme),
    })),
    ...(Object.keys(LANGUAGES) as Language[]).map((language) => ({
      id: language,
      label: `${t('shell.language')}: ${LANGUAGES[language]}`,
      icon: GlobeIcon,
      go: () => void chooseLanguage(language),
    })),
  ];
  const words = query.toLocaleLowerCase().split(/\s+/);
  return entries.filter(({ label }) => words.every((word) => label.toLocaleLowerCase().includes(word)));
}
