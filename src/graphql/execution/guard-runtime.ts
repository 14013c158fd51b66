import { createRequire } from 'node:module';

type Settle = (value: unknown) => void;
type HandleResult = (context: unknown, value: unknown, onSuccess: Settle, onError: Settle) => void;

/** The part of graphql-jit's runtime that generated code hands the results of resolvers and list items to. */
interface Runtime {
  handleResolverResult: HandleResult;
  handleListItemResult: HandleResult;
}

/** The instance that graphql-jit's own modules share; importing it by name gives a second one. */
const { jitRuntime } = createRequire(import.meta.url)('graphql-jit/dist/runtime.js') as { jitRuntime: Runtime };

/**
 * Makes compiled queries survive a value that throws when it is read: a getter, an iterator. graphql-jit 0.8.9 reads
 * values of promises inside a callback that nothing catches, so the query never ends and Node reports an unhandled
 * rejection, which ends the process. With the guard such a field fails like any other, and plain execution reports it.
 */
export function guardRuntime(): void {
  jitRuntime.handleResolverResult = guarded(jitRuntime.handleResolverResult);
  jitRuntime.handleListItemResult = guarded(jitRuntime.handleListItemResult);
}

function guarded(handle: HandleResult): HandleResult {
  return function (this: unknown, context, value, onSuccess, onError) {
    const succeed: Settle = (result) => {
      try {
        onSuccess(result);
      } catch (error) {
        onError(error);
      }
    };
    handle.call(this, context, value, succeed, onError);
  };
}
