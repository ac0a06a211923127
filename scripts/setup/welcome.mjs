// What `npm start` says when everything runs: where to go, and with what.
import path from 'node:path';
import { root } from './project.mjs';

/**
 * @param {import('../start.mjs').Settings} settings
 * @param {import('./server.mjs').Server[]} servers
 */
export async function welcome({ port, sandbox, sandboxPort, dataDir }, servers) {
  const sandboxLines = sandbox ? await sandboxLinesFrom(`http://localhost:${sandboxPort}`) : [];
  return [
    '',
    '医保易办 is running.',
    '',
    line('Open 打开', `http://localhost:${port}/  (made for a phone: 390×844 in the browser’s device view)`),
    ...sandboxLines,
    line('Data 数据', shown(dataDir)),
    ...servers.map(({ name, log }) => line('Log 日志', `${shown(log)}  (${name})`)),
    line('Stop 停止', 'Ctrl-C'),
    '',
  ].join('\n');
}

/** @param {string} url */
async function sandboxLinesFrom(url) {
  return [
    line('Credential 医保码', `${url}/  (the sandbox’s people; each has a QR to scan, or to save as a photo)`),
    ...(await officerLines(`${url}/officers`)),
  ];
}

/** The first reviewer is the one whom a case meets first. @param {string} url */
async function officerLines(url) {
  /** @type {unknown} */
  const officers = await (await fetch(url)).json();
  const officer = Array.isArray(officers) ? officers.find(isFirstReviewer) : undefined;
  if (!isFirstReviewer(officer)) return [];
  const { username, password, totp } = officer;
  return [
    line('Officer 经办人员', `${username}   password 密码 ${password}   code 动态码 ${totp} (changes every 30 s)`),
    line('', `${url}  (every officer, with the code of the moment; they log in at 我的 → 经办人员入口)`),
  ];
}

/**
 * @param {unknown} value
 * @returns {value is { username: string, password: string, totp: string }}
 */
function isFirstReviewer(value) {
  return (
    typeof value === 'object' &&
    value !== null &&
    'roles' in value &&
    'totp' in value &&
    Array.isArray(value.roles) &&
    value.roles.includes('first-reviewer')
  );
}

/**
 * @param {string} label
 * @param {string} text
 */
function line(label, text) {
  return `  ${label}${' '.repeat(Math.max(1, 22 - widthOf(label)))}${text}`;
}

/** A Chinese character takes two columns of a terminal. @param {string} text */
function widthOf(text) {
  return text.replaceAll(/\p{Script=Han}/gu, '汉汉').length;
}

/** @param {string} file */
function shown(file) {
  const relative = path.relative(root, file);
  return relative.startsWith('..') ? file : `./${relative}`;
}
