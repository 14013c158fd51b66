import fc from 'fast-check';

/** A mutant is dead with its first counterexample: looking for the smallest one only takes time. */
fc.configureGlobal({ endOnFailure: true });
