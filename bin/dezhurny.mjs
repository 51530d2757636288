#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/src/cli/main.js', import.meta.url);
if (!existsSync(built)) {
  console.error('dezhurny is not built yet; run once: npm run build');
  process.exit(78);
}
const { main } = await import(built.href);
const { stdin, stdout, stderr, env } = process;
process.exit(await main(process.argv.slice(2), { stdin, stdout, stderr, env, now: Date.now }));
