/**
 * Every error that the API gives: stable code → HTTP status and the Chinese sentences shown to people.
 * `title` says what happened, `detail` what to do next. RFC 9457.
 */
export const problemCodes = {
  // What was sent
  'malformed-request': [400, '提交的内容不完整', '请返回上一页，检查后再提交一次。您填写的内容都还在。'],
  'unknown-route': [404, '没有这个页面', '请返回首页，重新选择要办的事。'],
  'body-too-large': [413, '内容太大了', '请分几次提交，或者换一张小一些的照片。'],
  'unsupported-media-type': [415, '格式不支持', '请用手机重新拍照，或者选一张 JPG、PNG、HEIC 照片。'],
  'too-many-requests': [429, '操作太频繁了', '请等一分钟再试。您填写的内容都还在。'],
  'idempotency-key-missing': [400, '提交没有成功', '请退出重新打开小程序，再提交一次。您填写的内容都还在。'],
  'idempotency-conflict': [409, '这次提交和上一次不一样', '请刷新页面，确认内容后重新提交。'],
  'internal-error': [500, '系统出了点问题', '不是您的错。请过几分钟再试，您填写的内容都已保存。'],
  'service-unavailable': [503, '系统正忙', '请过几分钟再试，您填写的内容都已保存。'],
  'storage-unavailable': [
    503,
    '照片和文书暂时存取不了',
    '请过几分钟再试，会从断开的地方接着传。您填写的内容都已保存。',
  ],

  // Who is asking
  'session-required': [401, '请先登录', '登录已过期，请重新进入小程序。您填写的内容都还在。'],
  'session-expired': [401, '登录已过期', '请重新进入小程序。您填写的内容都还在。'],
  'session-reused': [401, '为了安全，已退出登录', '登录信息在别处被使用过，请重新扫码登录。'],
  'credential-required': [403, '请先扫医保电子凭证', '打开医保电子凭证，扫一扫二维码，就能继续办理。'],
  'not-allowed': [403, '您不能进行这项操作', '如有疑问，请拨打医保咨询电话。'],
  'wechat-code-invalid': [401, '微信登录没有成功', '请退出小程序重新进入。'],
  'wechat-code-used': [401, '微信登录没有成功', '登录码已经用过，请退出小程序重新进入。'],

  // Credential
  'credential-used': [409, '这个二维码已经用过了', '请在医保电子凭证页面点「刷新」，再扫新的二维码。'],
  'credential-expired': [410, '这个二维码过期了', '二维码一分钟有效。请点「刷新」，再扫新的二维码。'],
  'credential-forged': [422, '这不是医保电子凭证二维码', '请打开「医保电子凭证」，扫它页面上的二维码。'],
  'credential-other-person': [
    409,
    '扫到的是另一个人的凭证',
    '您已用自己的凭证登录。要替家人办事，请先在「我的」里添加家人。',
  ],
  'credential-unavailable': [503, '医保电子凭证系统暂时连不上', '请过几分钟再扫一次。急办可拨打医保咨询电话。'],
  'platform-unavailable': [503, '医保平台暂时连不上', '请过几分钟再试。您填写的内容都已保存。'],
  'person-not-found': [404, '医保平台上没有查到您的参保信息', '请核对证件，或拨打参保地医保咨询电话。'],

  'account-in-use': [409, '您还有没办完的事', '请等它们办结，或者先撤回，再来注销。急着注销可拨打医保咨询电话。'],

  // Catalogue
  'unknown-region': [404, '没有开通这个地区', '请从列表里选择您的参保地。'],
  'unknown-paper': [404, '没有这种材料的样张', '请照着这一页的文字说明拍照。'],
  'unknown-item': [404, '没有这个事项', '请返回首页，搜索您要办的事。'],
  'item-not-started': [409, '这个事项要由当事人自己申请', '请从列表里选主动服务的事项。'],
  'item-not-filed': [409, '这个事项不用申请', '直接在页面上查看即可。'],
  'wrong-region': [422, '您的参保地不是这里', '请选择您自己的参保地办理。'],

  // Cases
  'case-not-found': [404, '没有找到这个办件', '它可能已被删除，或者不是您本人的。请在「我的办件」里查看。'],
  'draft-exists': [409, '您有一份没填完的申请', '可以接着填，也可以重新开始。'],
  'stale-case': [409, '内容已有更新', '这个办件在别处被修改过。请刷新看最新内容，您刚填的还在手机里。'],
  'case-incomplete': [422, '还有几处要补齐', '请按下面的提示逐项补齐，再提交。您填写的内容都还在。'],
  'transition-not-allowed': [409, '现在不能这样操作', '这个办件的状态已经变了，请刷新后再看。'],
  'unknown-material': [422, '没有这项材料', '请刷新页面后再上传。'],
  'unknown-question': [422, '有一项内容不在申请表里', '请刷新页面后重新填写这一项。'],
  'receipt-used': [409, '这张票据已经报销过或正在办理', '同一张票据只能报销一次。如有疑问，请拨打医保咨询电话。'],
  'benefit-claimed': [409, '这一项已经申请过了', '同一次生育、同一年度只能申请一次。请在「我的办件」里查看。'],
  'already-rated': [409, '您已经评价过了', '每个办件评价一次，谢谢您的意见。'],
  'reason-required': [422, '请写明理由', '这项操作要写明理由，申请人会看到。'],
  'supervisor-required': [409, '不能再次要求补正', '一次性告知只有一次。确需再次补正，请主管写明理由后操作。'],
  'same-officer': [403, '您已办理过这个办件的另一个环节', '受理审核、复核、拨付要由不同的人办理。'],
  'own-case': [403, '不能办理与本人有关的办件', '请交由其他同事办理。'],
  'claimed-by-other': [409, '同事正在办理这个办件', '请办理下一件。'],
  'legs-open': [
    409,
    '原参保地还没有办完',
    '要等原参保地的信息表和转移资金都到了，才能办结。可以先点「看看对方回了没有」。',
  ],
  'deed-not-accepted': [
    409,
    '医保平台还没有登记好',
    '平台没有接受这个办件的登记，请看「未通过的规则」，处理好再拨付，或者退回审核。',
  ],
  'settlement-invalid': [422, '核定金额不对', '每一类的核定金额不能超过申报金额，合计要一致。'],

  // Uploads
  'upload-not-found': [404, '没有找到这张照片', '请重新拍照上传。'],
  'upload-too-large': [413, '照片太大了', '一张照片不能超过 20 MB。请用手机相机重新拍，或选小一些的照片。'],
  'upload-not-a-photo': [422, '这个文件不是照片', '请用手机拍照，或选一张 JPG、PNG、HEIC 照片。'],
  'upload-not-a-table': [422, '这个文件不是 Excel 表格', '请选后缀是 .xlsx 的文件；旧的 .xls 请先另存为 .xlsx。'],
  'upload-broken': [422, '照片传坏了', '请重新选这张照片，或者再拍一张。'],
  // 460 is of the tus checksum extension.
  'upload-checksum-mismatch': [460, '照片传输中出错了', '正在重新发送，请稍等。'],
  'upload-expired': [410, '上传已过期', '请重新选择照片上传。'],
  'upload-incomplete': [409, '照片还没传完', '请等照片传完再提交。'],
  'upload-offset-conflict': [409, '照片要接着传', '正在从断开的地方继续，请稍等。'],
  'upload-busy': [423, '这张照片正在传', '请等几秒，会自动接着传。'],
  'upload-protocol': [412, '上传没有成功', '请更新小程序后，再选这张照片。'],
  'upload-attached': [409, '这张照片已经交上去了', '要换照片，请在材料里选「重拍」。'],
  'upload-link-expired': [410, '照片链接过期了', '请刷新页面，再点开照片。'],
  'upload-trim': [422, '这样裁不出一张纸', '请把四个角分别放到纸的四个角上，再裁一次；或者不裁，用整张照片。'],
  'upload-dimensions': [422, '照片的尺寸太大或太小', '请用手机相机重新拍一张。'],

  // Tables
  'table-not-xlsx': [422, '这个文件不是 Excel 表格', '请用下载的模板填写，存成 .xlsx 再选一次。'],
  'table-too-large': [413, '表格太大了', '请只留要填的内容，去掉图片和别的工作表，再选一次。'],
  'table-too-many-rows': [422, '表格的行数太多了', '一次最多 5000 行。请分成几份，分几次申报。'],
  'table-empty': [422, '表格里没有内容', '请从第 2 行填起，第一行是列名，不要删。'],
  'table-broken': [422, '表格打不开', '文件可能坏了或加了密码。请用电脑打开，另存为 .xlsx 再选一次。'],
  'table-rows-invalid': [422, '表格里有几行要改', '要改的都列在下面。改好后再选一次这个文件。'],

  // Units
  'unit-required': [422, '这件事要替单位办', '请先在「我的单位」里添加单位，再来办理。'],
  'unit-not-found': [404, '没有找到这个单位', '请在「我的单位」里查看您能代表哪些单位。'],
  'unit-code-wrong': [422, '统一社会信用代码不对', '请对照营业执照或证书再输一遍，一共 18 位。'],
  'unit-name-required': [422, '请填单位全称', '医保平台上还没有这个单位，请照营业执照或证书上的名称填。'],
  'unit-letter-required': [
    422,
    '请拍单位的授权书',
    '医保平台登记的经办人不是您。请拍下盖了公章的授权委托书，经办人员核对后就能办理。',
  ],

  // Conversations, preliminary results, public notices
  'no-conversation': [409, '这个办件不能在这里留言', '有疑问请拨打医保咨询电话。'],
  'answer-first': [409, '还没有答复申请人', '请先回复申请人的最后一条留言，再办结。'],
  'no-feedback-asked': [409, '现在不用提交意见', '初审结果出来后会发消息告诉您。'],
  'feedback-open': [409, '机构还可以提意见', '机构提交意见或期限过了，才能形成最后的结果。'],
  'notice-running': [409, '公示还没有结束', '公示期满才能继续办理。'],

  // Documents
  'document-not-found': [404, '没有这份文书', '请在办件详情里查看已有的文书。'],
  'document-glyph-missing': [422, '姓名里有系统暂时印不出的字', '请拨打医保咨询电话，由窗口为您打印。'],
  'document-withdrawn': [409, '这份文书已经作废了', '需要的话可以重新申请一份。'],
  'document-not-withdrawable': [409, '这份文书不能作废', '如有疑问，请拨打医保咨询电话。'],
  'verification-not-found': [404, '没有查到这份文书', '请核对验证码；查不到的文书不是本系统开出的。'],

  // Grants
  'grant-not-found': [404, '没有找到这份委托', '请在「我的家人」里查看。'],
  'grant-not-valid': [403, '委托已失效', '委托已被撤销或到期，请委托人重新签署。'],

  // Officers
  'account-blocked': [403, '这个账号已停用', '请联系本机构的管理员。您在办的件会交给同事。'],
  'password-wrong': [422, '原来的密码不对', '请重新输入现在登录用的密码；连续错 5 次会锁定 15 分钟。'],
  'password-weak': [422, '新密码不够安全', '请按提示换一个密码。'],
  'code-wrong': [422, '动态码不对', '请看身份验证器上现在显示的 6 位数字，再输一次。'],
  'invitation-invalid': [401, '开通码不对或者已过期', '请核对账号和开通码；过期的请管理员重新开通。'],
  'officer-not-found': [404, '没有找到这个账号', '请刷新后从列表里选。'],
  'username-taken': [409, '这个账号名已经有人用了', '请换一个账号名。'],
  'not-oneself': [409, '不能停用或改动自己的账号', '请另一位管理员操作。'],

  // A region's rules, changed as data
  'rules-invalid': [422, '这样改还不能生效', '请按下面的提示逐处改好，再预览。您填写的内容都还在。'],
  'rules-unchanged': [422, '没有改动', '和现在的内容一样，不用发布。'],
  'stale-rules': [409, '另一位管理员刚发布了新的规则', '请刷新，看看新的内容，再改您的。'],
  'effective-date-past': [422, '生效日期不对', '请选今天或者今天以后的日期。'],
  'version-not-found': [404, '没有这一版规则', '请刷新后从列表里选。'],
  'version-in-effect': [409, '这一版已经生效，不能取消', '要改回去，请另发布一版。'],
  'notice-unreadable': [422, '放假通知还有几处要核对', '请按下面的提示核对后再试。'],

  'login-failed': [401, '账号、密码或动态码不对', '请检查后再试；连续错 5 次会锁定 15 分钟。'],
  'login-locked': [429, '账号已锁定', '连续输错次数太多，请 15 分钟后再试，或联系管理员。'],
  'officer-required': [401, '请用经办人员账号登录', '请在经办工作台登录。'],
} as const satisfies Record<string, readonly [status: number, title: string, detail: string]>;

export type ProblemCode = keyof typeof problemCodes;
