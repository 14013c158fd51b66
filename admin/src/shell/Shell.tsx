import { AppShell, Burger, Group, UnstyledButton } from '@mantine/core';
import { useDisclosure, useHotkeys, useMediaQuery } from '@mantine/hooks';
import { SearchIcon } from '@primer/octicons-react';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Provider } from 'urql';
import { signedInRoute } from '../frame';
import { onEnd } from '../session/session';
import { AccountMenu } from './AccountMenu';
import { Brand } from './Brand';
import { KeysProvider, useKeys } from './keys';
import { destinations } from './destinations';
import { Navigation } from './Navigation';
import { Offline } from './Offline';
import classes from './Shell.module.css';

const loadPalette = () => import('../palette/Palette');
const Palette = lazy(() => loadPalette().then(({ Palette: Loaded }) => ({ default: Loaded })));

const KeysHelp = lazy(() => import('./KeysHelp').then(({ KeysHelp: Loaded }) => ({ default: Loaded })));
const SessionEnded = lazy(() => import('./SessionEnded').then(({ SessionEnded: Loaded }) => ({ default: Loaded })));

/** Navigation beside the screen that shows; on narrow pages behind a button above it. */
export function Shell(): ReactElement {
  const { session } = signedInRoute.useRouteContext();
  return (
    <Provider value={session.client}>
      <KeysProvider>
        <Frame />
      </KeysProvider>
    </Provider>
  );
}

function Frame(): ReactElement {
  const { t } = useTranslation();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const [isHelpOpen, help] = useDisclosure(false);
  const [paletteAsked, setPaletteAsked] = useState(0);
  const openPalette = (): void => setPaletteAsked((times) => times + 1);
  const [isOver, setOver] = useState(false);
  useEffect(() => onEnd(() => setOver(true)), []);
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const main = useFocusOnChange(path);
  const navigate = useNavigate();
  const { session } = signedInRoute.useRouteContext();

  useEffect(close, [path, close]);
  // Not needed for the first view, but at hand before somebody asks for it.
  useEffect(() => {
    const idle = setTimeout(() => void loadPalette(), 1_000);
    return () => clearTimeout(idle);
  }, []);
  useHotkeys([['mod+K', openPalette]], []);
  useKeys(
    [
      ...destinations(session.role).map(({ to, key, word }) => ({
        keys: key,
        label: t('keys.goTo', { place: t(word) }),
        act: () => void navigate({ to }),
      })),
      { keys: '/', label: t('palette.title'), act: openPalette },
      { keys: '?', label: t('keys.help'), act: help.open },
    ],
    'panel',
  );

  return (
    <AppShell
      header={{ height: 44, collapsed: !isNarrow }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      classNames={{ navbar: classes.side ?? '', main: classes.main ?? '' }}
    >
      <a href="#screen" className={classes.skip}>
        {t('shell.skip')}
      </a>
      {isNarrow && (
        <nav className={classes.bar} aria-label={t('shell.menu')}>
          <Burger opened={isOpen} onClick={toggle} size="sm" aria-label={t('shell.menu')} aria-expanded={isOpen} />
          <Brand />
        </nav>
      )}
      <AppShell.Navbar p="xs" aria-label={t('shell.navigation')} inert={isNarrow && !isOpen}>
        <Group visibleFrom="sm" px={8} h={36} mb="xs">
          <Brand />
        </Group>
        <UnstyledButton className={classes.find} onClick={openPalette}>
          <SearchIcon size={16} />
          {t('palette.find')}
          <kbd className={classes.key}>{'Ctrl K'}</kbd>
        </UnstyledButton>
        <Navigation />
        <div className={classes.foot}>
          <UnstyledButton className={classes.help} onClick={help.open}>
            {t('keys.title')}
            <kbd className={classes.key}>{'?'}</kbd>
          </UnstyledButton>
          <AccountMenu />
        </div>
      </AppShell.Navbar>
      <AppShell.Main id="screen" ref={main} tabIndex={-1}>
        <Offline />
        <Outlet />
      </AppShell.Main>
      <Suspense>
        {isHelpOpen && <KeysHelp onClose={help.close} />}
        {isOver && <SessionEnded onClose={() => setOver(false)} />}
        {paletteAsked > 0 && <Palette asked={paletteAsked} />}
      </Suspense>
    </AppShell>
  );
}

/** After going elsewhere the focus is at the screen's beginning, as after loading a page. */
function useFocusOnChange(path: string): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement | null>(null);
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (main.current?.contains(document.activeElement) !== true) main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}
