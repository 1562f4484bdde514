import fc from 'fast-check';

/**
 * Every run of the tests tries the same examples. FORLOP_TEST_SEED tries others; a property that fails prints the seed
 * and the path that lead to its smallest counterexample.
 */
fc.configureGlobal({ seed: Number(process.env.FORLOP_TEST_SEED ?? 20260101) });
