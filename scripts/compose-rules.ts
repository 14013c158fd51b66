import { DockerfileParser } from 'dockerfile-ast';
import { parse } from 'yaml';
import { z } from 'zod';
import { settingNames } from '../src/platform/config/config.js';

const service = z.strictObject({
  image: z.string().optional(),
  build: z.string().optional(),
  environment: z.record(z.string(), z.string().nullable()).default({}),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.string() })).default({}),
  healthcheck: z
    .strictObject({ test: z.array(z.string()), interval: z.string(), timeout: z.string(), retries: z.number() })
    .optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  stop_grace_period: z.string().optional(),
  init: z.boolean().optional(),
  restart: z.enum(['unless-stopped', 'always', 'no', 'on-failure']).optional(),
});

const composeFile = z.strictObject({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
});

/** A tag that is a version, so that the same file brings the same software next year. */
const pinned = /^[\w./-]+:\d[\w.-]*$/;

/**
 * Checks docker-compose.yml as far as can be told without an engine.
 * @param text the file
 * @returns one sentence for each rule broken; empty where all hold
 */
export function composeProblems(text: string): string[] {
  const parsed = composeFile.safeParse(parse(text));
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const { services, volumes } = parsed.data;
  const problems: string[] = [];
  const mounted = new Set<string>();

  for (const [name, { image, build, ...rest }] of Object.entries(services)) {
    if ((image === undefined) === (build === undefined)) problems.push(`${name}: exactly one of image and build`);
    if (image !== undefined && !pinned.test(image)) problems.push(`${name}: the image names no version: ${image}`);
    if (image !== undefined && !rest.healthcheck) problems.push(`${name}: no healthcheck`);
    for (const [other, { condition }] of Object.entries(rest.depends_on)) {
      if (!(other in services)) problems.push(`${name}: depends on ${other}, which is no service`);
      if (condition !== 'service_healthy') problems.push(`${name}: does not wait until ${other} is healthy`);
    }
    for (const volume of rest.volumes) {
      const [source = '', target] = volume.split(':');
      mounted.add(source);
      if (!(source in volumes)) problems.push(`${name}: mounts ${source}, which is no volume of the file`);
      if (!target?.startsWith('/')) problems.push(`${name}: mounts ${source} nowhere`);
    }
    for (const port of rest.ports) {
      if (!/^127\.0\.0\.1:\d+:\d+$/.test(port)) problems.push(`${name}: port ${port} is open beyond this machine`);
    }
    for (const [key, value] of Object.entries(rest.environment)) {
      if (key.includes('PASSWORD') && !/^\$\{\w+:-[\w-]*local[\w-]*\}$/.test(value ?? '')) {
        problems.push(`${name}: ${key} is neither taken from the shell nor marked as a local default`);
      }
    }
  }
  for (const volume of Object.keys(volumes)) {
    if (!mounted.has(volume)) problems.push(`volume ${volume} is used by no service`);
  }

  const gainsay = services.gainsay;
  if (!gainsay) return [...problems, 'there is no service gainsay'];
  for (const key of Object.keys(gainsay.environment)) {
    if (!settingNames.includes(key)) problems.push(`gainsay: ${key} is no setting of the service`);
  }
  const host = /@([^:/]+)/.exec(gainsay.environment.DATABASE_URL ?? '')?.[1];
  if (!host || !(host in gainsay.depends_on)) problems.push('gainsay: DATABASE_URL names no service it waits for');
  if (gainsay.environment.GAINSAY_ADMIN_KEY) problems.push('gainsay: an administrator key stands in the file');
  if (!gainsay.ports.some((port) => port.endsWith(`:${gainsay.environment.PORT ?? ''}`))) {
    problems.push('gainsay: PORT is not among the published ports');
  }
  return problems;
}

/**
 * Checks the Dockerfile's structure: stages, user, health, what is copied, what is started.
 * @param text the file
 * @returns one sentence for each rule broken; empty where all hold
 */
export function dockerfileProblems(text: string): string[] {
  const file = DockerfileParser.parse(text);
  const problems: string[] = [];
  const known =
    /^(ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)$/;
  const all = file.getInstructions();
  for (const instruction of all) {
    if (!known.test(instruction.getKeyword())) problems.push(`${instruction.getInstruction()} is no instruction`);
  }

  const stages = file.getFROMs();
  const names = new Set(stages.map((stage) => stage.getBuildStage()));
  if (stages.length < 2) problems.push('one stage builds and runs: compiler and sources stay in the image');
  for (const stage of stages) {
    const image = stage.getImage() ?? '';
    if (!names.has(image) && !pinned.test(image)) problems.push(`FROM ${image} names no version`);
  }
  for (const copy of file.getCOPYs()) {
    const from = copy.getFromFlag()?.getValue();
    if (from && !names.has(from)) problems.push(`COPY --from=${from} names no stage`);
  }

  const start = stages.at(-1)?.getRange().start.line ?? 0;
  const last = all.filter((instruction) => instruction.getRange().start.line >= start);
  const argumentsOf = (keyword: string): string | null =>
    last.findLast((instruction) => instruction.getKeyword() === keyword)?.getArgumentsContent() ?? null;
  if (/^(|root|0)(:|$)/.test(argumentsOf('USER') ?? '')) problems.push('the service runs as root');
  if (!argumentsOf('HEALTHCHECK')?.includes('/health/ready')) problems.push('no HEALTHCHECK asks /health/ready');
  for (const keyword of ['CMD', 'VOLUME', 'EXPOSE']) {
    if (argumentsOf(keyword) === null) problems.push(`no ${keyword}`);
  }
  if (!argumentsOf('CMD')?.startsWith('[')) problems.push('CMD goes through a shell, which swallows SIGTERM');
  if (!argumentsOf('ENV')?.includes('HOST=0.0.0.0')) problems.push('the service listens inside the container only');
  const volume = argumentsOf('VOLUME');
  if (volume && !argumentsOf('ENV')?.includes(`GAINSAY_DATA_DIR=${volume}`)) {
    problems.push(`GAINSAY_DATA_DIR is not the volume ${volume}`);
  }
  return problems;
}
