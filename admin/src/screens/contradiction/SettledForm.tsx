import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

interface SettledFormProps {
  /** Whether evidence has come since the decision, which can be let stand. */
  readonly canConfirm: boolean;
  readonly isBusy: boolean;
  readonly mayDecide: boolean;
  readonly onReopen: (reason: string) => Promise<boolean>;
  readonly onConfirm: (reason: string) => Promise<boolean>;
}

/** What can be done with a decision: take it back, or let it stand in spite of new evidence. */
export function SettledForm({ canConfirm, isBusy, mayDecide, onReopen, onConfirm }: SettledFormProps): ReactElement {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const cannot = !mayDecide || isBusy || reason.trim() === '';
  const act = async (how: (reason: string) => Promise<boolean>): Promise<void> => {
    if (await how(reason.trim())) setReason('');
  };
  return (
    <Stack gap="sm">
      <Textarea
        label={t('contradiction.reason')}
        description={t('contradiction.reasonWhy')}
        disabled={!mayDecide}
        value={reason}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <Group gap="xs">
        <Button variant="default" disabled={cannot} onClick={() => void act(onReopen)}>
          {t('contradiction.reopen')}
        </Button>
        {canConfirm && (
          <Button disabled={cannot} onClick={() => void act(onConfirm)}>
            {t('contradiction.confirm')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
