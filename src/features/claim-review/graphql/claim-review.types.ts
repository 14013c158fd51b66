import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { UserErrorCode } from '../../../graphql/errors/index.js';

/** GraphQL's view of the domain's `ReviewAct`. */
export enum ReviewActEnum {
  SUBMIT = 'SUBMIT',
  WITHDRAW = 'WITHDRAW',
  REQUEST_CHANGES = 'REQUEST_CHANGES',
  APPROVE = 'APPROVE',
  REJECT = 'REJECT',
  RETRACT = 'RETRACT',
  REOPEN = 'REOPEN',
}

registerEnumType(ReviewActEnum, {
  name: 'ReviewAct',
  description: 'What can be done about where a claim stands in review.',
  valuesMap: {
    SUBMIT: { description: 'Put it up for review: claimSubmit.' },
    WITHDRAW: { description: 'Take it back from review: claimWithdraw.' },
    REQUEST_CHANGES: { description: 'Send it back with a reason: claimRequestChanges.' },
    APPROVE: { description: 'Publish it: claimApprove.' },
    REJECT: { description: 'Refuse it with a reason: claimReject.' },
    RETRACT: { description: 'Withdraw it for good, with a reason: claimRetract.' },
    REOPEN: { description: 'Make it a draft again, with a reason: claimReopen.' },
  },
});

@ObjectType('ReviewOption', { description: 'Whether the asker could do something about a claim now.' })
export class ReviewOptionType {
  @Field(() => ReviewActEnum, { description: 'What.' })
  readonly act!: ReviewActEnum;

  @Field(() => Boolean, { description: 'Whether the asker could.' })
  readonly allowed!: boolean;

  @Field(() => UserErrorCode, {
    nullable: true,
    description: 'Why not: NOT_ALLOWED by role, ILLEGAL_STATE by where the claim stands, OWN_WORK by who wrote it.',
  })
  readonly code!: UserErrorCode | null;

  @Field(() => String, { nullable: true, description: 'Why not, for a reader.' })
  readonly reason!: string | null;
}
