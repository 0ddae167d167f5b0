import { Buffer } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { articlesIn, frameOf, type Host, startHost } from '../../support/host-page.ts';
import { known, sendIn } from '../../support/vouching.ts';

// The plugin as it runs in WordPress: PHP with a stand-in for the functions that it uses, beside a real service.

const root = new URL('../../..', import.meta.url).pathname;
const plugin = join(root, 'deploy/wordpress/binh-luan/binh-luan.php');
const source = readFileSync(plugin, 'utf8');
const hasPhp = spawnSync('php', ['-v']).status === 0;

let host: Host;
let key: string;
let token: string;

beforeAll(async () => {
  if (!hasPhp) return;
  host = await startHost();
  const { command } = host.service;
  await command(['site', 'set', 'bao', 'identity', 'offered']);
  key = (await command(['site', 'identity-key', 'add', 'bao'])).out.trim();
  await command(['moderator', 'add', 'wordpress', '--role', 'owner', '--site', 'bao'], 'mật khẩu đủ dài\n');
  token = (await command(['moderator', 'token', 'wordpress', '--scope', 'site'])).out.trim();
});

beforeEach((context) => context.skip(!hasPhp, 'PHP is not installed here'));

afterAll(() => host?.stop());

/** Runs this in WordPress, where the plugin is set up, and reads what it prints. */
function run(code: string, more: Record<string, string> = {}): string {
  const options = { service: host.service.url, site: 'bao', key, token, ...more };
  const setUp = `require '${join(root, 'test/support/wordpress.php')}';
    $wp['home'] = '${host.url}'; $wp['options']['binh_luan'] = json_decode(getenv('OPTIONS'), true);
    require '${plugin}'; do_action('init');`;
  const { stdout, stderr, status } = spawnSync('php', ['-d', 'display_errors=stderr', '-r', setUp + code], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', OPTIONS: JSON.stringify(options) },
  });
  if (status !== 0 || stderr) throw new Error(stderr || stdout);
  return stdout;
}

const runJson = (code: string, more = {}) => JSON.parse(run(code, more));
const article = async (path: string) => {
  const asked = `${host.service.url}/api/v1/sites/bao/comments?article=${path}`;
  return (await (await fetch(asked)).json()).article;
};

/** A page of a classic theme that shows one post, and of each post in a list the number of its comments. */
const theme = `echo '<!doctype html><meta charset="utf-8"><title>Báo</title><body>';
  $template = fn () => require apply_filters('comments_template', '/nowhere');
  $template();
  foreach ($wp['posts'] as $wp['post']) echo '<p>', apply_filters('comments_number', 'No Comments'), '</p>';
  wp_footer();`;

test('PHP reads it, and all that it says is said in Vietnamese', () => {
  const { status, stdout } = spawnSync('php', ['-l', plugin], { encoding: 'utf8' });
  expect([status, stdout]).toEqual([0, expect.stringContaining('No syntax errors')]);
  const said = [...source.matchAll(/__\( '(.+?)', 'binh-luan' \)/g)].map(([, text = '']) => text);
  const vietnamese = source.split('const VIETNAMESE')[1] ?? '';
  expect(said.length).toBeGreaterThan(15);
  expect(said.filter((text) => !vietnamese.includes(`'${text}' `))).toEqual([]);
});

test('the readme says of the plugin what its header says', () => {
  const readme = readFileSync(join(plugin, '../readme.txt'), 'utf8');
  const header = (name: string) => new RegExp(`\\* ${name}: +(.+)`).exec(source)?.[1];
  for (const name of ['Requires at least', 'Requires PHP', 'License', 'License URI'])
    expect(readme).toContain(`${name}: ${header(name)}\n`);
  expect(readme).toContain(`Stable tag: ${header('Version')}\n`);
  expect(header('License')).toBe('GPL-2.0-or-later');
});

