import { Alert, Text, Title } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusals } from '../../components/Refusals';
import { TimeAgo } from '../../components/TimeAgo';
import { signedInRoute } from '../../frame';
import { useAct } from '../../graphql/useAct';
import { CONFIRM, RELEASE, REOPEN, RESOLVE, TAKE, type ContradictionRead } from './contradiction.query';
import { RevisionList } from './Decisions';
import { letterOf } from './letters';
import { ResolveForm } from './ResolveForm';
import { SettledForm } from './SettledForm';

interface DecisionProps {
  readonly contradiction: ContradictionRead;
  readonly onReread: () => void;
}

/** What was decided, and what one can decide; where one may not, why. */
export function Decision({ contradiction, onReread }: DecisionProps): ReactElement {
  const { t } = useTranslation();
  const { session } = signedInRoute.useRouteContext();
  const { id, version, status, members, resolution, newEvidenceSince, revisions } = contradiction;
  const acts = {
    take: useAct(TAKE),
    release: useAct(RELEASE),
    resolve: useAct(RESOLVE),
    reopen: useAct(REOPEN),
    confirm: useAct(CONFIRM),
  };
  const [staleFrom, setStaleFrom] = useState<number | null>(null);
  const refusals = Object.values(acts).flatMap((act) => act.refusals);
  const isStale = refusals.some(({ code }) => code === 'STALE_VERSION');
  const isBusy = Object.values(acts).some((act) => act.isBusy);
  const mayDecide = session.role === 'EDITOR' || session.role === 'ADMIN';
  const target = { id, expectedVersion: version };

  const settle = async (done: Promise<unknown>): Promise<boolean> => {
    setStaleFrom(version);
    if ((await done) !== null) return true;
    // What is refused as out of date shows what it is now, with what was written kept.
    onReread();
    return false;
  };

  return (
    <section>
      <Title order={2} mb="xs">
        {t('contradiction.decision')}
      </Title>
      {resolution !== null && (
        <Text component="div" mb="sm">
          <strong>{t(`outcomes.${resolution.outcome}.name`)}</strong>
          {resolution.upheld.length > 0 &&
            `: ${members.flatMap((each, index) => (resolution.upheld.some((up) => up.id === each.id) ? [letterOf(index)] : [])).join(', ')}`}
          <Text dir="auto">{resolution.note}</Text>
          <Text c="dimmed" size="sm">
            {resolution.by.name}, <TimeAgo at={resolution.at} />
          </Text>
        </Text>
      )}
      {newEvidenceSince !== null && (
        <Alert color="yellow" mb="sm">
          {t('contradiction.newEvidence')} <TimeAgo at={newEvidenceSince} />
        </Alert>
      )}
      {!mayDecide && (
        <Alert color="gray" mb="sm">
          {t('contradiction.editorsOnly')}
        </Alert>
      )}
      {isStale ? (
        <Alert color="yellow" mb="sm" role="alert" title={t('contradiction.changedMeanwhile')}>
          <RevisionList revisions={revisions.nodes.filter((each) => each.version > (staleFrom ?? version))} />
          {t('contradiction.lookAgain')}
        </Alert>
      ) : (
        <Refusals of={refusals} />
      )}
      {status === 'LAPSED' && <Text c="dimmed">{t('contradiction.lapsed')}</Text>}
      {(status === 'OPEN' || status === 'IN_REVIEW') && (
        <ResolveForm
          members={members}
          isOpen={status === 'OPEN'}
          isBusy={isBusy}
          mayDecide={mayDecide}
          onTake={() => void settle(acts.take.run(target))}
          onRelease={() => void settle(acts.release.run(target))}
          onResolve={(input) => settle(acts.resolve.run({ ...target, input }))}
        />
      )}
      {(status === 'RESOLVED' || status === 'DISMISSED') && (
        <SettledForm
          canConfirm={newEvidenceSince !== null}
          isBusy={isBusy}
          mayDecide={mayDecide}
          onReopen={(reason) => settle(acts.reopen.run({ ...target, reason }))}
          onConfirm={(reason) => settle(acts.confirm.run({ ...target, reason }))}
        />
      )}
    </section>
  );
}
