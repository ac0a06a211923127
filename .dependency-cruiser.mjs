// Who may import what: the rules of layout.md.

/** What every capability leans on. */
const foundation =
  '^bff/src/((audit|crypto|database|gateways|http|idempotency|limits|outbox|problems|work)/|(clock|config|ids|logging)\\.ts$|session/access-tokens\\.ts$)';

/**
 * The domain: values in, values out. Time, randomness, data and configuration come in as arguments. Another capability
 * may use these files as they are; a file that joins them is held to their rules.
 */
const domain = inCapabilities({
  administration: ['fault-words'],
  agency: ['authenticators', 'password-rules'],
  calendar: ['read-notice', 'work-calendar'],
  cases: [
    'answer-faults',
    'case-number',
    'certificate-periods',
    'checks',
    'deadlines',
    'facts',
    'facts-needed',
    'flow',
    'identity-numbers',
    'legs/leg-detail',
    'maternity-allowance',
    'office/duties',
    'office/settlements',
    'payee',
    'platform-deed',
    'row-deeds',
    'step-names',
    'table-cells',
    'table-rows',
    'readings',
    'transitions',
  ],
  catalogue: [
    'catalogue-file',
    'changes-file',
    'conditions',
    'disclosure',
    'edit-distance',
    'form-schema',
    'frozen',
    'item-faults',
    'item-page',
    'layering',
    'material-file',
    'question-file',
    'question-words',
    'region-changes',
    'retention-file',
    'sensitive-kinds',
    'source-faults',
    'search',
    'written-values',
  ],
  documents: [
    'answers-as-rows',
    'capital-amount',
    'content-of-document',
    'contents/.+',
    'document-content',
    'document-snapshot',
    'line-breaking',
    'printable-text',
    'punctuation-squeeze',
    'shown-values',
  ],
  payments: ['bank-file', 'csv', 'result-rows'],
  people: ['division-names', 'enrolment-words', 'masking', 'origin', 'person-data'],
  reading: [
    'amended-findings',
    'capital-amounts',
    'cross-check',
    'kind-of-paper',
    'page-of-text',
    'read-hospital-papers',
    'read-identity-papers',
    'read-paper',
    'read-receipt',
    'receipt-codes',
    'stored-reading',
    'text-line',
    'written-values',
  ],
  receipts: ['receipt-answers'],
  retention: ['keeping'],
  suggestions: ['suggested-items'],
  tables: ['sheet-cells', 'workbook-of'],
  uploads: ['chunk-cover', 'photo-findings', 'picture-kind', 'upload-limits', 'upload-metadata'],
});

/** Packages and Node modules that reach a disk, a database, a socket or another process, or that belong to a frame. */
const world =
  '^(node:)?(fs|net|tls|http|https|http2|dgram|dns|child_process|cluster|worker_threads)(/|$)|node_modules/(typeorm|mysql2|libsql|fastify|@fastify|@nestjs|@tus|sharp|pdfkit|pino|undici|class-validator|class-transformer)/';

/** @param {Record<string, string[]>} files */
function inCapabilities(files) {
  const folders = Object.entries(files).map(([capability, names]) => `${capability}/(${names.join('|')})`);
  return `^bff/src/(${folders.join('|')})\\.ts$`;
}

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-does-no-io',
      severity: 'error',
      from: { path: domain },
      to: { path: world, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-rests-on-domain',
      comment: 'What a domain file calls is as pure as itself.',
      severity: 'error',
      from: { path: domain, pathNot: '\\.spec\\.ts$' },
      to: {
        path: '^bff/src/',
        pathNot: [
          domain,
          '^bff/src/(problems/problem(-codes)?|gateways/insurance-platform/platform-records|clock|ids)\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'capabilities-meet-through-services',
      comment:
        'A capability calls the service of another, or uses its types and its domain; never what lies behind the ' +
        'service. (The database is told of every entity; main.ts and app.module.ts put the capabilities together.)',
      severity: 'error',
      from: { path: '^bff/src/([^/]+)/', pathNot: ['\\.spec\\.ts$', '/command/main\\.ts$', '^bff/src/database/'] },
      to: {
        path: '^bff/src/[^/]+/',
        pathNot: ['^bff/src/$1/', foundation, domain, '\\.(service|module)\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-gateways-open-sockets',
      comment: 'The outside systems are spoken to in bff/src/gateways; the linter forbids fetch elsewhere.',
      severity: 'error',
      from: { path: '^bff/src/', pathNot: ['^bff/src/gateways/', '\\.spec\\.ts$'] },
      to: {
        path: '^(node:)?(net|tls|http|https|http2|dgram|dns)(/|$)|node_modules/(undici|axios)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'miniapp-and-bff-meet-in-shared-types',
      severity: 'error',
      from: { path: '^(miniapp|bff)/' },
      to: { path: '^(miniapp|bff|scripts|test)/(?!node_modules)', pathNot: '^$1/' },
    },
    {
      name: 'shared-types-stand-alone',
      severity: 'error',
      from: { path: '^shared-types/' },
      to: { pathNot: '^shared-types/' },
    },
    {
      name: 'shared-types-are-types',
      comment: 'What both sides say to each other, and nothing that runs.',
      severity: 'error',
      from: { pathNot: '^shared-types/' },
      to: { path: '^shared-types/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { pathNot: '\\.(spec|test|fixture)\\.ts$' },
      to: { path: '\\.(spec|test|fixture)\\.ts$' },
    },
    {
      name: 'no-packages-of-development-in-the-product',
      severity: 'error',
      from: { path: '^(bff|miniapp)/src/', pathNot: '\\.(spec|fixture)\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '/@types/|^shared-types/' },
    },
    {
      name: 'named-for-one-thing',
      comment: 'A file named utils, helpers or common does several things.',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(utils?|helpers?|common|misc)(/|\\.tsx?$)', pathNot: 'node_modules' },
    },
    {
      name: 'no-barrels',
      comment: 'Import from the file that has it. (A page of the mini-program is an index.tsx: Taro asks for it.)',
      severity: 'error',
      from: {},
      to: { path: '/index\\.(ts|mjs)$', pathNot: 'node_modules' },
    },
  ],
  options: {
    parser: 'tsc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.h5.ts', '.h5.tsx'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
