/** How the script of the day talks to the service: GraphQL, sessions and uploads, with nothing but fetch. */

/** Somebody as whom requests are made: the headers that say so. Nobody in particular has none. */
const headersOf = (who) => who?.headers ?? {};

/**
 * Learns what arguments the mutations of a service take.
 * @returns ways to ask it
 */
export async function connect(service) {
  /** Sends a GraphQL operation as somebody. @returns its data */
  async function ask(who, query, variables = {}) {
    const response = await fetch(`${service}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headersOf(who) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(`${query}\n${JSON.stringify(errors)}`);
    return data;
  }

  const { __schema: schema } = await ask(null, SIGNATURES);
  const signatures = new Map(schema.mutationType.fields.map(({ name, args }) => [name, args]));

  /** Does one mutation. @returns its payload, refused or not */
  async function attempt(who, name, args, selection) {
    const used = signatures.get(name).filter((argument) => argument.name in args);
    const declared = used.map((argument) => `$${argument.name}: ${typeText(argument.type)}`).join(', ');
    const passed = used.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
    const document = `mutation (${declared}) { ${name}(${passed}) { ${selection} userErrors { code message } } }`;
    return (await ask(who, document, args))[name];
  }

  return {
    ask,

    /** Does one mutation that has to succeed. @returns its payload */
    async act(who, name, args, selection) {
      const payload = await attempt(who, name, args, selection);
      if (payload.userErrors.length > 0) throw new Error(`${name}\n${JSON.stringify(payload.userErrors)}`);
      return payload;
    },

    /** Does one mutation that has to be refused, for this reason. */
    async refused(code, who, name, args) {
      const { userErrors } = await attempt(who, name, args, '__typename');
      const codes = userErrors.map((error) => error.code);
      same([code], codes);
      console.log(`  refused: ${userErrors[0].message}`);
    },

    /** Signs in as the panel does: a session's cookie, which is good for pages of the service's own origin. */
    async signIn(email, password) {
      const own = { origin: new URL(service).origin };
      const response = await fetch(`${service}/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...own },
        body: JSON.stringify({ email, password }),
      });
      if (!response.ok) throw new Error(`Nobody could sign in as ${email}: ${response.status}`);
      const cookies = response.headers.getSetCookie().map((each) => each.split(';')[0]);
      return { headers: { cookie: cookies.join('; '), ...own } };
    },

    /** Sends a file ahead. @returns the id by which a source is made of it */
    async upload(who, name, type, body) {
      const response = await fetch(`${service}/uploads?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { 'content-type': type, ...headersOf(who) },
        body,
      });
      if (!response.ok) throw new Error(`${name} was refused: ${await response.text()}`);
      return (await response.json()).id;
    },
  };
}

/** @throws where two values differ */
export function same(expected, actual) {
  const [left, right] = [expected, actual].map((value) => JSON.stringify(value));
  if (left !== right) throw new Error(`Expected ${left}, not ${right}.`);
}

const SIGNATURES = `{ __schema { mutationType { fields { name args { name
  type { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }`;

/** A type as documents write it: [ID!]! */
function typeText({ kind, name, ofType }) {
  if (kind === 'NON_NULL') return `${typeText(ofType)}!`;
  return kind === 'LIST' ? `[${typeText(ofType)}]` : name;
}
