/** The workbench in a browser of 1440 × 900, and who sits at it. */
import { codeOf } from '../contract/hired-officers.ts';
import type { Hired } from '../contract/hired-officers.ts';
import { browserHands } from './browser-hands.ts';
import type { DeskHands, Hands } from './hands.ts';

/** The desk with the login on it. */
export async function openDesk(baseUrl: string): Promise<DeskHands> {
  const desk = await browserHands(baseUrl, { desk: true });
  await desk.see('经办人员登录');
  return desk;
}

export async function logIn(desk: Hands, officer: Hired): Promise<void> {
  await desk.type('账号', officer.username);
  await desk.type('密码', officer.password);
  await desk.type('动态码', codeOf(officer));
  await desk.press('登录');
  await desk.see('待办队列');
  await desk.see(officer.name);
}

/** From the queue, where a case of that item waits. */
export async function openCase(desk: Hands, itemName: string): Promise<void> {
  await desk.press('刷新');
  // On each row stands when it was submitted.
  await desk.see('提交');
  await desk.press(itemName);
  await desk.see('申请内容');
}

/** Presses the deed, and once more where it is asked about. */
export async function decide(desk: Hands, deed: string, done: string): Promise<void> {
  await desk.press(deed);
  await desk.see(`确定${deed}？`);
  await desk.press(deed);
  await desk.see(done);
}
