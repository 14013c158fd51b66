import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('SingleSignOn', {
  description: 'A service by which people sign in here with the account that they have there.',
})
export class SingleSignOnType {
  @Field(() => String, { description: 'Its name to show.' })
  readonly name!: string;

  @Field(() => String, {
    description:
      'The path to send the browser to, as a page of its own. It comes back signed in to "/", or to ' +
      '"/?signInError=<code>" with one of the codes that docs/adr/0021 lists.',
  })
  readonly path!: string;
}

@ObjectType('SignInOptions', { description: 'How people can sign in, beside an e-mail address and a password.' })
export class SignInOptionsType {
  @Field(() => SingleSignOnType, { nullable: true, description: 'By another service; null where none is set.' })
  readonly singleSignOn!: SingleSignOnType | null;
}
