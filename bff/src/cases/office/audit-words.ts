/** What stands in the audit trail, in plain words. Pure. */

const words: Readonly<Record<string, string>> = {
  'case.read': '看了办件内容',
  'case.open': '替人开始填写',
  'case.export': '导出了办件资料',
  'case.discard': '删除了草稿',
  'case.claim': '取走办件来办',
  'case.release': '把办件放回队列',
  'case.accept': '受理',
  'case.pass': '审核通过',
  'case.send-back': '退回前一环节',
  'case.ask-supplement': '发一次性告知',
  'case.supplement': '交补正材料',
  'case.submit': '提交办件',
  'case.withdraw': '撤回办件',
  'case.decline': '决定不予受理',
  'case.reject': '决定不予通过',
  'case.hand-over': '转交办件',
  'case.delete': '保存期满，删除了办件',
  'case.hold': '决定延期保存办件',
  'case.let-go': '解除了延期保存',
  'deletions.read': '看了删除记录',
  'deletions.export': '下载了删除记录',
  'document.read': '看了文书',
  'messages.read': '看了对话',
  'message.answer': '在对话里回复',
  'table.read': '看了名册',
  'table.export': '下载了名册',
  'queue.read': '看了队列',
  'person.look-up': '在医保平台查了一个人',
  'proxies.read': '看了多人代办名单',
  'rectification.read': '看了差评整改',
  'rectification.close': '办结了差评整改',
  'figures.read': '看了办件统计',
  'payment.freeze': '编了拨付批次',
  'payment.export': '下载了拨付文件',
  'payment.import': '导入了银行结果',
  'payment.dissolve': '解散了拨付批次',
  'audit.read': '看了操作记录',
  'officer.add': '新开了账号',
  'officer.invite': '重新开通账号',
  'officer.block': '停用了账号',
  'officer.unblock': '解锁了账号',
  'officer.roles': '改了同事的岗位',
  'officer.open': '开通了自己的账号',
  'password.change': '改了自己的密码',
  'authenticator.change': '换了自己的验证器',
  'session.end': '退出了一处登录',
  login: '登录',
  'login.refused': '登录没有成功',
  'rules.change': '发布了本地规则',
  'rules.cancel': '撤销了本地规则',
  'holidays.take': '导入了节假日',
};

/** How many cases it says a line of. */
const listed = new Set(['queue.read', 'payment.freeze', 'payment.export', 'payment.import']);

export function deedInWords(deed: string, detail: string): string {
  const known = words[deed];
  if (known !== undefined) {
    const count = detail === '' ? 0 : detail.split(',').length;
    return listed.has(deed) ? `${known}，${count} 件` : known;
  }
  const refused = deed.endsWith('.refused') ? words[deed.slice(0, -'.refused'.length)] : undefined;
  return refused === undefined ? `其他操作（${deed}）` : `想要「${refused}」，被拒绝`;
}
