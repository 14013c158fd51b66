import { Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { CheckIcon, ChevronDownIcon, SignOutIcon } from '@primer/octicons-react';
import { useNavigate, useRouter } from '@tanstack/react-router';
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
    <Menu position="top-start" width={216} returnFocus>
      <Menu.Target>
        <UnstyledButton className={classes.account} aria-label={t('shell.account', { name: account.name })}>
          <span className={classes.initial} aria-hidden>
            {account.name.slice(0, 1).toUpperCase()}
          </span>
          <span className={classes.name}>{account.name}</span>
          <ChevronDownIcon size={16} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.theme')}</Menu.Label>
        {SCHEMES.map((scheme) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={scheme === colorScheme}
            closeMenuOnClick={false}
            leftSection={<Mark isChosen={scheme === colorScheme} />}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`shell.themes.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('shell.language')}</Menu.Label>
        {(Object.keys(LANGUAGES) as Language[]).map((language) => (
          <Menu.Item
            key={language}
            role="menuitemradio"
            aria-checked={language === i18n.language}
            closeMenuOnClick={false}
            leftSection={<Mark isChosen={language === i18n.language} />}
            onClick={() => void chooseLanguage(language)}
            lang={language}
          >
            {LANGUAGES[language]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<SignOutIcon size={16} />} onClick={() => void leave()}>
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Mark({ isChosen }: { readonly isChosen: boolean }): ReactElement {
  return <span className={classes.mark}>{isChosen && <CheckIcon size={16} />}</span>;
}
