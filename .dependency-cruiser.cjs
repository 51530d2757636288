/** Who may import whom: `docs/architecture.md`. */
const only = (name, from, ...to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|commands|test|bench)/', pathNot: [from, ...to] },
});
const alone = (room) => ({
  name: `${room}-adapters-do-not-know-each-other`,
  severity: 'error',
  from: { path: `^src/${room}/([^/]+)/` },
  to: { path: `^src/${room}/([^/]+)/`, pathNot: `^src/${room}/$1/` },
});

const DOMAIN = '^src/domain/';
const PORTS = '^src/ports/';
const PURE = '^src/(regulation|roster|membership|moderation|cases|meetings|announcements)/';
const APP = '^src/app/';

/** Libraries without clock, disk or network that the pure rooms may use. */
const PURE_LIBRARIES = ['zod', 'dayjs', 'csv-parse', 'fflate', 'saxes', 'yaml', '@fluent/bundle'];

module.exports = {
  forbidden: [
    only('domain-knows-nobody', DOMAIN),
    ...['regulation', 'roster', 'membership', 'moderation', 'cases', 'meetings', 'announcements'].map((room) =>
      only(`${room}-knows-the-domain`, `^src/${room}/`, DOMAIN),
    ),
    only('ports-know-the-domain', PORTS, DOMAIN),
    only('app-knows-ports-not-adapters', APP, DOMAIN, PURE, PORTS),
    only('commands-act-through-app', '^commands/', DOMAIN, APP),
    only('platforms-know-ports', '^src/platforms/', DOMAIN, PORTS),
    // A policy is read from disk into the regulation's own form.
    only('storage-knows-ports', '^src/storage/', DOMAIN, PORTS, '^src/regulation/'),
    only('queue-knows-ports', '^src/queue/', DOMAIN, PORTS),
    // A calendar file is made of meetings.
    only('documents-know-ports', '^src/documents/', DOMAIN, PORTS, '^src/meetings/'),
    only('pictures-know-ports', '^src/pictures/', DOMAIN, PORTS),
    alone('platforms'),
    alone('storage'),
    alone('queue'),
    {
      name: 'the-core-has-no-io',
      severity: 'error',
      from: { path: [DOMAIN, PURE] },
      to: { dependencyTypes: ['core', 'npm'], pathNot: PURE_LIBRARIES.map((name) => `node_modules/${name}/`) },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/sandbox/page/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node'],
    },
  },
};