test('a post that is published is an article by its title, and goes on where its address changes', async () => {
  run(`save_post(1, ['post_title' => 'Cầu &amp; <em>đường</em>', 'post_name' => 'cau']); run_cron();`);
  expect(await article('/cau')).toMatchObject({ title: 'Cầu & đường', url: `${host.url}/cau/`, open: true });
  await host.send('/cau', 'Cây cầu rất đẹp.');
  const told =
    runJson(`$wp['posts'][1] = (object) ['ID' => 1, 'post_title' => 'Cầu', 'post_name' => 'cau', 'post_type' => 'post',
    'post_status' => 'publish', 'comment_status' => 'open', 'post_author' => 1, 'post_content' => ''];
    save_post(1, ['post_title' => 'Cầu mới', 'post_name' => 'cau-moi']); run_cron();
    echo json_encode([get_post_meta(1, '_binh_luan'), get_option('binh_luan_failures')]);`);
  expect(told).toEqual([{ key: '/cau-moi/', open: true }, []]);
  expect(await article('/cau-moi')).toMatchObject({ title: 'Cầu mới', open: true, count: 1 });
});

test('closing a post closes its article and leaves its comments in sight; one taken off is closed too', async () => {
  const shown = run(`save_post(2, ['post_title' => 'Đóng', 'post_name' => 'dong']); run_cron();
    save_post(2, ['comment_status' => 'closed']); run_cron(); echo get_comments_number(2);`);
  expect([shown, (await article('/dong')).open]).toEqual(['1', false]);
  expect((await host.send('/dong', 'Còn gửi được không?')).status).toBe(409);
  run(`save_post(3, ['post_title' => 'Gỡ', 'post_name' => 'go']); run_cron();
    save_post(3, ['post_status' => 'trash', 'post_name' => 'go__trashed']); run_cron();`);
  expect((await article('/go')).open).toBe(false);
});

test('what was closed before the plugin came is told once somebody reads it', async () => {
  run(`save_post(4, ['post_title' => 'Xưa', 'post_name' => 'xua', 'comment_status' => 'closed']);
    if (run_cron()) exit(1);
    do_action('wp_footer'); echo apply_filters('shortcode:binh-luan', []); run_cron();`);
  expect((await article('/xua')).open).toBe(false);
});

test('drafts, and what a shop sells, are told to nobody', () => {
  const due = run(`save_post(5, ['post_title' => 'Nháp', 'post_name' => 'nhap', 'post_status' => 'draft']);
    save_post(6, ['post_title' => 'Áo', 'post_name' => 'ao', 'post_type' => 'product']);
    echo count($wp['cron']), apply_filters('comments_template', '/cua-hang.php');`);
  expect(due).toBe('0/cua-hang.php');
});

test('what the service refuses is shown in the administration, tried again later, and gone once it is taken', async () => {
  const told = runJson(
    `save_post(7, ['post_title' => '<b>Lỗi</b>', 'post_name' => 'loi']); $later = run_cron();
    $notice = printed(fn () => do_action('admin_notices'));
    $wp['options']['binh_luan']['token'] = '${token}'; run_cron(300);
    echo json_encode([$later, $notice, printed(fn () => do_action('admin_notices'))]);`,
    { token: 'sai' },
  );
  const notice = expect.stringContaining('&lt;b&gt;Lỗi&lt;/b&gt;: 401 Vui lòng đăng nhập');
  expect(told).toEqual([[300], notice, '']);
  expect(await article('/loi')).toMatchObject({ title: 'Lỗi', open: true });
});

test('a service that is away is tried eight times, further and further apart', () => {
  const pauses = runJson(
    `save_post(8, ['post_title' => 'Mất', 'post_name' => 'mat']); $pauses = [];
    for ($try = 0; $try < 9; $try += 1) $pauses[] = run_cron(100000);
    echo json_encode($pauses);`,
    { service: 'http://127.0.0.1:9' },
  );
  expect(pauses).toEqual([[300], [600], [1200], [2400], [4800], [9600], [19200], [], []]);
});

