import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../graphql/useAct';
import { Refusals } from './Refusals';

interface AskProps {
  /** What is asked; null where nothing is, and the dialogue closed. */
  readonly question: string | null;
  /** What comes of it. */
  readonly about: string;
  /** What the button says that does it. */
  readonly act: string;
  readonly refusals: readonly Refusal[];
  readonly isBusy: boolean;
  readonly onYes: () => void;
  readonly onCancel: () => void;
}

/** Asks before what cannot be taken back. */
export function Ask({ question, about, act, refusals, isBusy, onYes, onCancel }: AskProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Modal
      opened={question !== null}
      onClose={onCancel}
      title={question}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text>{about}</Text>
        <Refusals of={refusals} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button color="red" loading={isBusy} onClick={onYes} data-autofocus>
            {act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
