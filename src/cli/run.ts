import { complain, main } from './main.js';

const { stdin, stdout, stderr, env } = process;
const io = { stdin, stdout, stderr, env };

/** Nothing that Node would print of an error may reach the terminal: it could hold words of a message. */
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => process.exit(complain(error, io)));

// A reader that has seen enough (`… | head`) must not keep a verb from cleaning up.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exit(await main(process.argv.slice(2), io));
