import { Group, Kbd, Modal, Stack, Text, Title } from '@mantine/core';
import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllKeys, type KeyAct } from './keys';
import classes from './KeysHelp.module.css';

interface KeysHelpProps {
  readonly onClose: () => void;
}

/** The list of all keys that work on the screen that shows. */
export function KeysHelp({ onClose }: KeysHelpProps): ReactElement {
  const { t } = useTranslation();
  const { panel, screen } = useAllKeys();
  return (
    <Modal opened onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="lg">
        <KeyList title={t('keys.screen')} acts={screen} />
        <KeyList title={t('keys.panel')} acts={panel} />
      </Stack>
    </Modal>
  );
}

function KeyList({ title, acts }: { readonly title: string; readonly acts: readonly KeyAct[] }): ReactElement | null {
  if (acts.length === 0) return null;
  return (
    <section>
      <Title order={3} mb="xs">
        {title}
      </Title>
      {acts.map(({ keys, label }) => (
        <Group key={keys} justify="space-between" className={classes.line}>
          <Text>{label}</Text>
          <Keys keys={keys} />
        </Group>
      ))}
    </section>
  );
}

/** One key or sequence, as it stands in lists and tooltips. */
function Keys({ keys }: { readonly keys: string }): ReactElement {
  return (
    <Group gap={4} wrap="nowrap" component="span">
      {keys.split(' ').map((key, index) => (
        <Fragment key={`${key}${index}`}>
          <Kbd size="xs">{key}</Kbd>
        </Fragment>
      ))}
    </Group>
  );
}
