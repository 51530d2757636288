#!/usr/bin/env node
/**
 * What npm cannot bring: a Redis (or Valkey) server; with `--browser` Chromium for the browser tests; with `--office`
 * LibreOffice, by which the long tests open the papers.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** EX_CONFIG: the user can mend it. */
const CONFIG = 78;

const TOOLS = [
  { name: 'Redis', programs: ['redis-server', 'valkey-server'], debian: 'redis-server', mac: 'brew install redis' },
  {
    name: 'Chromium',
    programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    variable: 'CHROMIUM',
    debian: 'chromium fonts-dejavu-core',
    mac: 'brew install --cask chromium',
    only: '--browser',
  },
  {
    name: 'LibreOffice',
    programs: ['soffice', 'libreoffice'],
    debian: 'libreoffice-writer-nogui fonts-liberation',
    mac: 'brew install --cask libreoffice',
    only: '--office',
  },
];

const runnable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => folder && runnable(join(folder, program)));

const present = ({ programs, variable }) =>
  (variable !== undefined && process.env[variable] ? runnable(process.env[variable]) : false) || programs.some(onPath);

const debian = () => {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
};

const advice = ({ name, debian: packages, mac, variable }) => {
  const other = variable ? `, or set ${variable} to the path of one` : '';
  if (process.platform === 'darwin') return `${name} is missing: run «${mac}»${other}.`;
  if (process.platform === 'win32') return `${name} is missing: run this in WSL (Debian or Ubuntu)${other}.`;
  if (debian()) return `${name} is missing: run «sudo apt-get install -y ${packages}»${other}.`;
  return `${name} is missing: install the package of your system that brings ${packages}${other}.`;
};

const apt = (...words) => {
  console.log(`> apt-get ${words.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    spawnSync('apt-get', ['-q', '-o', 'Dpkg::Use-Pty=0', '-o', 'DPkg::Lock::Timeout=120', ...words], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    }).status === 0
  );
};

const install = (missing) => {
  console.log(`Installing ${missing.map(({ name }) => name).join(' and ')} with apt-get (once).`);
  const packages = missing.flatMap((tool) => tool.debian.split(' '));
  return (
    apt('install', '-y', '--no-install-recommends', ...packages) ||
    (apt('update') && apt('install', '-y', '--no-install-recommends', ...packages))
  );
};

const wanted = TOOLS.filter(({ only }) => only === undefined || process.argv.includes(only));
const missing = wanted.filter((tool) => !present(tool));
if (missing.length > 0) {
  const mayInstall = debian() && process.getuid?.() === 0 && onPath('apt-get');
  if (mayInstall) install(missing);
  const still = missing.filter((tool) => !present(tool));
  for (const tool of still) console.error(advice(tool));
  if (still.length > 0) process.exit(CONFIG);
}
