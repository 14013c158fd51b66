import { Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { ChevronDownIcon, KeyIcon, PersonIcon, SignOutIcon } from '@primer/octicons-react';
import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { signedInRoute } from '../frame';
import { signOut } from '../session/session';
import { chooseLanguage, LANGUAGES, type Language } from '../words/words';
import classes from './AccountMenu.module.css';

const SCHEMES: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];

/** Who is signed in, how the panel looks and speaks, and the way out. */
export function AccountMenu(): ReactElement {
  const { t, i18n } = useTranslation();
  const { account } = signedInRoute.useRouteContext();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const router = useRouter();

  const leave = async (): Promise<void> => {
    await signOut();
    await router.invalidate();
    await navigate({ to: '/sign-in' });
  };

  return (
    <Menu position="top-start" width={216} returnFocus withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={classes.account} aria-label={t('shell.account', { name: account.name })}>
          <span className={classes.initial} data-initial={account.name.slice(0, 1).toUpperCase()} />
          <span className={classes.name}>{account.name}</span>
          <ChevronDownIcon size={16} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/profile" leftSection={<PersonIcon size={16} />}>
          {t('profile.title')}
        </Menu.Item>
        <Menu.Item component={Link} to="/keys" leftSection={<KeyIcon size={16} />}>
          {t('apiKeys.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('shell.theme')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(SCHEMES.find((scheme) => scheme === value) ?? 'auto')}
        >
          {SCHEMES.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick={false}>
              {t(`shell.themes.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('shell.language')}</Menu.Label>
        <Menu.RadioGroup value={i18n.language} onChange={(value) => void chooseLanguage(value as Language)}>
          {Object.entries(LANGUAGES).map(([language, name]) => (
            <Menu.RadioItem key={language} value={language} closeMenuOnClick={false} lang={language}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<SignOutIcon size={16} />} onClick={() => void leave()}>
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
