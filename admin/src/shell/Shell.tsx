import { AppShell, Burger, Group, UnstyledButton } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Provider } from 'urql';
import { signedInRoute } from '../frame';
import { AccountMenu } from './AccountMenu';
import { Brand } from './Brand';
import { KeysProvider, useKeys } from './keys';
import { KeysHelp } from './KeysHelp';
import { destinations } from './destinations';
import { Navigation } from './Navigation';
import { Offline } from './Offline';
import { SessionEnded } from './SessionEnded';
import classes from './Shell.module.css';

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
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const main = useFocusOnChange(path);
  const navigate = useNavigate();
  const { session } = signedInRoute.useRouteContext();

  useEffect(close, [path, close]);
  useKeys(
    [
      ...destinations(session.role).map(({ to, key, word }) => ({
        keys: key,
        label: t('keys.goTo', { place: t(word) }),
        act: () => void navigate({ to }),
      })),
      { keys: '?', label: t('keys.help'), act: help.open },
    ],
    'panel',
  );

  return (
    <AppShell
      header={{ height: 44, collapsed: !isNarrow }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      classNames={{ navbar: classes.side ?? '', main: classes.main ?? '', header: classes.head ?? '' }}
    >
      <a href="#screen" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <AppShell.Header hiddenFrom="sm">
        <Group h="100%" px="sm" gap="xs">
          <Burger opened={isOpen} onClick={toggle} size="sm" aria-label={t('shell.menu')} aria-expanded={isOpen} />
          <Brand />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('shell.navigation')} inert={isNarrow && !isOpen}>
        <Group visibleFrom="sm" px={8} h={36} mb="xs">
          <Brand />
        </Group>
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
      <KeysHelp opened={isHelpOpen} onClose={help.close} />
      <SessionEnded />
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
