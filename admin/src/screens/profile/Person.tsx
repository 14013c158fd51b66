import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/Facts';
import { Section } from '../../components/Section';
import type { Session } from '../../session/session';

/** As whom one is known here. */
export function Person({ account }: { readonly account: NonNullable<Session['account']> }): ReactElement {
  const { t } = useTranslation();
  return (
    <Section title={t('profile.person')}>
      <Facts
        of={[
          [t('profile.name'), account.name],
          [t('signIn.email'), account.email ?? t('none')],
          [t('role.title'), t(`role.${account.role}`)],
        ]}
      />
    </Section>
  );
}
