import { Button, Checkbox, Group, Kbd, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useRef, useState, type ReactElement, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../shell/keys';
import type { Member } from './contradiction.query';
import { letterOf } from './letters';
import { OUTCOMES, type Outcome } from './outcomes';

/** Outcomes that say which claims are right. */
const PICKING: ReadonlySet<Outcome> = new Set(['CLAIM_WRONG', 'SUPERSEDED']);

interface ResolveFormProps {
  readonly members: readonly Member[];
  /** Whether nobody has taken it. */
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly mayDecide: boolean;
  readonly onTake: () => void;
  readonly onRelease: () => void;
  /** @returns whether it was done */
  readonly onResolve: (input: { outcome: Outcome; note: string; upheld: string[] }) => Promise<boolean>;
}

/** Which way a contradiction is decided, and why. Digits choose the outcome. */
export function ResolveForm(props: ResolveFormProps): ReactElement {
  const { members, isOpen, isBusy, mayDecide, onTake, onRelease, onResolve } = props;
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [upheld, setUpheld] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const reason = useRef<HTMLTextAreaElement>(null);
  const picks = outcome !== null && PICKING.has(outcome);
  const lacking = lackingOf(outcome, picks ? upheld.length : null, members.length, note);

  const submit = (event?: SyntheticEvent): void => {
    event?.preventDefault();
    if (outcome === null || lacking !== null || isBusy) return;
    void onResolve({ outcome, note: note.trim(), upheld: picks ? [...upheld] : [] });
  };
  useKeys(
    mayDecide
      ? [
          isOpen
            ? { keys: 't', label: t('contradiction.take'), act: onTake }
            : { keys: 't', label: t('contradiction.release'), act: onRelease },
          ...OUTCOMES.map((each, index) => ({
            keys: String(index + 1),
            label: t(`outcomes.${each}.name`),
            act: () => {
              setOutcome(each);
              if (!PICKING.has(each)) reason.current?.focus();
            },
          })),
        ]
      : [],
  );

  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
      }}
    >
      <Stack gap="sm">
        <Group gap="xs">
          <Button variant="default" size="xs" disabled={!mayDecide || isBusy} onClick={isOpen ? onTake : onRelease}>
            {isOpen ? t('contradiction.take') : t('contradiction.release')}
          </Button>
          <Text c="dimmed" size="sm">
            {isOpen ? t('contradiction.notTaken') : t('contradiction.taken')}
          </Text>
        </Group>
        <Radio.Group
          label={t('contradiction.outcome')}
          value={outcome}
          onChange={(value) => setOutcome(OUTCOMES.find((each) => each === value) ?? null)}
        >
          <Stack gap={8} mt={6}>
            {OUTCOMES.map((each, index) => (
              <Radio
                key={each}
                value={each}
                size="sm"
                disabled={!mayDecide}
                label={
                  <>
                    {t(`outcomes.${each}.name`)} <Kbd size="xs">{index + 1}</Kbd>
                  </>
                }
                description={t(`outcomes.${each}.about`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {picks && (
          <Checkbox.Group label={t('contradiction.right')} value={[...upheld]} onChange={setUpheld}>
            <Stack gap={6} mt={6}>
              {members.map(({ id, statement }, index) => (
                <Checkbox key={id} value={id} label={`${letterOf(index)}: ${statement}`} disabled={!mayDecide} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <Textarea
          ref={reason}
          label={t('contradiction.note')}
          disabled={!mayDecide}
          value={note}
          onChange={({ currentTarget: { value } }) => setNote(value)}
        />
        <Group gap="xs" wrap="nowrap">
          <Button type="submit" loading={isBusy} disabled={!mayDecide || lacking !== null}>
            {outcome === 'NOT_A_CONFLICT' ? t('contradiction.dismiss') : t('contradiction.resolve')}
          </Button>
          <Text c="dimmed" size="sm">
            {mayDecide && (lacking === null ? t('newSource.hint') : t(`contradiction.lacking.${lacking}`))}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}

/** What a decision still needs. */
function lackingOf(
  outcome: Outcome | null,
  upheld: number | null,
  members: number,
  note: string,
): 'outcome' | 'upheld' | 'note' | null {
  if (outcome === null) return 'outcome';
  if (upheld === 0 || upheld === members) return 'upheld';
  return note.trim() === '' ? 'note' : null;
}
