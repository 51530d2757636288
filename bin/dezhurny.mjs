#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/src/cli/run.js', import.meta.url);
if (!existsSync(built)) {
  console.error('dezhurny is not built yet; run once: npm run build');
  process.exit(78);
}
await import(built.href);
