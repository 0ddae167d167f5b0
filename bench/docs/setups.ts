/** What a reader of a page has before its first block, and what they put in the place of its examples. */
export interface Setup {
  /**
   * An empty folder; one beside which a service runs; a clone; a clone in which `npm ci` was done; one that has served, and knows
   * the site of the examples; one that serves.
   */
  begins: 'empty' | 'beside' | 'clone' | 'installed' | 'known' | 'serving';
  /** Commands of other pages that are given first. */
  before?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** What of its code is replaced, by text or by a port of this machine (`{1}`); addresses of the service are anyway. */
  exchanges?: Readonly<Record<string, string>>;
  /** Variables that take what a command prints, by words of the command. */
  keeps?: Readonly<Record<string, string>>;
  /** Files that the page only names. */
  files?: Readonly<Record<string, string>>;
  /** Blocks that a reader puts into a file, by number. */
  programs?: Readonly<Record<number, Program>>;
  /** What happens once a command was given, by words of it. */
  meanwhile?: Readonly<Record<string, string>>;
  /** Words of the commands before which what serves is ended, as two cannot. */
  ends?: readonly string[];
  /** What is typed for a command, by words of it. */
  typed?: Readonly<Record<string, string>>;
}

interface Program {
  file: string;
  /** Started by this, right away or once a command with these words was given. */
  by?: string;
  after?: string;
}

const cli = 'npm run -s cli --';
/** The site of the examples. */
export const addSite = `${cli} site add bao-moi --name "Báo Mới" --origin https://baomoi.example`;
const addOwner = `${cli} moderator add toa-soan --role owner --site bao-moi`;
const token = [addSite, addOwner, `${cli} moderator token toa-soan --scope site`];
const password = { 'moderator add': 'mật khẩu đủ dài\n' };
const keepsToken = { TOKEN: 'moderator token' };
const identity = [addSite, `${cli} site set bao-moi identity offered`];

const publishing = `curl -X PUT -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"key": "/tin/cu"}' https://comments.example/api/v1/sites/bao-moi/articles`;
const signing = `node -e 'import("./sign.mjs").then(({ sign }) => console.log(sign({ id: "7", name: "Lê Thu" })))'`;
/** What a channel sends: refused where its signature is not found to be good. */
const telling = `cat > send.mjs <<'END'
import { Webhook } from 'standardwebhooks';
const body = JSON.stringify({ type: 'comment.held', data: { desk: 'https://comments.example/moderation' } });
const [id, time] = ['msg_1', new Date()];
const headers = {
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
  'webhook-signature': new Webhook(process.env.WEBHOOK_SECRET).sign(id, time, body),
};
const answer = await fetch('http://127.0.0.1:{1}', { method: 'POST', headers, body });
if (answer.status !== 204) throw new Error('answered by ' + answer.status);
END
node send.mjs`;

/** Of pages that have anything to run. */
export const setups: Readonly<Record<string, Setup>> = {
  'README.md': { begins: 'clone' },
  'docs/api.md': {
    begins: 'serving',
    before: token,
    keeps: keepsToken,
    typed: password,
  },
  'docs/backups.md': { begins: 'known' },
  'docs/client.md': {
    begins: 'beside',
    environment: { COMMENTS_URL: 'https://comments.example' },
    programs: { 2: { file: 'comments.ts', by: 'node comments.ts' } },
  },
  'docs/doctor.md': { begins: 'serving' },
  'docs/embed.md': { begins: 'serving' },
  'docs/embedding/ghost.md': {
    begins: 'serving',
    before: [...token, ...identity.slice(1), `${cli} site identity-key add bao-moi`],
    keeps: { ...keepsToken, KEY: 'identity-key add' },
    typed: password,
    exchanges: { 'PORT=8788': 'PORT={1}', "KEY='…'": 'KEY=$KEY', "TOKEN='…'": 'TOKEN=$TOKEN' },
    programs: { 5: { file: 'binh-luan-ghost.mjs' } },
  },
  'docs/embedding/index.md': {
    begins: 'serving',
    before: [addOwner.replace(' --site bao-moi', ''), `${cli} moderator token toa-soan --scope site`],
    meanwhile: { 'site add': publishing },
    keeps: keepsToken,
    typed: password,
  },
  'docs/embedding/plain-html.md': { begins: 'serving', before: token, keeps: keepsToken, typed: password },
  'docs/embedding/wordpress.md': { begins: 'known', typed: password },
  'docs/export.md': {
    begins: 'known',
    programs: {
      2: { file: 'old.jsonl', by: `${cli} import --from jsonl old.jsonl --site bao-moi` },
    },
  },
  'docs/identity.md': {
    begins: 'serving',
    before: [addSite],
    keeps: { BINH_LUAN_KEY: 'identity-key add', TOKEN: 'sign.mjs' },
    programs: { 4: { file: 'sign.mjs', by: signing } },
  },
  'docs/in-your-app.md': {
    begins: 'empty',
    ends: ['lib/package/bin.js', 'node app.ts'],
    programs: {
      4: { file: 'app.ts', by: 'node app.ts' },
      6: { file: 'worker.ts' },
      7: { file: 'wrangler.toml', by: 'npx wrangler deploy --dry-run' },
    },
  },
  'docs/install.md': { begins: 'clone' },
  'docs/judge.md': {
    begins: 'known',
    files: { 'key.txt': 'sk-a-key-of-an-account\n' },
    environment: { JUDGE_ADDRESSES: 'http://127.0.0.1:{1}' },
    exchanges: { 'https://judge.baomoi.example': 'http://127.0.0.1:{1}', 8080: '{1}' },
    keeps: { JUDGE_SECRET: '/comments' },
    programs: { 4: { file: 'judge.mjs', by: 'node judge.mjs', after: '/comments' } },
  },
  'docs/metrics.md': { begins: 'empty' },
  'docs/notices.md': {
    begins: 'installed',
    environment: { WEBHOOK_SECRET: 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=' },
    exchanges: { 8080: '{1}' },
    programs: { 1: { file: 'hook.mjs', by: 'node hook.mjs' } },
    meanwhile: { 'node hook.mjs': telling },
  },
  'docs/proxies.md': { begins: 'installed' },
  'docs/scaling.md': { begins: 'installed' },
  'docs/secret.md': { begins: 'known' },
  'docs/signing-in.md': { begins: 'installed', meanwhile: { OIDC_MODERATORS: 'npm start' } },
  'docs/upgrading.md': { begins: 'known', before: ['git reset --quiet --hard HEAD~1'] },
  'docs/workers.md': {
    begins: 'known',
    before: ['npx wrangler d1 migrations apply DB --local'],
    // Where wrangler would ask whether it is the newest.
    environment: { npm_config_registry: 'http://127.0.0.1:{1}' },
    exchanges: { '--d1 remote': '--d1' },
  },
};