test.each([
  ['Nguyễn Thị Hòa', 'Nguyễn Thị Hòa'],
  ['Hòa ⭐✔ (Báo)', 'Hòa (Báo)'],
  [`${'𝓗'.repeat(30)}${'à'.repeat(60)}`, `${'𝓗'.repeat(30)}${'à'.repeat(20)}`],
  ['⭐', 'ban-doc'],
])('the service takes the token of a reader called %s', async (name, shown) => {
  const { identity } = runJson(
    `$wp['user'] = new Reader(27, '${name}'); do_action('wp_ajax_binh_luan_identity');`,
  );
  const sent = await fetch(`${host.service.url}/api/v1/sites/bao/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'binh-luan-identity': identity },
    body: JSON.stringify({ article: { key: `/ten-${shown.length}` }, body: `Ý kiến của tôi, ${shown}.` }),
  });
  expect([sent.status, (await sent.json()).state]).toEqual([202, 'published']);
  const { comments } = await (
    await fetch(`${host.service.url}/api/v1/sites/bao/comments?article=/ten-${shown.length}`)
  ).json();
  expect(comments.map(({ author, badge }: Record<string, string>) => [author, badge])).toEqual([
    [shown, 'verified'],
  ]);
});

test('who wrote a post has the badge of its author, and nobody has it by a draft', () => {
  const badge = (status: string) => {
    const { identity } = runJson(`$wp['user'] = new Reader(1, 'An'); $_GET['post'] = '13';
      save_post(13, ['post_title' => 'Bài', 'post_name' => 'bai', 'post_status' => '${status}']);
      do_action('wp_ajax_binh_luan_identity');`);
    return JSON.parse(Buffer.from(identity.split('.')[1], 'base64url').toString()).badge;
  };
  expect([badge('publish'), badge('draft')]).toEqual(['author', undefined]);
});

test('nobody has a token who is not signed in', () => {
  expect(runJson(`do_action('wp_ajax_nopriv_binh_luan_identity');`)).toEqual({ identity: '' });
});

test('a post whose title is an attack shows its comments, as the theme’s template, with their number', async () => {
  const attack = '"><script>alert(1)</script>';
  const title = attack.replace(/["<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const html = run(`save_post(9, ['post_title' => '${title}', 'post_name' => 'tan-cong']); ${theme}`);
  expect(html).not.toContain(attack);
  host.serveFile('/tan-cong/', html, 'text/html; charset=utf-8');
  await host.send('/tan-cong', 'Bài này đọc được.');
  const { page, errors } = await host.open('/tan-cong/');
  const frame = await frameOf(page);
  expect(await articlesIn(page)).toEqual(['/tan-cong/']);
  expect(await page.locator('[data-binh-luan]').getAttribute('data-title')).toBe(attack);
  expect(await frame.locator('.thread .comment').innerText()).toContain('Bài này đọc được.');
  await expect.poll(() => page.locator('p').allInnerTexts()).toEqual(['1 bình luận']);
  expect([errors, html.includes('admin-ajax')]).toEqual([[], false]);
});

test('who is signed in on WordPress writes under that name, by a token that stands in no page', async () => {
  const signedIn = `$wp['user'] = new Reader(1, 'Trần Văn An'); save_post(10, ['post_title' => 'Quen', 'post_name' => 'quen']);`;
  const html = run(signedIn + theme);
  const answer = run(`${signedIn} $_GET['post'] = '10'; do_action('wp_ajax_binh_luan_identity');`);
  host.serveFile('/quen/', html, 'text/html; charset=utf-8');
  host.serveFile('/wp-admin/admin-ajax.php', answer, 'application/json');
  const { page, errors } = await host.open('/quen/');
  const frame = await frameOf(page);
  await known(frame);
  await frame.fill('#body', 'Tôi là người viết bài này.');
  await sendIn(frame);
  await frame.waitForSelector('#binh-luan-status[data-state=published]');
  expect(await frame.locator('.thread .comment').innerText()).toMatch(/Trần Văn An\s+Tác giả/);
  expect([errors, html.includes('eyJ'), answer.includes('eyJ')]).toEqual([[], false, true]);
});

test('a shortcode says what is other than usual, and the comments stand neither twice nor in a feed', () => {
  const html =
    run(`save_post(11, ['post_title' => 'Mã', 'post_name' => 'ma', 'post_content' => '[binh-luan]']);
    echo apply_filters('shortcode:binh-luan', ['theme' => 'dark', 'language' => 'en', 'article' => '"x', 'onclick' => 'y']);
    $template = fn () => require apply_filters('comments_template', ''); $template();`);
  expect(html.split('data-binh-luan')).toHaveLength(2);
  expect(html).toMatch(/data-article="&quot;x" .*data-language="en" data-theme="dark">/);
  expect(html).not.toContain('onclick');
  const inFeed = `save_post(11, ['post_title' => 'Mã', 'post_name' => 'ma']); $wp['is_feed'] = true;`;
  expect(run(`${inFeed} echo apply_filters('shortcode:binh-luan', []);`)).toBe('');
});

test('blocks of comments show the same; the form of WordPress itself takes no more', () => {
  const [comments, form, other] = runJson(`save_post(12, ['post_title' => 'Khối', 'post_name' => 'khoi']);
    $block = fn ($name) => apply_filters('pre_render_block', null, ['blockName' => $name]);
    echo json_encode(array_map($block, ['core/comments', 'core/post-comments-form', 'core/paragraph']));`);
  expect([comments, form, other]).toEqual([expect.stringContaining('data-article="/khoi/"'), '', null]);
  const refused = run(`save_post(12, ['post_title' => 'Khối', 'post_name' => 'khoi']);
    try { do_action('pre_comment_on_post', 12); } catch (Ended $end) { echo $end->getMessage(); }`);
  expect(refused).toBe('Vui lòng gửi bình luận bằng biểu mẫu dưới bài viết.');
});

const page = `do_action('admin_menu'); do_action('admin_init'); echo printed($wp['pages']['binh-luan'][1]);`;

test('the page of settings says how it stands, is protected, and shows no secret again', () => {
  const html = run(page);
  expect(html).toContain('Đã kết nối với dịch vụ.');
  expect(html).toContain('name="_wpnonce"');
  expect(html).toContain(`value="${host.service.url}"`);
  expect([html.includes(key), html.includes(token)]).toEqual([false, false]);
  expect(run(`$wp['locale'] = 'en_US'; ${page}`)).toContain('The service knows this site.');
  expect(run(page, { site: 'khac' })).toContain('Không có trang báo &quot;khac&quot;');
  expect(run(page, { token: 'sai' })).toContain('Dịch vụ không nhận mã truy cập API: 401');
  expect(run(page, { service: 'http://127.0.0.1:9' })).toContain('Dịch vụ chưa trả lời ở địa chỉ này.');
});

test('what is wrong is not saved, and an empty secret is kept until it is to be removed', () => {
  const save = (given: object) =>
    runJson(
      `do_action('admin_init'); $given = json_decode('${JSON.stringify(given)}', true);
      echo json_encode([apply_filters('sanitize_option_binh_luan', $given), array_keys($wp['errors'])]);`,
    );
  const saved = { service: host.service.url, site: 'bao', key, token };
  const good = { service: ' https://c.example/duong/ ', site: 'moi', key: '', token: 'abc' };
  expect(save(good)).toEqual([{ service: 'https://c.example/duong', site: 'moi', key, token: 'abc' }, []]);
  const wrong = { service: 'javascript:alert(1)', site: 'Bao Moi', key: 'a b', token: ['x'] };
  expect(save(wrong)).toEqual([saved, ['service', 'site', 'key']]);
  expect(save({ ...saved, key: '', 'remove-key': '1' })[0].key).toBe('');
  expect(save({ service: '', site: 'bao' })[0]).toMatchObject({ service: '', key, token });
});
