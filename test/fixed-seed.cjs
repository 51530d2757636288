const fc = require('../node_modules/fast-check/lib/cjs/fast-check.js');

/** The same examples in every run: `SEED=17 npm test` tries others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20261122) });

module.exports = fc;
