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
    line('Credential 医保码', `${url}/  (people of the sandbox; each has a QR to scan, or to save as a photo)`),
    ...(await officerLines(url)),
  ];
}

/** @param {string} url */
async function officerLines(url) {
  const response = await fetch(`${url}/officers`);
  /** @type {unknown} */
  const officers = await response.json();
  return [line('Officers 经办人员', JSON.stringify(officers))];
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
