// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Everything that comes from data is set as text, never as markup.

const REGIONS = { 620000: '甘肃省', 140825: '新绛县', 340000: '安徽省区级' };
const ROLES = {
  window: '窗口',
  'first-reviewer': '初审',
  'second-reviewer': '复核',
  payer: '拨付',
  supervisor: '主管',
  administrator: '系统管理员',
  expert: '评审专家',
};
const STATES = { used: '已经被扫过了', expired: '已过期，请换一张', forged: '无效' };
/** @param {string} id */
const at = (id) => /** @type {any} */ (document.getElementById(id));

/** @param {string} path @param {object} [body] */
async function call(path, body) {
  const response = await fetch(path, {
    method: body ? 'POST' : 'GET',
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return response.json();
}

/** @param {string} name @param {string} [text] @param {string} [className] */
function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

// People

const people = await call('/people');
showPeople('');
at('filter').addEventListener('input', () => showPeople(at('filter').value.trim()));

/** @param {string} wanted */
function showPeople(wanted) {
  const matching = people.filter((/** @type {any} */ one) =>
    [one.name, one.key, one.note, one.idNo].some((text) => text.includes(wanted)),
  );
  const codes = [...new Set(matching.map((/** @type {any} */ one) => one.region))];
  at('people-lists').replaceChildren(
    ...codes.flatMap((code) => {
      const list = element('ul', undefined, 'cards');
      list.append(...matching.filter((/** @type {any} */ one) => one.region === code).map(personCard));
      return [element('h3', Reflect.get(REGIONS, code) ?? '其他地区'), list];
    }),
  );
}

/** @param {any} person */
function personCard(person) {
  const card = element('li');
  const show = element('button', '出示医保码');
  show.addEventListener('click', () => showQr(person));
  card.append(
    element('strong', person.name),
    element('p', person.note),
    element('span', `证件号 ${person.idNo}`, 'fact'),
    element('span', `手机 ${person.phone}`, 'fact'),
    element('code', person.key),
    show,
  );
  return card;
}

// Credential

/** @type {{ person: any, qr: string, expiresAt: number } | undefined} */
let shown;

/** @param {any} person */
async function showQr(person) {
  const { qr, expiresAt, svg, png } = await call(`/people/${person.key}/qr`, {});
  shown = { person, qr, expiresAt: Date.parse(expiresAt) };
  at('qr-name').textContent = person.name;
  at('qr-image').src = svg;
  at('qr-text').value = qr;
  for (const [id, href, ending] of [
    ['qr-png', png, 'png'],
    ['qr-svg', svg, 'svg'],
  ]) {
    at(id).href = href;
    at(id).download = `${person.key}.${ending}`;
  }
  at('qr-dialog').classList.remove('spent');
  if (!at('qr-dialog').open) at('qr-dialog').showModal();
  await watchQr();
}

async function watchQr() {
  if (!shown || !at('qr-dialog').open) return;
  const { qr, expiresAt } = shown;
  const { state } = await call(`/qr/${qr}`);
  if (shown.qr !== qr) return;
  const spent = state !== 'fresh';
  at('qr-dialog').classList.toggle('spent', spent);
  at('qr-state').textContent = spent
    ? Reflect.get(STATES, state)
    : `还有 ${Math.max(0, Math.ceil((expiresAt - Date.now()) / 1000))} 秒`;
}

at('qr-again').addEventListener('click', () => shown && showQr(shown.person));
at('qr-close').addEventListener('click', () => at('qr-dialog').close());
setInterval(watchQr, 1000);

// Officers, messages, registrations

async function refresh() {
  const [officers, sms, wechat, registrations, payments, faults] = await Promise.all(
    ['/officers', '/sms', '/wechat-messages', '/registrations', '/payments', '/misbehave'].map((path) => call(path)),
  );
  rows('officer-rows', officers, (/** @type {any} */ one) => {
    const row = element('tr');
    const roles = one.roles.map((/** @type {string} */ role) => Reflect.get(ROLES, role)).join('、');
    row.append(
      ...[Reflect.get(REGIONS, one.region), roles, one.name, one.username, one.password].map((text) =>
        element('td', text),
      ),
    );
    row.append(element('td', one.totp, 'totp'));
    return row;
  });
  log('sms-rows', sms, (one) => `${time(one.at)}　${one.phone}　${one.template}　${pairs(one.parameters)}`);
  log('wechat-rows', wechat, (one) => `${time(one.at)}　${one.openid}　${one.templateId}　${pairs(one.data)}`);
  log('registration-rows', registrations, deedText);
  log('payment-rows', payments, deedText);
  log(
    'misbehave-now',
    faults,
    (one) => `${one.target}：${one.mode}${one.left === null ? '' : `（还有 ${one.left} 次）`}`,
  );
}

/** @param {any} one */
const deedText = (one) =>
  `${time(one.at)}　${one.operation}（${one.infno}）　${one.name ?? ''}　${pairs({ ...one.output, ...one.fields })}${one.ended ? '　已取消' : ''}`;
/** @param {Record<string, string>} record */
const pairs = (record) =>
  Object.entries(record)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
/** @param {string} instant */
const time = (instant) => new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });

/** @param {string} id @param {any[]} list @param {(one: any) => Node} make */
function rows(id, list, make) {
  at(id).replaceChildren(...list.map(make));
}

/** Newest first, at most a hundred. @param {string} id @param {any[]} list @param {(one: any) => string} say */
function log(id, list, say) {
  rows(id, list.slice(-100).toReversed(), (one) => element('li', say(one)));
}

at('misbehave-form').addEventListener('submit', async (/** @type {SubmitEvent} */ event) => {
  event.preventDefault();
  const form = new FormData(at('misbehave-form'));
  const [count, ms] = [Number(form.get('count')), Number(form.get('ms'))];
  await call('/misbehave', { target: form.get('target'), mode: form.get('mode'), ms, ...(count > 0 && { count }) });
  await refresh();
});

await refresh();
setInterval(refresh, 5000);
